#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "order/word_order.hpp"

namespace tropiary::detail {

/// The non-empty down-sets of the up-sets of a poset, with the numbers of their connected components.
class DownSetsOfUpSets {
 public:
  explicit DownSetsOfUpSets(const Poset& p) : order_(p), components_((order_.size + 1) * (order_.size + 1)) {
    for (std::size_t x = 0; x < order_.size; ++x) {
      std::uint64_t further = 0;
      for (std::uint64_t rest = order_.below[x]; rest != 0; rest &= rest - 1) {
        further |= order_.below[static_cast<std::size_t>(std::countr_zero(rest))];
      }
      lower_covers_[x] = order_.below[x] & ~further;
    }
  }
  [[nodiscard]] const WordOrder& order() const { return order_; }

  /// Calls f(D, c) with every non-empty down-set D of the up-set U, in the numbering of the WordOrder, and the number c
  /// of its connected components. No recursion; O(c) for each.
  template <class F>
  void for_each(std::uint64_t up_set, F f) {
    const std::size_t width = order_.size + 1;
    std::size_t depth = 0;
    stack_[0] = {0, up_set, 0};
    for (;;) {
      Level& level = stack_[depth];
      if (level.rest == 0) {
        if (depth == 0) return;
        --depth;
        continue;
      }
      const auto x = static_cast<std::size_t>(std::countr_zero(level.rest));
      level.rest &= level.rest - 1;
      if ((order_.below[x] & up_set & ~level.set) != 0) continue;
      const std::uint64_t lower = lower_covers_[x] & up_set;
      const std::uint64_t* const old = &components_[depth * width];
      std::uint64_t* const now = &components_[(depth + 1) * width];
      std::uint64_t joined = WordOrder::bit(x);
      std::size_t count = 0;
      for (std::size_t i = 0; i < level.components; ++i) {
        if ((old[i] & lower) != 0) {
          joined |= old[i];
        } else {
          now[count++] = old[i];
        }
      }
      now[count++] = joined;
      const std::uint64_t larger = level.set | WordOrder::bit(x);
      f(larger, count);
      stack_[++depth] = {larger, level.rest, count};
    }
  }

 private:
  struct Level {
    std::uint64_t set;
    std::uint64_t rest;  // points not tried yet, above the last one
    std::size_t components;
  };
  WordOrder order_;
  std::array<std::uint64_t, 64> lower_covers_{};
  std::array<Level, 65> stack_{};
  std::vector<std::uint64_t> components_;  // of the set of each level, a row of n + 1
};

}  // namespace tropiary::detail
