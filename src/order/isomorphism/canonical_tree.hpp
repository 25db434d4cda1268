#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "order/isomorphism/canonical_prime.hpp"
#include "tropiary/exact/integer.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary::detail {

/// The modular decomposition with the children of every node in canonical order. The strong modules are ranked by size,
/// and among those of equal size by a key made of the ranks of their children; equal ranks mean isomorphic modules.
/// Only prime quotients, coloured by the ranks of their blocks, need a search.
class CanonicalTree {
 public:
  explicit CanonicalTree(const Poset& p);

  /// At each element its canonical position: the leaves from left to right.
  [[nodiscard]] std::vector<Element> positions() const;

  /// |Aut(P)| is their product.
  [[nodiscard]] const std::vector<Integer>& factors() const noexcept { return factors_; }

  /// Generators of Aut(P), each as the list of its moves: the element `from` goes to `to`; the others stay. Isomorphic
  /// blocks that the group permutes share the generators of one of them.
  struct Move {
    Element from, to;
  };
  void for_each_generator(const std::function<void(const std::vector<Move>&)>& visit) const;

 private:
  using Key = std::vector<std::uint32_t>;
  struct Block {
    std::size_t node;
    std::size_t first_leaf;
  };
  Key put_in_order(std::size_t x);
  Key put_prime_in_order(std::size_t x, Key key);
  [[nodiscard]] std::vector<Element> leaves() const;
  [[nodiscard]] std::vector<Block> blocks_of(const Block& block) const;

  ModularDecomposition tree_;
  std::vector<std::size_t> sizes_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::vector<Moves>> symmetries_;  // of the children of a prime node, in their canonical order
  std::vector<Integer> factors_;
};

}  // namespace tropiary::detail
