#pragma once

#include "tropiary/order/linear_extensions.hpp"

namespace tropiary::detail {

DownSetWays ways_to_fill(const Poset& p, const DownSets& down_sets);
DownSetWays ways_to_complete(const Poset& p, const DownSets& down_sets);

}  // namespace tropiary::detail
