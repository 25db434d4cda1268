#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/convex_hull_2.h>

#include <algorithm>
#include <iterator>

#include "polytope/hull/cgal_numbers.hpp"
#include "polytope/hull/hull_engine.hpp"

namespace tropiary::detail {

// Ref [cgal:hull]. The corners come counter-clockwise, points inside edges dropped.
std::vector<HullCell> cgal_planar_cells(const IntegerPoints& points) {
  using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
  std::vector<Kernel::Point_2> input;
  input.reserve(points.size());
  for (const auto& p : points) input.emplace_back(to_field<Kernel::FT>(p[0]), to_field<Kernel::FT>(p[1]));
  std::vector<Kernel::Point_2> corners;
  CGAL::convex_hull_2(input.begin(), input.end(), std::back_inserter(corners));
  // The points are sorted, so a corner's position is found by bisection.
  const auto position = [&](const Kernel::Point_2& corner) {
    const auto it = std::lower_bound(input.begin(), input.end(), corner, Kernel().less_xy_2_object());
    return static_cast<std::size_t>(it - input.begin());
  };
  std::vector<HullCell> cells;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    cells.push_back({position(corners[i]), position(corners[(i + 1) % corners.size()])});
  }
  return cells;
}

}  // namespace tropiary::detail
