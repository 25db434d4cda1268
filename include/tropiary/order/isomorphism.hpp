#pragma once

#include <optional>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

// Cost of what is here: on at most 64 points one search in machine words [mckay2014], well below a microsecond for most
// posets on up to 16 points. On more points O(n log n + covers) when hashes tell the points apart; else what
// modular_decomposition costs (parts that are too large for it stay whole) and a search for each prime quotient,
// coloured by the isomorphism types of its blocks: of more than 64 blocks trees are taken off and nauty labels the
// core.

/// An isomorphism a → b: for each element of a its image in b; nothing when the posets are not isomorphic. Labels do
/// not count.
std::optional<std::vector<Element>> find_isomorphism(const Poset& a, const Poset& b);

/// The group Aut(P) of the order-preserving permutations of the points whose inverses preserve the order too.
struct AutomorphismGroup {
  Integer order;
  std::vector<std::vector<Element>> generators;  ///< each as the images of the points; none for the trivial group
  std::vector<std::vector<Element>> orbits;      ///< ascending, by their least points; they partition the points
};

/// Generators come from isomorphic blocks of the modular decomposition (a swap and a cycle for each symmetric group)
/// and from the searches. Throws too_large for more than 2²⁸ images in all.
AutomorphismGroup automorphism_group(const Poset& p);

}  // namespace tropiary
