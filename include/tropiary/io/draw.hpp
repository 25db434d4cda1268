#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// What a highlighted set is claimed to be; the functions below verify it.
enum class Highlight : std::uint8_t {
  points,    ///< any points
  up_set,    ///< a filter
  down_set,  ///< an ideal
  chain,
  antichain,
  module,  ///< a module, in a box where no other point is in the way
};

std::string_view to_string(Highlight kind) noexcept;  ///< "points", "up_set", …
/// The kind with this name. Throws invalid_argument.
Highlight highlight_kind(std::string_view name);

struct DrawOptions {
  bool labels = true;
  /// These points are filled, and so are the covers between them drawn; an empty universe means none.
  ElementSet highlight = {};
  Highlight kind = Highlight::points;
};

// The Hasse diagram, smaller elements below. The same input gives the same text. All throw dimension_mismatch for a
// highlight of another size, and invalid_argument with a witness for one that is not what it is claimed to be.

/// For Graphviz.
std::string to_dot(const Poset& p, const DrawOptions& options = {});

/// A self-contained SVG: layered by height, components side by side, few crossings (barycentre sweeps), symmetric where
/// the poset has a symmetry that a picture can show; edges are straight unless a straight one would run through another
/// point. Throws too_large beyond 5,000 points or 10⁶ covers. Ref [sugiyama1981], [gansner1993].
std::string to_svg(const Poset& p, const DrawOptions& options = {});

/// The same picture as a `tikzpicture`, or as a document of its own (class `standalone`). Throws like to_svg.
std::string to_tikz(const Poset& p, const DrawOptions& options = {}, bool standalone = false);

}  // namespace tropiary
