#include <array>
#include <utility>
#include <vector>

#include "tropiary/operad/term.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

/// The prime posets on four points are the N; in the numbering 1<2, 3<2, 3<4 of the N they get its name.
struct NamedPrime {
  Term::Outer outer;
  std::vector<std::size_t> children;
};

NamedPrime named_prime(const Poset& quotient, std::vector<std::size_t> children) {
  if (quotient.size() != 4) return {{quotient, {}}, std::move(children)};
  std::array<std::size_t, 4> order{};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t up = quotient.upper_covers(element(i)).size();
    const std::size_t down = quotient.lower_covers(element(i)).size();
    order[up > 0 ? (up == 1 ? 0U : 2U) : (down == 2 ? 1U : 3U)] = children[i];
  }
  return {{paper_poset(12), "N"}, {order.begin(), order.end()}};
}

Term::Kind kind_of(ModularDecomposition::Kind kind) {
  switch (kind) {
    case ModularDecomposition::Kind::point:
      return Term::Kind::point;
    case ModularDecomposition::Kind::disjoint_union:
      return Term::Kind::disjoint_union;
    case ModularDecomposition::Kind::ordinal_sum:
      return Term::Kind::ordinal_sum;
    case ModularDecomposition::Kind::prime:
      break;
  }
  return Term::Kind::compose;
}

}  // namespace

Factorisation factorise(const Poset& p) {
  ModularDecomposition decomposition = modular_decomposition(p);
  if (decomposition.nodes.empty()) return {Term::disjoint_union({}), {}};
  std::vector<Term::Node> nodes;
  std::vector<Term::Outer> outers;
  nodes.reserve(decomposition.nodes.size());
  for (ModularDecomposition::Node& node : decomposition.nodes) {
    if (node.kind == ModularDecomposition::Kind::prime) {
      NamedPrime prime = named_prime(node.quotient, std::move(node.children));
      nodes.push_back({Term::Kind::compose, std::move(prime.children), outers.size()});
      outers.push_back(std::move(prime.outer));
    } else {
      nodes.push_back({kind_of(node.kind), std::move(node.children), 0});
    }
  }
  std::vector<Element> points;
  points.reserve(p.size());
  std::vector<std::size_t> stack{nodes.size() - 1};
  while (!stack.empty()) {
    const std::size_t node = stack.back();
    stack.pop_back();
    if (nodes[node].kind == Term::Kind::point) points.push_back(decomposition.nodes[node].point);
    stack.insert(stack.end(), nodes[node].children.rbegin(), nodes[node].children.rend());
  }
  return {Term::from_nodes(std::move(nodes), std::move(outers)), std::move(points)};
}

}  // namespace tropiary
