#pragma once

#include <cstddef>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// The number of up-sets; throws too_large, in the name of `function`, before it counts further than what may be
/// stored: `max_vertices`, and dense vertices of some 4 GB.
std::size_t count_poset_polytope_vertices(const Poset& p, std::size_t max_vertices, const char* function);
/// Throws too_large unless so many dense facets may be stored.
void check_poset_polytope_facets(const Poset& p, const Integer& count, const char* function);

/// chain_order_polytope in the name of `function`.
Polytope chain_order_polytope(const Poset& p, const ElementSet& chain_part, std::size_t max_vertices,
                              const char* function);

}  // namespace tropiary::detail
