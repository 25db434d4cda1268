#include <functional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/tropical/polynomial.hpp"
#include "tropiary/tropical/support_function.hpp"

namespace tropiary::python {

namespace {

constexpr std::size_t longest_shown = 200;  // bytes of a polynomial in its repr

std::string representation(const TropicalPolynomial& f) {
  const std::string counted = "<TropicalPolynomial in " + std::to_string(f.count_variables()) + " variables with " +
                              std::to_string(f.monomials().size()) + " monomials>";
  if (f.monomials().size() > longest_shown) return counted;
  const std::string text = to_string(f);
  if (text.size() > longest_shown) return counted;
  return "parse_tropical_polynomial(" + std::string(nb::repr(nb::cast(text)).c_str()) +
         ", variables=" + std::to_string(f.count_variables()) + ")";
}

Py_hash_t hash(const TropicalPolynomial& f) {
  std::size_t value = f.count_variables();
  const auto add = [&](const Rational& number) {
    value ^= std::hash<Rational>()(number) + 0x9e3779b97f4a7c15U + (value << 6U) + (value >> 2U);
  };
  for (const Monomial& monomial : f.monomials()) {
    for (const Rational& number : monomial.exponent) add(number);
    add(monomial.coefficient);
  }
  return static_cast<Py_hash_t>(value >> 1U);
}

}  // namespace

void bind_tropical_polynomial(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<TropicalPolynomial>(m, "TropicalPolynomial",
                                 "A tropical (max-plus) polynomial: the maximum of its monomials coefficient + "
                                 "exponent·x. An immutable value, one monomial per exponent; without monomials it is "
                                 "-inf. f(x) is a Fraction or MINUS_INFINITY.")
      .def(nb::init<std::size_t>(), "variables"_a = 0, "The polynomial -inf, without monomials.")
      .def(nb::init<std::size_t, std::vector<Monomial>>(), "variables"_a, "monomials"_a,
           "From pairs (exponent, coefficient); equal exponents are joined by max.")
      .def_static("constant", &TropicalPolynomial::constant, "variables"_a, "value"_a, "The constant polynomial.")
      .def_static("variable", &TropicalPolynomial::variable, "variables"_a, "i"_a, "The polynomial x_i, i from 0.")
      .def_prop_ro("count_variables", &TropicalPolynomial::count_variables, "The number of variables.")
      .def_prop_ro(
          "monomials",
          [](const TropicalPolynomial& f) { return std::vector(f.monomials().begin(), f.monomials().end()); },
          "Pairs (exponent, coefficient) of Fractions, sorted by exponent.")
      .def(
          "__call__", [](const TropicalPolynomial& f, const RationalVector& x) { return f(x); }, "x"_a,
          "The value at x, exactly.")
      .def(
          "maximizers", [](const TropicalPolynomial& f, const RationalVector& x) { return f.maximizers(x); }, "x"_a,
          "Positions in `monomials` of those that attain the maximum at x.")
      .def(
          "__eq__", [](const TropicalPolynomial& f, const TropicalPolynomial& g) { return f == g; }, "other"_a,
          nb::is_operator())
      .def("__hash__", &hash)
      .def("__str__", [](const TropicalPolynomial& f) { return to_string(f); })
      .def("__repr__", &representation);

  m.def("oplus", nb::overload_cast<const TropicalPolynomial&, const TropicalPolynomial&>(&oplus), "f"_a, "g"_a,
        without_gil(), "The tropical sum: the pointwise maximum.");
  m.def("otimes", nb::overload_cast<const TropicalPolynomial&, const TropicalPolynomial&>(&otimes), "f"_a, "g"_a,
        without_gil(), "The tropical product: the pointwise sum.");
  m.def(
      "oplus", [](const Tropical& a, const Tropical& b) { return oplus(a, b); }, "a"_a, "b"_a,
      "The maximum of two numbers, MINUS_INFINITY being the least.");
  m.def(
      "otimes", [](const Tropical& a, const Tropical& b) { return otimes(a, b); }, "a"_a, "b"_a,
      "The sum of two numbers; MINUS_INFINITY absorbs.");
  m.def("pow", nb::overload_cast<const TropicalPolynomial&, std::uint32_t>(&pow), "f"_a, "exponent"_a, without_gil(),
        "The tropical power: f multiplied with itself.");
  m.def(
      "substitute",
      [](const TropicalPolynomial& f, const std::vector<TropicalPolynomial>& arguments) {
        return substitute(f, arguments);
      },
      "f"_a, "arguments"_a, without_gil(), "f(g_1, ..., g_n); exponents of f must be integers ≥ 0.");
  m.def("parse_tropical_polynomial", &parse_tropical_polynomial, "text"_a, "variables"_a = 0, without_gil(),
        "Reads \"max(0, x1, 1/2 + x1 + 2*x2)\"; variables = 0 takes the largest index seen. Raises Error with line and "
        "column.");
  m.def("support_function", &support_function, "k"_a, without_gil(),
        "The support function of a polytope, the maximum of v·x over its vertices, as a tropical polynomial.");
}

}  // namespace tropiary::python
