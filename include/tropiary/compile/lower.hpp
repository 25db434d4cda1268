#pragma once

#include "tropiary/network/network.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

/// A network with f_P as its one output, inputs in the order of the points. By the rewrite rules of the modular
/// decomposition (point → relu(x); disjoint union → sum; ordinal sum low below Q → max(f_Q, s_Q + f_low)), prime
/// factors by branching on a point with memo on the remaining sub-posets. Up-sets are never listed.
/// Cost: linear in the term apart from its prime factors. Throws too_large when a prime factor needs more than 2²⁰
/// sub-posets.
TropicalNetwork lower(const Term& term);
TropicalNetwork lower(const Poset& p);

/// A tropical polynomial as it is written: one affine node per monomial and their maximum.
/// Throws invalid_argument for −∞, the polynomial without monomials.
TropicalNetwork lower(const TropicalPolynomial& f);

/// The baseline: the maximum over all up-sets, one affine node each. Throws too_large beyond `max_up_sets`.
TropicalNetwork lower_by_up_sets(const Poset& p, std::size_t max_up_sets = std::size_t{1} << 16);

}  // namespace tropiary
