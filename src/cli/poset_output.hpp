#pragma once

#include "tropiary/order/poset.hpp"

namespace tropiary::cli {

/// A line with the poset as relations, or as JSON.
void print_poset(const Poset& p, bool json);

}  // namespace tropiary::cli
