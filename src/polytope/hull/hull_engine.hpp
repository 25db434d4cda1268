#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "polytope/hull/hull_watch.hpp"
#include "polytope/hull/word_points.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// Different points of Z^d, sorted lexicographically.
using IntegerPoints = std::vector<std::vector<Integer>>;

/// d affinely independent points, by position, whose hyperplane supports a facet.
using HullCell = std::vector<std::size_t>;

// A hull engine takes points that affinely span R^d, d ≥ 2, and returns cells whose hyperplanes are all the facets of
// their hull, each facet at least once. Engines give positions, never numbers of their own: the door (convex_hull.cpp)
// computes every hyperplane exactly and merges the cells that share one.
std::vector<HullCell> cgal_planar_cells(const IntegerPoints& points);   // d = 2
std::vector<HullCell> cgal_spatial_cells(const IntegerPoints& points);  // d = 3
std::vector<HullCell> cgal_d_cells(const IntegerPoints& points);        // coordinates of at most 53 bits
std::vector<HullCell> cgal_d_exact_cells(const IntegerPoints& points);  // coordinates of any size
std::vector<HullCell> brute_force_cells(const IntegerPoints& points);   // Throws too_large

/// The hull of such points with coordinates ≥ 0 of any size.
FacetsAndVertices double_description_hull(const IntegerPoints& points, HullWatch& watch);

/// The form that vanishes on the points of the cell, of either sign; nothing if they are affinely dependent.
std::optional<AffineForm> hyperplane_through(const IntegerPoints& points, const HullCell& cell);

/// Of d + 1 affinely independent points: row k is the form [constant, normal] that vanishes on all of them but point k,
/// where it is positive; its entries are the d × d minors of the points with a leading 1, up to one sign.
std::vector<std::vector<Integer>> simplex_minors(const IntegerPoints& simplex);

/// form(x).
Integer value_at(const AffineForm& form, const std::vector<Integer>& x);

}  // namespace tropiary::detail
