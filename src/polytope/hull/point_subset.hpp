#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

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

/// A subset of at most 64 · Words points: one bit for each.
template <std::size_t Words>
class PointBits {
 public:
  static constexpr std::size_t capacity = 64 * Words;

  void insert(std::size_t i) noexcept { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  [[nodiscard]] std::size_t count() const noexcept {
    std::size_t result = 0;
    for (const std::uint64_t w : words_) result += count_ones(w);
    return result;
  }
  [[nodiscard]] bool is_subset_of(const PointBits& other) const noexcept {
    for (std::size_t i = 0; i < Words; ++i) {
      if ((words_[i] & ~other.words_[i]) != 0) return false;
    }
    return true;
  }
  /// Becomes a ∩ b; tells whether that has at least `least` points.
  bool assign_intersection(const PointBits& a, const PointBits& b, std::size_t least) noexcept {
    for (std::size_t i = 0; i < Words; ++i) words_[i] = a.words_[i] & b.words_[i];
    return count() >= least;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for_each_bit(words_, visit);
  }

 private:
  std::array<std::uint64_t, Words> words_{};
};

/// A subset of any number of points: one bit for each, up to the last one in it.
class PointWords {
 public:
  void insert(std::size_t i) {
    if (words_.size() <= i / 64) words_.resize(i / 64 + 1);
    words_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  [[nodiscard]] std::size_t count() const noexcept {
    std::size_t result = 0;
    for (const std::uint64_t w : words_) result += count_ones(w);
    return result;
  }
  [[nodiscard]] bool is_subset_of(const PointWords& other) const noexcept {
    const std::size_t common = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < common; ++i) {
      if ((words_[i] & ~other.words_[i]) != 0) return false;
    }
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(common), words_.end(),
                       [](std::uint64_t w) { return w == 0; });
  }
  bool assign_intersection(const PointWords& a, const PointWords& b, std::size_t least) {
    words_.resize(std::min(a.words_.size(), b.words_.size()));
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = a.words_[i] & b.words_[i];
    return count() >= least;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for_each_bit(words_, visit);
  }

 private:
  std::vector<std::uint64_t> words_;
};

/// A subset of any number of points: an ascending list. Better than bits where facets hold few of many points.
class PointList {
 public:
  void insert(std::size_t i) {
    const auto point = static_cast<std::uint32_t>(i);
    const auto at = std::lower_bound(points_.begin(), points_.end(), point);
    if (at == points_.end() || *at != point) points_.insert(at, point);
  }
  [[nodiscard]] std::size_t count() const noexcept { return points_.size(); }
  [[nodiscard]] bool is_subset_of(const PointList& other) const noexcept {
    return std::includes(other.points_.begin(), other.points_.end(), points_.begin(), points_.end());
  }
  /// Becomes a ∩ b; tells whether that has at least `least` points.
  bool assign_intersection(const PointList& a, const PointList& b, std::size_t least) {
    points_.clear();
    auto x = a.points_.begin();
    auto y = b.points_.begin();
    while (x != a.points_.end() && y != b.points_.end()) {
      if (*x == *y) {
        points_.push_back(*x++);
        ++y;
      } else if (*x < *y) {
        ++x;
      } else {
        ++y;
      }
    }
    return points_.size() >= least;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (const std::uint32_t i : points_) visit(std::size_t{i});
  }

 private:
  std::vector<std::uint32_t> points_;
};

}  // namespace tropiary::detail
