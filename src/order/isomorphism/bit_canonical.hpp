#pragma once

#include <cstdint>

#include "order/bit_order.hpp"

namespace tropiary::detail {

/// At each point its canonical position, which is also its position in a linear extension: relabelled by these,
/// isomorphic orders become equal.
std::array<std::uint8_t, ShortOrder::capacity> canonical_positions(const ShortOrder& order);
std::array<std::uint8_t, LongOrder::capacity> canonical_positions(const LongOrder& order);

}  // namespace tropiary::detail
