#include "tropiary/order/invariants.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary::python {

void bind_invariants(nb::module_& m) {
  using namespace nb::literals;
  m.def("height", &height, "p"_a, without_gil(), "The number of elements of a longest chain.");
  m.def("width", &width, "p"_a, without_gil(), "The number of elements of a largest antichain (Dilworth).");
  m.def("maximum_antichain", &maximum_antichain, "p"_a, without_gil(), "A largest antichain (Kőnig).");
  m.def("count_connected_components", &count_connected_components, "p"_a, without_gil(),
        "The number of connected components of the Hasse diagram.");
  m.def("count_up_sets", nb::overload_cast<const Poset&>(&count_up_sets), "p"_a, without_gil(),
        "The number of up-sets = of down-sets = of antichains, without listing them.");
  m.def(
      "count_linear_extensions",
      [](const Poset& p, std::size_t memory_limit_states, std::string_view method) {
        return count_linear_extensions(p, linear_extension_method(method), memory_limit_states);
      },
      "p"_a, "memory_limit_states"_a = std::size_t{1} << 26, "method"_a = "automatic", without_gil(),
      "The number e(P) of linear extensions. method: \"automatic\", \"decomposition\", \"tree\", \"components\" or "
      "\"levels\". Raises Error (\"too_large\") when a prime factor needs more than memory_limit_states states.");
  m.def("is_lattice", &is_lattice, "p"_a, without_gil(), "Whether p is bounded with all meets.");
  m.def("is_graded", &is_graded, "p"_a, without_gil(), "Whether all maximal chains have the same length.");
  m.def("order_polynomial", &order_polynomial, "p"_a, without_gil(),
        "Coefficients of t^0, t^1, ... of the polynomial that counts the order-preserving maps p → {1..t}.");
  m.def("zeta_polynomial", &zeta_polynomial, "p"_a, without_gil(),
        "Coefficients of q^0, q^1, ... of the polynomial Z with Z(2) = |P|, Z(3) = number of pairs x ≤ y, ...");
  m.def("reduced_euler_characteristic", &reduced_euler_characteristic, "p"_a, without_gil(),
        "The Möbius function from bottom to top of p with both bounds adjoined.");
  m.def("dimension", &dimension, "p"_a, "effort"_a = std::size_t{50'000'000}, without_gil(),
        "The least number of linear orders whose intersection is p. Raises Error (\"too_large\") when the search "
        "exceeds this many nodes.");
  m.def("automorphism_group_order", &automorphism_group_order, "p"_a, without_gil(),
        "The number of automorphisms of p.");
  m.def("canonical_form", &canonical_form, "p"_a, without_gil(),
        "A poset on the same points, equal for isomorphic posets; no labels.");
}

}  // namespace tropiary::python
