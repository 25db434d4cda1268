#include "tropiary/io/draw.hpp"

#include <vector>

#include "io/abbreviate.hpp"
#include "io/picture.hpp"
#include "io/svg_text.hpp"

namespace tropiary {
namespace {

using io::svg_attribute;
using io::svg_escaped;
using io::svg_number;

constexpr double margin = 12;
constexpr const char* highlight_fill = "#f6b26b";

class SvgWriter {
 public:
  SvgWriter(const Poset& p, const DrawOptions& options)
      : poset_(p), labels_(options.labels), picture_(io::make_picture("to_svg", p, options)) {}

  std::string write() {
    const std::string width = svg_number(picture_.drawing.width + 2 * margin);
    const std::string height = svg_number(picture_.drawing.height + 2 * margin);
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height + "\">\n<title>Hasse diagram, " + std::to_string(poset_.size()) +
           " points, " + std::to_string(poset_.count_covers()) +
           " covers</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    if (picture_.module_box) write_box(*picture_.module_box);
    svg_ += std::string("<g fill=\"none\" stroke=\"#555\" stroke-width=\"") + (picture_.is_dense ? "0.7" : "1.4") +
            "\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n";
    for (std::size_t i = 0; i < picture_.drawing.edges.size(); ++i)
      write_edge(picture_.drawing.edges[i], picture_.is_strong[i]);
    svg_ += "</g>\n<g fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.5\">\n";
    for (std::size_t i = 0; i < poset_.size(); ++i) write_point(i);
    svg_ += "</g>\n";
    if (labels_) {
      svg_ +=
          "<g fill=\"#111\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\" text-anchor=\"middle\">\n";
      for (std::size_t i = 0; i < poset_.size(); ++i) write_label(i);
      svg_ += "</g>\n";
    }
    return std::move(svg_ += "</svg>\n");
  }

 private:
  [[nodiscard]] double x(std::size_t i) const { return picture_.drawing.points[i].x + margin; }
  [[nodiscard]] double y(std::size_t i) const { return picture_.drawing.points[i].y + margin; }

  void write_box(const io::Picture::Box& box) {
    svg_ += "<rect" + svg_attribute("x", box.left + margin) + svg_attribute("y", box.top + margin) +
            svg_attribute("width", box.right - box.left) + svg_attribute("height", box.bottom - box.top) +
            " rx=\"12\" fill=\"#fdf1e3\" stroke=\"#c77b27\" stroke-width=\"1.2\" stroke-dasharray=\"5 3\"/>\n";
  }

  void write_edge(const io::DrawnEdge& edge, bool is_strong) {
    const std::size_t low = index(edge.lower);
    const std::size_t high = index(edge.upper);
    const std::string style = is_strong ? " stroke=\"#c77b27\" stroke-width=\"2.6\"" : "";
    if (edge.via.empty()) {
      svg_ += "<line" + svg_attribute("x1", x(low)) + svg_attribute("y1", y(low)) + svg_attribute("x2", x(high)) +
              svg_attribute("y2", y(high)) + style + "/>\n";
      return;
    }
    svg_ += "<polyline points=\"" + svg_number(x(low)) + "," + svg_number(y(low));
    for (const io::DrawnPoint& via : edge.via)
      svg_ += " " + svg_number(via.x + margin) + "," + svg_number(via.y + margin);
    svg_ += " " + svg_number(x(high)) + "," + svg_number(y(high)) + "\"" + style + "/>\n";
  }

  void write_point(std::size_t i) {
    const std::string colour = picture_.is_filled[i] ? highlight_fill : labels_ ? "" : "#222";
    const std::string fill = colour.empty() ? "" : " fill=\"" + colour + "\"";
    const double radius = picture_.radius;
    const double width = picture_.widths[i];
    if (width <= 2 * radius) {
      svg_ += "<circle" + svg_attribute("cx", x(i)) + svg_attribute("cy", y(i)) + svg_attribute("r", radius) + fill +
              "/>\n";
      return;
    }
    svg_ += "<rect" + svg_attribute("x", x(i) - width / 2) + svg_attribute("y", y(i) - radius) +
            svg_attribute("width", width) + svg_attribute("height", 2 * radius) + svg_attribute("rx", radius) + fill +
            "/>\n";
  }

  void write_label(std::size_t i) {
    const std::string whole = poset_.label(element(i));
    svg_ += "<text" + svg_attribute("x", x(i)) + svg_attribute("y", y(i) + 4.6) + ">";
    if (whole != picture_.labels[i]) svg_ += "<title>" + svg_escaped(whole) + "</title>";
    svg_ += svg_escaped(picture_.labels[i]) + "</text>\n";
  }

  const Poset& poset_;
  bool labels_;
  io::Picture picture_;
  std::string svg_;
};

/// Text between the quotes of DOT.
std::string quoted_for_dot(std::string_view label) {
  std::string text;
  while (!label.empty()) {
    const std::size_t length = io::utf8_character_length(label);
    const char c = label[0];
    if (c == '"' || c == '\\') text += '\\';
    if (c == '\n')
      text += "\\n";
    else if (length == 0 || static_cast<unsigned char>(c) < 0x20U)
      text += "\xEF\xBF\xBD";
    else
      text += label.substr(0, length);
    label.remove_prefix(length == 0 ? 1 : length);
  }
  return text;
}

}  // namespace

std::string to_svg(const Poset& p, const DrawOptions& options) { return SvgWriter(p, options).write(); }

std::string to_dot(const Poset& p, const DrawOptions& options) {
  io::require_highlight("to_dot", p, options);
  const auto is_filled = [&](Element e) {
    return options.highlight.universe_size() != 0 && options.highlight.contains(e);
  };
  std::string dot = "digraph {\n  rankdir=BT;\n  node [shape=" + std::string(options.labels ? "circle" : "point") +
                    "];\n  edge [dir=none];\n";
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Element e = element(i);
    dot += "  " + std::to_string(i) + " [label=\"" + (options.labels ? quoted_for_dot(p.label(e)) : "") + "\"";
    if (is_filled(e)) dot += std::string(", style=filled, fillcolor=\"") + highlight_fill + "\"";
    dot += "];\n";
  }
  for (const Relation& cover : p.covers()) {
    dot += "  " + std::to_string(index(cover.lower)) + " -> " + std::to_string(index(cover.upper));
    if (is_filled(cover.lower) && is_filled(cover.upper)) dot += " [penwidth=2.5]";
    dot += ";\n";
  }
  return dot + "}\n";
}

}  // namespace tropiary
