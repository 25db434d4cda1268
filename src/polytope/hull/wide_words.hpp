#pragma once

#include <bit>
#include <cstdint>

namespace tropiary::detail {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

/// Integers modulo 2^192.
struct UInt192 {
  UInt128 low = 0;
  std::uint64_t high = 0;

  constexpr UInt192() = default;
  constexpr explicit UInt192(Int128 x) : low(static_cast<UInt128>(x)), high(x < 0 ? ~std::uint64_t{0} : 0) {}

  friend UInt192 operator+(UInt192 a, const UInt192& b) {
    a.low += b.low;
    a.high += b.high + (a.low < b.low ? 1 : 0);
    return a;
  }
  friend UInt192 operator*(const UInt192& a, const UInt192& b) {
    const auto a0 = static_cast<std::uint64_t>(a.low);
    const auto a1 = static_cast<std::uint64_t>(a.low >> 64);
    const auto b0 = static_cast<std::uint64_t>(b.low);
    const auto b1 = static_cast<std::uint64_t>(b.low >> 64);
    UInt192 product;
    product.low = UInt128{a0} * b0;
    const UInt128 first = UInt128{a0} * b1;
    UInt128 middle = (product.low >> 64) + first;
    const UInt128 second = UInt128{a1} * b0;
    middle += second;
    product.low = (middle << 64) | static_cast<std::uint64_t>(product.low);
    product.high = static_cast<std::uint64_t>(middle >> 64) + a0 * b.high + a.high * b0 + a1 * b1;
    return product;
  }
  friend UInt192 operator>>(const UInt192& a, int shift) {  // 0 ≤ shift ≤ 64
    if (shift == 0) return a;
    UInt192 result;
    result.low = (a.low >> shift) | (UInt128{a.high} << (128 - shift));
    result.high = shift == 64 ? 0 : a.high >> shift;
    return result;
  }
};

/// 1 / odd modulo 2^128, by Newton's iteration: each step doubles the bits that are right.
inline UInt128 inverse_of_odd(UInt128 odd) {
  auto x = static_cast<std::uint64_t>(odd) * 3 ^ 2;  // 5 bits
  for (int bits = 5; bits < 64; bits *= 2) x *= 2 - static_cast<std::uint64_t>(odd) * x;
  const UInt128 y = x;
  return y * (2 - odd * y);
}

/// Exact quotients by one divisor of numbers that are known modulo a power of two: what forms of `Entry` need whose
/// combinations are known to be divisible, and to be small once divided.
template <class Entry>
class ExactDivision;

template <>
class ExactDivision<std::int64_t> {
 public:
  /// Whether the divisor, not 0, leaves enough bits.
  bool set(Int128 divisor) {
    const auto bits = static_cast<UInt128>(divisor);
    const auto low = static_cast<std::uint64_t>(bits);
    if (low == 0) return false;
    shift_ = std::countr_zero(low);
    inverse_ = inverse_of_odd(static_cast<UInt128>(divisor >> shift_));
    return true;
  }
  /// (a · x + b · y) / divisor.
  [[nodiscard]] std::int64_t operator()(Int128 a, std::int64_t x, Int128 b, std::int64_t y) const {
    const UInt128 sum = static_cast<UInt128>(a) * static_cast<UInt128>(Int128{x}) +
                        static_cast<UInt128>(b) * static_cast<UInt128>(Int128{y});
    return static_cast<std::int64_t>(static_cast<std::uint64_t>((sum >> shift_) * inverse_));
  }

 private:
  int shift_ = 0;
  UInt128 inverse_ = 0;
};

template <>
class ExactDivision<Int128> {
 public:
  bool set(Int128 divisor) {
    const auto low = static_cast<std::uint64_t>(static_cast<UInt128>(divisor));
    if (low == 0) return false;
    shift_ = std::countr_zero(low);
    inverse_ = inverse_of_odd(static_cast<UInt128>(divisor >> shift_));
    return true;
  }
  [[nodiscard]] Int128 operator()(Int128 a, Int128 x, Int128 b, Int128 y) const {
    const UInt192 sum = (UInt192(a) * UInt192(x) + UInt192(b) * UInt192(y)) >> shift_;
    return static_cast<Int128>(sum.low * inverse_);
  }

 private:
  int shift_ = 0;
  UInt128 inverse_ = 0;
};

}  // namespace tropiary::detail
