#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "polytope/faces/bit_matrix.hpp"

namespace tropiary::detail {

/// The pulling triangulation of a polytope from incidences alone: every face is the join of its first vertex with those
/// of its facets that miss it. `facets` has a row for each facet (or for each set whose maximal ones are the facets)
/// and a column for each vertex. `cell` gets the dimension + 1 vertices of each simplex and says whether to go on; the
/// result is whether all were given. Numbering the vertices alike on all faces makes the triangulations of faces agree.
/// Ref [deloera2010], §4.3.
bool pulling_triangulation(const BitMatrix& facets, std::size_t dimension,
                           const std::function<bool(std::span<const std::size_t>)>& cell);

}  // namespace tropiary::detail
