#include "tropiary/tropical/poset_polynomial.hpp"

#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

constexpr std::size_t entry_limit = std::size_t{1} << 27;

Monomial monomial_of(const ElementSet& up_set, Rational coefficient) {
  Monomial monomial{RationalVector(up_set.universe_size()), std::move(coefficient)};
  for (const Element e : up_set) monomial.exponent[index(e)] = 1;
  return monomial;
}

}  // namespace

Rational PosetPolynomial::operator()(std::span<const Rational> x) const { return maximum_closure(poset_, x).value; }

MaximumClosure maximum_closure_by_up_sets(const Poset& p, std::span<const Rational> weights) {
  if (weights.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "maximum_closure_by_up_sets: " + std::to_string(weights.size()) +
                                              " weights for a poset with " + std::to_string(p.size()) + " points");
  }
  MaximumClosure best{0, ElementSet(p.size())};  // the empty up-set comes first
  for (const ElementSet& up_set : up_sets(p)) {
    Rational weight;
    for (const Element e : up_set) weight += weights[index(e)];
    if (weight < best.value) continue;
    // The maximisers are closed under intersection, so that of all of them is the least.
    best = {weight, weight > best.value ? up_set : best.least_up_set & up_set};
  }
  return best;
}

TropicalPolynomial expand(const PosetPolynomial& f, std::size_t max_monomials) {
  const Poset& p = f.poset();
  std::size_t count = 0;
  for (auto up_set = up_sets(p).begin(); up_set != std::default_sentinel; ++up_set) {
    if (++count > max_monomials || (!p.empty() && count > entry_limit / p.size())) {
      throw Error(Errc::too_large, "expand: the polynomial of a poset with " + std::to_string(p.size()) +
                                       " points has " + std::to_string(count) + " monomials or more");
    }
  }
  std::vector<Monomial> monomials;
  monomials.reserve(count);
  for (const ElementSet& up_set : up_sets(p)) monomials.push_back(monomial_of(up_set, 0));
  return {p.size(), std::move(monomials)};
}

TropicalPolynomial poset_polynomial_with_coefficients(const Poset& p, std::span<const Tropical> coefficients) {
  std::vector<Monomial> monomials;
  std::size_t count = 0;
  for (const ElementSet& up_set : up_sets(p)) {
    if (count == coefficients.size()) {
      throw Error(Errc::dimension_mismatch, "poset_polynomial_with_coefficients: " + std::to_string(count) +
                                                " coefficients, but there are more up-sets");
    }
    const Tropical& coefficient = coefficients[count++];
    if (coefficient.is_finite()) monomials.push_back(monomial_of(up_set, coefficient.value()));
  }
  if (count != coefficients.size()) {
    throw Error(Errc::dimension_mismatch, "poset_polynomial_with_coefficients: " + std::to_string(coefficients.size()) +
                                              " coefficients for " + std::to_string(count) + " up-sets");
  }
  return {p.size(), std::move(monomials)};
}

}  // namespace tropiary
