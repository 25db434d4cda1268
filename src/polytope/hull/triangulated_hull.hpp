#pragma once

#include <optional>
#include <vector>

#include "polytope/hull/hull_watch.hpp"
#include "polytope/hull/word_points.hpp"

namespace tropiary::detail {

/// The hull by a triangulation of its boundary (placing_hull.hpp): the engine for points in general position, and for
/// all points in space. `simplex`: d + 1 affinely independent points. Nothing when determinants of points may pass 126
/// bits, or when more than max_coplanar + cells / 8 pairs of coplanar cells arise.
std::optional<FacetsAndVertices> triangulated_hull(const WordPoints& points, const std::vector<std::size_t>& simplex,
                                                   std::size_t max_coplanar, HullWatch& watch);

}  // namespace tropiary::detail
