#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "order/word_order.hpp"

namespace tropiary::detail {

/// The down-sets of a small poset with few of them, on the stack: for questions that are answered in microseconds,
/// where a modular decomposition would take most of the time.
class SmallDownSets {
 public:
  static constexpr std::size_t most_points = 16;
  static constexpr std::size_t most_sets = 200;

  static bool may_fit(const Poset& p) { return !p.empty() && p.size() <= most_points; }

  /// Whether all down-sets were found; else there are more than `most_sets`.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): entries beyond the sets found are never read
  explicit SmallDownSets(const Poset& p) : points_(p.size()), complete_(false) {
    const WordOrder order(p);
    for (std::size_t x = 0; x < points_; ++x) without_[x].fill(none);
    table_.fill(none);
    sets_[0] = 0;
    size_ = 1;
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t x = 0; x < points_; ++x) {
        const std::uint64_t bit = WordOrder::bit(x);
        if ((sets_[i] & bit) != 0 || (order.below[x] & ~sets_[i]) != 0) continue;
        const std::uint64_t larger = sets_[i] | bit;
        std::size_t slot = (larger * 0x9e3779b97f4a7c15U) >> 55U;
        while (table_[slot] != none && sets_[table_[slot]] != larger) slot = (slot + 1) % table_.size();
        if (table_[slot] == none) {
          if (size_ == most_sets) return;
          table_[slot] = static_cast<std::uint8_t>(size_);
          sets_[size_++] = larger;
        }
        without_[x][table_[slot]] = static_cast<std::uint8_t>(i);
      }
    }
    complete_ = true;
  }
  [[nodiscard]] bool complete() const { return complete_; }

  /// e(P) ≤ 16!.
  [[nodiscard]] std::uint64_t count_linear_extensions() const {
    Values ways = start();
    for (std::size_t i = 1; i < size_; ++i) {
      for (std::size_t x = 0; x < points_; ++x) ways[i] += ways[without_[x][i]];
    }
    return ways[size_ - 1];
  }

  /// Calls f(Ω(m)) for m = 1, …, last, modulo 2⁶⁴: from the maps to {1..m − 1} the points of value m are taken away one
  /// after another, the lowest first in the outer loop.
  template <class F>
  void for_each_value(std::size_t last, F f) const {
    Values maps = start();
    for (std::size_t m = 1; m <= last; ++m) {
      for (std::size_t x = 0; x < points_; ++x) {
        const auto& without = without_[x];
        for (std::size_t i = 1; i < size_; ++i) maps[i] += maps[without[i]];
      }
      f(maps[size_ - 1]);
    }
  }

 private:
  static constexpr std::uint8_t none = 255;
  using Values = std::array<std::uint64_t, 256>;  // the value of `none` stays 0

  [[nodiscard]] Values start() const {
    Values values{};
    values[0] = 1;
    return values;
  }

  std::size_t points_;
  std::size_t size_;
  bool complete_;
  std::array<std::uint64_t, most_sets> sets_;
  std::array<std::uint8_t, 512> table_;
  std::array<std::array<std::uint8_t, most_sets>, most_points> without_;  // without_[x][set]
};

}  // namespace tropiary::detail
