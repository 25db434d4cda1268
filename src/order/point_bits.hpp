#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// A set of at most 64·W points: the value that inner loops pass around. ElementSet is its public counterpart.
template <std::size_t W>
struct PointBits {
  std::array<std::uint64_t, W> words{};

  static PointBits from(const ElementSet& set) {
    PointBits result;
    for (std::size_t i = 0; i < set.words().size() && i < W; ++i) result.words[i] = set.words()[i];
    return result;
  }

  [[nodiscard]] bool any() const noexcept {
    std::uint64_t all = 0;
    for (const std::uint64_t word : words) all |= word;
    return all != 0;
  }
  [[nodiscard]] std::size_t count() const noexcept {
    std::size_t sum = 0;
    for (const std::uint64_t word : words) sum += ones(word);
    return sum;
  }
  /// The smallest point; the set must not be empty.
  [[nodiscard]] std::size_t first() const noexcept {
    std::size_t block = 0;
    while (block + 1 < W && words[block] == 0) ++block;
    return block * 64 + static_cast<std::size_t>(std::countr_zero(words[block]));
  }
  [[nodiscard]] bool contains(std::size_t i) const noexcept { return (words[i / 64] >> (i % 64) & 1U) != 0; }
  void insert(std::size_t i) noexcept { words[i / 64] |= std::uint64_t{1} << (i % 64); }
  void erase(std::size_t i) noexcept { words[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  [[nodiscard]] bool intersects(const PointBits& other) const noexcept { return (*this & other).any(); }
  [[nodiscard]] bool contains_all(const PointBits& other) const noexcept { return !(other - *this).any(); }

  friend PointBits operator|(PointBits a, const PointBits& b) noexcept { return a |= b; }
  friend PointBits operator&(PointBits a, const PointBits& b) noexcept {
    for (std::size_t i = 0; i < W; ++i) a.words[i] &= b.words[i];
    return a;
  }
  friend PointBits operator-(PointBits a, const PointBits& b) noexcept {
    for (std::size_t i = 0; i < W; ++i) a.words[i] &= ~b.words[i];
    return a;
  }
  PointBits& operator|=(const PointBits& other) noexcept {
    for (std::size_t i = 0; i < W; ++i) words[i] |= other.words[i];
    return *this;
  }
  friend bool operator==(const PointBits& a, const PointBits& b) noexcept {
    std::uint64_t different = 0;
    for (std::size_t i = 0; i < W; ++i) different |= a.words[i] ^ b.words[i];
    return different == 0;
  }
  friend auto operator<=>(const PointBits&, const PointBits&) = default;

  /// As std::popcount, without a call on processors of which nothing is known.
  static std::size_t ones(std::uint64_t x) noexcept {
    x -= x >> 1U & 0x5555555555555555U;
    x = (x & 0x3333333333333333U) + (x >> 2U & 0x3333333333333333U);
    return ((x + (x >> 4U)) & 0x0F0F0F0F0F0F0F0FU) * 0x0101010101010101U >> 56U;
  }

  /// Calls f with every point, ascending.
  template <class F>
  void for_each(F f) const {
    for (std::size_t block = 0; block < W; ++block) {
      for (std::uint64_t rest = words[block]; rest != 0; rest &= rest - 1) {
        f(block * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
      }
    }
  }

  [[nodiscard]] std::uint64_t hash() const noexcept {
    std::uint64_t mixed = 0;
    for (const std::uint64_t word : words) {
      mixed = (mixed ^ word ^ (word >> 32U)) * 0x9E3779B97F4A7C15U;
      mixed ^= mixed >> 29U;
    }
    mixed *= 0xBF58476D1CE4E5B9U;  // or tables filled in the order of another one would bunch
    return mixed ^ (mixed >> 32U);
  }
};

/// An order on at most 64·W points as rows of bits.
template <std::size_t W>
struct OrderBits {
  using Set = PointBits<W>;
  std::vector<Set> above;  // x < y
  std::vector<Set> below;  // y < x
  std::vector<Set> upper_covers;
  std::vector<Set> above_or_equal;
  std::vector<Set> below_or_equal;

  explicit OrderBits(const Poset& p) {
    for (std::size_t x = 0; x < p.size(); ++x) {
      above.push_back(Set::from(p.above(element(x))));
      below.push_back(Set::from(p.below(element(x))));
      Set covers;
      for (const Element y : p.upper_covers(element(x))) covers.insert(index(y));
      upper_covers.push_back(covers);
      above_or_equal.push_back(above.back());
      above_or_equal.back().insert(x);
      below_or_equal.push_back(below.back());
      below_or_equal.back().insert(x);
    }
  }

  [[nodiscard]] std::size_t size() const noexcept { return above.size(); }
  [[nodiscard]] Set everything() const {
    Set all;
    for (std::size_t x = 0; x < size(); ++x) all.insert(x);
    return all;
  }
  /// The minimal points of a set.
  [[nodiscard]] Set minimal(const Set& set) const {
    Set result;
    set.for_each([&](std::size_t x) {
      if (!below[x].intersects(set)) result.insert(x);
    });
    return result;
  }
};

}  // namespace tropiary::detail
