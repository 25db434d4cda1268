// The dimension of P(Q₁, …, Qₖ) is the greatest of the dimensions of P and the Q_i, so that of a poset is the greatest
// over the nodes of its modular decomposition: 1 for a chain, 2 where there is a disjoint union, and for a prime poset
//
//  - 2 iff its incomparability graph has a transitive orientation: as the graph is prime too, orienting one edge forces
//    all others [gallai1967]; the order with the orientation, and with its reverse, are then a realiser;
//  - else the least t such that the critical pairs can be distributed over t linear extensions, each reversing the
//  pairs
//    given to it [trotter1992]. Depth-first search over partial orders L₁, …, L_t that contain P, the pair with the
//    fewest choices first; dim ≤ width and dim ≤ n/2 end it early.
//
// Linear extensions of the nodes, the i-th of each, make the i-th one of the whole.

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;
using Arrangement = std::vector<Element>;

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

/// A realiser of a prime poset of dimension 2, nothing for others: orients the incomparability graph from one edge,
/// then checks that the order together with the orientation is linear, and together with its reverse too.
std::vector<Arrangement> two_linear_extensions(const Poset& p) {
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
    if (oriented.has(y, x)) return {};
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
  std::vector<Arrangement> result;
  for (const Relations* orientation : {&oriented, &reversed}) {
    std::vector<bool> taken(n, false);
    Arrangement& line = result.emplace_back(n);
    for (std::size_t x = 0; x < n; ++x) {
      std::size_t degree = 0;
      for (std::size_t y = 0; y < n; ++y) {
        degree += orientation->has(x, y) || p.less(element(x), element(y)) ? 1U : 0U;
      }
      if (degree >= n || taken[degree]) return {};
      taken[degree] = true;
      line[n - 1 - degree] = element(x);
    }
  }
  return result;
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

/// Whether t linear extensions reverse all pairs; the search visits at most `effort` nodes and counts them down, and
/// says nothing when they are spent.
class Reversals {
 public:
  Reversals(const Relations& order, const std::vector<Pair>& pairs, std::size_t points, std::size_t t)
      : pairs_(pairs), points_(points), orders_(t, order) {}

  [[nodiscard]] std::optional<bool> exists(std::size_t& effort) {
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
      if (effort == 0) return std::nullopt;
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

  /// After a search that found them: linear extensions of the partial orders. What is lower has more above it.
  [[nodiscard]] std::vector<Arrangement> linear_extensions() const {
    std::vector<Arrangement> result;
    for (const Relations& order : orders_) {
      std::vector<std::pair<std::size_t, Element>> keyed;
      for (std::size_t x = 0; x < points_; ++x) {
        std::size_t above = 0;
        for (std::size_t w = 0; w < order.words(); ++w)
          above += static_cast<std::size_t>(std::popcount(order.row(x)[w]));
        keyed.emplace_back(points_ - above, element(x));
      }
      std::sort(keyed.begin(), keyed.end());
      Arrangement& line = result.emplace_back();
      for (const auto& [key, x] : keyed) line.push_back(x);
    }
    return result;
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

/// For each chain of a decomposition a linear extension in which its elements come as late as they can, that is after
/// everything incomparable to them [dilworth1950].
std::vector<Arrangement> by_chains(const Poset& p) {
  std::vector<Arrangement> result;
  for (const std::vector<Element>& chain : minimum_chain_decomposition(p)) {
    ElementSet late(p.size());
    for (const Element x : chain) late.insert(x);
    std::vector<std::size_t> waiting_for(p.size());
    Arrangement early_ones;
    Arrangement late_ones;
    const auto release = [&](Element x) { (late.contains(x) ? late_ones : early_ones).push_back(x); };
    for (std::size_t x = 0; x < p.size(); ++x) {
      waiting_for[x] = p.lower_covers(element(x)).size();
      if (waiting_for[x] == 0) release(element(x));
    }
    Arrangement& line = result.emplace_back();
    while (line.size() < p.size()) {
      Arrangement& from = early_ones.empty() ? late_ones : early_ones;  // of the chain, at most one is free
      line.push_back(from.back());
      from.pop_back();
      for (const Element y : p.upper_covers(line.back())) {
        if (--waiting_for[index(y)] == 0) release(y);
      }
    }
  }
  return result;
}

/// How many nodes a search may visit, and how many of them are left.
struct Effort {
  std::size_t stated;
  std::size_t left;
};

struct PrimeDimension {
  std::size_t dimension;
  std::vector<Arrangement> realiser;  // if it is wanted
};

PrimeDimension solve_prime(const Poset& p, Effort& effort, bool wants_realiser) {
  constexpr std::size_t largest = 4096;
  if (p.size() > largest) {
    throw Error(Errc::too_large, "dimension: a prime part of " + std::to_string(p.size()) + " points, at most " +
                                     std::to_string(largest) + " are supported");
  }
  std::vector<Arrangement> two = two_linear_extensions(p);
  if (!two.empty()) return {2, std::move(two)};
  const std::size_t by_width = width(p);
  const std::size_t bound = std::min(by_width, p.size() / 2);  // [dilworth1950], [hiraguchi1951]
  const Relations order = strictly_above(p);
  const std::vector<Pair> pairs = critical_pairs(p);
  for (std::size_t t = 3; t <= bound; ++t) {
    if (t == bound && !wants_realiser) break;
    if (t == by_width) return {t, by_chains(p)};
    Reversals reversals(order, pairs, p.size(), t);
    const std::optional<bool> found = reversals.exists(effort.left);
    if (!found) {
      throw Error(Errc::too_large, "dimension: no answer within an effort of " + std::to_string(effort.stated) +
                                       " search nodes; a prime part of " + std::to_string(p.size()) + " points with " +
                                       std::to_string(pairs.size()) + " critical pairs has dimension at least " +
                                       std::to_string(t) + " and at most " + std::to_string(bound));
    }
    if (*found) return {t, wants_realiser ? reversals.linear_extensions() : std::vector<Arrangement>()};
  }
  return {bound, {}};
}

/// The dimension, and for each node of the tree linear extensions of its quotient.
struct Solution {
  std::size_t dimension = 1;
  std::vector<std::vector<Arrangement>> of_node;
};

Solution solve(const ModularDecomposition& tree, std::size_t effort, bool wants_realiser) {
  Solution result;
  result.of_node.resize(wants_realiser ? tree.nodes.size() : 0);
  Effort left{effort, effort};
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    if (node.kind == Kind::disjoint_union) result.dimension = std::max<std::size_t>(result.dimension, 2);
    if (node.kind != Kind::prime) continue;
    PrimeDimension prime = solve_prime(node.quotient, left, wants_realiser);
    result.dimension = std::max(result.dimension, prime.dimension);
    if (wants_realiser) result.of_node[x] = std::move(prime.realiser);
  }
  return result;
}

}  // namespace

std::size_t dimension(const Poset& p, std::size_t effort) {
  if (p.empty()) return 0;
  return solve(modular_decomposition(p), effort, false).dimension;
}

std::vector<std::vector<Element>> realiser(const Poset& p, std::size_t effort) {
  if (p.empty()) return {};
  const ModularDecomposition tree = modular_decomposition(p);
  const Solution solution = solve(tree, effort, true);
  std::vector<Arrangement> result(solution.dimension);
  for (std::size_t i = 0; i < result.size(); ++i) {
    std::vector<std::size_t> stack{tree.root()};  // what comes next on top
    while (!stack.empty()) {
      const std::size_t x = stack.back();
      stack.pop_back();
      const auto& node = tree.nodes[x];
      if (node.kind == Kind::point) result[i].push_back(node.point);
      if (node.kind == Kind::disjoint_union && i > 0) {
        stack.insert(stack.end(), node.children.begin(), node.children.end());
      } else if (node.kind != Kind::prime) {
        stack.insert(stack.end(), node.children.rbegin(), node.children.rend());
      } else {
        const std::vector<Arrangement>& lines = solution.of_node[x];
        const Arrangement& line = lines[std::min(i, lines.size() - 1)];
        for (std::size_t k = line.size(); k-- > 0;) stack.push_back(node.children[index(line[k])]);
      }
    }
  }
  return result;
}

bool is_realiser(const Poset& p, std::span<const std::vector<Element>> arrangements) {
  if (arrangements.empty()) return p.empty();
  detail::check_pairs(p, "is_realiser");
  std::vector<std::vector<std::size_t>> places;
  for (const Arrangement& arrangement : arrangements) {
    if (!is_linear_extension(p, arrangement)) return false;
    std::vector<std::size_t>& place = places.emplace_back(p.size());
    for (std::size_t i = 0; i < arrangement.size(); ++i) place[index(arrangement[i])] = i;
  }
  // What is below y in all of them is below y in P.
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (std::size_t y = 0; y < p.size(); ++y) {
      if (x == y || p.less(element(x), element(y))) continue;
      if (std::ranges::all_of(places, [&](const auto& place) { return place[x] < place[y]; })) return false;
    }
  }
  return true;
}

}  // namespace tropiary
