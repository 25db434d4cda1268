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
  m.def("order_polynomial", &order_polynomial, "p"_a, without_gil(),
        "Coefficients of t^0, t^1, ... of the polynomial that counts the order-preserving maps p → {1..t}.");
  m.def("strict_order_polynomial", &strict_order_polynomial, "p"_a, without_gil(),
        "Coefficients of the polynomial that counts the maps p → {1..t} with x < y ⇒ f(x) < f(y).");
  m.def("order_series", &order_series, "p"_a, without_gil(),
        "The numerator, coefficients of x^0, x^1, ..., of the sum over m ≥ 0 of Ω(m)·x^m, the denominator being "
        "(1 - x)^(|p|+1).");
  m.def("descent_polynomial", &descent_polynomial, "p"_a, "max_down_sets"_a = std::size_t{1} << 18, without_gil(),
        "The numbers of linear extensions with 0, 1, ... descents in a natural numbering: the h*-vector of the order "
        "polytope. Raises Error (\"too_large\") beyond 64 points or so many down-sets.");
  m.def("characteristic_polynomial", &characteristic_polynomial, "p"_a, without_gil(),
        "Coefficients of q^0, q^1, ... of the sum of μ(0, x)·q^(rank of p - rank of x), for a graded p with a least "
        "element.");
  m.def("zeta_polynomial", &zeta_polynomial, "p"_a, without_gil(),
        "Coefficients of q^0, q^1, ... of the polynomial Z with Z(2) = |P|, Z(3) = number of pairs x ≤ y, ...");
  m.def("dimension", &dimension, "p"_a, "effort"_a = std::size_t{50'000'000}, without_gil(),
        "The least number of linear orders whose intersection is p. Raises Error (\"too_large\") when the search "
        "exceeds this many nodes.");
  m.def(
      "realiser", &realiser, "p"_a, "effort"_a = std::size_t{50'000'000}, without_gil(),
      "Linear extensions, dimension(p) of them, whose intersection is p. Raises Error (\"too_large\") like dimension.");
  m.def(
      "is_realiser",
      [](const Poset& p, const std::vector<std::vector<Element>>& arrangements) {
        return is_realiser(p, arrangements);
      },
      "p"_a, "arrangements"_a, without_gil(), "Whether these are linear extensions of p whose intersection is p.");
  m.def("automorphism_group_order", &automorphism_group_order, "p"_a, without_gil(),
        "The number of automorphisms of p.");
  m.def("canonical_form", &canonical_form, "p"_a, without_gil(),
        "A poset on the same points, equal for isomorphic posets; no labels.");
}

}  // namespace tropiary::python
