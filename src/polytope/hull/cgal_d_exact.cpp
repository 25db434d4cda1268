#include <CGAL/Epeck_d.h>

#include "polytope/hull/cgal_numbers.hpp"
#include "polytope/hull/cgal_triangulation.hpp"

namespace tropiary::detail {

std::vector<HullCell> cgal_d_exact_cells(const IntegerPoints& points) {
  using Kernel = CGAL::Epeck_d<CGAL::Dynamic_dimension_tag>;
  return triangulation_cells<Kernel>(points, [](const std::vector<Integer>& p) {
    std::vector<Kernel::FT> coordinates;
    for (const Integer& x : p) coordinates.push_back(to_field<Kernel::FT>(x));
    return Kernel::Point_d(static_cast<int>(p.size()), coordinates.begin(), coordinates.end());
  });
}

}  // namespace tropiary::detail
