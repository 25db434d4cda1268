#include <charconv>
#include <cmath>

#include "io/abbreviate.hpp"
#include "io/picture.hpp"

namespace tropiary {
namespace {

/// Pixels as centimetres with two decimals, the same in every locale.
std::string centimetres(double pixels) {
  const double rounded = std::round(pixels / 40 * 100) / 100;
  char buffer[64];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded);
  return {buffer, result.ptr};
}

/// One character for LaTeX in text mode.
std::string escaped_character(std::string_view character) {
  static constexpr std::pair<std::string_view, std::string_view> table[] = {{"\\", "\\textbackslash{}"},
                                                                            {"{", "\\{"},
                                                                            {"}", "\\}"},
                                                                            {"#", "\\#"},
                                                                            {"$", "\\$"},
                                                                            {"%", "\\%"},
                                                                            {"&", "\\&"},
                                                                            {"_", "\\_"},
                                                                            {"^", "\\textasciicircum{}"},
                                                                            {"~", "\\textasciitilde{}"},
                                                                            {"<", "$<$"},
                                                                            {">", "$>$"},
                                                                            {"|", "$|$"},
                                                                            {"\"", "{''}"},
                                                                            {"∅", "$\\emptyset$"},
                                                                            {"⊥", "$\\bot$"},
                                                                            {"⊤", "$\\top$"},
                                                                            {"…", "\\ldots{}"},
                                                                            {"`", "{`}"},
                                                                            {"'", "{'}"},
                                                                            {"-", "{-}"}};
  for (const auto& [from, to] : table) {
    if (character == from) return std::string(to);
  }
  return std::string(character);
}

std::string escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = io::utf8_character_length(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    result += length == 0 || byte < 0x20U || byte == 0x7FU ? "?" : escaped_character(text.substr(0, length));
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return result;
}

std::string place(const io::DrawnPoint& point, double height) {
  return "(" + centimetres(point.x) + ", " + centimetres(height - point.y) + ")";
}

}  // namespace

std::string to_tikz(const Poset& p, const DrawOptions& options, bool standalone) {
  const io::Picture picture = io::make_picture("to_tikz", p, options);
  const double height = picture.drawing.height;
  const std::string diameter = centimetres(2 * picture.radius);
  std::string tikz =
      "\\begin{tikzpicture}[\n  point/.style={circle, draw, fill=" + std::string(options.labels ? "white" : "black") +
      ", inner sep=0pt, minimum size=" + diameter +
      "cm, font=\\small},\n  long/.style={point, rectangle, rounded corners=" + centimetres(picture.radius) +
      "cm},\n  chosen/.style={fill=orange!45},\n" +
      "  cover/.style={draw=black!65},\n  strong/.style={draw=orange!80!black, very thick},\n" +
      "  module/.style={draw=orange!80!black, dashed, rounded corners=0.3cm, fill=orange!8}]\n";
  if (picture.module_box) {
    const io::Picture::Box& box = *picture.module_box;
    tikz += "  \\path[module] " + place({box.left, box.bottom}, height) + " rectangle " +
            place({box.right, box.top}, height) + ";\n";
  }
  for (std::size_t i = 0; i < picture.drawing.edges.size(); ++i) {
    const io::DrawnEdge& edge = picture.drawing.edges[i];
    tikz += std::string("  \\path[") + (picture.is_strong[i] ? "strong" : "cover") + "] " +
            place(picture.drawing.points[index(edge.lower)], height);
    for (const io::DrawnPoint& via : edge.via) tikz += " -- " + place(via, height);
    tikz += " -- " + place(picture.drawing.points[index(edge.upper)], height) + ";\n";
  }
  for (std::size_t i = 0; i < p.size(); ++i) {
    const bool is_long = picture.widths[i] > 2 * picture.radius;
    tikz += std::string("  \\node[") + (is_long ? "long" : "point") + (picture.is_filled[i] ? ", chosen" : "");
    if (is_long) tikz += ", minimum width=" + centimetres(picture.widths[i]) + "cm";
    tikz += "] (p" + std::to_string(i + 1) + ") at " + place(picture.drawing.points[i], height) + " {" +
            escaped(picture.labels[i]) + "};\n";
  }
  tikz += "\\end{tikzpicture}\n";
  if (!standalone) return tikz;
  return "\\documentclass[tikz, border=4pt]{standalone}\n\\begin{document}\n" + tikz + "\\end{document}\n";
}

}  // namespace tropiary
