// Stereolithography files as text: triangles, each with its three vertices counterclockwise as seen from outside. What
// is read is the convex hull of the vertices.

#include <algorithm>
#include <array>

#include "io/formats/formats.hpp"
#include "io/formats/surface.hpp"

namespace tropiary::io {
namespace {

void expect(TextScanner& scan, std::string_view word) {
  if (scan.word("\"" + std::string(word) + "\"") != word) scan.fail("\"" + std::string(word) + "\" is expected here");
}

}  // namespace

PolyhedronDescription parse_stl(std::string_view text) {
  TextScanner scan("parse_polyhedron: stl", std::string(text));
  if (scan.word("\"solid\"") != "solid") scan.fail("the file begins with \"solid\"; binary STL is not read");
  PolyhedronDescription result;
  result.ambient_dimension = 3;
  (void)scan.line();  // the name
  for (;;) {
    const std::string item(scan.word("facet or endsolid"));
    if (item == "endsolid") {
      (void)scan.line();
      if (scan.at_end()) break;
      expect(scan, "solid");  // several solids count as one
      (void)scan.line();
      continue;
    }
    if (item != "facet") scan.fail("\"facet\" or \"endsolid\" is expected here");
    expect(scan, "normal");
    (void)scan.row(3, "normal", 1);
    expect(scan, "outer");
    expect(scan, "loop");
    for (std::size_t corner = 0; corner < 3; ++corner) {
      expect(scan, "vertex");
      result.points.push_back(scan.row(3, "vertex", corner + 1));
    }
    expect(scan, "endloop");
    expect(scan, "endfacet");
  }
  std::sort(result.points.begin(), result.points.end());
  result.points.erase(std::unique(result.points.begin(), result.points.end()), result.points.end());
  return result;
}

std::string format_stl(const Polyhedron& p) {
  const Surface surface = surface_of(p, "stl");
  Decimals decimals;
  Decimals of_normals;
  std::string body;
  for (const auto& face : surface.faces) {
    for (std::size_t k = 2; k < face.size(); ++k) {
      const std::array<std::size_t, 3> corners = {face[0], face[k - 1], face[k]};
      const RationalVector& outward = surface.outward[static_cast<std::size_t>(&face - surface.faces.data())];
      body += "  facet normal " + of_normals.text(outward) + "\n    outer loop\n";
      for (const std::size_t v : corners) body += "      vertex " + decimals.text(surface.vertices[v]) + "\n";
      body += "    endloop\n  endfacet\n";
    }
  }
  const std::string name = decimals.any_rounded() ? std::string("polyhedron, ") + rounded_remark : "polyhedron";
  return "solid " + name + "\n" + body + "endsolid " + name + "\n";
}

}  // namespace tropiary::io
