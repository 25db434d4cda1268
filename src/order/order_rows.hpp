#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// The bit matrices of a poset on at most closure_limit points. How all points lie to one point is a row: to ask for
/// many of them is to read memory in order.
class OrderRows {
 public:
  class Row {
   public:
    Row(const std::uint64_t* above, const std::uint64_t* below) : above_(above), below_(below) {}
    /// 0 when x is equal or incomparable to the row's point, 1 when it lies below, 2 above.
    [[nodiscard]] int operator()(Element x) const { return bit(below_, x) + 2 * bit(above_, x); }

    [[nodiscard]] std::uint64_t above(std::size_t word) const { return above_[word]; }
    [[nodiscard]] std::uint64_t below(std::size_t word) const { return below_[word]; }

   private:
    static int bit(const std::uint64_t* row, Element x) {
      return static_cast<int>((row[index(x) / 64] >> (index(x) % 64)) & 1U);
    }
    const std::uint64_t* above_;
    const std::uint64_t* below_;
  };

  explicit OrderRows(const Poset& p)
      : words_((p.size() + 63) / 64), above_(p.size() * words_), below_(p.size() * words_) {
    for (std::size_t x = 0; x < p.size(); ++x) {
      std::ranges::copy(p.above(element(x)).words(), above_.begin() + static_cast<std::ptrdiff_t>(x * words_));
      std::ranges::copy(p.below(element(x)).words(), below_.begin() + static_cast<std::ptrdiff_t>(x * words_));
    }
  }

  [[nodiscard]] std::size_t words() const noexcept { return words_; }  ///< of a row
  [[nodiscard]] Row to(Element y) const {
    return {above_.data() + index(y) * words_, below_.data() + index(y) * words_};
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> above_;
  std::vector<std::uint64_t> below_;
};

}  // namespace tropiary::detail
