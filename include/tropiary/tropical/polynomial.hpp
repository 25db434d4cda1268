#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/linear_algebra.hpp"
#include "tropiary/tropical/tropical.hpp"

namespace tropiary {

/// a ⊙ x^v = a + v · x with a finite coefficient; exponents are rational (support functions need that).
struct Monomial {
  RationalVector exponent;
  Rational coefficient;
  friend bool operator==(const Monomial&, const Monomial&) = default;
};

/// A tropical polynomial ⊕_v a_v ⊙ x^v in n variables: an immutable value, its monomials sorted by exponent, one per
/// exponent. The polynomial without monomials is −∞.
class TropicalPolynomial {
 public:
  explicit TropicalPolynomial(std::size_t variables = 0) : variables_(variables) {}
  /// Equal exponents are joined by max. Throws dimension_mismatch for an exponent of the wrong length.
  TropicalPolynomial(std::size_t variables, std::vector<Monomial> monomials);
  static TropicalPolynomial constant(std::size_t variables, Rational value);
  static TropicalPolynomial variable(std::size_t variables, std::size_t i);  ///< x_i, i 0-based

  [[nodiscard]] std::size_t count_variables() const noexcept { return variables_; }
  [[nodiscard]] std::span<const Monomial> monomials() const noexcept { return monomials_; }
  [[nodiscard]] Tropical operator()(std::span<const Rational> x) const;  ///< Throws dimension_mismatch
  /// Positions in monomials() of those that attain the maximum at x.
  [[nodiscard]] std::vector<std::size_t> maximizers(std::span<const Rational> x) const;

  /// Equal as formal polynomials (the same functions may have several; see remove_redundant_terms).
  friend bool operator==(const TropicalPolynomial&, const TropicalPolynomial&) = default;

 private:
  std::size_t variables_;
  std::vector<Monomial> monomials_;
};

TropicalPolynomial oplus(const TropicalPolynomial& f, const TropicalPolynomial& g);
TropicalPolynomial otimes(const TropicalPolynomial& f, const TropicalPolynomial& g);
TropicalPolynomial pow(const TropicalPolynomial& f, std::uint32_t exponent);  ///< f ⊙ … ⊙ f
/// f(g₁, …, gₙ). Exponents of f must be integers ≥ 0 (a negative power of a sum is no polynomial).
TropicalPolynomial substitute(const TropicalPolynomial& f, std::span<const TropicalPolynomial> arguments);

/// Max-plus notation in ordinary arithmetic: "max(0, x1, 1/2 + x1 + 2*x2)"; "-inf" without monomials.
std::string to_string(const TropicalPolynomial& f);
/// Reads "max(0, x1, 1/2 + x1 + 2*x2)", with +, -, rational multiples, nested max and parentheses; variables x1..xn.
/// `variables` = 0 takes the largest index seen. Throws parse_error with line and column.
TropicalPolynomial parse_tropical_polynomial(std::string_view text, std::size_t variables = 0);

}  // namespace tropiary
