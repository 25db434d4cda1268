#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "order/linear_extensions/fixed_width.hpp"
#include "polytope/posets/face_polynomials.hpp"
#include "polytope/posets/up_set_pairs.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/linear_extensions.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;
using detail::add;
using detail::Polynomial;
using detail::product;
using detail::subtract;

constexpr const char* name = "order_polytope_f_vector";
constexpr std::size_t largest_size = 2048;
constexpr std::size_t most_up_sets = std::size_t{1} << 20U;

/// The faces of O(P) by dimension, as polynomials: faces[a][b] are those whose block of 0̂ has further points only if
/// a = 1, and whose block of 1̂ only if b = 1. (a, b are bounds: these four multiply under disjoint unions.)
using Faces = std::array<std::array<Polynomial, 2>, 2>;

Faces of_union(const Faces& p, const Faces& q) {
  Faces result;
  for (std::size_t a : {0U, 1U}) {
    for (std::size_t b : {0U, 1U}) result[a][b] = product(p[a][b], q[a][b]);
  }
  return result;
}

/// From bounds to exact: exactly[1][1] has further points in both blocks.
Faces exactly(Faces faces) {
  for (std::size_t a : {0U, 1U}) subtract(faces[a][1], faces[a][0]);
  for (std::size_t b : {0U, 1U}) subtract(faces[1][b], faces[0][b]);
  return faces;
}
Faces at_most(Faces faces) {
  for (std::size_t b : {0U, 1U}) add(faces[1][b], faces[0][b]);
  for (std::size_t a : {0U, 1U}) add(faces[a][1], faces[a][0]);
  return faces;
}

/// At most one block has points of both P and Q, P below Q. There is none iff P's block of 1̂ and Q's of 0̂ have no
/// further points; it is a block of its own, or has all of P and is that of 0̂, or has all of Q and is that of 1̂.
Faces of_ordinal_sum(const Faces& lower, const Faces& upper) {
  const Faces p = exactly(lower);
  const Faces q = exactly(upper);
  Faces result;
  for (std::size_t a : {0U, 1U}) {
    for (std::size_t b : {0U, 1U}) {
      result[a][b] = product(p[a][0], q[0][b]);
      add(result[a][b], product(p[a][1], q[1][b]), 1);
      if (a == 1) add(result[a][b], q[1][b]);
      if (b == 1) add(result[a][b], p[a][1]);
    }
  }
  return at_most(std::move(result));
}

/// The pairs of a down-set in a down-set: points are taken away one after another, the lowest first in the outer loop.
std::uint64_t count_pairs(const detail::WordOrder& order, const detail::DownSets& down_sets) {
  std::vector<std::uint64_t> inside(down_sets.size(), 1);
  for (std::size_t x = 0; x < order.size; ++x) {
    for (std::size_t i = 0; i < down_sets.size(); ++i) {
      const std::uint64_t set = down_sets[i];
      if ((set & order.bit(x)) != 0 && (order.above[x] & set) == 0) {
        inside[i] += inside[down_sets.place_of(set & ~order.bit(x))];
      }
    }
  }
  return std::accumulate(inside.begin(), inside.end(), std::uint64_t{0});
}

/// A face is a down-set, the block of 0̂; an up-set, that of 1̂; and a partition of what is between into connected blocks
/// whose quotient is an order. With signs every such partition of an up-set is counted once by the non-empty sets of
/// its minimal blocks, which are the components of a down-set D of it:
///   F(U) = [U may be the block of 1̂] + Σ_{∅ ≠ D} (−1)^{c(D) + 1} z^{c(D)} F(U ∖ D).
Faces by_intervals(const Poset& p, std::uint64_t max_intervals) {
  const std::size_t n = p.size();
  if (n > 64) {
    throw Error(Errc::too_large, std::string(name) + ": a prime part of " + std::to_string(n) + " points, at most 64");
  }
  detail::DownSetsOfUpSets inner(p);
  std::vector<Element> rank(n);
  for (std::size_t r = 0; r < n; ++r) rank[index(p.linear_extension()[r])] = element(r);
  const detail::DownSets down_sets(relabelled(p, rank), most_up_sets, name);
  const std::uint64_t pairs = count_pairs(inner.order(), down_sets);
  if (pairs > max_intervals) {
    throw Error(Errc::too_large, std::string(name) + ": a prime part of " + std::to_string(n) + " points has " +
                                     std::to_string(pairs) + " pairs of an up-set in an up-set; at most " +
                                     std::to_string(max_intervals) + " (max_intervals) are gone through");
  }
  // A face is known by the facets it lies in, and by its partition.
  const Integer facets = count_order_polytope_facets(p);
  const std::size_t bits = 1 + std::min(static_cast<std::size_t>(facets.to_int64()),
                                        (n + 2) * static_cast<std::size_t>(std::bit_width(n + 2)));
  Faces faces;
  detail::with_fixed_width(bits, [&](auto zero) {
    using Number = decltype(zero);
    const std::size_t width = n + 1;
    if (down_sets.size() > (std::size_t{1} << 32U) / (2 * width * sizeof(Number))) {
      throw Error(Errc::too_large, std::string(name) + ": a prime part of " + std::to_string(n) + " points has " +
                                       std::to_string(down_sets.size()) + " up-sets; sums for them take over 4 GiB");
    }
    // Row of a down-set's complement: faces without and with further points in the block of 1̂.
    std::vector<Number> without(down_sets.size() * width);
    std::vector<Number> with(down_sets.size() * width);
    std::vector<Number> sum_without(width);
    std::vector<Number> sum_with(width);
    for (std::size_t i = down_sets.size(); i-- > 0;) {
      const std::uint64_t up_set = inner.order().all() & ~down_sets[i];
      Number* const row_without = &without[i * width];
      Number* const row_with = &with[i * width];
      row_with[0].limbs[0] = 1;
      if (up_set == 0) row_without[0].limbs[0] = 1;
      inner.for_each(up_set, [&](std::uint64_t removed, std::size_t components) {
        const std::size_t larger = down_sets.place_of(down_sets[i] | removed);
        const auto left = static_cast<std::size_t>(std::popcount(up_set & ~removed));
        const Number* const from_without = &without[larger * width];
        const Number* const from_with = &with[larger * width];
        if (components % 2 == 1) {
          for (std::size_t k = 0; k <= left; ++k) row_without[k + components] += from_without[k];
          for (std::size_t k = 0; k <= left; ++k) row_with[k + components] += from_with[k];
        } else {
          for (std::size_t k = 0; k <= left; ++k) row_without[k + components] -= from_without[k];
          for (std::size_t k = 0; k <= left; ++k) row_with[k + components] -= from_with[k];
        }
      });
      for (std::size_t k = 0; k < width; ++k) {
        sum_without[k] += row_without[k];
        sum_with[k] += row_with[k];
      }
    }
    const auto polynomial = [&](const Number* row) {
      Polynomial result;
      for (std::size_t k = 0; k < width; ++k) result.push_back(row[k].to_integer());
      return result;
    };
    faces = {{{polynomial(without.data()), polynomial(with.data())},
              {polynomial(sum_without.data()), polynomial(sum_with.data())}}};
  });
  return faces;
}

Faces of_point() {  // alone, with 0̂, with 1̂
  return {{{Polynomial{0, 1}, Polynomial{1, 1}}, {Polynomial{1, 1}, Polynomial{2, 1}}}};
}

}  // namespace

std::vector<Integer> order_polytope_f_vector(const Poset& p, std::uint64_t max_intervals) {
  if (p.empty()) return {};
  if (p.size() > largest_size) {
    throw Error(Errc::too_large, std::string(name) + ": the poset has " + std::to_string(p.size()) +
                                     " points, at most " + std::to_string(largest_size) + " are supported");
  }
  const ModularDecomposition tree = modular_decomposition(p);
  std::vector<Faces> of(tree.nodes.size());
  std::vector<std::vector<Element>> points(tree.nodes.size());
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    if (node.kind == Kind::point) {
      points[x].push_back(node.point);
      of[x] = of_point();
    }
    for (const std::size_t child : node.children) {
      points[x].insert(points[x].end(), points[child].begin(), points[child].end());
    }
    if (node.kind == Kind::prime) {
      std::sort(points[x].begin(), points[x].end());
      of[x] = by_intervals(induced_subposet(p, points[x]), max_intervals);
    } else if (node.kind != Kind::point) {
      of[x] = std::move(of[node.children[0]]);
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Faces& next = of[node.children[i]];
        of[x] = node.kind == Kind::disjoint_union ? of_union(of[x], next) : of_ordinal_sum(of[x], next);
      }
    }
    for (const std::size_t child : node.children) {
      of[child] = Faces();
      std::vector<Element>().swap(points[child]);
    }
  }
  Polynomial result = std::move(of.back()[1][1]);
  result.resize(p.size());  // without the polytope itself
  return result;
}

}  // namespace tropiary
