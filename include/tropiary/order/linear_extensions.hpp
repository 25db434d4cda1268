#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <unordered_map>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// All linear extensions of a poset, each an arrangement of the elements from bottom to top: a lazy input range. The
/// poset must outlive the range, which stores one arrangement. The empty poset has one, the empty arrangement.
///
/// A step moves one element past its lower neighbour and takes some elements back to their places in the first
/// arrangement [varol1981]. Cost: a few operations each on the average for usual posets, O(n) at worst.
class LinearExtensions {
 public:
  explicit LinearExtensions(const Poset& poset) : poset_(&poset) {}

  class Iterator {
   public:
    using value_type = std::vector<Element>;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const Poset& poset);
    const std::vector<Element>& operator*() const noexcept { return arrangement_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return done_; }

   private:
    const Poset* poset_ = nullptr;
    std::vector<Element> arrangement_;
    std::vector<std::size_t> place_;  // of the element that came k-th in the first arrangement
    bool done_ = true;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(*poset_); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  const Poset* poset_;
};

inline LinearExtensions linear_extensions(const Poset& p) { return LinearExtensions(p); }
LinearExtensions linear_extensions(const Poset&&) = delete;  // the range would outlive its poset

bool is_linear_extension(const Poset& p, std::span<const Element> arrangement);

/// The linear extensions of a poset as numbers 0, 1, …, e(P) − 1, in the lexicographic order of the arrangements; and,
/// from the numbers, random ones. Holds for every down-set in how many ways it can be completed.
class LinearExtensionIndex {
 public:
  /// Throws too_large for more than 64 points or more than `max_down_sets` down-sets.
  explicit LinearExtensionIndex(const Poset& p, std::size_t max_down_sets = std::size_t{1} << 20);

  [[nodiscard]] const Integer& count() const { return completions_.at(0); }
  /// The arrangement with the given number. Throws invalid_argument unless 0 ≤ number < count().
  [[nodiscard]] std::vector<Element> unrank(Integer number) const;
  /// The number of an arrangement. Throws invalid_argument unless it is a linear extension.
  [[nodiscard]] Integer rank(std::span<const Element> arrangement) const;
  /// Independent linear extensions, exactly uniformly distributed as far as the bits of the generator mt19937_64 are.
  /// The same seed gives the same arrangements on every platform.
  [[nodiscard]] std::vector<std::vector<Element>> sample(std::size_t how_many, std::uint64_t seed) const;

 private:
  [[nodiscard]] std::uint64_t addable(std::uint64_t down_set) const;

  std::size_t size_ = 0;
  std::vector<std::uint64_t> below_;
  std::unordered_map<std::uint64_t, Integer> completions_;
};

}  // namespace tropiary
