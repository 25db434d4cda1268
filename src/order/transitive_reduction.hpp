#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// Drops the relations that follow from others. `relations` is sorted, acyclic and without repetition; `extension` is a
/// linear extension and `ranks` its inverse. Memory: O(n · block) bits whatever n, so that no n × n matrix is made.
void remove_implied_relations(std::vector<Relation>& relations, std::span<const Element> extension,
                              std::span<const std::uint32_t> ranks);

}  // namespace tropiary::detail
