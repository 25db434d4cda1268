#pragma once

#include <cstdint>
#include <iterator>
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
