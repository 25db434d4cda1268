#include "tropiary/io/draw_polytope.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "io/polytope_picture.hpp"
#include "io/svg_text.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using io::PolytopePicture;
using io::svg_attribute;
using io::svg_escaped;
using io::svg_number;
using io::Visibility;

constexpr std::array label_names{"positions", "coordinates", "none"};
constexpr double font_size = 13;

/// "011" when all coordinates are digits, else "(1/2, 0, 1)".
std::string coordinates_text(const Polytope& k, const RationalVector& vertex) {
  const auto is_digit = [](const Rational& x) { return x.is_integer() && x >= 0 && x <= 9; };
  const bool digits =
      std::ranges::all_of(k.vertices(), [&](const RationalVector& v) { return std::ranges::all_of(v, is_digit); });
  std::string text;
  for (const Rational& x : vertex) text += (digits || text.empty() ? "" : ", ") + x.to_string();
  if (text.size() > 40) text = text.substr(0, 37) + "…";
  return digits ? text : "(" + text + ")";
}

/// A colour between two, t from 0 to 1.
std::string mixed(const std::array<int, 3>& a, const std::array<int, 3>& b, double t) {
  std::string text = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    const int value = static_cast<int>(std::lround(a[i] + (b[i] - a[i]) * std::clamp(t, 0.0, 1.0)));
    constexpr const char* digits = "0123456789abcdef";
    text += digits[value / 16];
    text += digits[value % 16];
  }
  return text;
}

class SvgWriter {
 public:
  SvgWriter(const Polytope& k, const PolytopeDrawOptions& options)
      : polytope_(k), picture_(io::project(io::place_polytope(k, options), options)) {
    if (options.labels == VertexLabels::none) return;
    for (std::size_t v = 0; v < k.vertices().size(); ++v) {
      labels_.push_back(options.labels == VertexLabels::positions ? std::to_string(v + 1)
                                                                  : coordinates_text(k, k.vertices()[v]));
    }
    for (const std::string& label : labels_) {
      side_ = std::max(side_, 7.2 * static_cast<double>(label.size()) - 20);  // more room for long ones
    }
  }

  std::string write() {
    const std::string width = svg_number(picture_.width + 2 * side_);
    const std::string height = svg_number(picture_.height);
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height + "\">\n<title>" + title() +
           "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    write_polygons(polytope_.dimension() < 4 ? "0.9" : "0.28");
    write_edges(Visibility::back, "fill=\"none\" stroke=\"#76869a\" stroke-width=\"1.1\" stroke-dasharray=\"4 4\"");
    if (polytope_.dimension() == 4) write_inner_edges();
    write_edges(Visibility::front, "fill=\"none\" stroke=\"#1f3a56\" stroke-width=\"1.9\"");
    write_vertices();
    if (!labels_.empty()) write_labels();
    return std::move(svg_ += "</svg>\n");
  }

 private:
  [[nodiscard]] std::string title() const {
    const std::string what = polytope_.dimension() == 4 ? "Schlegel diagram" : "Polytope";
    return what + ", dimension " + std::to_string(polytope_.dimension()) + ", " +
           std::to_string(polytope_.vertices().size()) + " vertices, " + std::to_string(polytope_.facets().size()) +
           " facets";
  }
  [[nodiscard]] double x(std::size_t v) const { return picture_.places[v].x + side_; }
  [[nodiscard]] double y(std::size_t v) const { return picture_.places[v].y; }

  void write_line(const PolytopePicture::Edge& edge, const std::string& style = "") {
    svg_ += "<line" + svg_attribute("x1", x(edge.a)) + svg_attribute("y1", y(edge.a)) + svg_attribute("x2", x(edge.b)) +
            svg_attribute("y2", y(edge.b)) + style + "/>\n";
  }

  void write_edges(Visibility visibility, const char* style) {
    svg_ += std::string("<g ") + style + " stroke-linecap=\"round\">\n";
    for (const PolytopePicture::Edge& edge : picture_.edges) {
      if (edge.visibility == visibility) write_line(edge);
    }
    svg_ += "</g>\n";
  }

  // Nearer ones darker and wider, on a white ground that parts them from those behind.
  void write_inner_edges() {
    svg_ += "<g fill=\"none\" stroke-linecap=\"round\">\n";
    for (const PolytopePicture::Edge& edge : picture_.edges) {
      if (edge.visibility != Visibility::inside) continue;
      const double near = 0.5 + 0.55 * (picture_.places[edge.a].depth + picture_.places[edge.b].depth) / 2;
      write_line(edge, " stroke=\"#fff\" stroke-width=\"4\" stroke-opacity=\"0.7\"");
      write_line(edge, " stroke=\"" + mixed({233, 178, 128}, {190, 84, 20}, near) + "\"" +
                           svg_attribute("stroke-width", 1.1 + 0.8 * std::clamp(near, 0.0, 1.0)));
    }
    svg_ += "</g>\n";
  }

  void write_polygons(const char* opacity) {
    svg_ += std::string("<g stroke=\"none\" fill-opacity=\"") + opacity + "\">\n";
    for (const PolytopePicture::Polygon& polygon : picture_.polygons) {
      svg_ += "<polygon points=\"";
      for (std::size_t i = 0; i < polygon.vertices.size(); ++i) {
        svg_ += (i == 0 ? "" : " ") + svg_number(x(polygon.vertices[i])) + "," + svg_number(y(polygon.vertices[i]));
      }
      svg_ += "\" fill=\"" + mixed({126, 170, 214}, {236, 244, 251}, polygon.light) + "\"/>\n";
    }
    svg_ += "</g>\n";
  }

  void write_vertices() {
    svg_ += "<g stroke=\"#fff\" stroke-width=\"0.8\">\n";
    for (const Visibility visibility : {Visibility::back, Visibility::inside, Visibility::front}) {
      const char* colour = visibility == Visibility::front  ? "#16283a"
                           : visibility == Visibility::back ? "#8f9aa6"
                                                            : "#a2480f";
      const double radius = visibility == Visibility::front ? 3.9 : 3.3;
      for (std::size_t v = 0; v < picture_.places.size(); ++v) {
        if (picture_.places[v].visibility != visibility) continue;
        svg_ += "<circle" + svg_attribute("cx", x(v)) + svg_attribute("cy", y(v)) + svg_attribute("r", radius) +
                " fill=\"" + colour + "\"/>\n";
      }
    }
    svg_ += "</g>\n";
  }

  // In the middle of the widest gap between the edges at the vertex.
  void write_labels() {
    std::vector<std::vector<double>> angles(labels_.size());
    for (const PolytopePicture::Edge& edge : picture_.edges) {
      const double angle = std::atan2(y(edge.b) - y(edge.a), x(edge.b) - x(edge.a));
      constexpr double pi = 3.14159265358979323846;
      angles[edge.a].push_back(angle);
      angles[edge.b].push_back(angle > 0 ? angle - pi : angle + pi);
    }
    svg_ += "<g font-family=\"Helvetica, Arial, sans-serif\" font-size=\"" + svg_number(font_size) +
            "\" text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" "
            "paint-order=\"stroke\">\n";
    for (std::size_t v = 0; v < labels_.size(); ++v) {
      const double angle = widest_gap(std::move(angles[v]), v);
      const double half_width = 3.6 * static_cast<double>(labels_[v].size());
      const double away = 10 + std::abs(std::cos(angle)) * half_width;
      const Visibility visibility = picture_.places[v].visibility;
      svg_ += "<text" + svg_attribute("x", x(v) + std::cos(angle) * away) +
              svg_attribute("y", y(v) + std::sin(angle) * 14 + font_size * 0.36) + " fill=\"" +
              (visibility == Visibility::front  ? "#111"
               : visibility == Visibility::back ? "#7b858f"
                                                : "#8a3d0d") +
              "\">" + svg_escaped(labels_[v]) + "</text>\n";
    }
    svg_ += "</g>\n";
  }

  [[nodiscard]] double widest_gap(std::vector<double> angles, std::size_t v) const {
    constexpr double pi = 3.14159265358979323846;
    // Outwards is better by a little, so that symmetric pictures get symmetric labels.
    const double outwards = std::atan2(y(v) - picture_.height / 2, x(v) - side_ - picture_.width / 2);
    if (angles.empty()) return -pi / 2;
    std::ranges::sort(angles);
    double best = 0;
    double widest = -1;
    for (std::size_t i = 0; i < angles.size(); ++i) {
      const double next = i + 1 < angles.size() ? angles[i + 1] : angles[0] + 2 * pi;
      const double middle = (angles[i] + next) / 2;
      const double width = std::min(next - angles[i], pi) + 0.25 * std::cos(middle - outwards);
      if (width > widest + 1e-9) {
        widest = width;
        best = middle;
      }
    }
    return best;
  }

  const Polytope& polytope_;
  PolytopePicture picture_;
  std::vector<std::string> labels_;
  double side_ = 0;
  std::string svg_;
};

}  // namespace

std::string_view to_string(VertexLabels labels) noexcept { return label_names[static_cast<std::size_t>(labels)]; }

VertexLabels vertex_labels(std::string_view name) {
  for (std::size_t i = 0; i < label_names.size(); ++i) {
    if (name == label_names[i]) return static_cast<VertexLabels>(i);
  }
  throw Error(Errc::invalid_argument,
              "vertex_labels: unknown kind \"" + std::string(name) + "\"; known: positions, coordinates, none");
}

std::string to_svg(const Polytope& k, const PolytopeDrawOptions& options) { return SvgWriter(k, options).write(); }

}  // namespace tropiary
