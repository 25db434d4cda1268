#include "tropiary/io/draw.hpp"

#include <charconv>
#include <cmath>
#include <vector>

#include "io/abbreviate.hpp"
#include "io/drawing.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

constexpr std::size_t max_points = 5000;
constexpr std::size_t max_edges = 1000000;
constexpr double margin = 12;

void refuse_if_too_large(const Poset& p) {
  if (p.size() > max_points || p.count_covers() > max_edges)
    throw Error(Errc::too_large, "to_svg: " + std::to_string(p.size()) + " points and " +
                                     std::to_string(p.count_covers()) + " covers; the limits are " +
                                     std::to_string(max_points) + " and " + std::to_string(max_edges));
}

/// One decimal at most, the same in every locale.
std::string number(double value) {
  const double rounded = std::round(value * 10) / 10;
  char buffer[64];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded);
  return {buffer, result.ptr};
}

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + number(value) + "\"";
}

/// Text for XML: markup escaped, characters that XML forbids replaced.
std::string escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = io::utf8_character_length(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    if (length == 0 || byte < 0x20U || byte == 0x7FU)
      result += "\xEF\xBF\xBD";
    else if (byte == '&')
      result += "&amp;";
    else if (byte == '<')
      result += "&lt;";
    else if (byte == '>')
      result += "&gt;";
    else if (byte == '"')
      result += "&quot;";
    else
      result += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return result;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(std::max<std::size_t>(1, io::utf8_character_length(text)));
  return count;
}

/// What stands in a point: its label, shortened when it is long.
std::string shown_label(const std::string& label) {
  constexpr std::size_t limit = 24;
  std::string_view rest = label;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < limit && !rest.empty(); ++i) {
    const std::size_t length = std::max<std::size_t>(1, io::utf8_character_length(rest));
    bytes += length;
    rest.remove_prefix(length);
  }
  return rest.empty() ? label : label.substr(0, bytes) + "…";
}

class SvgWriter {
 public:
  SvgWriter(const Poset& p, const DrawOptions& options) : poset_(p), options_(options) {
    io::DrawingRoom room;
    radius_ = options.labels ? 14 : 5;
    room.half_height = radius_;
    room.gap = options.labels ? 26 : 22;
    room.level_gap = options.labels ? 66 : 44;
    for (std::size_t i = 0; i < p.size(); ++i) {
      labels_.push_back(options.labels ? shown_label(p.label(element(i))) : std::string());
      // A digit of 13 px takes about 7.9 px.
      widths_.push_back(std::max(2 * radius_, 7.9 * static_cast<double>(count_characters(labels_.back())) + 12));
      if (!options.labels) widths_.back() = 2 * radius_;
    }
    drawing_ = io::draw_hasse_diagram(p, widths_, room);
  }

  std::string write() {
    const std::string width = number(drawing_.width + 2 * margin);
    const std::string height = number(drawing_.height + 2 * margin);
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height + "\">\n<title>Hasse diagram, " + std::to_string(poset_.size()) +
           " points, " + std::to_string(poset_.count_covers()) +
           " covers</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    const bool is_dense = poset_.count_covers() > 6 * poset_.size() + 60;
    svg_ += std::string("<g fill=\"none\" stroke=\"#555\" stroke-width=\"") + (is_dense ? "0.7" : "1.4") +
            "\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n";
    for (const io::DrawnEdge& edge : drawing_.edges) write_edge(edge);
    svg_ += "</g>\n<g fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.5\">\n";
    for (std::size_t i = 0; i < poset_.size(); ++i) write_point(i);
    svg_ += "</g>\n";
    if (options_.labels) {
      svg_ +=
          "<g fill=\"#111\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\" text-anchor=\"middle\">\n";
      for (std::size_t i = 0; i < poset_.size(); ++i) write_label(i);
      svg_ += "</g>\n";
    }
    return std::move(svg_ += "</svg>\n");
  }

 private:
  [[nodiscard]] double x(std::size_t i) const { return drawing_.points[i].x + margin; }
  [[nodiscard]] double y(std::size_t i) const { return drawing_.points[i].y + margin; }

  void write_edge(const io::DrawnEdge& edge) {
    const std::size_t low = index(edge.lower);
    const std::size_t high = index(edge.upper);
    if (edge.via.empty()) {
      svg_ += "<line" + attribute("x1", x(low)) + attribute("y1", y(low)) + attribute("x2", x(high)) +
              attribute("y2", y(high)) + "/>\n";
      return;
    }
    svg_ += "<polyline points=\"" + number(x(low)) + "," + number(y(low));
    for (const io::DrawnPoint& via : edge.via) svg_ += " " + number(via.x + margin) + "," + number(via.y + margin);
    svg_ += " " + number(x(high)) + "," + number(y(high)) + "\"/>\n";
  }

  void write_point(std::size_t i) {
    const bool is_filled = options_.highlight.universe_size() != 0 && options_.highlight.contains(element(i));
    const std::string fill = is_filled ? " fill=\"#f6b26b\"" : options_.labels ? "" : " fill=\"#222\"";
    if (widths_[i] <= 2 * radius_) {
      svg_ += "<circle" + attribute("cx", x(i)) + attribute("cy", y(i)) + attribute("r", radius_) + fill + "/>\n";
      return;
    }
    svg_ += "<rect" + attribute("x", x(i) - widths_[i] / 2) + attribute("y", y(i) - radius_) +
            attribute("width", widths_[i]) + attribute("height", 2 * radius_) + attribute("rx", radius_) + fill +
            "/>\n";
  }

  void write_label(std::size_t i) {
    const std::string whole = poset_.label(element(i));
    svg_ += "<text" + attribute("x", x(i)) + attribute("y", y(i) + 4.6) + ">";
    if (whole != labels_[i]) svg_ += "<title>" + escaped(whole) + "</title>";
    svg_ += escaped(labels_[i]) + "</text>\n";
  }

  const Poset& poset_;
  const DrawOptions& options_;
  double radius_ = 14;
  std::vector<std::string> labels_;
  std::vector<double> widths_;
  io::Drawing drawing_;
  std::string svg_;
};

}  // namespace

std::string to_svg(const Poset& p, const DrawOptions& options) {
  refuse_if_too_large(p);
  if (options.highlight.universe_size() != 0 && options.highlight.universe_size() != p.size())
    throw Error(Errc::dimension_mismatch, "to_svg: highlight is a set of " +
                                              std::to_string(options.highlight.universe_size()) +
                                              " points, the poset has " + std::to_string(p.size()));
  return SvgWriter(p, options).write();
}

std::string to_dot(const Poset& p) {
  std::string dot = "digraph {\n  rankdir=BT;\n  node [shape=circle];\n  edge [dir=none];\n";
  for (std::size_t i = 0; i < p.size(); ++i) {
    dot += "  " + std::to_string(i) + " [label=\"";
    std::string_view label_text;
    const std::string label = p.label(element(i));
    label_text = label;
    while (!label_text.empty()) {
      const std::size_t length = io::utf8_character_length(label_text);
      const char c = label_text[0];
      if (c == '"' || c == '\\') dot += '\\';
      if (c == '\n')
        dot += "\\n";
      else if (length == 0 || static_cast<unsigned char>(c) < 0x20U)
        dot += "\xEF\xBF\xBD";
      else
        dot += label_text.substr(0, length);
      label_text.remove_prefix(length == 0 ? 1 : length);
    }
    dot += "\"];\n";
  }
  for (const Relation& cover : p.covers())
    dot += "  " + std::to_string(index(cover.lower)) + " -> " + std::to_string(index(cover.upper)) + ";\n";
  return dot + "}\n";
}

}  // namespace tropiary
