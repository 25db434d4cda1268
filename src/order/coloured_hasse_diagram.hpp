#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

struct CanonicalNumbering {
  std::vector<std::uint32_t> vertices;  ///< at each canonical position the vertex; colours ascend
  Integer automorphisms;                ///< number of automorphisms that keep the colours
};

/// A numbering of the points of p, coloured by `colours`, that gives the same coloured poset for isomorphic ones; by
/// nauty [mckay2014]. The colours of the two ends of a cover must say which is the lower one: so the Hasse diagram is
/// taken without directions, and nauty's refinement, which looks along arcs only, sees the neighbours on both sides. p
/// is not empty.
CanonicalNumbering canonical_hasse_diagram(const Poset& p, std::span<const std::uint32_t> colours);

}  // namespace tropiary::detail
