#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extension_statistics.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;

/// A down-set and the point placed last, on a greedy linear extension.
struct State {
  ElementSet placed;
  Element last{};
  std::size_t parent;
};

constexpr std::size_t none = ~std::size_t{0};

/// Finds a linear extension made of as few chains as possible, the chains being climbed as high as possible.
class GreedySearch {
 public:
  GreedySearch(const Poset& p, std::size_t max_states) : poset_(p), max_states_(max_states) {}

  std::vector<Element> run() {
    // The tops of so many chains. A down-set that fewer chains make up is never entered again: a new chain there goes
    // wherever this one can.
    std::vector<std::size_t> ends{none};
    for (;; ++chains_) {
      std::vector<std::size_t> next;
      for (const std::size_t end : ends) {
        const ElementSet placed = end == none ? ElementSet(poset_.size()) : states_[end].placed;
        if (placed.count() == poset_.size()) return way_to(end);
        for (std::size_t x = 0; x < poset_.size(); ++x) {
          if (can_follow(placed, element(x))) climb(placed, element(x), end, next);
        }
      }
      ends = std::move(next);
    }
  }

 private:
  [[nodiscard]] bool can_follow(const ElementSet& placed, Element x) const {
    if (placed.contains(x)) return false;
    const auto covers = poset_.lower_covers(x);
    return std::all_of(covers.begin(), covers.end(), [&](Element y) { return placed.contains(y); });
  }

  /// All greedy chains from x on; appends the states at their tops that are new.
  void climb(const ElementSet& placed, Element x, std::size_t parent, std::vector<std::size_t>& tops) {
    std::vector<std::size_t> open;
    if (const std::size_t first = enter(placed, x, parent); first != none) open.push_back(first);
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      bool higher = false;
      // What lies above the last point and can follow it covers it.
      for (const Element y : poset_.upper_covers(states_[at].last)) {
        if (!can_follow(states_[at].placed, y)) continue;
        higher = true;
        const ElementSet here = states_[at].placed;
        if (const std::size_t next = enter(here, y, at); next != none) open.push_back(next);
      }
      if (!higher && finished_.try_emplace(states_[at].placed, chains_).second) tops.push_back(at);
    }
  }

  /// The number of a new state; none when it was met before.
  std::size_t enter(const ElementSet& placed, Element x, std::size_t parent) {
    ElementSet with_x = placed;
    with_x.insert(x);
    const auto finished = finished_.find(with_x);
    if (finished != finished_.end() && finished->second < chains_) return none;
    if (!met_[index(x)].insert(with_x).second) return none;
    if (states_.size() >= max_states_) {
      throw Error(Errc::too_large, "jump_number: a part of " + std::to_string(poset_.size()) +
                                       " points needs more than " + std::to_string(max_states_) +
                                       " states (max_states)");
    }
    states_.push_back({std::move(with_x), x, parent});
    return states_.size() - 1;
  }

  [[nodiscard]] std::vector<Element> way_to(std::size_t at) const {
    std::vector<Element> result;
    for (; at != none; at = states_[at].parent) result.push_back(states_[at].last);
    std::reverse(result.begin(), result.end());
    return result;
  }

  const Poset& poset_;
  std::size_t max_states_;
  std::vector<State> states_;
  std::vector<std::unordered_set<ElementSet>> met_ = std::vector<std::unordered_set<ElementSet>>(poset_.size());
  std::unordered_map<ElementSet, std::size_t> finished_;  // the chains that make it up, the last one as high as it goes
  std::size_t chains_ = 1;
};

}  // namespace

JumpNumber jump_number(const Poset& p, std::size_t max_states) {
  const ModularDecomposition tree = modular_decomposition(p);
  JumpNumber result;
  if (p.empty()) return result;
  // Nodes in the order of their points in the result: a union and an ordinal sum are their children one after another.
  std::vector<std::size_t> open{tree.root()};
  while (!open.empty()) {
    const auto& node = tree.nodes[open.back()];
    open.pop_back();
    if (node.kind == Kind::point) {
      result.linear_extension.push_back(node.point);
    } else if (node.kind != Kind::prime) {
      open.insert(open.end(), node.children.rbegin(), node.children.rend());
    } else {
      std::vector<Element> points;
      std::vector<std::size_t> inside = node.children;
      while (!inside.empty()) {
        const auto& part = tree.nodes[inside.back()];
        inside.pop_back();
        if (part.kind == Kind::point) points.push_back(part.point);
        inside.insert(inside.end(), part.children.begin(), part.children.end());
      }
      std::sort(points.begin(), points.end());
      const Poset part = induced_subposet(p, points);
      for (const Element x : GreedySearch(part, max_states).run()) result.linear_extension.push_back(points[index(x)]);
    }
  }
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    if (!p.less(result.linear_extension[i], result.linear_extension[i + 1])) ++result.jumps;
  }
  return result;
}

}  // namespace tropiary
