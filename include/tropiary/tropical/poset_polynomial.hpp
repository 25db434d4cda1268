#pragma once

#include <span>

#include "tropiary/order/poset.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

/// The poset polynomial f_P(x) = max over up-sets F of Σ_{i∈F} x_i, empty up-set included, so f_P ≥ 0: the support
/// function of the order polytope. Holds the poset, never its up-sets.
class PosetPolynomial {
 public:
  explicit PosetPolynomial(Poset poset) : poset_(std::move(poset)) {}
  [[nodiscard]] const Poset& poset() const noexcept { return poset_; }

  /// f_P(x). Any size; see maximum_closure. Throws dimension_mismatch.
  [[nodiscard]] Rational operator()(std::span<const Rational> x) const;

 private:
  Poset poset_;
};

/// A maximum-weight closure: the least up-set among those of largest weight Σ_{i∈F} x_i.
struct MaximumClosure {
  Rational value;
  ElementSet least_up_set;  ///< its indicator is the canonical subgradient of f_P at x
};

/// By one maximum flow (sum of positive weights − minimum cut) on the Hasse diagram; exact, any size of poset and of
/// numbers. Throws dimension_mismatch. Ref [picard1976].
MaximumClosure maximum_closure(const Poset& p, std::span<const Rational> weights);

/// The same by listing every up-set: the oracle. Exponential.
MaximumClosure maximum_closure_by_up_sets(const Poset& p, std::span<const Rational> weights);

/// All monomials: one per up-set, coefficient 0. Throws too_large for more than `max_monomials` up-sets.
TropicalPolynomial expand(const PosetPolynomial& f, std::size_t max_monomials = std::size_t{1} << 22);

/// The general form max_F (a_F + Σ_{i∈F} x_i): `coefficients` in the order of up_sets(p).
/// Throws dimension_mismatch unless there is one for each up-set.
TropicalPolynomial poset_polynomial_with_coefficients(const Poset& p, std::span<const Tropical> coefficients);

}  // namespace tropiary
