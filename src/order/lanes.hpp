#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tropiary::detail {

/// Sixteen 16-bit numbers that are computed with at once, in two of the registers that every machine has. Comparisons
/// give all ones or zero; < is signed.
struct Lanes {
  typedef std::uint16_t Half __attribute__((vector_size(16)));
  typedef std::int16_t Signed __attribute__((vector_size(16)));
  using Row = std::array<std::uint16_t, 16>;
  static constexpr Row powers{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768};

  Half low{};
  Half high{};

  Lanes() = default;
  Lanes(Half l, Half h) : low(l), high(h) {}
  explicit Lanes(std::uint16_t x) : low(Half{} + x), high(low) {}
  explicit Lanes(const Row& row) {
    std::memcpy(&low, row.data(), sizeof low);
    std::memcpy(&high, row.data() + 8, sizeof high);
  }
  [[nodiscard]] Row row() const {
    Row result;
    std::memcpy(result.data(), &low, sizeof low);
    std::memcpy(result.data() + 8, &high, sizeof high);
    return result;
  }
  friend Lanes operator+(Lanes a, Lanes b) { return {a.low + b.low, a.high + b.high}; }
  friend Lanes operator-(Lanes a, Lanes b) { return {a.low - b.low, a.high - b.high}; }
  friend Lanes operator*(Lanes a, Lanes b) { return {a.low * b.low, a.high * b.high}; }
  friend Lanes operator&(Lanes a, Lanes b) { return {a.low & b.low, a.high & b.high}; }
  friend Lanes operator|(Lanes a, Lanes b) { return {a.low | b.low, a.high | b.high}; }
  friend Lanes operator^(Lanes a, Lanes b) { return {a.low ^ b.low, a.high ^ b.high}; }
  friend Lanes operator~(Lanes a) { return {~a.low, ~a.high}; }
  friend Lanes operator>>(Lanes a, int k) { return {a.low >> k, a.high >> k}; }
  friend Lanes operator==(Lanes a, Lanes b) { return {(Half)(a.low == b.low), (Half)(a.high == b.high)}; }
  friend Lanes operator<(Lanes a, Lanes b) {
    return {(Half)((Signed)a.low < (Signed)b.low), (Half)((Signed)a.high < (Signed)b.high)};
  }
};

/// All ones in the lanes that have bit k.
inline Lanes has_bit(Lanes rows, std::size_t k) {
  const Lanes bit(Lanes::powers[k]);
  return (rows & bit) == bit;
}

/// In each lane the number of its bits.
inline Lanes bit_counts(Lanes v) {
  const auto word = [](unsigned x) { return Lanes(static_cast<std::uint16_t>(x)); };
  v = v - ((v >> 1) & word(0x5555));
  v = (v & word(0x3333)) + ((v >> 2) & word(0x3333));
  v = (v + (v >> 4)) & word(0x0f0f);
  return (v + (v >> 8)) & word(0x1f);
}

}  // namespace tropiary::detail
