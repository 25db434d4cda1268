#include "tropiary/order/modular_decomposition.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "order/coarse_decomposition.hpp"
#include "order/order_rows.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

using Kind = ModularDecomposition::Kind;

// How the decomposition is found. A work item is a strong module S, as a list of points along the linear extension.
//
//  1. Disjoint unions and ordinal sums are read off the cover relations inside S (modules are convex, so these are the
//     covers of S). S splits as an ordinal sum after its first k points exactly when, with A = first k, B = the rest,
//     p = #max A, q = #min B: the covers leaving max A, the covers entering min B and the covers from A to B all number
//     p·q. (Then all crossing covers join max A to min B, and all p·q of them are there.) Cost per item: O(covers at
//     S).
//  2. Otherwise, or when step 1 has spent its budget because the tree is deep, all strong modules that contain a random
//     point v are found at once after [ehrenfeucht1994]: refine {v}, above v, below v, incomparable to v by every
//     point outside a class until nothing splits; the classes are the maximal modules without v, and the strong modules
//     containing v are a chain, read off the strongly connected components of the forcing relation on the quotient.
//     The classes are new items. The random v halves the depth of the tree in expectation, so all of it costs
//     O(n² log n) order tests however deep the tree is.
//
// Both steps write a raw tree in which unions may have unions as children, and sums sums; the last pass flattens it.
struct RawNode {
  Kind kind = Kind::point;
  Element point{};
  std::vector<std::uint32_t> children;
};

struct Item {
  std::uint32_t node;           // the raw node to fill
  std::vector<Element> points;  // along the linear extension
};

class Decomposer {
 public:
  /// `coarse`: parts that are too large to be taken apart stay whole.
  explicit Decomposer(const Poset& p, bool coarse = false)
      : poset_(p),
        coarse_(coarse),
        rank_(p.size()),
        stamp_(p.size()),
        slot_(p.size()),
        budget_(32 * (p.size() + p.count_covers()) + 64) {
    const std::span<const Element> extension = p.linear_extension();
    for (std::size_t i = 0; i < extension.size(); ++i) rank_[index(extension[i])] = static_cast<std::uint32_t>(i);
  }

  ModularDecomposition run() {
    const std::span<const Element> extension = poset_.linear_extension();
    if (extension.empty()) return {};
    items_.push_back({new_node(), {extension.begin(), extension.end()}});
    while (!items_.empty()) {
      Item item = std::move(items_.back());
      items_.pop_back();
      if (item.points.size() == 1) {
        raw_[item.node].point = item.points[0];
        continue;
      }
      const bool by_covers = budget_ > 0 || item.points.size() > Poset::closure_limit;
      if (by_covers && (split_into_components(item) || split_into_summands(item))) continue;
      split_around_a_point(item);
    }
    return flattened();
  }

 private:
  std::uint32_t new_node(Kind kind = Kind::point) {
    raw_.push_back({kind, {}, {}});
    return static_cast<std::uint32_t>(raw_.size() - 1);
  }

  void spend(std::size_t steps) { budget_ -= std::min(budget_, steps); }

  // --- step 1 ---------------------------------------------------------------------------------------------------

  // Marks the points of the item; afterwards inside(x) says whether x is one of them, and slot_ is its position.
  void mark(const std::vector<Element>& points) {
    ++current_stamp_;
    for (std::size_t i = 0; i < points.size(); ++i) {
      stamp_[index(points[i])] = current_stamp_;
      slot_[index(points[i])] = static_cast<std::uint32_t>(i);
    }
  }
  [[nodiscard]] bool inside(Element x) const { return stamp_[index(x)] == current_stamp_; }

  void add_part(std::uint32_t parent, std::vector<Element> points) {
    const std::uint32_t child = new_node();
    raw_[parent].children.push_back(child);
    items_.push_back({child, std::move(points)});
  }

  bool split_into_components(const Item& item) {
    const std::vector<Element>& points = item.points;
    mark(points);
    const std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> component(points.size(), none);
    std::uint32_t components = 0;
    std::size_t steps = points.size();
    std::vector<std::uint32_t> stack;
    for (std::uint32_t start = 0; start < points.size(); ++start) {
      if (component[start] != none) continue;
      component[start] = components;
      stack.push_back(start);
      while (!stack.empty()) {
        const Element x = points[stack.back()];
        stack.pop_back();
        for (const auto& neighbours : {poset_.upper_covers(x), poset_.lower_covers(x)}) {
          steps += neighbours.size();
          for (const Element y : neighbours) {
            if (!inside(y) || component[slot_[index(y)]] != none) continue;
            component[slot_[index(y)]] = components;
            stack.push_back(slot_[index(y)]);
          }
        }
      }
      ++components;
    }
    spend(steps);
    if (components == 1) return false;
    std::vector<std::vector<Element>> parts(components);
    for (std::size_t i = 0; i < points.size(); ++i) parts[component[i]].push_back(points[i]);
    raw_[item.node].kind = Kind::disjoint_union;
    for (std::vector<Element>& part : parts) add_part(item.node, std::move(part));
    return true;
  }

  bool split_into_summands(const Item& item) {
    const std::vector<Element>& points = item.points;
    mark(points);
    const std::size_t n = points.size();
    std::vector<std::uint32_t> up(n);       // upper covers inside
    std::vector<std::uint32_t> down(n);     // lower covers inside
    std::vector<std::uint32_t> pending(n);  // lower covers still in B
    std::vector<bool> top(n, true);         // of points of A: no upper cover in A yet
    std::size_t q = 0;                      // #min B
    std::size_t into_least = 0;             // covers entering min B
    std::size_t steps = n;
    for (std::size_t i = 0; i < n; ++i) {
      for (const Element y : poset_.upper_covers(points[i])) up[i] += inside(y) ? 1U : 0U;
      for (const Element y : poset_.lower_covers(points[i])) down[i] += inside(y) ? 1U : 0U;
      steps += poset_.upper_covers(points[i]).size() + poset_.lower_covers(points[i]).size();
      pending[i] = down[i];
      if (down[i] == 0) ++q;
    }
    spend(2 * steps);
    std::size_t p = 0;         // #max A
    std::size_t from_top = 0;  // covers leaving max A
    std::size_t crossing = 0;  // covers from A to B
    std::vector<std::size_t> cuts;
    for (std::size_t i = 0; i + 1 < n; ++i) {
      --q;  // points[i], minimal in B, goes to A
      into_least -= down[i];
      ++p;
      from_top += up[i];
      crossing += up[i];
      crossing -= down[i];
      for (const Element y : poset_.lower_covers(points[i])) {
        if (!inside(y) || !top[slot_[index(y)]]) continue;
        top[slot_[index(y)]] = false;
        --p;
        from_top -= up[slot_[index(y)]];
      }
      for (const Element y : poset_.upper_covers(points[i])) {
        if (!inside(y) || --pending[slot_[index(y)]] > 0) continue;
        ++q;
        into_least += down[slot_[index(y)]];
      }
      if (crossing == p * q && from_top == crossing && into_least == crossing) cuts.push_back(i + 1);
    }
    if (cuts.empty()) return false;
    raw_[item.node].kind = Kind::ordinal_sum;
    cuts.push_back(n);
    std::size_t start = 0;
    for (const std::size_t stop : cuts) {
      const auto at = [&](std::size_t i) { return points.begin() + static_cast<std::ptrdiff_t>(i); };
      add_part(item.node, {at(start), at(stop)});
      start = stop;
    }
    return true;
  }

  // --- step 2 ---------------------------------------------------------------------------------------------------

  // While a big poset is decomposed, a copy of the item has the rows.
  [[nodiscard]] Element in_rows(Element x) const { return is_copy_ ? element(slot_[index(x)]) : x; }

  // How the points of the item lie to y: 0 incomparable, 1 below, 2 above.
  class Relations {
   public:
    Relations(const Decomposer& all, Element y) : all_(all), row_(all.rows_->to(all.in_rows(y))) {}
    [[nodiscard]] int of(Element x) const { return row_(all_.in_rows(x)); }

   private:
    const Decomposer& all_;
    detail::OrderRows::Row row_;
  };

  // The maximal modules of the points that do not contain the pivot points[0], as consecutive runs of points[1..):
  // the starts of the runs, and the end.
  std::vector<std::size_t> maximal_modules_avoiding_first(std::vector<Element>& points) {
    const std::size_t n = points.size();
    std::vector<std::uint32_t> stop(n, 0);  // of the class that starts here, where it stops
    struct Task {                           // split the classes in [from, to) by each pivot in [first, last)
      std::uint32_t first, last, from, to;
    };
    std::vector<Task> tasks;
    std::vector<Element> buffer[3];
    // Splits the class at `from` by the pivot; every two points are compared once they come into different classes.
    const auto split = [&](Element pivot, std::uint32_t from, std::uint32_t to) {
      for (auto& part : buffer) part.clear();
      const Relations to_pivot(*this, pivot);
      for (std::uint32_t i = from; i < to; ++i) {
        buffer[static_cast<std::size_t>(to_pivot.of(points[i]))].push_back(points[i]);
      }
      std::uint32_t bounds[4] = {from, from, from, from};
      for (std::size_t part = 0; part < 3; ++part) {
        std::copy(buffer[part].begin(), buffer[part].end(), points.begin() + bounds[part]);
        bounds[part + 1] = bounds[part] + static_cast<std::uint32_t>(buffer[part].size());
        if (!buffer[part].empty()) stop[bounds[part]] = bounds[part + 1];
      }
      for (std::size_t part = 0; part < 3; ++part) {
        const std::uint32_t begin = bounds[part];
        const std::uint32_t end = bounds[part + 1];
        if (begin == end) continue;
        if (from < begin) tasks.push_back({begin, end, from, begin});
        if (end < to) tasks.push_back({begin, end, end, to});
      }
    };
    split(points[0], 1, static_cast<std::uint32_t>(n));
    while (!tasks.empty()) {
      const Task task = tasks.back();
      tasks.pop_back();
      for (std::uint32_t pivot = task.first; pivot < task.last; ++pivot) {
        for (std::uint32_t from = task.from; from < task.to;) {
          const std::uint32_t to = stop[from];
          if (to - from > 1 && distinguishes(points[pivot], points, from, to)) split(points[pivot], from, to);
          from = to;
        }
      }
    }
    std::vector<std::size_t> bounds{1};
    while (bounds.back() < n) bounds.push_back(stop[bounds.back()]);
    return bounds;
  }

  [[nodiscard]] bool distinguishes(Element pivot, const std::vector<Element>& points, std::size_t from,
                                   std::size_t to) const {
    const Relations to_pivot(*this, pivot);
    const int first = to_pivot.of(points[from]);
    for (std::size_t i = from + 1; i < to; ++i) {
      if (to_pivot.of(points[i]) != first) return true;
    }
    return false;
  }

  void split_around_a_point(Item& item) {
    std::vector<Element>& points = item.points;
    if (points.size() > Poset::closure_limit) {
      if (coarse_) return keep_whole(item);
      throw Error(Errc::too_large, "modular_decomposition: a part of " + std::to_string(points.size()) +
                                       " points is neither a disjoint union nor an ordinal sum, and prime parts are "
                                       "supported up to " +
                                       std::to_string(Poset::closure_limit) + " points");
    }
    is_copy_ = poset_.size() > Poset::closure_limit;
    if (is_copy_) {
      mark(points);
      rows_.emplace(copy_of(points));
    } else if (!rows_) {
      rows_.emplace(poset_);
    }
    std::swap(points[0], points[next_random() % points.size()]);
    const std::vector<std::size_t> bounds = maximal_modules_avoiding_first(points);
    // The quotient: 0 stands for the pivot, c ≥ 1 for the c-th module.
    const std::size_t k = bounds.size();
    std::vector<Element> representative{points[0]};
    for (std::size_t c = 1; c < k; ++c) representative.push_back(points[bounds[c - 1]]);
    const std::vector<std::vector<std::uint32_t>> components = forced_together(representative);

    // The components come in the order of the chain of strong modules: each is the next stratum, except that the
    // summands right below and right above the same strong module are two components of one stratum.
    std::uint32_t inner = new_node();
    raw_[inner].point = points[0];
    std::vector<std::uint32_t> module_node(k);
    const auto module = [&](std::uint32_t c) {
      const auto at = [&](std::size_t i) { return points.begin() + static_cast<std::ptrdiff_t>(i); };
      std::vector<Element> members(at(bounds[c - 1]), at(bounds[c]));
      std::sort(members.begin(), members.end(),
                [&](Element x, Element y) { return rank_[index(x)] < rank_[index(y)]; });
      const std::uint32_t node = new_node();
      items_.push_back({node, std::move(members)});
      return node;
    };
    const Relations to_first(*this, points[0]);
    std::vector<std::pair<Kind, std::vector<std::uint32_t>>> strata;
    for (const std::vector<std::uint32_t>& component : components) {
      const int side = to_first.of(representative[component[0]]);
      if (component.size() > 1) {
        strata.push_back({Kind::prime, component});
      } else if (side == 0) {
        strata.push_back({Kind::disjoint_union, component});
      } else if (!strata.empty() && strata.back().first == Kind::ordinal_sum) {
        strata.back().second.push_back(component[0]);
      } else {
        strata.push_back({Kind::ordinal_sum, component});
      }
    }
    for (std::size_t s = 0; s < strata.size(); ++s) {
      auto& [kind, modules] = strata[s];
      const std::uint32_t outer = s + 1 == strata.size() ? item.node : new_node();
      raw_[outer].kind = kind;
      std::vector<std::uint32_t> below;
      std::vector<std::uint32_t> other;
      for (const std::uint32_t c : modules) {
        const bool goes_below = kind == Kind::ordinal_sum && to_first.of(representative[c]) == 1;
        (goes_below ? below : other).push_back(module(c));
      }
      below.push_back(inner);
      below.insert(below.end(), other.begin(), other.end());
      raw_[outer].children = std::move(below);
      inner = outer;
    }
  }

  void keep_whole(const Item& item) {
    raw_[item.node].kind = Kind::prime;
    for (const Element x : item.points) {
      const std::uint32_t child = new_node();
      raw_[child].point = x;
      raw_[item.node].children.push_back(child);
    }
  }

  // The strongly connected components of the forcing relation x → y, "every module that contains v and x contains y",
  // which holds directly when y lies differently to v than to x; v = representative[0] is left out. A component comes
  // after those it forces [ehrenfeucht1994]. By Kosaraju's two searches, against the arrows and along them: of the
  // points not met yet, those next to x are found 64 at a time.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> forced_together(
      const std::vector<Element>& representative) const {
    const std::size_t k = representative.size();
    const std::size_t words = rows_->words();
    std::vector<std::uint32_t> number(words * 64);  // of the representative with this row
    std::vector<std::uint64_t> all(words);
    for (std::uint32_t c = 1; c < k; ++c) {
      const std::size_t place = index(in_rows(representative[c]));
      number[place] = c;
      all[place / 64] |= std::uint64_t{1} << (place % 64);
    }
    const detail::OrderRows::Row to_v = rows_->to(in_rows(representative[0]));
    std::vector<std::uint64_t> not_met = all;
    struct Frame {
      std::uint32_t x;
      std::size_t word;  // those before have no neighbour that was not met
    };
    std::vector<Frame> frames;
    // Calls leave(x) for all x met from the start, each after those met from it.
    const auto search = [&](std::uint32_t start, const auto& neighbours, const auto& leave) {
      const auto enter = [&](std::uint32_t x) {
        const std::size_t place = index(in_rows(representative[x]));
        not_met[place / 64] &= ~(std::uint64_t{1} << (place % 64));
        frames.push_back({x, 0});
      };
      enter(start);
      while (!frames.empty()) {
        Frame& frame = frames.back();
        const std::uint32_t x = frame.x;
        const detail::OrderRows::Row to_x = rows_->to(in_rows(representative[x]));
        std::uint64_t found = 0;
        for (; frame.word < words; ++frame.word) {
          found = not_met[frame.word] & neighbours(x, to_x, frame.word);
          if (found != 0) break;
        }
        if (found != 0) {
          enter(number[frame.word * 64 + static_cast<std::size_t>(std::countr_zero(found))]);
        } else {
          leave(x);
          frames.pop_back();
        }
      }
    };
    std::vector<std::uint32_t> left;
    const auto forcing = [&](std::uint32_t x, const detail::OrderRows::Row& to_x, std::size_t word) {
      const int side = to_v(in_rows(representative[x]));
      return side == 1 ? ~to_x.above(word) : side == 2 ? ~to_x.below(word) : to_x.above(word) | to_x.below(word);
    };
    for (std::uint32_t x = 1; x < k; ++x) {
      if (is_in(not_met, in_rows(representative[x]))) search(x, forcing, [&](std::uint32_t y) { left.push_back(y); });
    }
    not_met = all;
    std::vector<std::vector<std::uint32_t>> components;
    const auto forced = [&](std::uint32_t, const detail::OrderRows::Row& to_x, std::size_t word) {
      return (to_x.above(word) ^ to_v.above(word)) | (to_x.below(word) ^ to_v.below(word));
    };
    for (std::size_t i = left.size(); i-- > 0;) {
      if (!is_in(not_met, in_rows(representative[left[i]]))) continue;
      components.emplace_back();
      search(left[i], forced, [&](std::uint32_t y) { components.back().push_back(y); });
    }
    return components;
  }

  static bool is_in(const std::vector<std::uint64_t>& set, Element place) {
    return ((set[index(place) / 64] >> (index(place) % 64)) & 1U) != 0;
  }

  // The order on the points alone; point i of it is points[i].
  [[nodiscard]] Poset copy_of(const std::vector<Element>& points) const {
    std::vector<Relation> relations;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (const Element y : poset_.upper_covers(points[i])) {
        if (inside(y)) relations.push_back({element(i), element(slot_[index(y)])});
      }
    }
    return Poset::from_relations(points.size(), relations);
  }

  std::uint64_t next_random() {  // SplitMix64; any sequence gives the same tree
    std::uint64_t z = (random_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  // --- the last pass ----------------------------------------------------------------------------------------------

  // Splices unions into unions and sums into sums, sorts children, numbers nodes in postorder, adds the quotients.
  ModularDecomposition flattened() {
    // Children before parents: the reverse of a preorder.
    std::vector<std::uint32_t> preorder;
    std::vector<std::uint32_t> stack{0};
    std::vector<std::uint32_t> least(raw_.size());  // smallest element of the node
    while (!stack.empty()) {
      const std::uint32_t x = stack.back();
      stack.pop_back();
      preorder.push_back(x);
      stack.insert(stack.end(), raw_[x].children.begin(), raw_[x].children.end());
    }
    for (std::size_t i = preorder.size(); i-- > 0;) {
      RawNode& node = raw_[preorder[i]];
      if (node.kind == Kind::point) {
        least[preorder[i]] = static_cast<std::uint32_t>(index(node.point));
        continue;
      }
      least[preorder[i]] = std::numeric_limits<std::uint32_t>::max();
      for (const std::uint32_t child : node.children) least[preorder[i]] = std::min(least[preorder[i]], least[child]);
    }
    for (const std::uint32_t x : preorder) {  // from the top, so that a run of nested unions is spliced in one pass
      RawNode& node = raw_[x];
      if (node.kind == Kind::point) continue;
      if (node.kind != Kind::prime) {
        std::vector<std::uint32_t> spliced;
        std::vector<std::uint32_t> pending(node.children.rbegin(), node.children.rend());
        while (!pending.empty()) {
          const std::uint32_t child = pending.back();
          pending.pop_back();
          if (raw_[child].kind == node.kind) {
            pending.insert(pending.end(), raw_[child].children.rbegin(), raw_[child].children.rend());
            raw_[child].children.clear();
            raw_[child].kind = Kind::point;  // no longer in the tree
          } else {
            spliced.push_back(child);
          }
        }
        node.children = std::move(spliced);
      }
      if (node.kind != Kind::ordinal_sum) {
        std::sort(node.children.begin(), node.children.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return least[a] < least[b]; });
      }
    }
    return numbered();
  }

  ModularDecomposition numbered() {
    ModularDecomposition result;
    struct Frame {
      std::uint32_t raw;
      std::size_t next;        // child to visit
      std::size_t first_leaf;  // leaves of the subtree: leaves_[first_leaf ..)
      std::vector<std::size_t> children, starts;
    };
    std::vector<Frame> frames;
    std::vector<Element> top;  // per result node: a maximal element of it
    std::size_t leaves = 0;    // leaves seen; slot_ becomes the position of a point among them
    frames.push_back({0, 0, 0, {}, {}});
    while (!frames.empty()) {
      Frame& frame = frames.back();
      RawNode& raw = raw_[frame.raw];
      if (frame.next < raw.children.size()) {
        const std::uint32_t child = raw.children[frame.next++];
        frame.starts.push_back(leaves);
        frames.push_back({child, 0, leaves, {}, {}});
        continue;
      }
      ModularDecomposition::Node node{raw.kind, raw.point, std::move(frame.children), {}};
      Element highest = raw.point;
      if (raw.kind == Kind::point) {
        slot_[index(raw.point)] = static_cast<std::uint32_t>(leaves++);
      } else if (raw.kind == Kind::prime) {
        // x ⋖ y in the quotient iff a maximal element of x is covered by some element of y.
        std::vector<Relation> covers;
        std::vector<bool> maximal(node.children.size(), true);
        for (std::size_t x = 0; x < node.children.size(); ++x) {
          std::size_t last = x;
          for (const Element above : poset_.upper_covers(top[node.children[x]])) {
            const std::size_t leaf = slot_[index(above)];
            if (stamp_[index(above)] != done_stamp || leaf < frame.first_leaf) continue;
            const auto next = std::upper_bound(frame.starts.begin(), frame.starts.end(), leaf);
            const auto y = static_cast<std::size_t>(next - frame.starts.begin()) - 1;
            if (y == last) continue;  // neighbours often lie together
            last = y;
            covers.push_back({element(x), element(y)});
            maximal[x] = false;
          }
        }
        node.quotient = Poset::from_relations(node.children.size(), covers);
        const auto x = static_cast<std::size_t>(std::find(maximal.begin(), maximal.end(), true) - maximal.begin());
        highest = top[node.children[x]];
      } else {
        highest = top[node.children.back()];
      }
      if (raw.kind == Kind::point) stamp_[index(raw.point)] = done_stamp;
      result.nodes.push_back(std::move(node));
      top.push_back(highest);
      frames.pop_back();
      if (!frames.empty()) frames.back().children.push_back(result.nodes.size() - 1);
    }
    return result;
  }

  static constexpr std::uint32_t done_stamp = std::numeric_limits<std::uint32_t>::max();

  const Poset& poset_;
  bool coarse_;
  std::vector<std::uint32_t> rank_;   // position in the linear extension
  std::vector<std::uint32_t> stamp_;  // the mark() that met the point last
  std::vector<std::uint32_t> slot_;   // its position in that item
  std::uint32_t current_stamp_ = 0;
  std::size_t budget_;  // steps that step 1 may still take, where step 2 can take over
  std::uint64_t random_ = 0;
  std::optional<detail::OrderRows> rows_;  // of the poset, or of a copy of the item
  bool is_copy_ = false;
  std::vector<RawNode> raw_;
  std::vector<Item> items_;
};

}  // namespace

ModularDecomposition modular_decomposition(const Poset& p) { return Decomposer(p).run(); }

ModularDecomposition detail::coarse_modular_decomposition(const Poset& p) { return Decomposer(p, true).run(); }

bool is_series_parallel(const Poset& p) {
  const ModularDecomposition tree = modular_decomposition(p);
  return std::none_of(tree.nodes.begin(), tree.nodes.end(),
                      [](const ModularDecomposition::Node& node) { return node.kind == Kind::prime; });
}

bool is_prime(const Poset& p) {
  if (p.size() < 3) return false;
  const ModularDecomposition tree = modular_decomposition(p);
  return tree.nodes[tree.root()].kind == Kind::prime && tree.nodes.size() == p.size() + 1;
}

bool is_module(const Poset& p, const ElementSet& set) {
  if (set.empty()) return true;
  const ElementSet outside = set.complement();
  const Element first = *set.begin();
  const ElementSet above = p.above(first) & outside;
  const ElementSet below = p.below(first) & outside;
  for (const Element x : set) {
    if ((p.above(x) & outside) != above || (p.below(x) & outside) != below) return false;
  }
  return true;
}

}  // namespace tropiary
