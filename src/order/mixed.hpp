#pragma once

#include <cstdint>

namespace tropiary::detail {

/// The finaliser of SplitMix64: a bijection whose every output bit depends on every input bit.
inline std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

}  // namespace tropiary::detail
