#pragma once

#include "polytope/hull/hull_engine.hpp"
#include "polytope/hull/word_points.hpp"

namespace tropiary::detail {

/// The hull whose boundary an engine gave as cells: each hyperplane once, checked against all points.
FacetsAndVertices hull_from_cells(const IntegerPoints& points, const std::vector<HullCell>& cells);

}  // namespace tropiary::detail
