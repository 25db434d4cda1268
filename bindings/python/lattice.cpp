#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary::python {

void bind_lattice(nb::module_& m) {
  using namespace nb::literals;
  constexpr std::uint64_t effort = 100'000'000;
  m.def("volume", &volume, "k"_a, "max_faces"_a = std::size_t{1} << 20, without_gil(),
        "The exact volume in the ambient space, 0 for a polytope of lower dimension.");
  m.def("count_lattice_points", &count_lattice_points, "k"_a, "effort"_a = effort, without_gil(),
        "The number of integer points. Raises Error (\"too_large\") after this many partial assignments.");
  m.def("ehrhart_polynomial", &ehrhart_polynomial, "k"_a, "effort"_a = effort, without_gil(),
        "Coefficients of t^0, t^1, ... of the polynomial that counts the integer points of t·K, K with integer "
        "vertices.");
  m.def(
      "h_star", [](const RationalVector& ehrhart) { return h_star(ehrhart); }, "ehrhart"_a,
      "The h*-vector of an Ehrhart polynomial, without trailing zeros.");
}

}  // namespace tropiary::python
