#include <CGAL/Epick_d.h>

#include "polytope/hull/cgal_triangulation.hpp"

namespace tropiary::detail {

// The kernel decides every predicate exactly; a coordinate of at most 53 bits enters its doubles without loss.
std::vector<HullCell> cgal_d_cells(const IntegerPoints& points) {
  using Kernel = CGAL::Epick_d<CGAL::Dynamic_dimension_tag>;
  return triangulation_cells<Kernel>(points, [](const std::vector<Integer>& p) {
    std::vector<double> coordinates;
    for (const Integer& x : p) coordinates.push_back(static_cast<double>(x.to_int64()));
    return Kernel::Point_d(static_cast<int>(p.size()), coordinates.begin(), coordinates.end());
  });
}

}  // namespace tropiary::detail
