#include <utility>
#include <vector>

#include "order/weighted_counts.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

// The antichains of P(Q₁, …, Qₖ) are the antichains A of P with a non-empty antichain of each Q_i, i ∈ A: so the number
// of non-empty antichains of a node follows from those of its children.
Integer count_up_sets(const Poset& p) {
  using Kind = ModularDecomposition::Kind;
  const ModularDecomposition tree = modular_decomposition(p);
  std::vector<Integer> nonempty(tree.nodes.size());
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    std::vector<Integer> weights;
    weights.reserve(node.children.size());
    for (const std::size_t child : node.children) weights.push_back(std::move(nonempty[child]));
    switch (node.kind) {
      case Kind::point:
        nonempty[x] = 1;
        break;
      case Kind::disjoint_union:
        for (Integer& weight : weights) ++weight;
        nonempty[x] = detail::balanced_product(std::move(weights)) - 1;
        break;
      case Kind::ordinal_sum:
        for (const Integer& weight : weights) nonempty[x] += weight;
        break;
      case Kind::prime:
        nonempty[x] = detail::count_weighted_antichains(node.quotient, weights) - 1;
        break;
    }
  }
  return tree.nodes.empty() ? Integer(1) : nonempty.back() + 1;
}

}  // namespace tropiary
