#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "order/isomorphism/pendant_trees.hpp"
#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

struct CanonicalNumbering {
  std::vector<std::uint32_t> vertices;  ///< at each canonical position the vertex
  Integer automorphisms;                ///< number of automorphisms that keep the colours
  std::vector<Moves> generators;        ///< of the group of these automorphisms
};

/// A numbering of the points of a prime poset, coloured by `colours`, that gives the same coloured poset for isomorphic
/// ones, and is a linear extension. At most 64 points by our own search; of more points the pendant trees are taken off
/// and the core is left to nauty [mckay2014]. Beyond 64 points p need not be prime, only connected.
CanonicalNumbering canonical_prime(const Poset& p, std::span<const std::uint32_t> colours);

}  // namespace tropiary::detail
