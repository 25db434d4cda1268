#pragma once

#include <span>

#include "tropiary/order/poset.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

/// P(Q₁, …, Qₙ): the lexicographic sum, the composition of the operad of finite posets.
Poset compose(const Poset& p, std::span<const Poset> blocks);
/// P ∘_i Q: Q in place of point i (0-based), the other points kept.
Poset compose(const Poset& p, Element i, const Poset& q);

/// Which action of the operad on pairs (f, β) is meant: `reduced` takes the maximum over non-empty antichains (an
/// algebra for arbitrary pairs); `pointed` admits the empty one (an algebra on pairs with f ≥ 0).
enum class Action { reduced, pointed };

/// A tropical polynomial with its linear form β = ⟨b, ·⟩ ("the block's full sum").
struct PointedPolynomial {
  TropicalPolynomial f;
  RationalVector b;
  friend bool operator==(const PointedPolynomial&, const PointedPolynomial&) = default;
};

/// P(f₁, …, fₙ) = max over antichains A of P of Σ_{i∈A} f_i + Σ_{i above A} β_i, new β = Σ β_i. All polynomials share
/// one set of variables. Throws dimension_mismatch.
PointedPolynomial act(const Poset& p, std::span<const PointedPolynomial> arguments, Action action = Action::pointed);

/// The composition of poset polynomials as tropical polynomials on the concatenated variables: each f_{Q_i} is put on
/// its own block of variables and P acts. Equals the expansion of f_{P(Q₁,…,Qₙ)}.
TropicalPolynomial compose_polynomials(const Poset& p, std::span<const Poset> blocks);

}  // namespace tropiary
