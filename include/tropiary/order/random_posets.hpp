#pragma once

#include <cstdint>
#include <span>

#include "tropiary/exact/rational.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

// Random posets. The same arguments give the same poset on every machine. Probabilities are exact; those outside [0, 1]
// or with a denominator beyond 2⁶³ throw invalid_argument. Every function throws too_large before it takes memory for
// more than 2²⁴ points, or for more than 2²⁶ pairs of points where the model asks about each pair.

/// The closure of a random graph: each pair i < j of a random numbering is related with the given probability
/// [winkler1985].
Poset random_graph_order(std::size_t n, const Rational& probability, std::uint64_t seed);
/// The intersection of k ≥ 1 uniformly random linear orders, so of dimension at most k.
Poset random_dimension_order(std::size_t n, std::size_t k, std::uint64_t seed);
/// Levels of the given sizes, from below; each pair in neighbouring levels is related with the given probability, and
/// what follows. Two levels make a random bipartite poset.
Poset random_layered_order(std::span<const std::size_t> levels, const Rational& probability, std::uint64_t seed);
/// n intervals with 2n distinct ends, all ways to pair the ends equally likely; an interval is below those that begin
/// after its end.
Poset random_interval_order(std::size_t n, std::uint64_t seed);
/// A set is split into two parts of uniformly random size, which stand beside or above each other with equal chances,
/// and so on; the numbering is random.
Poset random_series_parallel_order(std::size_t n, std::uint64_t seed);
/// A rooted tree, uniformly random among the n^(n−1) labelled ones, by a Prüfer sequence; the root is least.
Poset random_tree_order(std::size_t n, std::uint64_t seed);

}  // namespace tropiary
