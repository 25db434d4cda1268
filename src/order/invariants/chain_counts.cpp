// Zeta polynomial and Euler characteristic, both from the numbers of chains. On the modular decomposition, with
// C_P(t) = Σ t^|chain| over all chains, the empty one included: C − 1 adds up over a disjoint union, C multiplies over
// an ordinal sum, and a chain of a composition over a prime poset is a chain of the prime poset with a non-empty chain
// in each of its blocks.

#include <algorithm>
#include <string>
#include <vector>

#include "order/invariants/polynomials.hpp"
#include "order/word_order.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/order_complex.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;
using Polynomial = std::vector<Integer>;  // the numbers of chains by length; the constant coefficient is 1

void add(Polynomial& to, const Polynomial& summand) {
  if (to.size() < summand.size()) to.resize(summand.size());
  for (std::size_t i = 0; i < summand.size(); ++i) to[i] += summand[i];
}

Polynomial multiply(const Polynomial& a, const Polynomial& b) {
  Polynomial result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

/// Throws too_large when the chain polynomial would take too long: a chain of h points has coefficients of h bits, and
/// no poset on n points has coefficients beyond 2ⁿ. Cost model: one word operation per product of coefficients.
void check_work(const Poset& p, const ModularDecomposition& tree, const char* function) {
  std::uint64_t work = 0;
  std::vector<std::size_t> heights;  // of the nodes
  std::vector<std::size_t> points;
  for (const auto& node : tree.nodes) {
    std::size_t height = node.kind == Kind::point ? 1 : 0;
    std::size_t size = height;
    for (const std::size_t child : node.children) {
      size += points[child];
      if (node.kind == Kind::ordinal_sum) {
        detail::predict_work(work, height * heights[child], size, function, p.size());
        height += heights[child];
      } else {
        height = std::max(height, heights[child]);
      }
    }
    if (node.kind == Kind::prime) {
      std::vector<std::size_t> up_to(node.children.size());  // height of a longest chain ending in a block
      for (const Element x : node.quotient.linear_extension()) {
        up_to[index(x)] += heights[node.children[index(x)]];
        height = std::max(height, up_to[index(x)]);
        for (const Element y : node.quotient.upper_covers(x)) {
          up_to[index(y)] = std::max(up_to[index(y)], up_to[index(x)]);
        }
      }
      const std::uint64_t k = node.children.size();
      detail::predict_work(work, k * k / 2 * height, size, function, p.size());
      for (const std::size_t child : node.children) {
        detail::predict_work(work, heights[child] * height, size, function, p.size());
      }
    }
    heights.push_back(height);
    points.push_back(size);
  }
  const std::uint64_t h = heights.empty() ? 0 : heights.back();
  detail::predict_work(work, h * h, p.size() + 16 * h, function, p.size());
}

Polynomial chain_polynomial(const ModularDecomposition& tree) {
  if (tree.nodes.empty()) return {1};
  std::vector<Polynomial> of(tree.nodes.size());
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    Polynomial& result = of[x];
    switch (node.kind) {
      case Kind::point:
        result = {1, 1};
        break;
      case Kind::disjoint_union:
        result = {1};
        for (const std::size_t child : node.children) {
          add(result, of[child]);
          result[0] = 1;
        }
        break;
      case Kind::ordinal_sum:
        result = {1};
        for (const std::size_t child : node.children) result = multiply(result, of[child]);
        break;
      case Kind::prime: {
        // ending[i]: the chains whose highest block is i.
        std::vector<Polynomial> ending(node.children.size());
        result = {1};
        for (const Element i : node.quotient.linear_extension()) {
          Polynomial lower{1};
          for (const Element j : node.quotient.below(i)) add(lower, ending[index(j)]);
          Polynomial inside = of[node.children[index(i)]];
          inside[0] = 0;
          ending[index(i)] = multiply(inside, lower);
          add(result, ending[index(i)]);
        }
        break;
      }
    }
    for (const std::size_t child : node.children) Polynomial().swap(of[child]);
  }
  return std::move(of.back());
}

/// Σ −1^(elements) over the chains, the empty one included: of those that end in x as many as, with the opposite sign,
/// end below x. No number of chains of at most 62 points leaves 64 bits.
Integer small_euler_characteristic(const Poset& p) {
  const detail::WordOrder order(p);
  std::array<std::int64_t, 64> ending;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
  std::uint64_t nonzero = 0;
  std::int64_t total = 1;
  for (std::size_t x = 0; x < order.size; ++x) {
    std::int64_t lower = 1;
    detail::for_each_member(order.below[x] & nonzero, [&](std::size_t y) { lower += ending[y]; });
    if (lower == 0) continue;
    nonzero |= detail::WordOrder::bit(x);
    ending[x] = -lower;
    total -= lower;
  }
  return -total;
}

}  // namespace

std::vector<Rational> zeta_polynomial(const Poset& p) {
  const ModularDecomposition tree = modular_decomposition(p);
  check_work(p, tree, "zeta_polynomial");
  Polynomial chains = chain_polynomial(tree);
  chains.erase(chains.begin());
  if (chains.empty()) return {Rational()};
  return detail::from_binomial_basis(chains, 2);  // Z(q) = Σ_k #chains of k+1 elements · C(q − 2, k) [stanley2012]
}

std::vector<Integer> order_complex_f_vector(const Poset& p) {
  const ModularDecomposition tree = modular_decomposition(p);
  check_work(p, tree, "order_complex_f_vector");
  Polynomial chains = chain_polynomial(tree);
  chains.erase(chains.begin());
  return chains;
}

std::vector<Integer> order_complex_h_vector(const Poset& p) {
  Polynomial h = order_complex_f_vector(p);
  h.insert(h.begin(), 1);
  // Expanded in powers of x for x − 1: divided by (x − 1) + 1 again and again.
  for (std::size_t last = h.size() - 1; last > 0; --last) {
    for (std::size_t i = 1; i <= last; ++i) h[i] -= h[i - 1];
  }
  return h;
}

Integer euler_characteristic(const Poset& p) { return reduced_euler_characteristic(p) + 1; }

Integer reduced_euler_characteristic(const Poset& p) {
  if (p.size() <= 62) return small_euler_characteristic(p);
  // −C_P(−1), by the same rules.
  const ModularDecomposition tree = modular_decomposition(p);
  std::vector<Integer> of;
  of.reserve(tree.nodes.size());
  for (const auto& node : tree.nodes) {
    Integer result = node.kind == Kind::point ? 0 : 1;
    if (node.kind == Kind::disjoint_union) {
      for (const std::size_t child : node.children) result += of[child] - 1;
    } else if (node.kind == Kind::ordinal_sum) {
      for (const std::size_t child : node.children) result *= of[child];
    } else if (node.kind == Kind::prime) {
      std::vector<Integer> ending(node.children.size());
      for (const Element i : node.quotient.linear_extension()) {
        Integer lower = 1;
        for (const Element j : node.quotient.below(i)) lower += ending[index(j)];
        ending[index(i)] = (of[node.children[index(i)]] - 1) * lower;
        result += ending[index(i)];
      }
    }
    of.push_back(std::move(result));
  }
  return of.empty() ? Integer(-1) : -of.back();
}

}  // namespace tropiary
