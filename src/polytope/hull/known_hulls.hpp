#pragma once

#include <optional>

#include "polytope/hull/word_points.hpp"

namespace tropiary::detail {

/// The hull of points in the plane that are not all on a line, by a walk along the sorted points [andrew1979].
FacetsAndVertices planar_hull(const WordPoints& points);

/// The hull of all the points (c_i)_{i ∈ U}, zero elsewhere, for the up-sets U of an order on the coordinates: an order
/// polytope stretched along the axes, whose facets come from the covers [stanley1986]; boxes among them. Nothing when
/// the points are not of this form.
std::optional<FacetsAndVertices> order_polytope_hull(const WordPoints& points);

/// The hull of points that differ from one centre in one coordinate each, to both sides in every coordinate: a
/// cross-polytope stretched along the half-axes, with a facet for each orthant. Nothing when the points are not of this
/// form. Throws too_large when the facets are more than are stored.
std::optional<FacetsAndVertices> cross_polytope_hull(const WordPoints& points);

}  // namespace tropiary::detail
