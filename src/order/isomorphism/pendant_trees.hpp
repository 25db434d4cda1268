#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

using Moves = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< a permutation: from → to; the others stay

/// A connected Hasse diagram without directions, its vertices coloured, as a core with trees that hang on it. Points of
/// degree one are taken off, layer by layer, until none or at most two points are left. Trees are ranked by layer, and
/// those of one layer by their colour and the ranks of their children; equal ranks mean isomorphic trees.
class PendantTrees {
 public:
  PendantTrees(const Poset& p, std::span<const std::uint32_t> colours);

  [[nodiscard]] const std::vector<std::uint32_t>& core() const noexcept { return core_; }  ///< ascending
  /// For each point of the core a number that orders by colour, then by the trees that hang on it.
  [[nodiscard]] const std::vector<std::uint32_t>& core_colours() const noexcept { return core_colours_; }
  /// The number of automorphisms of the trees that fix the core is their product.
  [[nodiscard]] std::vector<Integer> factors() const;

  /// All points: those of the core in this order, each followed by its trees in the order of their ranks.
  void put_in_sequence(std::span<const std::uint32_t> core_order);
  [[nodiscard]] const std::vector<std::uint32_t>& sequence() const noexcept { return sequence_; }
  /// Generators of the automorphisms that fix the core: for each symmetric group a swap and a cycle.
  [[nodiscard]] std::vector<Moves> generators() const;
  /// Adds the moves that take the tree at x to the isomorphic one at y.
  void move(std::uint32_t x, std::uint32_t y, Moves& moves) const;

 private:
  using Key = std::vector<std::uint32_t>;
  [[nodiscard]] Key key(std::uint32_t x, std::span<const std::uint32_t> colours) const;
  template <class F>
  void for_each_run(F&& f) const;  // of isomorphic trees on one point: f(first, last)

  std::vector<std::vector<std::uint32_t>> children_;  // by rank
  std::vector<std::uint32_t> rank_;                   // of the tree at a point that was taken off
  std::vector<std::uint32_t> size_;                   // of the tree at a point, itself included
  std::vector<std::uint32_t> core_;
  std::vector<std::uint32_t> core_colours_;
  std::vector<std::uint32_t> sequence_;
  std::vector<std::uint32_t> place_;  // in the sequence
};

}  // namespace tropiary::detail
