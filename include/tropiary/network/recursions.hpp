#pragma once

#include <span>

#include "tropiary/network/named_network.hpp"
#include "tropiary/order/poset.hpp"
#include "tropiary/tropical/tropical.hpp"

namespace tropiary {

// Dynamic programs over the semirings (max, +), (min, +) and (max, min), compiled exactly by the same passes as any
// network. Each throws too_large when it would need more than 2²⁶ arguments of nodes.

enum class Semiring { max_plus, min_plus };

/// y_i = ⊕_j a_ij ⊙ x_j for a matrix of rows; entries that are not finite take no part. Throws dimension_mismatch for
/// rows of different lengths, invalid_argument for a row without finite entries: its value is no number.
TropicalNetwork matrix_vector_product(std::span<const std::vector<Tropical>> matrix,
                                      Semiring semiring = Semiring::max_plus);

/// An arc of a directed graph on the vertices 0, …, n − 1.
struct Arc {
  std::size_t from;
  std::size_t to;
  friend bool operator==(const Arc&, const Arc&) = default;
};

/// Bellman–Ford. Inputs: one length for each arc, "w[u,v]". Outputs "d[v]": the length of a shortest walk from the
/// source with fewer than n arcs, for the vertices that can be reached; a shortest path when no cycle is negative.
/// Then "d[r][v]", the same for at most r arcs, r = 0, …, n − 2.
NamedNetwork bellman_ford(std::size_t vertices, std::span<const Arc> arcs, std::size_t source);

/// Breadth-first search. Inputs: one number for each arc, "a[u,v]", 1 where it is there and 0 where it is not. Outputs
/// "r[v]": 1 where v can be reached from the source, else 0; of other inputs, the widest path: the largest over the
/// paths of the smallest of their arcs and 1, or 0. Then "r[k][v]", for paths of at most k arcs.
NamedNetwork reachability(std::size_t vertices, std::span<const Arc> arcs, std::size_t source);

/// The heaviest chain. Inputs: a weight for each point. Outputs "chain": the largest sum over a chain, 0 for the empty
/// one; then "c[i]", the largest over the chains whose top is point i.
NamedNetwork heaviest_chain(const Poset& p);

/// Viterbi's algorithm. `initial[i]` and `transition[i][j]` (from i to j) are logarithms of weights, −∞ for impossible;
/// inputs "e[t,i]": the score of the observation at time t in state i, row by row. Outputs "best": the score of the
/// best sequence of states; then "v[t,i]", that of the best one that ends in i at time t, where there is one.
/// Throws invalid_argument when no sequence is possible. Ref [viterbi1967].
NamedNetwork viterbi(std::span<const Tropical> initial, std::span<const std::vector<Tropical>> transition,
                     std::size_t times);

/// The weight of a minimum spanning tree of the complete graph on n ≥ 1 vertices. Inputs "x[i,j]", i < j, row by row;
/// outputs "tree", then "y[k]" for k = n − 1, …, 1: vertex k's cheapest edge to the vertices below it once those above
/// it are contracted. O(n³) maxima, where the tropical polynomial has n^(n−2) terms. Ref [hertrich2023].
NamedNetwork minimum_spanning_tree(std::size_t vertices);

}  // namespace tropiary
