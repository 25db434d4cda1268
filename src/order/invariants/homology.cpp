// Reduced rational homology of the order complex.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/order_complex.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;
using Betti = std::vector<Integer>;  // of degree −1, 0, 1, …; shorter when the rest is zero

/// The chains of a poset level by level: a chain's children are the chains with one more element on top.
class Chains {
 public:
  explicit Chains(const Poset& p) {
    std::vector<std::uint32_t> rank(p.size());
    const std::span<const Element> extension = p.linear_extension();
    for (std::size_t i = 0; i < extension.size(); ++i) rank[index(extension[i])] = static_cast<std::uint32_t>(i);
    std::vector<std::vector<std::uint32_t>> above(p.size());
    for (std::size_t i = 0; i < extension.size(); ++i) {
      for (const Element y : p.above(extension[i])) above[i].push_back(rank[index(y)]);
      std::sort(above[i].begin(), above[i].end());
    }
    nodes_.push_back({0, 0, 1});
    for (std::uint32_t i = 0; i < p.size(); ++i) nodes_.push_back({0, i, 0});
    levels_ = {0, 1, nodes_.size()};
    while (levels_[levels_.size() - 2] != levels_.back()) {
      for (std::size_t c = levels_[levels_.size() - 2]; c < levels_.back(); ++c) {
        nodes_[c].first_child = static_cast<std::uint32_t>(nodes_.size());
        for (const std::uint32_t y : above[nodes_[c].top]) nodes_.push_back({static_cast<std::uint32_t>(c), y, 0});
      }
      levels_.push_back(nodes_.size());
    }
  }

  /// The chains of k elements are those in [begin(k), begin(k + 1)).
  [[nodiscard]] std::size_t begin(std::size_t k) const { return levels_[k]; }
  [[nodiscard]] std::size_t height() const { return levels_.size() - 3; }

  /// The chains that come from leaving out the i-th element from above, i = 0, 1, …, k − 1.
  void boundary(std::size_t chain, std::size_t k, std::vector<std::size_t>& faces) const {
    faces.clear();
    std::vector<std::uint32_t> tops;
    std::size_t c = chain;
    for (std::size_t i = 0; i < k; ++i) {
      std::size_t face = nodes_[c].parent;
      for (std::size_t j = tops.size(); j-- > 0;) face = child(face, tops[j]);
      faces.push_back(face);
      tops.push_back(nodes_[c].top);
      c = nodes_[c].parent;
    }
  }

 private:
  struct Node {
    std::uint32_t parent;
    std::uint32_t top;  // of the chain
    std::uint32_t first_child;
  };

  [[nodiscard]] std::size_t child(std::size_t chain, std::uint32_t top) const {
    std::size_t low = nodes_[chain].first_child;
    // Tops of children ascend; the child with this one exists. Among them are those of the next chain, all later.
    std::size_t step = 1;
    while (low + step < nodes_.size() && nodes_[low + step].parent == chain && nodes_[low + step].top <= top) step *= 2;
    std::size_t high = std::min(low + step, nodes_.size());
    while (low + 1 < high) {
      const std::size_t middle = (low + high) / 2;
      if (nodes_[middle].parent == chain && nodes_[middle].top <= top) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  std::vector<Node> nodes_;
  std::vector<std::size_t> levels_;
};

/// Column reduction of sparse integer matrices without fractions: the pivot of a column is its last entry.
class ColumnReduction {
 public:
  using Column = std::vector<std::pair<std::size_t, Integer>>;  // rows descending

  explicit ColumnReduction(std::size_t first_row, std::size_t rows) : first_row_(first_row), of_pivot_(rows) {}

  /// Reduces the column by those before it; returns whether it is independent of them.
  bool add(Column column) {
    while (!column.empty()) {
      const Column& other = of_pivot_[column[0].first - first_row_];
      if (other.empty()) {
        const std::size_t pivot = column[0].first;
        of_pivot_[pivot - first_row_] = std::move(column);
        ++rank_;
        return true;
      }
      eliminate(column, other);
    }
    return false;
  }
  [[nodiscard]] std::size_t rank() const { return rank_; }
  [[nodiscard]] bool is_pivot(std::size_t row) const { return !of_pivot_[row - first_row_].empty(); }

 private:
  /// column·a − other·b with the pivots cancelled, divided by its content.
  static void eliminate(Column& column, const Column& other) {
    const Integer divisor = gcd(column[0].second, other[0].second);
    const Integer a = other[0].second / divisor;
    const Integer b = column[0].second / divisor;
    Column result;
    result.reserve(column.size() + other.size());
    auto y = other.begin() + 1;
    for (auto x = column.begin() + 1; x != column.end() || y != other.end();) {
      if (y == other.end() || (x != column.end() && x->first > y->first)) {
        result.emplace_back(x->first, a * x->second);
        ++x;
      } else if (x == column.end() || y->first > x->first) {
        result.emplace_back(y->first, -(b * y->second));
        ++y;
      } else {
        Integer value = a * x->second - b * y->second;
        if (!value.is_zero()) result.emplace_back(x->first, std::move(value));
        ++x;
        ++y;
      }
    }
    Integer content;
    for (const auto& [row, value] : result) {
      content = gcd(content, value);
      if (content.is_one()) break;
    }
    if (!content.is_zero() && !content.is_one()) {
      for (auto& [row, value] : result) value /= content;
    }
    column = std::move(result);
  }

  std::size_t first_row_;
  std::vector<Column> of_pivot_;
  std::size_t rank_ = 0;
};

/// The ranks of the boundary maps from the chains of k elements to those of k − 1, for k = 0, 1, …, height + 1. From
/// the top down: a face that is the pivot of a boundary needs no reduction, as the boundary of that boundary is zero.
std::vector<std::size_t> boundary_ranks(const Chains& chains) {
  const std::size_t height = chains.height();
  std::vector<std::size_t> ranks(height + 2, 0);
  std::optional<ColumnReduction> upper;
  std::vector<std::size_t> faces;
  for (std::size_t k = height; k >= 1; --k) {
    ColumnReduction reduction(chains.begin(k - 1), chains.begin(k) - chains.begin(k - 1));
    for (std::size_t c = chains.begin(k); c < chains.begin(k + 1); ++c) {
      if (upper && upper->is_pivot(c)) continue;
      chains.boundary(c, k, faces);
      ColumnReduction::Column column;
      for (std::size_t i = 0; i < k; ++i) column.emplace_back(faces[i], i % 2 == 0 ? 1 : -1);
      std::sort(column.begin(), column.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
      reduction.add(std::move(column));
    }
    ranks[k] = reduction.rank();
    upper = std::move(reduction);
  }
  return ranks;
}

Betti by_boundaries(const Poset& p, std::size_t max_faces) {
  const Poset core = homotopy_core(p);
  if (core.size() == 1) return {};
  Integer faces;
  for (const Integer& count : order_complex_f_vector(core)) faces += count;
  if (faces > Integer(static_cast<std::uint64_t>(std::min<std::size_t>(max_faces, std::size_t{1} << 30U)))) {
    throw Error(Errc::too_large, "reduced_betti_numbers: a prime part of " + std::to_string(p.size()) +
                                     " points has a core of " + std::to_string(core.size()) + " points with " +
                                     faces.to_string() + " chains; at most " + std::to_string(max_faces) +
                                     " are gone through");
  }
  const Chains chains(core);
  const std::vector<std::size_t> ranks = boundary_ranks(chains);
  Betti result;
  for (std::size_t k = 0; k <= chains.height(); ++k) {
    result.emplace_back(chains.begin(k + 1) - chains.begin(k) - ranks[k] - ranks[k + 1]);
  }
  return result;
}

void add(Betti& to, const Betti& summand) {
  if (to.size() < summand.size()) to.resize(summand.size());
  for (std::size_t i = 0; i < summand.size(); ++i) to[i] += summand[i];
}

/// The join of two complexes: degrees counted from −1 add up.
Betti join(const Betti& a, const Betti& b) {
  if (a.empty() || b.empty()) return {};
  Betti result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].is_zero()) continue;
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

/// The points below each node whose homology is asked for: the root's, and those of the parts of unions and sums.
std::vector<bool> needed_nodes(const ModularDecomposition& tree) {
  std::vector<bool> needed(tree.nodes.size(), false);
  needed.back() = true;
  for (std::size_t x = tree.nodes.size(); x-- > 0;) {
    if (!needed[x] || tree.nodes[x].kind == Kind::prime) continue;
    for (const std::size_t child : tree.nodes[x].children) needed[child] = true;
  }
  return needed;
}

std::vector<Element> points_below(const ModularDecomposition& tree, std::size_t node) {
  std::vector<Element> points;
  std::vector<std::size_t> stack{node};
  while (!stack.empty()) {
    const auto& next = tree.nodes[stack.back()];
    stack.pop_back();
    if (next.kind == Kind::point) points.push_back(next.point);
    stack.insert(stack.end(), next.children.begin(), next.children.end());
  }
  std::sort(points.begin(), points.end());
  return points;
}

}  // namespace

Poset homotopy_core(const Poset& p) {
  detail::check_pairs(p, "homotopy_core");
  const std::size_t n = p.size();
  const std::span<const Element> extension = p.linear_extension();
  std::vector<std::size_t> rank(n);
  for (std::size_t i = 0; i < n; ++i) rank[index(extension[i])] = i;
  // Rows in the numbering of the linear extension: the least of what is left above a point is the first.
  std::vector<ElementSet> above(n, ElementSet(n));
  std::vector<ElementSet> below(n, ElementSet(n));  // mirrored: number i stands at n − 1 − i
  for (std::size_t i = 0; i < n; ++i) {
    for (const Element y : p.above(extension[i])) {
      above[i].insert(element(rank[index(y)]));
      below[rank[index(y)]].insert(element(n - 1 - i));
    }
  }
  ElementSet left = ElementSet::full(n);
  ElementSet left_mirrored = ElementSet::full(n);
  const auto is_irreducible = [n](const ElementSet& side, const std::vector<ElementSet>& rows, bool mirrored) {
    if (side.empty()) return false;
    const Element first = *side.begin();
    ElementSet others = side;
    others.erase(first);
    return others.is_subset_of(rows[mirrored ? n - 1 - index(first) : index(first)]);
  };
  // A removal can make irreducible only what is comparable to the point.
  std::vector<std::size_t> waiting(n);
  for (std::size_t i = 0; i < n; ++i) waiting[i] = n - 1 - i;
  ElementSet queued = ElementSet::full(n);
  while (!waiting.empty()) {
    const std::size_t i = waiting.back();
    waiting.pop_back();
    queued.erase(element(i));
    const ElementSet up = above[i] & left;
    const ElementSet down = below[i] & left_mirrored;
    if (!is_irreducible(up, above, false) && !is_irreducible(down, below, true)) continue;
    left.erase(element(i));
    left_mirrored.erase(element(n - 1 - i));
    const auto wait = [&](std::size_t j) {
      if (queued.contains(element(j))) return;
      queued.insert(element(j));
      waiting.push_back(j);
    };
    for (const Element j : up) wait(index(j));
    for (const Element j : down) wait(n - 1 - index(j));
  }
  std::vector<Element> kept;
  for (const Element i : left) kept.push_back(extension[index(i)]);
  std::sort(kept.begin(), kept.end());
  return kept.size() == n ? p : induced_subposet(p, kept);
}

std::vector<Integer> reduced_betti_numbers(const Poset& p, std::size_t max_faces) {
  if (p.empty()) return {};
  const ModularDecomposition tree = modular_decomposition(p);
  const std::vector<bool> needed = needed_nodes(tree);
  std::vector<Betti> of(tree.nodes.size());
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    if (!needed[x]) continue;
    const auto& node = tree.nodes[x];
    switch (node.kind) {
      case Kind::point:
        break;
      case Kind::disjoint_union:
        of[x] = {0, Integer(node.children.size() - 1)};
        for (const std::size_t child : node.children) add(of[x], of[child]);
        break;
      case Kind::ordinal_sum:
        of[x] = {1};
        for (const std::size_t child : node.children) of[x] = join(of[x], of[child]);
        break;
      case Kind::prime:
        of[x] = by_boundaries(induced_subposet(p, points_below(tree, x)), max_faces);
        break;
    }
    for (const std::size_t child : node.children) Betti().swap(of[child]);
  }
  Betti result = std::move(of.back());
  if (!result.empty()) result.erase(result.begin());
  result.resize(height(p));
  return result;
}

}  // namespace tropiary
