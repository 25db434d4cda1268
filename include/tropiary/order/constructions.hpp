#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

// Every construction throws too_large before it takes memory for more than 2²⁸ points or cover relations.

Poset chain(std::size_t n);                        ///< 1 < 2 < … < n
Poset antichain(std::size_t n);                    ///< no relations
Poset boolean_lattice(std::size_t n);              ///< subsets of [n]; point i is the subset with bit mask i
Poset divisor_lattice(std::uint64_t n);            ///< divisors of n ≥ 1 ascending, labelled by themselves
Poset divisibility_order(std::size_t n);           ///< 1, …, n by divisibility
Poset grid(std::span<const std::size_t> lengths);  ///< product of chains, last coordinate running fastest
Poset fence(std::size_t n);                        ///< 1 < 2 > 3 < 4 > …
Poset crown(std::size_t n);  ///< 2n points: i < n + i and i < n + (i mod n) + 1 for 1 ≤ i ≤ n; n ≥ 2 (n = 2 is K₂,₂)
Poset standard_example(std::size_t n);  ///< 2n points: i < n + j for i ≠ j; dimension n for n ≥ 2 [dushnik1941]
/// The complete tree with `levels` levels and `arity` points above each inner point, level by level; the root is least.
Poset complete_tree(std::size_t arity, std::size_t levels);

/// Poset k = 0..15 on four points in the order of arXiv 2412.06097, Table 1. `paper_poset(12)` is the N: 1<2, 3<2, 3<4.
Poset paper_poset(std::size_t k);

Poset dual(const Poset& p);  ///< labels kept
/// Componentwise; point (i, j) is i·|Q| + j, labelled "(a,b)" where P or Q has labels.
Poset product(const Poset& p, const Poset& q);
Poset disjoint_union(const Poset& p, const Poset& q);  ///< P + Q: P's points first
Poset ordinal_sum(const Poset& p, const Poset& q);     ///< P * Q: all of P below all of Q
/// P(Q₁, …, Qₙ): x ≤ y iff in one block and x ≤ y there, or their blocks are strictly ordered in P. Blocks may be
/// empty. Blocks are numbered one after another; labels become `block.label`. Throws dimension_mismatch unless there
/// is one block for each point of P.
Poset lexicographic_sum(const Poset& p, std::span<const Poset> blocks);

Poset induced_subposet(const Poset& p, std::span<const Element> elements);  ///< in the order given; labels kept
Poset relabelled(const Poset& p, std::span<const Element> image);           ///< point i becomes image[i]; labels follow

/// [x, y] = { z : x ≤ z ≤ y } in P's numbering, labelled by P's labels. Throws invalid_argument unless x ≤ y.
Poset interval(const Poset& p, Element x, Element y);
/// The intervals [x, y] with x ≤ y by inclusion, sorted by (x, y) and labelled "[x,y]".
Poset interval_poset(const Poset& p);

// A new least or greatest element after the points of P, labelled "⊥" or "⊤" (with primes where P has that label).
Poset with_bottom(const Poset& p);
Poset with_top(const Poset& p);
Poset with_bounds(const Poset& p);  ///< with_top(with_bottom(p))

}  // namespace tropiary
