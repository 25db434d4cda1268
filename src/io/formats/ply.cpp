// Stanford's polygon files as text: a header that lists elements and their properties, then one line for each element.
// What is read is the convex hull of the vertices (x, y, z).

#include <array>
#include <optional>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"
#include "io/formats/surface.hpp"

namespace tropiary::io {
namespace {

struct Property {
  std::string name;
  bool is_list = false;
};
struct Element {
  std::string name;
  std::size_t count = 0;
  std::vector<Property> properties;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : scan_("parse_polyhedron: ply", std::string(text)) {}

  PolyhedronDescription read() {
    read_header();
    PolyhedronDescription result;
    result.ambient_dimension = 3;
    for (const Element& element : elements_) {
      scan_.check_room(element.count, element.properties.size(), element.name + " elements");
      for (std::size_t i = 0; i < element.count; ++i) {
        if (element.name == "vertex") {
          result.points.push_back(read_vertex(element));
        } else if (element.name == "face") {
          read_face(element, i, result.points.size());
        } else {
          (void)scan_.word("an element");
          (void)scan_.line();
        }
      }
    }
    if (!scan_.at_end()) {
      const std::string more(scan_.word(""));
      scan_.fail(quote(more, 40) + " follows the last element");
    }
    return result;
  }

 private:
  void read_header() {
    if (scan_.word("ply") != "ply") scan_.fail("the file begins with \"ply\"");
    if (scan_.word("format") != "format" || scan_.word("ascii") != "ascii") {
      scan_.fail("only files of \"format ascii\" are read");
    }
    (void)scan_.line();
    for (;;) {
      const std::string item(scan_.word("end_header"));
      if (item == "end_header") break;
      if (item == "element") {
        elements_.push_back({std::string(scan_.word("an element's name")), 0, {}});
        elements_.back().count = scan_.count("the number of elements");
      } else if (item == "property") {
        if (elements_.empty()) scan_.fail("a property belongs to an element before it");
        const std::vector<std::string_view> words = words_of(scan_.line());
        const bool is_list = !words.empty() && words[0] == "list";
        if (words.size() != (is_list ? 4U : 2U)) scan_.fail("a property has a type and a name");
        elements_.back().properties.push_back({std::string(words.back()), is_list});
      } else if (item == "comment" || item == "obj_info") {
        (void)scan_.line();
      } else {
        scan_.fail(quote(item, 40) + " stands where element, property or end_header should be");
      }
    }
  }

  RationalVector read_vertex(const Element& element) {
    std::array<std::optional<Rational>, 3> found;
    for (const Property& property : element.properties) {
      if (property.is_list) {
        skip_list();
        continue;
      }
      Rational value = scan_.rational("a number of a vertex");
      if (property.name.size() != 1 || property.name[0] < 'x' || property.name[0] > 'z') continue;
      found[static_cast<std::size_t>(property.name[0] - 'x')] = std::move(value);
    }
    if (!found[0] || !found[1] || !found[2]) scan_.fail("a vertex has no properties x, y and z");
    scan_.end_line("a vertex");
    return {*found[0], *found[1], *found[2]};
  }

  void read_face(const Element& element, std::size_t face, std::size_t vertices) {
    for (const Property& property : element.properties) {
      if (!property.is_list) {
        (void)scan_.rational("a number of a face");
        continue;
      }
      const bool positions = property.name == "vertex_indices" || property.name == "vertex_index";
      if (!positions) {
        skip_list();
        continue;
      }
      const std::size_t corners = scan_.count("the number of vertices of a face");
      for (std::size_t c = 0; c < corners; ++c) {
        const std::size_t v = scan_.count("the position of a vertex");
        if (v < vertices) continue;
        scan_.fail("face " + std::to_string(face + 1) + " names vertex " + std::to_string(v) + " of " +
                   std::to_string(vertices) + ", counted from 0");
      }
    }
    scan_.end_line("a face");
  }

  void skip_list() {
    const std::size_t length = scan_.count("the length of a list");
    for (std::size_t i = 0; i < length; ++i) (void)scan_.rational("a number of a list");
  }

  TextScanner scan_;
  std::vector<Element> elements_;
};

}  // namespace

PolyhedronDescription parse_ply(std::string_view text) { return Reader(text).read(); }

std::string format_ply(const Polyhedron& p) {
  const Surface surface = surface_of(p, "ply");
  Decimals decimals;
  std::string body;
  for (const RationalVector& vertex : surface.vertices) body += decimals.text(vertex) + "\n";
  for (const auto& face : surface.faces) {
    body += std::to_string(face.size());
    for (const std::size_t v : face) body += " " + std::to_string(v);
    body += "\n";
  }
  return "ply\nformat ascii 1.0\n" + (decimals.any_rounded() ? "comment " + std::string(rounded_remark) + "\n" : "") +
         "element vertex " + std::to_string(surface.vertices.size()) +
         "\nproperty double x\nproperty double y\nproperty double z\nelement face " +
         std::to_string(surface.faces.size()) + "\nproperty list int int vertex_indices\nend_header\n" + body;
}

}  // namespace tropiary::io
