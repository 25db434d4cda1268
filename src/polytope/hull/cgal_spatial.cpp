#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Surface_mesh.h>
#include <CGAL/convex_hull_3.h>

#include <algorithm>

#include "polytope/hull/cgal_numbers.hpp"
#include "polytope/hull/hull_engine.hpp"

namespace tropiary::detail {

// Ref [cgal:hull]. The boundary comes triangulated.
std::vector<HullCell> cgal_spatial_cells(const IntegerPoints& points) {
  using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
  using Mesh = CGAL::Surface_mesh<Kernel::Point_3>;
  std::vector<Kernel::Point_3> input;
  input.reserve(points.size());
  for (const auto& p : points) {
    input.emplace_back(to_field<Kernel::FT>(p[0]), to_field<Kernel::FT>(p[1]), to_field<Kernel::FT>(p[2]));
  }
  Mesh mesh;
  CGAL::convex_hull_3(input.begin(), input.end(), mesh);
  // The points are sorted, so a vertex's position is found by bisection.
  const auto position = [&](const Kernel::Point_3& vertex) {
    const auto it = std::lower_bound(input.begin(), input.end(), vertex, Kernel().less_xyz_3_object());
    return static_cast<std::size_t>(it - input.begin());
  };
  std::vector<HullCell> cells;
  for (const Mesh::Face_index face : mesh.faces()) {
    HullCell cell;
    for (const Mesh::Vertex_index v : CGAL::vertices_around_face(mesh.halfedge(face), mesh)) {
      cell.push_back(position(mesh.point(v)));
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace tropiary::detail
