#include "prime_plan.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary::detail {

namespace {

using Rule = PlanStep::Rule;

constexpr std::size_t most_states = std::size_t{1} << 20;
constexpr std::size_t most_work = std::size_t{1} << 31;  // words looked at: one row of the order per point and state
constexpr std::size_t exhaustive_states = 2048;          // beyond this many sub-posets not every branch is considered
constexpr std::size_t improved_states = 256;             // up to this many, choices are improved together
constexpr std::size_t module_points = 64;                // modules of sub-posets are looked for up to this size

/// The sub-posets of Q: how they fall apart and how one branches on them. All of them are convex, so their covers are
/// Q's covers.
class SubPosets {
 public:
  SubPosets(const Poset& q, const std::vector<bool>& is_point) : q_(q), is_point_(is_point), rank_(q.size()) {
    for (std::size_t i = 0; i < q.size(); ++i) {
      above_.push_back(q.above(element(i)));
      below_.push_back(q.below(element(i)));
      rank_[index(q.linear_extension()[i])] = i;
    }
  }

  [[nodiscard]] const Poset& poset() const { return q_; }
  [[nodiscard]] bool is_point(const ElementSet& set) const {
    return set.count() == 1 && is_point_[index(*set.begin())];
  }
  [[nodiscard]] std::size_t count_above(Element e, const ElementSet& alive) const {
    return (above_[index(e)] & alive).count();
  }
  [[nodiscard]] std::size_t count_below(Element e, const ElementSet& alive) const {
    return (below_[index(e)] & alive).count();
  }

  [[nodiscard]] std::vector<ElementSet> components(const ElementSet& alive) const {
    std::vector<ElementSet> result;
    ElementSet rest = alive;
    std::vector<Element> stack;
    while (!rest.empty()) {
      ElementSet component(q_.size());
      stack.push_back(*rest.begin());
      rest.erase(stack[0]);
      while (!stack.empty()) {
        const Element e = stack.back();
        stack.pop_back();
        component.insert(e);
        for (const auto& covers : {q_.upper_covers(e), q_.lower_covers(e)}) {
          for (const Element other : covers) {
            if (!rest.contains(other)) continue;
            rest.erase(other);
            stack.push_back(other);
          }
        }
      }
      result.push_back(std::move(component));
    }
    return result;
  }

  /// Bottom to top. Cut after k points iff these are below all others: comparable pairs from the lower k upwards are
  /// k(m−k) plus the pairs among the k, which are those counted downwards.
  [[nodiscard]] std::vector<ElementSet> ordinal_parts(const ElementSet& alive) const {
    if (!lowest_is_below_all_maximal(alive)) return {};
    std::vector<Element> order;
    for (const Element e : alive) order.push_back(e);
    std::sort(order.begin(), order.end(), [&](Element a, Element b) { return rank_[index(a)] < rank_[index(b)]; });
    std::vector<ElementSet> result;
    ElementSet part(q_.size());
    std::ptrdiff_t balance = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      part.insert(order[k]);
      balance += static_cast<std::ptrdiff_t>(count_above(order[k], alive)) -
                 static_cast<std::ptrdiff_t>(count_below(order[k], alive));
      if (balance == static_cast<std::ptrdiff_t>((k + 1) * (order.size() - k - 1))) {
        result.push_back(std::move(part));
        part = ElementSet(q_.size());
      }
    }
    return result;
  }

  /// As in every ordinal sum, and in few other posets.
  [[nodiscard]] bool lowest_is_below_all_maximal(const ElementSet& alive) const {
    Element lowest = *alive.begin();
    for (const Element e : alive) {
      if (rank_[index(e)] < rank_[index(lowest)]) lowest = e;
    }
    for (const Element e : alive) {
      if (e == lowest || above_[index(lowest)].contains(e)) continue;
      const auto covers = q_.upper_covers(e);
      if (std::none_of(covers.begin(), covers.end(), [&](Element c) { return alive.contains(c); })) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<ElementSet> singletons(const std::vector<Element>& points) const {
    std::vector<ElementSet> result;
    for (const Element e : points) {
      result.emplace_back(q_.size());
      result.back().insert(e);
    }
    return result;
  }

  /// The maximal modules of a connected sub-poset; the points of an ordinal sum.
  [[nodiscard]] std::vector<ElementSet> modules(const ElementSet& alive) const {
    std::vector<Element> points;
    for (const Element e : alive) points.push_back(e);
    if (points.size() <= 4 || points.size() > module_points) return singletons(points);
    const ModularDecomposition tree = modular_decomposition(induced_subposet(q_, points));
    if (tree.nodes.back().kind != ModularDecomposition::Kind::prime) return singletons(points);
    std::vector<ElementSet> result;
    std::vector<ElementSet> sets(tree.nodes.size(), ElementSet(q_.size()));
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].kind == ModularDecomposition::Kind::point) sets[i].insert(points[index(tree.nodes[i].point)]);
      for (const std::size_t child : tree.nodes[i].children) sets[i] |= sets[child];
    }
    for (const std::size_t child : tree.nodes.back().children) result.push_back(sets[child]);
    return result;
  }

  struct Branch {
    Rule rule;
    ElementSet module;
    ElementSet above;
    std::vector<ElementSet> parts;
  };
  [[nodiscard]] Branch branch(const ElementSet& alive, const ElementSet& module) const {
    const Element member = *module.begin();
    Branch result{Rule::point, module, (above_[index(member)] & alive) - module, {}};
    const ElementSet below = (below_[index(member)] & alive) - module;
    const ElementSet rest = alive - module;
    if (is_point(module)) {
      result.parts = {rest - below, rest - result.above};
    } else if (below.empty()) {
      result.rule = Rule::low;
      result.parts = {rest, rest - result.above, module};
    } else if (result.above.empty()) {
      result.rule = Rule::high;
      result.parts = {rest - below, rest, module};
    } else {
      result.rule = Rule::middle;
      result.parts = {rest - below, rest - below - result.above, rest - result.above, module};
    }
    return result;
  }

 private:
  const Poset& q_;
  const std::vector<bool>& is_point_;
  std::vector<std::size_t> rank_;
  std::vector<ElementSet> above_;
  std::vector<ElementSet> below_;
};

struct Choice {
  Rule rule = Rule::empty;
  ElementSet module;
  ElementSet above;
  std::vector<std::uint32_t> parts;
  std::size_t maxima = 0;  // of this step alone
};
struct State {
  ElementSet alive;
  std::vector<Choice> choices;
};

/// Which modules of a sub-poset to branch on.
using Brancher = std::function<std::vector<ElementSet>(const ElementSet& alive)>;

/// Ordinal sums: taken apart, or (a grid without its ends is no grid) branched on like other sub-posets, or both tried.
enum class OrdinalSums { split, branch, both };

/// The sub-posets met from Q downwards, each with its choices; nothing when there are more than `limit`.
class Exploration {
 public:
  Exploration(const SubPosets& sub, const Brancher& brancher, std::size_t limit, OrdinalSums ordinal_sums,
              std::size_t& work)
      : sub_(sub), brancher_(brancher), limit_(limit), ordinal_sums_(ordinal_sums), work_(work) {}

  bool run() {
    intern(ElementSet::full(sub_.poset().size()));
    for (std::size_t i = 0; i < states_.size(); ++i) {  // states_ grows
      if (states_.size() > limit_ || work_ > most_work) return false;
      expand(i);
    }
    return true;
  }
  std::vector<State>& states() { return states_; }

 private:
  std::uint32_t intern(const ElementSet& alive) {
    const auto [place, is_new] = index_.try_emplace(alive, static_cast<std::uint32_t>(states_.size()));
    if (is_new) states_.push_back({alive, {}});
    return place->second;
  }

  void expand(std::size_t i) {
    const ElementSet alive = states_[i].alive;
    std::vector<Choice> choices;
    const std::size_t count = alive.count();
    work_ += count * alive.words().size() + (count <= module_points ? 16 * count * count : 0);
    if (count <= 1) {
      choices.push_back({count == 0 ? Rule::empty : Rule::block, alive, {}, {}, sub_.is_point(alive) ? 1U : 0U});
    } else if (const auto components = sub_.components(alive); components.size() > 1) {
      Choice choice{Rule::sum, {}, {}, {}, 0};
      for (const ElementSet& part : components) choice.parts.push_back(intern(part));
      choices.push_back(std::move(choice));
    } else {
      const auto parts = ordinal_sums_ == OrdinalSums::branch ? std::vector<ElementSet>{} : sub_.ordinal_parts(alive);
      if (parts.size() > 1) choices.push_back(ordinal(parts));
      if (choices.empty() || ordinal_sums_ == OrdinalSums::both) {
        for (const ElementSet& module : brancher_(alive)) choices.push_back(branching(alive, module));
      }
    }
    states_[i].choices = std::move(choices);
  }

  Choice branching(const ElementSet& alive, const ElementSet& module) {
    const SubPosets::Branch branch = sub_.branch(alive, module);
    Choice choice{branch.rule, branch.module, branch.above, {}, branch.rule == Rule::middle ? 2U : 1U};
    for (const ElementSet& part : branch.parts) choice.parts.push_back(intern(part));
    return choice;
  }

  /// A point on top of something costs one ReLU, another part one maximum, which swallows a ReLU just below it.
  Choice ordinal(const std::vector<ElementSet>& parts) {
    Choice choice{Rule::ordinal, {}, {}, {}, 0};
    for (std::size_t j = 0; j < parts.size(); ++j) {
      choice.parts.push_back(intern(parts[j]));
      if (j == 0) continue;
      const bool swallows = !sub_.is_point(parts[j]) && j >= 2 && sub_.is_point(parts[j - 1]);
      choice.maxima += swallows ? 0 : 1;
    }
    return choice;
  }

  const SubPosets& sub_;
  const Brancher& brancher_;
  std::size_t limit_;
  OrdinalSums ordinal_sums_;
  std::size_t& work_;
  std::vector<State> states_;
  std::unordered_map<ElementSet, std::uint32_t> index_;
};

/// The parts whose f a choice really uses: a point in an ordinal sum enters by its coordinate, except that the lowest
/// one below a point needs its ReLU.
std::vector<std::uint32_t> used_parts(const Choice& choice, const std::vector<State>& states, const SubPosets& sub) {
  if (choice.rule != Rule::ordinal) return choice.parts;
  std::vector<std::uint32_t> used;
  for (std::size_t j = 0; j < choice.parts.size(); ++j) {
    const bool point = sub.is_point(states[choice.parts[j]].alive);
    if (!point || (j == 0 && sub.is_point(states[choice.parts[1]].alive))) used.push_back(choice.parts[j]);
  }
  return used;
}

/// For each state the choice whose sub-posets, counted once, need the fewest maxima; smaller states first.
std::vector<std::uint32_t> best_choices(const std::vector<State>& states, const SubPosets& sub) {
  std::vector<std::uint32_t> order(states.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::size_t> size(states.size());
  for (std::size_t i = 0; i < states.size(); ++i) size[i] = states[i].alive.count();
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] < size[b]; });
  std::vector<std::uint32_t> best(states.size(), 0);
  std::vector<ElementSet> reach(states.size());
  for (const std::uint32_t i : order) {
    std::size_t least = 0;
    for (std::uint32_t c = 0; c < states[i].choices.size(); ++c) {
      ElementSet reached(states.size());
      for (const std::uint32_t part : used_parts(states[i].choices[c], states, sub)) reached |= reach[part];
      reached.insert(element(i));
      std::size_t maxima = states[i].choices[c].maxima;
      for (const Element e : reached) {
        if (index(e) != i) maxima += states[index(e)].choices[best[index(e)]].maxima;
      }
      if (c == 0 || maxima < least) {
        least = maxima;
        best[i] = c;
        reach[i] = std::move(reached);
      }
    }
  }
  return best;
}

/// All maxima of the plan that the choices make.
std::size_t total_maxima(const std::vector<State>& states, const std::vector<std::uint32_t>& best,
                         const SubPosets& sub) {
  std::vector<bool> seen(states.size(), false);
  std::vector<std::uint32_t> stack{0};
  seen[0] = true;
  std::size_t total = 0;
  while (!stack.empty()) {
    const std::uint32_t i = stack.back();
    stack.pop_back();
    const Choice& choice = states[i].choices[best[i]];
    total += choice.maxima;
    for (const std::uint32_t part : used_parts(choice, states, sub)) {
      if (seen[part]) continue;
      seen[part] = true;
      stack.push_back(part);
    }
  }
  return total;
}

/// What is best for a sub-poset alone may be shared less: changes one choice at a time while that helps the whole.
void improve(const std::vector<State>& states, std::vector<std::uint32_t>& best, const SubPosets& sub) {
  std::size_t total = total_maxima(states, best, sub);
  for (bool improved = true; improved;) {
    improved = false;
    for (std::size_t i = 0; i < states.size(); ++i) {
      for (std::uint32_t c = 0; c < states[i].choices.size(); ++c) {
        const std::uint32_t before = std::exchange(best[i], c);
        const std::size_t changed = total_maxima(states, best, sub);
        if (changed < total) {
          total = changed;
          improved = true;
        } else {
          best[i] = before;
        }
      }
    }
  }
}

PrimePlan extract(std::vector<State>& states, const std::vector<std::uint32_t>& best, const SubPosets& sub) {
  // Parts are smaller than what they are parts of; a state is kept when something kept has it as a part.
  std::vector<std::uint32_t> order(states.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::size_t> size(states.size());
  for (std::size_t i = 0; i < states.size(); ++i) size[i] = states[i].alive.count();
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] < size[b]; });
  std::vector<bool> kept(states.size(), false);
  std::vector<bool> used(states.size(), false);
  kept[0] = used[0] = true;
  for (std::size_t k = order.size(); k-- > 0;) {
    const std::uint32_t i = order[k];
    if (!kept[i]) continue;
    const Choice& choice = states[i].choices[best[i]];
    for (const std::uint32_t part : choice.parts) kept[part] = true;
    if (!used[i]) continue;
    for (const std::uint32_t part : used_parts(choice, states, sub)) used[part] = true;
  }
  PrimePlan plan;
  std::vector<std::uint32_t> image(states.size());
  for (const std::uint32_t i : order) {
    if (!kept[i]) continue;
    Choice& choice = states[i].choices[best[i]];
    for (std::uint32_t& part : choice.parts) part = image[part];
    image[i] = static_cast<std::uint32_t>(plan.steps.size());
    if (used[i]) plan.maxima += choice.maxima;
    plan.steps.push_back({choice.rule, std::move(states[i].alive), std::move(choice.module), std::move(choice.above),
                          std::move(choice.parts)});
  }
  return plan;
}

std::vector<std::size_t> ranks(const std::vector<Element>& order) {
  std::vector<std::size_t> rank(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[index(order[i])] = i;
  return rank;
}

/// Branching on the module of the point with the least key.
template <class Key>
Brancher by_least(const SubPosets& sub, Key key) {
  return [&sub, key](const ElementSet& alive) {
    std::optional<Element> best;
    for (const Element e : alive) {
      if (!best || key(e, alive) < key(*best, alive)) best = e;
    }
    if (alive.count() > module_points) {
      ElementSet module(alive.universe_size());
      module.insert(*best);
      return std::vector<ElementSet>{std::move(module)};
    }
    std::vector<ElementSet> modules = sub.modules(alive);
    std::erase_if(modules, [&](const ElementSet& module) { return !module.contains(*best); });
    return modules;
  };
}

/// On the first alive point in a fixed order.
Brancher by_order(const SubPosets& sub, const std::vector<Element>& order) {
  return by_least(sub, [rank = ranks(order)](Element e, const ElementSet&) { return rank[index(e)]; });
}

/// Where most is decided at once, or least: the ends of a fence, the corners of a grid, where the lattice-path
/// recursion with one maximum for each point comes out.
enum class Comparabilities { most, balanced, fewest };
Brancher by_comparabilities(const SubPosets& sub, Comparabilities mode, const std::vector<Element>& order) {
  return by_least(sub, [&sub, mode, rank = ranks(order)](Element e, const ElementSet& alive) {
    const auto up = static_cast<std::ptrdiff_t>(sub.count_above(e, alive));
    const auto down = static_cast<std::ptrdiff_t>(sub.count_below(e, alive));
    const std::ptrdiff_t first = mode == Comparabilities::balanced ? -std::min(up, down) : 0;
    return std::tuple(first, mode == Comparabilities::fewest ? up + down : -up - down, rank[index(e)]);
  });
}

/// Breadth first through the Hasse diagram from an end of it, so that what is decided is a growing ball.
std::vector<Element> breadth_first(const Poset& q, Element start) {
  std::vector<Element> order{start};
  ElementSet seen(q.size());
  seen.insert(start);
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const auto& covers : {q.lower_covers(order[i]), q.upper_covers(order[i])}) {
      for (const Element other : covers) {
        if (seen.contains(other)) continue;
        seen.insert(other);
        order.push_back(other);
      }
    }
  }
  return order;
}

std::vector<Element> from_an_end(const Poset& q) {
  Element end = breadth_first(q, element(0)).back();
  end = breadth_first(q, end).back();
  return breadth_first(q, end);
}

/// Chains of covers one after another, each from its top: on a grid the lattice-path recursion, n·m maxima.
std::vector<Element> chain_by_chain(const Poset& q) {
  std::vector<Element> order;
  ElementSet seen(q.size());
  for (const Element start : q.linear_extension()) {
    if (seen.contains(start)) continue;
    std::vector<Element> chain;
    for (std::optional<Element> next = start; next;) {
      chain.push_back(*next);
      seen.insert(*next);
      const auto covers = q.upper_covers(*next);
      next.reset();
      for (const Element cover : covers) {
        if (seen.contains(cover)) continue;
        next = cover;
        break;
      }
    }
    order.insert(order.end(), chain.rbegin(), chain.rend());
  }
  return order;
}

PrimePlan plan_of(Exploration& exploration, const SubPosets& sub) {
  std::vector<State>& states = exploration.states();
  std::vector<std::uint32_t> best = best_choices(states, sub);
  if (states.size() <= improved_states) improve(states, best, sub);
  return extract(states, best, sub);
}

/// The only choice of every state.
PrimePlan only_plan(Exploration& exploration, const SubPosets& sub) {
  return extract(exploration.states(), std::vector<std::uint32_t>(exploration.states().size(), 0), sub);
}

}  // namespace

PrimePlan plan_prime(const Poset& q, const std::vector<bool>& is_point) {
  const std::string name = "lower: a prime factor on " + std::to_string(q.size()) + " points";
  if (q.size() > Poset::closure_limit) {
    throw Error(Errc::too_large, name + ", at most " + std::to_string(Poset::closure_limit) + " are possible");
  }
  const SubPosets sub(q, is_point);
  std::size_t work = 0;
  if (q.size() <= 16) {
    const Brancher every = [&sub](const ElementSet& alive) {
      std::vector<ElementSet> modules = sub.modules(alive);
      std::vector<Element> inside;
      for (const ElementSet& module : modules) {
        if (module.count() == 1) continue;
        for (const Element e : module) inside.push_back(e);
      }
      for (ElementSet& single : sub.singletons(inside)) modules.push_back(std::move(single));
      return modules;
    };
    Exploration exploration(sub, every, exhaustive_states, OrdinalSums::both, work);
    if (exploration.run()) return plan_of(exploration, sub);
  }
  std::vector<Element> extension(q.linear_extension().begin(), q.linear_extension().end());
  std::vector<Element> reversed(extension.rbegin(), extension.rend());
  std::vector<Brancher> branchers{by_order(sub, from_an_end(q)), by_order(sub, chain_by_chain(q)),
                                  by_order(sub, extension), by_order(sub, reversed)};
  branchers.push_back(by_comparabilities(sub, Comparabilities::fewest, from_an_end(q)));
  if (q.size() <= 512) {
    branchers.push_back(by_comparabilities(sub, Comparabilities::most, extension));
    branchers.push_back(by_comparabilities(sub, Comparabilities::balanced, extension));
  }
  // All strategies get a little, then more: the first to end bounds what the others may take.
  std::optional<PrimePlan> best;
  for (std::size_t allowed = 16 * q.size(); !best && work <= most_work; allowed *= 16) {
    for (const Brancher& brancher : branchers) {
      for (const OrdinalSums ordinal_sums : {OrdinalSums::split, OrdinalSums::branch}) {
        const std::size_t limit = best ? std::min(allowed, 2 * best->steps.size()) : allowed;
        Exploration exploration(sub, brancher, std::min(limit, most_states), ordinal_sums, work);
        if (!exploration.run()) continue;
        PrimePlan plan = only_plan(exploration, sub);
        if (!best || plan.maxima < best->maxima) best = std::move(plan);
      }
    }
    if (allowed >= most_states) break;
  }
  if (!best) throw Error(Errc::too_large, name + " needs more sub-posets than can be listed (2^20 at most)");
  return *std::move(best);
}

}  // namespace tropiary::detail
