#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The number of integer points of K. Fixes one coordinate after another inside the projections of K, a whole line of
/// points at a time; when that takes long, sums over the vertices instead (see ehrhart_polynomial), where the size of K
/// does not matter. Throws too_large when both take more than `effort` steps. Ref [brion1988], [barvinok1994].
Integer count_lattice_points(const Polytope& k, std::uint64_t effort = 100'000'000);

/// The number of integer points in the relative interior; throws like count_lattice_points.
Integer count_interior_lattice_points(const Polytope& k, std::uint64_t effort = 100'000'000);

enum class LatticePointRange { all, relative_interior };

/// Calls `visit` for the integer points in lexicographic order until it returns false; the result is whether it never
/// did. Throws too_large after `effort` partial assignments. Cost: exact projections of K first, by eliminating one
/// coordinate of adjacent facets after another; then O(facets of the projections) per partial assignment.
bool visit_lattice_points(const Polytope& k, const std::function<bool(std::span<const Integer>)>& visit,
                          LatticePointRange range = LatticePointRange::all, std::uint64_t effort = 1'000'000'000);

/// The integer points, in lexicographic order. Throws too_large for more than `max_points`.
std::vector<std::vector<Integer>> lattice_points(const Polytope& k, LatticePointRange range = LatticePointRange::all,
                                                 std::size_t max_points = std::size_t{1} << 22);

}  // namespace tropiary
