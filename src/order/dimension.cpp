// The dimension of P(Q₁, …, Qₖ) is the greatest of the dimensions of P and the Q_i, so that of a poset is the greatest
// over the nodes of its modular decomposition: 1 for a chain, 2 where there is a disjoint union, and for a prime poset
//
//  - 2 iff its incomparability graph has a transitive orientation: as the graph is prime too, orienting one edge forces
//    all others [gallai1967];
//  - else the least t such that the critical pairs can be distributed over t linear extensions, each reversing the
//  pairs
//    given to it [trotter1992]. Depth-first search over partial orders L₁, …, L_t that contain P, the pair with the
//    fewest choices first; dim ≤ width and dim ≤ n/2 end it early.

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;

/// A square bit matrix.
class Relations {
 public:
  explicit Relations(std::size_t n) : words_((n + 63) / 64), bits_(n * words_) {}
  [[nodiscard]] std::size_t words() const { return words_; }
  [[nodiscard]] bool has(std::size_t x, std::size_t y) const {
    return ((bits_[x * words_ + y / 64] >> (y % 64)) & 1U) != 0;
  }
  void set(std::size_t x, std::size_t y) { bits_[x * words_ + y / 64] |= std::uint64_t{1} << (y % 64); }
  [[nodiscard]] std::uint64_t* row(std::size_t x) { return bits_.data() + x * words_; }
  [[nodiscard]] const std::uint64_t* row(std::size_t x) const { return bits_.data() + x * words_; }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

Relations strictly_above(const Poset& p) {
  Relations above(p.size());
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (const Element y : p.above(element(x))) above.set(x, index(y));
  }
  return above;
}

/// Whether a prime poset has dimension 2: orients the incomparability graph from one edge, then checks that the order
/// together with the orientation is linear, and together with its reverse too.
bool has_dimension_two(const Poset& p) {
  const std::size_t n = p.size();
  Relations graph(n);  // incomparable pairs
  std::optional<std::pair<std::size_t, std::size_t>> first;
  for (std::size_t x = 0; x < n; ++x) {
    for (std::size_t y = 0; y < n; ++y) {
      if (x == y || p.comparable(element(x), element(y))) continue;
      graph.set(x, y);
      if (!first) first = {x, y};
    }
  }
  Relations oriented(n);
  Relations reversed(n);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pending;
  const auto orient = [&](std::size_t x, std::size_t y) {
    oriented.set(x, y);
    reversed.set(y, x);
    pending.emplace_back(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
  };
  orient(first->first, first->second);
  while (!pending.empty()) {
    const auto [x, y] = pending.back();
    pending.pop_back();
    if (oriented.has(y, x)) return false;
    // x → y forces x → z and z → y for z joined to one end only.
    for (std::size_t w = 0; w < graph.words(); ++w) {
      std::uint64_t out = graph.row(x)[w] & ~graph.row(y)[w] & ~oriented.row(x)[w];
      if (y / 64 == w) out &= ~(std::uint64_t{1} << (y % 64));
      for (; out != 0; out &= out - 1) orient(x, w * 64 + static_cast<std::size_t>(std::countr_zero(out)));
      std::uint64_t in = graph.row(y)[w] & ~graph.row(x)[w] & ~reversed.row(y)[w];
      if (x / 64 == w) in &= ~(std::uint64_t{1} << (x % 64));
      for (; in != 0; in &= in - 1) orient(w * 64 + static_cast<std::size_t>(std::countr_zero(in)), y);
    }
  }
  // A tournament is a linear order iff its out-degrees are all different.
  for (const Relations* orientation : {&oriented, &reversed}) {
    std::vector<bool> taken(n, false);
    for (std::size_t x = 0; x < n; ++x) {
      std::size_t degree = 0;
      for (std::size_t y = 0; y < n; ++y) {
        degree += orientation->has(x, y) || p.less(element(x), element(y)) ? 1U : 0U;
      }
      if (degree >= n || taken[degree]) return false;
      taken[degree] = true;
    }
  }
  return true;
}

struct Pair {
  std::uint32_t x, y;  // incomparable; some linear extension has to put y below x
};

/// Incomparable (x, y) such that x < y may be added without any other new relation: all below x is below y, and all
/// above y is above x. Linear extensions that reverse these reverse every incomparable pair [trotter1992].
std::vector<Pair> critical_pairs(const Poset& p) {
  const Relations above = strictly_above(p);
  std::vector<ElementSet> below;
  for (std::size_t x = 0; x < p.size(); ++x) below.push_back(p.below(element(x)));
  std::vector<Pair> result;
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (std::size_t y = 0; y < p.size(); ++y) {
      if (x == y || p.comparable(element(x), element(y)) || !below[x].is_subset_of(below[y])) continue;
      bool critical = true;
      for (std::size_t w = 0; w < above.words() && critical; ++w) critical = (above.row(y)[w] & ~above.row(x)[w]) == 0;
      if (critical) result.push_back({static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
    }
  }
  return result;
}

/// Whether t linear extensions reverse all pairs; the search visits at most `effort` nodes and counts them down.
class Realizer {
 public:
  Realizer(const Relations& order, const std::vector<Pair>& pairs, std::size_t points, std::size_t t)
      : pairs_(pairs), points_(points), orders_(t, order) {}

  [[nodiscard]] bool exists(std::size_t& effort) {
    struct Choice {
      Pair pair;
      std::size_t next;       // order to try
      std::size_t used;       // orders with pairs, before the choice
      std::size_t undo_mark;  // changes_ before the choice
    };
    std::vector<Choice> path;
    std::size_t used = 0;
    for (;;) {
      // Forward: the open pair with the fewest orders that can still reverse it.
      if (effort == 0) {
        throw Error(Errc::too_large, "dimension: no answer within the search effort, on a prime part of " +
                                         std::to_string(points_) + " points with " + std::to_string(pairs_.size()) +
                                         " critical pairs; a larger effort may find it");
      }
      --effort;
      std::optional<Pair> open;
      std::size_t fewest = orders_.size() + 1;
      for (const Pair& pair : pairs_) {
        std::size_t choices = used < orders_.size() ? 1 : 0;  // the orders without pairs are alike
        bool reversed = false;
        for (std::size_t c = 0; c < used && !reversed; ++c) {
          reversed = orders_[c].has(pair.y, pair.x);
          choices += orders_[c].has(pair.x, pair.y) ? 0U : 1U;
        }
        if (reversed || choices >= fewest) continue;
        fewest = choices;
        open = pair;
        if (fewest == 0) break;
      }
      if (!open) return true;
      if (fewest > 0) path.push_back({*open, 0, used, changes_.size()});
      // Take the next choice of the last pair that has one.
      bool moved = false;
      while (!path.empty() && !moved) {
        Choice& choice = path.back();
        undo(choice.undo_mark);
        used = choice.used;
        while (choice.next < std::min(used + 1, orders_.size()) && !moved) {
          const std::size_t c = choice.next++;
          if (orders_[c].has(choice.pair.x, choice.pair.y)) continue;
          put_below(c, choice.pair.y, choice.pair.x);
          used = std::max(used, c + 1);
          moved = true;
        }
        if (!moved) path.pop_back();
      }
      if (!moved) return false;
    }
  }

 private:
  struct Change {
    std::size_t order, x, word;
    std::uint64_t before;
  };

  /// Adds low < high to an order, and what follows by transitivity.
  void put_below(std::size_t c, std::size_t low, std::size_t high) {
    Relations& order = orders_[c];
    std::vector<std::uint64_t> added(order.row(high), order.row(high) + order.words());
    added[high / 64] |= std::uint64_t{1} << (high % 64);
    for (std::size_t x = 0; x < points_; ++x) {
      if (x != low && !order.has(x, low)) continue;
      for (std::size_t w = 0; w < order.words(); ++w) {
        std::uint64_t& word = order.row(x)[w];
        if ((added[w] & ~word) == 0) continue;
        changes_.push_back({c, x, w, word});
        word |= added[w];
      }
    }
  }

  void undo(std::size_t mark) {
    while (changes_.size() > mark) {
      const Change& change = changes_.back();
      orders_[change.order].row(change.x)[change.word] = change.before;
      changes_.pop_back();
    }
  }

  const std::vector<Pair>& pairs_;
  std::size_t points_;
  std::vector<Relations> orders_;
  std::vector<Change> changes_;
};

std::size_t dimension_of_prime(const Poset& p, std::size_t& effort) {
  constexpr std::size_t largest = 4096;
  if (p.size() > largest) {
    throw Error(Errc::too_large, "dimension: a prime part of " + std::to_string(p.size()) + " points, at most " +
                                     std::to_string(largest) + " are supported");
  }
  if (has_dimension_two(p)) return 2;
  const std::size_t bound = std::min(width(p), p.size() / 2);  // [dilworth1950], [hiraguchi1951]
  const Relations order = strictly_above(p);
  const std::vector<Pair> pairs = critical_pairs(p);
  std::size_t t = 3;
  while (t < bound && !Realizer(order, pairs, p.size(), t).exists(effort)) ++t;
  return t;
}

}  // namespace

std::size_t dimension(const Poset& p, std::size_t effort) {
  if (p.empty()) return 0;
  const ModularDecomposition tree = modular_decomposition(p);
  std::size_t result = 1;
  for (const auto& node : tree.nodes) {
    if (node.kind == Kind::disjoint_union) result = std::max<std::size_t>(result, 2);
    if (node.kind == Kind::prime) result = std::max(result, dimension_of_prime(node.quotient, effort));
  }
  return result;
}

}  // namespace tropiary
