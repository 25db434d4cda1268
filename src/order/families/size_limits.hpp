#pragma once

#include <cstddef>
#include <string>

#include "tropiary/error.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// Points or cover relations of a construction.
inline constexpr std::size_t size_limit = std::size_t{1} << 28;

[[noreturn]] inline void throw_too_large(const char* function, const std::string& what,
                                         std::size_t limit = size_limit) {
  throw Error(Errc::too_large, std::string(function) + ": " + what + ", at most " + std::to_string(limit));
}

inline void require_size(const char* function, std::size_t points, std::size_t limit = size_limit) {
  if (points > limit) throw_too_large(function, std::to_string(points) + " points", limit);
}

/// a · b, or size_limit + 1 when that is more than the limit.
inline std::size_t capped_product(std::size_t a, std::size_t b) {
  if (a == 0 || b == 0) return 0;
  return a > size_limit / b ? size_limit + 1 : a * b;
}

/// a + b, or size_limit + 1 when that is more than the limit.
inline std::size_t capped_sum(std::size_t a, std::size_t b) {
  return a > size_limit || b > size_limit - a ? size_limit + 1 : a + b;
}

inline Relation relation(std::size_t lower, std::size_t upper) { return {element(lower), element(upper)}; }

}  // namespace tropiary::detail
