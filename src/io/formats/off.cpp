// The Object File Format of Geomview: OFF, numbers of vertices, faces and edges, the vertices, then each face as its
// number of vertices and their positions from 0. What is read is the convex hull of the vertices.

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"
#include "io/formats/surface.hpp"

namespace tropiary::io {

PolyhedronDescription parse_off(std::string_view text) {
  TextScanner scan("parse_polyhedron: off", std::string(text));
  scan.blank_line_comments('#');
  if (scan.peek().find_first_not_of("0123456789") != std::string_view::npos && scan.word("OFF") != "OFF") {
    scan.fail("the file begins with OFF; other kinds such as COFF, 4OFF or OFF BINARY are not read");
  }
  const std::size_t vertices = scan.count("the number of vertices");
  const std::size_t faces = scan.count("the number of faces");
  if (!scan.at_line_end()) (void)scan.count("the number of edges");
  scan.end_line("the numbers of vertices, faces and edges");
  PolyhedronDescription result;
  result.ambient_dimension = 3;
  result.points = scan.matrix(vertices, 3, "vertex");
  scan.check_room(faces, 1, "faces");
  for (std::size_t f = 0; f < faces; ++f) {
    const std::size_t corners = scan.count("the number of vertices of a face");
    for (std::size_t c = 0; c < corners; ++c) {
      const std::size_t v = scan.count("the position of a vertex");
      if (v >= vertices) {
        scan.fail("face " + std::to_string(f + 1) + " names vertex " + std::to_string(v) + " of " +
                  std::to_string(vertices) + ", counted from 0");
      }
    }
    (void)scan.line();  // a colour
  }
  if (!scan.at_end()) {
    const std::string more(scan.word(""));
    scan.fail(quote(more, 40) + " follows the last face");
  }
  return result;
}

std::string format_off(const Polyhedron& p) {
  const Surface surface = surface_of(p, "off");
  Decimals decimals;
  std::string body;
  for (const RationalVector& vertex : surface.vertices) body += decimals.text(vertex) + "\n";
  for (const auto& face : surface.faces) {
    body += std::to_string(face.size());
    for (const std::size_t v : face) body += " " + std::to_string(v);
    body += "\n";
  }
  return "OFF\n" + (decimals.any_rounded() ? "# " + std::string(rounded_remark) + "\n" : "") +
         std::to_string(surface.vertices.size()) + " " + std::to_string(surface.faces.size()) + " " +
         std::to_string(surface.edges) + "\n" + body;
}

}  // namespace tropiary::io
