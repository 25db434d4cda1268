#pragma once

#include <iterator>
#include <optional>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// All maximal chains of a poset, each from bottom to top: a lazy input range in lexicographic order of the positions.
/// The poset must outlive the range; one chain is stored. The empty poset has one, the empty chain.
/// Cost: O(height) per chain.
class MaximalChains {
 public:
  explicit MaximalChains(const Poset& poset) : poset_(&poset) {}

  class Iterator {
   public:
    using value_type = std::vector<Element>;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const Poset& poset);
    const std::vector<Element>& operator*() const noexcept { return chain_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return done_; }

   private:
    void climb();
    const Poset* poset_ = nullptr;
    std::vector<Element> starts_;      // the minimal elements
    std::vector<Element> chain_;       // the current chain
    std::vector<std::size_t> places_;  // which minimal element, which upper cover, …
    bool done_ = true;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(*poset_); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  const Poset* poset_;
};

inline MaximalChains maximal_chains(const Poset& p) { return MaximalChains(p); }
MaximalChains maximal_chains(const Poset&&) = delete;  // the range would outlive its poset

/// All maximal antichains of a poset (maximal under inclusion): a lazy input range. The poset must outlive the range;
/// one antichain is stored besides the order. The empty poset has one, the empty antichain.
///
/// A ↦ ↓A identifies them with the closed sets of D ↦ P ∖ ↑°(P ∖ ↓°D), ↑° and ↓° meaning strictly above and below,
/// which are visited in lectic order [ganter1984]. Cost: O(n² · n/64) words per antichain at worst.
/// Throws too_large beyond Poset::closure_limit points.
class MaximalAntichains {
 public:
  explicit MaximalAntichains(const Poset& poset) : poset_(&poset) {}

  class Iterator {
   public:
    using value_type = ElementSet;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const Poset& poset);
    const ElementSet& operator*() const noexcept { return antichain_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return done_; }

   private:
    ElementSet close(const ElementSet& set);
    std::vector<ElementSet> below_;
    std::vector<ElementSet> above_;
    ElementSet down_set_;
    ElementSet antichain_;
    bool done_ = true;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(*poset_); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  const Poset* poset_;
};

inline MaximalAntichains maximal_antichains(const Poset& p) { return MaximalAntichains(p); }
MaximalAntichains maximal_antichains(const Poset&&) = delete;  // the range would outlive its poset

Integer count_maximal_chains(const Poset& p);  ///< without listing them; O(n + covers) additions

/// As few disjoint chains as possible, each from bottom to top, that contain all elements: `width(p)` of them, as many
/// as the elements of `maximum_antichain(p)`. Ref [dilworth1950].
std::vector<std::vector<Element>> minimum_chain_decomposition(const Poset& p);
/// As few disjoint antichains as possible that contain all elements: `height(p)` of them, the levels of the longest
/// chains from below. Ref [mirsky1971].
std::vector<std::vector<Element>> minimum_antichain_decomposition(const Poset& p);
/// ρ with ρ(y) = ρ(x) + 1 whenever y covers x, and least value 0 on each connected component; nothing when there is
/// none. A graded poset has one; a poset that has one need not be graded.
std::optional<std::vector<std::size_t>> rank_function(const Poset& p);

/// The partition λ of |P| whose first k parts add up to the most elements that k chains contain; the first k parts of
/// the conjugate partition do the same for antichains. Ref [greene1976], [greenekleitman1976].
/// Cost: width(p) shortest paths in a network of O(n + covers) edges.
std::vector<std::size_t> greene_kleitman_shape(const Poset& p);

}  // namespace tropiary
