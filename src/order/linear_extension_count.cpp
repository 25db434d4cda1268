#include <vector>

#include "order/tree_linear_extensions.hpp"
#include "order/weighted_counts.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

// A linear extension of P(Q₁, …, Qₖ) is a linear extension of P with a chain of |Q_i| points in place of the point i,
// and a linear extension of each Q_i that says in which order its points take these places. So e is a product over the
// nodes of the decomposition: a multinomial coefficient for a union, 1 for an ordinal sum.
Integer count_linear_extensions(const Poset& p, std::size_t memory_limit_states) {
  using Kind = ModularDecomposition::Kind;
  const ModularDecomposition tree = modular_decomposition(p);
  std::vector<std::size_t> sizes;
  sizes.reserve(tree.nodes.size());
  std::vector<Integer> factors;
  for (const auto& node : tree.nodes) {
    std::size_t size = node.kind == Kind::point ? 1 : 0;
    std::vector<std::size_t> lengths;
    for (const std::size_t child : node.children) {
      lengths.push_back(sizes[child]);
      size += sizes[child];
      if (node.kind == Kind::disjoint_union) factors.push_back(binomial(size, sizes[child]));
    }
    if (node.kind == Kind::prime) {
      factors.push_back(detail::hasse_diagram_is_tree(node.quotient)
                            ? detail::count_linear_extensions_of_tree(node.quotient, lengths)
                            : detail::count_linear_extensions_of_chains(node.quotient, lengths, memory_limit_states));
    }
    sizes.push_back(size);
  }
  return detail::balanced_product(std::move(factors));
}

}  // namespace tropiary
