#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/modular_decomposition.hpp"
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

namespace detail {

/// The linear extensions of a poset block by block: those with the same first n − k points, k ≤ 8.
class LinearExtensionBlocks {
 public:
  static constexpr std::size_t most_varying = 8;
  using Ending = std::array<Element, most_varying>;

  explicit LinearExtensionBlocks(const Poset& p);
  bool next();  ///< false when there is no block left
  /// n points and room for an Ending at the place where the endings go.
  [[nodiscard]] Element* arrangement() noexcept { return arrangement_.data(); }
  [[nodiscard]] std::size_t fixed() const noexcept { return fixed_; }
  [[nodiscard]] std::span<const Ending> endings() const noexcept { return cache_[slot_].endings; }

 private:
  struct Cached {
    Ending rest{};  // the points, ascending
    std::vector<Ending> endings;
  };
  void place_at(std::size_t place);
  void take_back_at(std::size_t place);
  void find_endings();
  [[nodiscard]] std::vector<Ending> arrange(const Ending& rest) const;

  const Poset* poset_;
  std::size_t fixed_ = 0;
  std::vector<Element> arrangement_;
  std::vector<std::uint32_t> lower_covers_left_;  // by point
  ElementSet unplaced_;
  std::vector<std::vector<Element>> candidates_;  // by place: the points that can come there
  std::vector<std::size_t> choice_;               // by place
  std::vector<Cached> cache_;                     // by a hash of the rest
  std::size_t slot_ = 0;
  bool started_ = false;
};

}  // namespace detail

/// Calls the visitor once with every linear extension, a std::span<const Element> from bottom to top that is valid
/// during the call, in an order that depends on the poset alone, until it returns false (it may return void). Returns
/// whether the end was reached. Cost: some nanoseconds each for usual posets: the arrangements of the last points are
/// read from a table. O(n) at worst.
template <class Visitor>
bool for_each_linear_extension(const Poset& p, Visitor visitor) {
  for (detail::LinearExtensionBlocks blocks(p); blocks.next();) {
    const std::span<const Element> arrangement(blocks.arrangement(), p.size());
    Element* const end = blocks.arrangement() + blocks.fixed();
    for (const detail::LinearExtensionBlocks::Ending& ending : blocks.endings()) {
      std::copy(ending.begin(), ending.end(), end);
      if constexpr (std::is_void_v<decltype(visitor(arrangement))>) {
        visitor(arrangement);
      } else if (!visitor(arrangement)) {
        return false;
      }
    }
  }
  return true;
}

bool is_linear_extension(const Poset& p, std::span<const Element> arrangement);

namespace detail {

/// All down-sets of a poset on at most 64 points as words, by size: flat arrays, and a table from words to places.
class DownSets {
 public:
  /// Throws too_large, in the name of `function`, for more than 64 points or more than `limit` down-sets.
  DownSets(const Poset& p, std::size_t limit, const char* function);

  [[nodiscard]] std::size_t points() const { return below_.size(); }
  [[nodiscard]] std::size_t size() const { return sets_.size(); }
  /// The empty one first, the whole last; a smaller one before a larger one.
  [[nodiscard]] std::uint64_t operator[](std::size_t place) const { return sets_[place]; }
  [[nodiscard]] std::size_t place_of(std::uint64_t set) const;
  /// The minimal points outside the set.
  [[nodiscard]] std::uint64_t addable(std::uint64_t set) const;

 private:
  void grow();
  [[nodiscard]] std::size_t slot_of(std::uint64_t set) const;

  std::vector<std::uint64_t> below_;
  std::vector<std::uint64_t> sets_;
  std::vector<std::uint32_t> table_;  // place + 1, or 0; open addressing
};

/// For every down-set, by place, the number of ways to fill it (`from_below`) or to complete it: `limbs` words each.
struct DownSetWays {
  std::size_t limbs = 1;
  std::vector<std::uint64_t> words;
  [[nodiscard]] Integer operator[](std::size_t place) const;
};

}  // namespace detail

/// The linear extensions of a poset as numbers 0, 1, …, e(P) − 1, in the lexicographic order of the arrangements; and,
/// from the numbers, random ones. Holds for every down-set in how many ways it can be completed: 16 bytes and a number
/// of fixed width each.
class LinearExtensionIndex {
 public:
  /// Throws too_large for more than 64 points or more than `max_down_sets` down-sets.
  explicit LinearExtensionIndex(const Poset& p, std::size_t max_down_sets = std::size_t{1} << 23);

  [[nodiscard]] const Integer& count() const { return count_; }
  /// The arrangement with the given number. Throws invalid_argument unless 0 ≤ number < count().
  [[nodiscard]] std::vector<Element> unrank(Integer number) const;
  /// The number of an arrangement. Throws invalid_argument unless it is a linear extension.
  [[nodiscard]] Integer rank(std::span<const Element> arrangement) const;
  /// Independent linear extensions, exactly uniformly distributed as far as the bits of the generator mt19937_64 are.
  /// The same seed gives the same arrangements on every platform.
  [[nodiscard]] std::vector<std::vector<Element>> sample(std::size_t how_many, std::uint64_t seed) const;

 private:
  detail::DownSets down_sets_;
  detail::DownSetWays completions_;
  Integer count_;
};

/// Independent linear extensions, exactly uniformly distributed as far as the bits of the generator mt19937_64 are, for
/// posets of any size: unions are shuffled, ordinal sums put one after the other, and only the prime factors, with
/// chains in place of their points, need a LinearExtensionIndex.
class LinearExtensionSampler {
 public:
  /// Throws too_large when a prime factor has more than 64 points or `max_down_sets` down-sets, with these chains.
  explicit LinearExtensionSampler(const Poset& p, std::size_t max_down_sets = std::size_t{1} << 23);
  /// The same seed gives the same arrangements on every platform.
  [[nodiscard]] std::vector<std::vector<Element>> sample(std::size_t how_many, std::uint64_t seed) const;

 private:
  /// How the arrangements of some children make up one.
  struct Node {
    ModularDecomposition::Kind kind;
    Element point;
    std::vector<std::size_t> children;
    std::size_t size;
    std::vector<std::uint32_t> child_of;        // prime: of which child each point of the chains is
    std::optional<LinearExtensionIndex> index;  // prime: of the quotient with chains
  };
  std::vector<Node> nodes_;
};

}  // namespace tropiary
