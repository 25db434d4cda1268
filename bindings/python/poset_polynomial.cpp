#include "tropiary/tropical/poset_polynomial.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

void bind_poset_polynomial(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<PosetPolynomial>(m, "PosetPolynomial",
                              "The poset polynomial f_P(x): the maximum over all up-sets F of the sum of x_i over F. "
                              "It holds the poset, never its up-sets; f(x) is exact for a poset of any size.")
      .def(nb::init<Poset>(), "poset"_a, "The polynomial of a poset.")
      .def_prop_ro("poset", &PosetPolynomial::poset, "The poset.")
      .def(
          "__call__", [](const PosetPolynomial& f, const RationalVector& x) { return f(x); }, "x"_a, without_gil(),
          "f_P(x), by one maximum flow.")
      .def(
          "__eq__", [](const PosetPolynomial& f, const PosetPolynomial& g) { return f.poset() == g.poset(); },
          "other"_a, nb::is_operator())
      .def("__hash__", [](const PosetPolynomial& f) { return nb::hash(nb::cast(f.poset())); })
      .def("__repr__", [](const PosetPolynomial& f) {
        return "PosetPolynomial(" + std::string(nb::repr(nb::cast(f.poset())).c_str()) + ")";
      });

  nb::class_<MaximumClosure>(m, "MaximumClosure",
                             "A maximum-weight closure: the least up-set among those of largest weight.")
      .def_ro("value", &MaximumClosure::value, "The largest weight of an up-set, f_P(weights).")
      .def_ro("least_up_set", &MaximumClosure::least_up_set,
              "The least up-set of this weight; its indicator is the canonical subgradient of f_P.");
  m.def(
      "maximum_closure", [](const Poset& p, const RationalVector& weights) { return maximum_closure(p, weights); },
      "p"_a, "weights"_a, without_gil(), "The maximum-weight closure by one maximum flow; exact, any size.");
  m.def(
      "maximum_closure_by_up_sets",
      [](const Poset& p, const RationalVector& weights) { return maximum_closure_by_up_sets(p, weights); }, "p"_a,
      "weights"_a, without_gil(), "The same by listing every up-set: an oracle for tests, exponential.");
  m.def("expand", nb::overload_cast<const PosetPolynomial&, std::size_t>(&expand), "f"_a,
        "max_monomials"_a = std::size_t{1} << 22, without_gil(),
        "All monomials of a poset polynomial, one per up-set, coefficient 0.");
  m.def(
      "poset_polynomial_with_coefficients",
      [](const Poset& p, const std::vector<Tropical>& coefficients) {
        return poset_polynomial_with_coefficients(p, coefficients);
      },
      "p"_a, "coefficients"_a, without_gil(),
      "The maximum over up-sets F of a_F + the sum of x_i over F; coefficients in the order of up_sets(p).");
}

}  // namespace tropiary::python
