#pragma once

#include <cstdint>
#include <span>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The mixed volume of n polytopes in R^n: the coefficient of λ₁ ⋯ λ_n in vol(λ₁ K₁ + … + λ_n K_n), so that n equal
/// ones give n! times their volume. For integer polytopes it is the number of solutions of n general equations with
/// these Newton polytopes in the complex torus (Bernstein). By the cells of type (1, …, 1) of a fine mixed subdivision;
/// the other cells are never seen. Any heights that are not general enough are noticed and replaced.
/// Throws dimension_mismatch unless there are as many polytopes as coordinates, at least one; too_large after `effort`
/// partial cells and for n > 64. Ref [huber1995].
Rational mixed_volume(std::span<const Polytope> polytopes, std::uint64_t effort = 100'000'000);

}  // namespace tropiary
