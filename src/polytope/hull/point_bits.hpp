#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace tropiary::detail {

/// std::popcount without the call that it is where the compiler may not assume the instruction.
inline std::size_t count_ones(std::uint64_t x) noexcept {
  x -= (x >> 1) & 0x5555555555555555U;
  x = (x & 0x3333333333333333U) + ((x >> 2) & 0x3333333333333333U);
  x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fU;
  return static_cast<std::size_t>((x * 0x0101010101010101U) >> 56);
}

/// The positions of the ones among the bits of words, ascending.
template <class Words, class Visit>
void for_each_bit(const Words& words, Visit visit) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (std::uint64_t rest = words[w]; rest != 0; rest &= rest - 1) {
      visit(64 * w + static_cast<std::size_t>(std::countr_zero(rest)));
    }
  }
}

}  // namespace tropiary::detail
