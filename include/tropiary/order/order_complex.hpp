#pragma once

#include <cstddef>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

// The order complex of P: the simplicial complex whose faces are the chains of P.

/// μ(x, y): 1 for x = y, −Σ μ(x, z) over x ≤ z < y for x < y, else 0. Throws invalid_argument for an element ≥ size.
Integer mobius(const Poset& p, Element x, Element y);
/// μ(x, y) in row x and column y: the inverse of the matrix of ≤. Throws too_large beyond 4096 points.
std::vector<std::vector<Integer>> mobius_matrix(const Poset& p);
/// μ(0̂, 1̂) of P with both bounds adjoined; −1 for the empty poset.
Integer reduced_euler_characteristic(const Poset& p);
/// Vertices − edges + triangles − … of the order complex; 0 for the empty poset.
Integer euler_characteristic(const Poset& p);

/// The numbers of chains of 1, 2, …, height elements. Throws too_large beyond some seconds of work.
std::vector<Integer> order_complex_f_vector(const Poset& p);
/// h₀, …, h_d with Σ h_i x^(d−i) = Σ f_{i−1} (x − 1)^(d−i), d the height; 1 for the empty poset.
std::vector<Integer> order_complex_h_vector(const Poset& p);

/// P without its irreducible points: one after another, points with exactly one upper or exactly one lower cover are
/// taken out until there is none. Up to isomorphism the order of removal does not matter, and the order complexes of P
/// and of its core are homotopy equivalent. Labels kept. Ref [stong1966]. Throws too_large beyond Poset::closure_limit.
Poset homotopy_core(const Poset& p);
/// The dimensions of the reduced rational homology of the order complex in degrees 0, 1, …, height − 1. (The empty
/// poset has none in these degrees and one in degree −1.)
///
/// Sums over disjoint unions and products over ordinal sums (joins of complexes); for a prime part the ranks of the
/// boundary maps of its core, by exact elimination. Throws too_large when such a core has more than `max_faces` chains.
std::vector<Integer> reduced_betti_numbers(const Poset& p, std::size_t max_faces = std::size_t{1} << 18);

}  // namespace tropiary
