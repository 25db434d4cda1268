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

/// The Hasse diagram as a self-contained SVG: layered by height, few crossings (barycentre sweeps), edges straight.
/// Throws too_large beyond 5,000 points.
std::string to_svg(const Poset& p, const DrawOptions& options = {});

}  // namespace tropiary
