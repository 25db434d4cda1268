#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

__extension__ using DoubleWord = unsigned __int128;

/// A non-negative integer modulo 2^(64·L): sums and products wrap, so a result is right when a bound on it is known to
/// be below that, whatever happened on the way.
template <std::size_t L>
struct FixedWidth {
  std::array<std::uint64_t, L> limbs{};  // the lowest first

  static FixedWidth from(const Integer& value) {
    FixedWidth result;
    Integer rest = value;
    const Integer word = pow(Integer(2), 64);
    for (std::size_t i = 0; i < L && !rest.is_zero(); ++i) {
      const Integer low = rest % word;
      const Integer half = low / Integer(std::uint64_t{1} << 32U);
      result.limbs[i] = static_cast<std::uint64_t>(half.to_int64()) << 32U |
                        static_cast<std::uint64_t>((low % Integer(std::uint64_t{1} << 32U)).to_int64());
      rest /= word;
    }
    return result;
  }

  [[nodiscard]] Integer to_integer() const {
    const Integer word = pow(Integer(2), 64);
    Integer result;
    for (std::size_t i = L; i-- > 0;) result = result * word + Integer(limbs[i]);
    return result;
  }

  FixedWidth& operator+=(const FixedWidth& other) noexcept {
    DoubleWord carry = 0;
    for (std::size_t i = 0; i < L; ++i) {
      carry += DoubleWord{limbs[i]} + other.limbs[i];
      limbs[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64U;
    }
    return *this;
  }

  FixedWidth& operator-=(const FixedWidth& other) noexcept {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < L; ++i) {
      const DoubleWord difference = DoubleWord{limbs[i]} - other.limbs[i] - borrow;
      limbs[i] = static_cast<std::uint64_t>(difference);
      borrow = static_cast<std::uint64_t>(difference >> 64U) & 1U;
    }
    return *this;
  }

  FixedWidth& operator*=(std::uint64_t factor) noexcept {
    DoubleWord carry = 0;
    for (std::size_t i = 0; i < L; ++i) {
      carry += DoubleWord{limbs[i]} * factor;
      limbs[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64U;
    }
    return *this;
  }

  FixedWidth& operator*=(const FixedWidth& other) noexcept {
    FixedWidth result;
    std::size_t mine = L;
    while (mine > 0 && limbs[mine - 1] == 0) --mine;
    std::size_t theirs = L;
    while (theirs > 0 && other.limbs[theirs - 1] == 0) --theirs;
    for (std::size_t i = 0; i < mine; ++i) {
      DoubleWord carry = 0;
      for (std::size_t j = 0; i + j < L && (j < theirs || carry != 0); ++j) {
        carry += DoubleWord{limbs[i]} * (j < theirs ? other.limbs[j] : 0) + result.limbs[i + j];
        result.limbs[i + j] = static_cast<std::uint64_t>(carry);
        carry >>= 64U;
      }
    }
    return *this = result;
  }
};

/// Calls f with FixedWidth<L>{} for an L with 64·L ≥ bits; false, and no call, beyond 8192 bits.
template <class F>
bool with_fixed_width(std::size_t bits, F f) {
  const std::size_t limbs = (bits + 63) / 64;
  if (limbs <= 1) return f(FixedWidth<1>{}), true;
  if (limbs <= 2) return f(FixedWidth<2>{}), true;
  if (limbs <= 3) return f(FixedWidth<3>{}), true;
  if (limbs <= 4) return f(FixedWidth<4>{}), true;
  if (limbs <= 6) return f(FixedWidth<6>{}), true;
  if (limbs <= 10) return f(FixedWidth<10>{}), true;
  if (limbs <= 20) return f(FixedWidth<20>{}), true;
  if (limbs <= 48) return f(FixedWidth<48>{}), true;
  if (limbs <= 128) return f(FixedWidth<128>{}), true;
  return false;
}

}  // namespace tropiary::detail
