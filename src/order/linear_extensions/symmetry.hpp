#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "order/point_bits.hpp"

namespace tropiary::detail {

/// Automorphisms of an order on at most 64 points, a subgroup of at most 5040, all of them listed; for one
/// representative of each orbit of subsets.
class Symmetries {
 public:
  using Set = PointBits<1>;

  /// The largest group in the chain of stabilisers of the points of a base that is small enough. Trivial when the
  /// search for automorphisms becomes long.
  explicit Symmetries(const OrderBits<1>& order);

  [[nodiscard]] std::size_t size() const { return elements_.size(); }

  /// Takes the set, and another one along, to a set that is the same for all sets of the orbit of the first: nearly
  /// always, as the effort is bounded.
  void take_to_representative(Set& set, Set& companion) const;

 private:
  using Map = std::vector<std::uint8_t>;  // at each point its image
  /// A point that an element of the group takes to a base point, below the node of the base points before.
  struct Node {
    std::uint8_t point;
    std::uint32_t first_child;
    std::uint32_t children;
  };

  void list_elements(const std::vector<std::vector<Map>>& transversals);
  void build_tree(const std::vector<std::uint8_t>& base);

  std::vector<Set> above_;
  std::vector<Set> below_;
  std::vector<Map> elements_;
  std::vector<Node> nodes_;          // level by level, the root first
  std::size_t depth_ = 0;            // number of base points
  std::size_t first_of_leaves_ = 0;  // the leaf first_of_leaves_ + i is elements_[i]
};

}  // namespace tropiary::detail
