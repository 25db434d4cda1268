#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

struct CanonicalDigraph {
  std::vector<std::uint32_t> vertices;  ///< at each canonical position the vertex; colours ascend
  Integer automorphisms;                ///< number of automorphisms that keep the colours
};

/// A numbering of the Hasse diagram of p, coloured by `colours`, that gives the same coloured digraph for isomorphic
/// ones; by nauty [mckay2014]. p is not empty.
CanonicalDigraph canonical_hasse_diagram(const Poset& p, std::span<const std::uint32_t> colours);

}  // namespace tropiary::detail
