#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "order/bit_order.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// The order of a poset on at most 64 points in machine words, numbered along its linear extension: what lies below a
/// point has smaller numbers. Made without allocation.
struct WordOrder {
  std::size_t size;
  std::array<std::uint64_t, 64> below;  ///< strictly, of the first `size` numbers
  std::array<std::uint64_t, 64> above;

  static bool fits(const Poset& p) { return p.size() <= 64; }

  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): rows beyond `size` are never read
  explicit WordOrder(const Poset& p) : size(p.size()) {
    std::array<std::uint8_t, 64> rank;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const std::span<const Element> extension = p.linear_extension();
    for (std::size_t i = 0; i < size; ++i) {
      rank[index(extension[i])] = static_cast<std::uint8_t>(i);
      below[i] = 0;
      above[i] = 0;
    }
    for (std::size_t i = 0; i < size; ++i) {
      for (const Element e : p.lower_covers(extension[i])) {
        const std::size_t j = rank[index(e)];
        below[i] |= below[j] | bit(j);
      }
    }
    for (std::size_t i = size; i-- > 0;) {
      for (const Element e : p.upper_covers(extension[i])) {
        const std::size_t j = rank[index(e)];
        above[i] |= above[j] | bit(j);
      }
    }
  }

  static constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }
  [[nodiscard]] std::uint64_t all() const { return size == 64 ? ~std::uint64_t{0} : bit(size) - 1; }
  [[nodiscard]] std::uint64_t down(std::size_t i) const { return below[i] | bit(i); }
  [[nodiscard]] std::uint64_t up(std::size_t i) const { return above[i] | bit(i); }
};

}  // namespace tropiary::detail
