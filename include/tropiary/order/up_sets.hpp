#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <type_traits>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// All up-sets (order filters) of a poset, the empty one and the whole among them: a lazy input range. The poset must
/// outlive the range; at most n + 1 up-sets are stored at a time.
///
/// Order: as binary numbers over a linear extension, the empty set first. Cost: O(n) words per up-set at worst.
class UpSets {
 public:
  explicit UpSets(const Poset& poset) : poset_(&poset) {}

  class Iterator {
   public:
    using value_type = ElementSet;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const Poset& poset);
    const ElementSet& operator*() const noexcept { return stack_.back().closure; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return done_; }

   private:
    struct Level {
      std::size_t rank;  // of the element added on this level
      ElementSet closure;
    };
    const Poset* poset_ = nullptr;
    std::vector<Level> stack_;  // the current up-set on top
    bool done_ = true;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(*poset_); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  const Poset* poset_;
};

inline UpSets up_sets(const Poset& p) { return UpSets(p); }
UpSets up_sets(const Poset&&) = delete;  // the range would outlive its poset

namespace detail {

/// The up-sets of a poset on at most 64 points, block by block: base() | s for the sets s of block().
class UpSetBlocks {
 public:
  explicit UpSetBlocks(const Poset& p);  ///< Throws too_large for more than 64 points
  bool next();                           ///< false when there is no block left
  [[nodiscard]] std::uint64_t base() const noexcept { return stack_.back().set; }
  [[nodiscard]] std::span<const std::uint64_t> block() const noexcept { return blocks_[block_]; }

 private:
  struct Level {
    std::size_t rank;         // of the point added on this level
    std::uint64_t positions;  // the up-set, by positions in the linear extension
    std::uint64_t set;        // the up-set
  };
  void choose_lower_part(const Poset& p);
  void find_block();

  std::size_t size_ = 0;
  std::size_t lower_ = 0;                  // so many points at the start of the linear extension are the lower part
  std::vector<std::uint64_t> point_;       // by position
  std::vector<std::uint64_t> closure_;     // by position: what is above or equal, by positions
  std::vector<std::uint64_t> closure_of_;  // the same as points
  std::vector<std::uint64_t> lower_sets_;  // up-sets of the lower part, by positions
  std::vector<std::uint32_t> block_of_;    // by the points of the lower part that are allowed; 0: not known yet
  std::vector<std::vector<std::uint64_t>> blocks_;
  std::vector<Level> stack_;
  std::size_t block_ = 0;
};

}  // namespace detail

/// Calls the visitor once with every up-set, in an order that depends on the poset alone, until it returns false (it
/// may return void). Returns whether the end was reached. A visitor of std::uint64_t gets the set as a word, bit i for
/// the point i, and is called some hundred million times a second: the upper points vary slowly, and for the points at
/// the bottom that they allow the up-sets are read from a table. A visitor of const ElementSet& is for any number of
/// points. Throws too_large for words and more than 64 points.
template <class Visitor>
bool for_each_up_set(const Poset& p, Visitor visitor) {
  const auto visit = [&](const auto& set) {
    if constexpr (std::is_void_v<decltype(visitor(set))>) {
      return visitor(set), true;
    } else {
      return static_cast<bool>(visitor(set));
    }
  };
  if constexpr (std::is_invocable_v<Visitor, const ElementSet&>) {
    for (const ElementSet& set : up_sets(p)) {
      if (!visit(set)) return false;
    }
  } else {
    for (detail::UpSetBlocks blocks(p); blocks.next();) {
      const std::uint64_t base = blocks.base();
      for (const std::uint64_t set : blocks.block()) {
        if (!visit(base | set)) return false;
      }
    }
  }
  return true;
}

bool is_up_set(const Poset& p, const ElementSet& set);
ElementSet up_closure(const Poset& p, const ElementSet& set);        ///< smallest up-set containing the set
ElementSet down_closure(const Poset& p, const ElementSet& set);      ///< smallest down-set containing the set
ElementSet minimal_elements(const Poset& p, const ElementSet& set);  ///< the antichain of minimal elements of the set
ElementSet maximal_elements(const Poset& p, const ElementSet& set);

/// |J(P)|, the number of up-sets = of down-sets = of antichains, without listing them.
/// Cost: polynomial on series-parallel posets (by the formula Σ_A Π(|J(Q_i)| − 1) on the modular decomposition);
/// exponential in the worst case on a prime factor, with memory bounded by its memo.
Integer count_up_sets(const Poset& p);

}  // namespace tropiary
