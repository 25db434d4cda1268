#pragma once

#include <optional>
#include <string>
#include <vector>

#include "polytope/faces/lattices.hpp"
#include "tropiary/polytope/equivalence.hpp"

namespace tropiary::detail {

/// The linear part, given by rows, of an affine map with a's vertices ↦ b's vertices at these positions; it maps the
/// complement of a's frame to that of b's as far as both reach.
RationalMatrix vertex_map(const Polytope& a, const Frame& of_a, const Polytope& b, const Frame& of_b,
                          const std::vector<std::size_t>& vertex_images);

/// Lattice polytopes a → b by a map that preserves lattice distances from facets, and generators of all such maps b → b
/// as permutations of the vertices. Either some composition maps the integer points of the affine hulls to each other,
/// or none does, and the difference says why. Throws too_large when b's lattice has more than 2^12 images.
struct LatticeMatch {
  std::optional<std::vector<std::size_t>> permutation;
  std::string difference;
};
LatticeMatch map_lattice(const Polytope& a, const Polytope& b, const std::vector<std::size_t>& vertex_images,
                         const std::vector<std::vector<std::size_t>>& generators);

/// Reduces the group to the subgroup that maps the integer points of the affine hull to themselves.
void keep_lattice(const Polytope& k, PolytopeAutomorphisms& group);

}  // namespace tropiary::detail
