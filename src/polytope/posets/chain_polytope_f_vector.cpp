#include <algorithm>
#include <string>
#include <utility>

#include "polytope/posets/face_polynomials.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytope_equivalence.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {

namespace {

using detail::add;
using detail::Polynomial;
using detail::product;
using detail::subtract;
using Kind = ModularDecomposition::Kind;

constexpr std::size_t largest_size = 2048;

/// The faces at the origin, where the facets x_i = 0 meet in a simple vertex: (1 + z)ⁿ.
Polynomial at_origin(std::size_t n) {
  Polynomial result;
  for (std::size_t k = 0; k <= n; ++k) result.push_back(binomial(n, k));
  return result;
}

/// All non-empty faces of C(P), P below Q, from those of C(P) and C(Q): faces at the origin span one together; others
/// are faces of the sum, and so is the hull of two such, one of each.
Polynomial of_ordinal_sum(Polynomial p, std::size_t p_size, Polynomial q, std::size_t q_size) {
  subtract(p, at_origin(p_size));
  subtract(q, at_origin(q_size));
  Polynomial result = at_origin(p_size + q_size);
  add(result, p);
  add(result, q);
  add(result, product(p, q), 1);
  result.resize(p_size + q_size + 1);  // what lies beyond is zero
  return result;
}

Polynomial of_prime(const Poset& p, std::uint64_t max_intervals) {
  Polynomial result;
  if (are_order_and_chain_polytope_equivalent(p)) {
    result = order_polytope_f_vector(p, max_intervals);
  } else {
    const std::vector<std::size_t> f = f_vector(chain_polytope(p));
    result.assign(f.begin(), f.end());
  }
  result.resize(p.size());
  result.emplace_back(1);
  return result;
}

}  // namespace

std::vector<Integer> chain_polytope_f_vector(const Poset& p, std::uint64_t max_intervals) {
  if (p.empty()) return {};
  if (p.size() > largest_size) {
    throw Error(Errc::too_large, "chain_polytope_f_vector: the poset has " + std::to_string(p.size()) +
                                     " points, at most " + std::to_string(largest_size) + " are supported");
  }
  const ModularDecomposition tree = modular_decomposition(p);
  std::vector<Polynomial> of(tree.nodes.size());
  std::vector<std::vector<Element>> points(tree.nodes.size());
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    if (node.kind == Kind::point) {
      points[x] = {node.point};
      of[x] = {2, 1};
      continue;
    }
    for (const std::size_t child : node.children) {
      const std::size_t before = points[x].size();
      points[x].insert(points[x].end(), points[child].begin(), points[child].end());
      if (before == 0) {
        of[x] = std::move(of[child]);
      } else if (node.kind == Kind::disjoint_union) {
        of[x] = product(of[x], of[child]);
      } else if (node.kind == Kind::ordinal_sum) {
        of[x] = of_ordinal_sum(std::move(of[x]), before, std::move(of[child]), points[child].size());
      }
      Polynomial().swap(of[child]);
      std::vector<Element>().swap(points[child]);
    }
    if (node.kind != Kind::prime) continue;
    std::sort(points[x].begin(), points[x].end());
    of[x] = of_prime(induced_subposet(p, points[x]), max_intervals);
  }
  Polynomial result = std::move(of.back());
  result.pop_back();  // without the polytope itself
  return result;
}

}  // namespace tropiary
