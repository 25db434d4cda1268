#include "polytope/minkowski/cgal_minkowski.hpp"

#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/convex_hull_2.h>
#include <CGAL/minkowski_sum_2.h>

#include <iterator>

#include "polytope/hull/cgal_numbers.hpp"

namespace tropiary::detail {
namespace {

using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
using Polygon = CGAL::Polygon_2<Kernel>;

// The vertices counter-clockwise, as minkowski_sum_2 requires.
Polygon polygon_of(const Polytope& polytope) {
  std::vector<Kernel::Point_2> points;
  for (const RationalVector& x : polytope.vertices()) {
    points.emplace_back(to_field<Kernel::FT>(x[0]), to_field<Kernel::FT>(x[1]));
  }
  Polygon polygon;
  CGAL::convex_hull_2(points.begin(), points.end(), std::back_inserter(polygon));
  return polygon;
}

}  // namespace

// Ref [cgal:minkowski].
std::vector<RationalVector> minkowski_planar_points(const Polytope& a, const Polytope& b) {
  const auto sum = CGAL::minkowski_sum_2(polygon_of(a), polygon_of(b));
  std::vector<RationalVector> points;
  for (const Kernel::Point_2& p : sum.outer_boundary()) points.push_back({from_field(p.x()), from_field(p.y())});
  return points;
}

}  // namespace tropiary::detail
