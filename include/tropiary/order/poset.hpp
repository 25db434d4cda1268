#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tropiary/order/element.hpp"

namespace tropiary {

/// lower < upper.
struct Relation {
  Element lower;
  Element upper;
  friend auto operator<=>(const Relation&, const Relation&) = default;
};

class Poset;

namespace detail {
/// Trusts that `covers` are the cover relations of an order (acyclic, none implied by others) and that labels fit.
Poset poset_from_covers_unchecked(std::size_t size, std::vector<Relation> covers, std::vector<std::string> labels = {});
}  // namespace detail

/// A finite partially ordered set: an immutable value that keeps the caller's numbering and labels. Any size.
///
/// Stored: the cover relations both ways, one linear extension, and, for at most `closure_limit` points, the bit
/// matrix of the order (so `less` is one bit test; beyond that it walks the Hasse diagram).
class Poset {
 public:
  static constexpr std::size_t closure_limit = 8192;

  Poset() = default;  ///< the empty poset

  /// The smallest order containing the relations (their transitive closure).
  /// Throws cyclic_relations, naming a cycle by labels; invalid_argument for an element ≥ size or a wrong number of
  /// labels or a label used twice; too_large for more than 2³² − 2 points.
  /// Cost: O(n + m) for m relations when they are covers of a forest; O(m · n/64) words in general.
  static Poset from_relations(std::size_t size, std::span<const Relation> relations,
                              std::vector<std::string> labels = {});

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  [[nodiscard]] std::span<const Element> upper_covers(Element e) const noexcept { return upper_.row(index(e)); }
  [[nodiscard]] std::span<const Element> lower_covers(Element e) const noexcept { return lower_.row(index(e)); }
  [[nodiscard]] std::size_t count_covers() const noexcept { return upper_.targets.size(); }
  [[nodiscard]] std::vector<Relation> covers() const;  ///< sorted by (lower, upper)

  [[nodiscard]] bool less(Element a, Element b) const;
  [[nodiscard]] bool less_equal(Element a, Element b) const { return a == b || less(a, b); }
  [[nodiscard]] bool comparable(Element a, Element b) const { return less_equal(a, b) || less(b, a); }

  [[nodiscard]] ElementSet above(Element e) const;  ///< { x : e < x }
  [[nodiscard]] ElementSet below(Element e) const;  ///< { x : x < e }
  [[nodiscard]] std::vector<Element> minimal_elements() const;
  [[nodiscard]] std::vector<Element> maximal_elements() const;

  /// All elements, each after everything below it; the smallest position first where there is a choice.
  [[nodiscard]] std::span<const Element> linear_extension() const noexcept { return extension_; }

  [[nodiscard]] bool has_labels() const noexcept { return !labels_.empty(); }
  [[nodiscard]] std::string label(Element e) const;  ///< the given label, else the 1-based position
  [[nodiscard]] std::vector<std::string> labels() const;
  [[nodiscard]] Poset with_labels(std::vector<std::string> labels) const;  ///< Throws like from_relations

  /// The same order on the same numbering; labels are names and do not count.
  friend bool operator==(const Poset& a, const Poset& b) { return a.size_ == b.size_ && a.upper_ == b.upper_; }

 private:
  // Compressed rows: the targets of row i are targets[starts[i] .. starts[i+1]), ascending.
  struct Rows {
    std::vector<std::size_t> starts = {0};
    std::vector<Element> targets;
    [[nodiscard]] std::span<const Element> row(std::size_t i) const noexcept {
      return {targets.data() + starts[i], targets.data() + starts[i + 1]};
    }
    bool operator==(const Rows&) const = default;
  };
  friend Poset detail::poset_from_covers_unchecked(std::size_t, std::vector<Relation>, std::vector<std::string>);

  static Rows compress(std::size_t size, std::span<const Relation> relations, Element Relation::*from,
                       Element Relation::*to);
  void set_labels(std::vector<std::string> labels, const char* function);
  void sort_topologically(const Rows& successors);  // fills extension_; throws cyclic_relations
  void close_transitively();                        // fills above_ and below_ from upper_
  [[nodiscard]] std::size_t words_per_row() const noexcept { return (size_ + 63) / 64; }
  [[nodiscard]] ElementSet reachable(Element e, const Rows& rows) const;

  std::size_t size_ = 0;
  Rows upper_;
  Rows lower_;
  std::vector<Element> extension_;
  std::vector<std::uint32_t> ranks_;  // position of each element in extension_
  std::vector<std::string> labels_;
  std::vector<std::uint64_t> above_;  // size_ rows of ⌈size_/64⌉ words; empty beyond closure_limit
  std::vector<std::uint64_t> below_;
};

}  // namespace tropiary
