#pragma once

#include <string>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// The Hasse diagram for Graphviz, smaller elements below.
std::string to_dot(const Poset& p);

struct DrawOptions {
  bool labels = true;
  ElementSet highlight;  ///< these points are filled; an empty universe means none
};

/// The Hasse diagram as a self-contained SVG: layered by height, components side by side, few crossings (barycentre
/// sweeps); edges are straight unless a straight one would run through another point. The same input gives the same
/// text. Throws too_large beyond 5,000 points or 10⁶ covers, dimension_mismatch for a highlight of another size. Ref
/// [sugiyama1981], [gansner1993].
std::string to_svg(const Poset& p, const DrawOptions& options = {});

}  // namespace tropiary
