#pragma once
// e(P) by splitting: e(S) of an up-set S is the sum of e(S ∖ v) over its minimal points v, and of an S that falls apart
// a multinomial coefficient times the product over its components. So only connected up-sets are met; often there are
// far fewer of them than up-sets.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "order/linear_extensions/symmetry.hpp"
#include "order/point_bits.hpp"

namespace tropiary::detail {

/// The sums of products met so far, in the order of evaluation reversed: a stack of 32-bit words.
///
/// A record says how e of one connected up-set follows from others: its terms, then their number of words, then the
/// number of the up-set. A term is the number of another up-set; or `composite | times << 16 | parts`, the total size,
/// and the numbers of the parts, for `times` · multinomial · product, where points in no part are alone.
class SplittingRecords {
 public:
  static constexpr std::uint32_t composite = std::uint32_t{1} << 31U;

  void append(std::span<const std::uint32_t> terms, std::uint32_t state) {
    if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < terms.size() + 2) {
      chunks_.emplace_back();
      chunks_.back().reserve(std::max(std::size_t{1} << (chunks_.size() < 4 ? 14U : 18U), terms.size() + 2));
    }
    std::vector<std::uint32_t>& words = chunks_.back();
    words.insert(words.end(), terms.begin(), terms.end());
    words.push_back(static_cast<std::uint32_t>(terms.size()));
    words.push_back(state);
  }

  /// Calls f(terms, state) for all records, the last one first; before that ahead(terms) with those that come after it.
  template <class F, class Ahead>
  void for_each_backwards(F f, Ahead ahead) const {
    for (std::size_t c = chunks_.size(); c-- > 0;) {
      const std::vector<std::uint32_t>& words = chunks_[c];
      for (std::size_t end = words.size(); end > 0;) {
        const std::size_t length = words[end - 2];
        if (end > length + 2) {
          const std::size_t next_end = end - length - 2;
          const std::size_t next_length = words[next_end - 2];
          ahead(std::span(words.data() + (next_end - 2 - next_length), next_length));
        }
        f(std::span(words.data() + (end - 2 - length), length), words[end - 1]);
        end -= length + 2;
      }
    }
  }

 private:
  std::vector<std::vector<std::uint32_t>> chunks_;  // no record in two of them
};

/// Finds the connected up-sets that the recursion meets, the largest ones first, and writes down the recursion.
template <std::size_t W>
class ConnectedUpSets {
 public:
  using Set = PointBits<W>;

  /// With symmetries, up-sets that one of them takes to another are met once.
  ConnectedUpSets(const OrderBits<W>& order, const Symmetries* symmetries)
      : order_(&order), symmetries_(symmetries), levels_(order.size() + 1) {
    prepare();
    const Set all = order.everything();
    add_components(order.minimal(all), {}, order.size(), 1);
    write_children(root_);
    current_ = order.size();
    skip_empty_levels();
  }

  [[nodiscard]] std::size_t states() const { return sizes_.size(); }
  [[nodiscard]] bool done() const { return current_ < 2; }
  /// The size of the up-sets that come next.
  [[nodiscard]] std::size_t current_size() const { return current_; }
  /// Whether only few points can disconnect an up-set when they are taken away.
  [[nodiscard]] bool rarely_splits() const {
    const auto points = std::count_if(may_split_.begin(), may_split_.end(), [](const Set& tops) { return tops.any(); });
    return 4 * static_cast<std::size_t>(points) <= may_split_.size();
  }
  [[nodiscard]] bool symmetric() const { return symmetries_ != nullptr; }
  [[nodiscard]] const OrderBits<W>& order() const { return *order_; }
  [[nodiscard]] const SplittingRecords& records() const { return records_; }
  /// The whole poset: terms of a record without its end.
  [[nodiscard]] std::span<const std::uint32_t> root() const { return root_; }
  [[nodiscard]] std::span<const std::uint16_t> sizes() const { return sizes_; }

  /// Writes the records of all up-sets of the largest size left. Stops early when there are more than `limit` states.
  bool advance(std::size_t limit) {
    Level level = std::move(levels_[current_]);
    levels_[current_] = {};
    --current_;
    for (const Slot& slot : level.slots) {
      if (slot.state == unused) continue;
      expand(slot.set, slot.minimal, current_);  // of current_ + 1 points
      record_.clear();
      write_children(record_);
      records_.append(record_, slot.state);
      if (sizes_.size() > limit) return false;
    }
    skip_empty_levels();
    return true;
  }

 private:
  static constexpr std::uint32_t unused = ~std::uint32_t{0};
  struct Slot {
    Set set;
    Set minimal;
    std::uint32_t state = unused;
  };
  /// Up-sets of one size: open addressing.
  struct Level {
    std::vector<Slot> slots;
    std::size_t used = 0;
  };
  static constexpr std::uint32_t part = 0;
  static constexpr std::uint32_t plain = 1;
  struct Child {
    Set set;
    Set minimal;
    std::uint64_t hash;
    std::uint32_t size;
    std::uint32_t header;  // plain, or composite and so on; part when it belongs to the term before
    std::uint32_t total;
  };

  void skip_empty_levels() {
    while (current_ >= 2 && levels_[current_].used == 0) --current_;
  }

  void prepare() {
    const std::size_t n = order_->size();
    for (std::size_t x = 0; x < n; ++x) {
      if (!order_->above[x].any()) tops_.insert(x);
    }
    for (std::size_t x = 0; x < n; ++x) tops_above_.push_back(order_->above_or_equal[x] & tops_);
    // Whether S ∖ v can be disconnected is a matter of the components of what lies above v: one top stands for each.
    for (std::size_t v = 0; v < n; ++v) {
      Set representatives;
      Set rest = order_->upper_covers[v];
      while (rest.any()) {
        Set component = order_->above_or_equal[rest.first()];
        rest.erase(rest.first());
        for (bool grown = true; grown;) {
          grown = false;
          rest.for_each([&](std::size_t x) {
            if (!order_->above_or_equal[x].intersects(component)) return;
            component |= order_->above_or_equal[x];
            rest.erase(x);
            grown = true;
          });
        }
        representatives.insert((component & tops_).first());
      }
      may_split_.push_back(representatives.count() > 1 ? representatives : Set{});
    }
    twins_.assign(n, Set{});
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < n; ++y) {
        if (x == y || (order_->above[x].any() && order_->above[x] == order_->above[y])) twins_[x].insert(y);
      }
      has_twin_.push_back(twins_[x].count() > 1);
    }
  }

  /// Points with the same points above them change places freely while they are minimal: the first ones are kept.
  void keep_first_twins(std::size_t v, Set& set, Set& minimal) const {
    const Set mine = minimal & twins_[v];
    Set available = twins_[v] - (set - minimal);
    Set kept;
    for (std::size_t left = mine.count(); left > 0; --left) {
      kept.insert(available.first());
      available.erase(available.first());
    }
    set = (set - mine) | kept;
    minimal = (minimal - mine) | kept;
  }

  /// The terms of an up-set of size + 1 points.
  void expand(const Set& set, const Set& minimal, std::size_t size) {
    children_.clear();
    Set todo = minimal;
    while (todo.any()) {
      const std::size_t v = todo.first();
      std::size_t times = 1;
      Set rest = set;
      Set rest_minimal = minimal;
      if (has_twin_[v]) {
        // Twins give isomorphic remainders: the last one goes, for all of them.
        const Set same = todo & twins_[v];
        times = same.count();
        todo = todo - same;
      } else {
        todo.erase(v);
      }
      rest.erase(v);
      rest_minimal.erase(v);
      Set fresh;
      order_->upper_covers[v].for_each([&](std::size_t u) {
        if (!order_->below[u].intersects(rest)) fresh.insert(u);
      });
      rest_minimal |= fresh;
      if (has_twin_[v]) keep_first_twins(v, rest, rest_minimal);
      fresh.for_each([&](std::size_t u) {
        if (has_twin_[u]) keep_first_twins(u, rest, rest_minimal);
      });
      if (may_split_[v].any()) {
        add_split(rest, rest_minimal, may_split_[v], size, times);
      } else {
        add_connected(rest, rest_minimal, size, size, times);
      }
    }
  }

  static std::uint32_t header(std::size_t times, std::size_t parts) {
    return SplittingRecords::composite | static_cast<std::uint32_t>(times << 16U) | static_cast<std::uint32_t>(parts);
  }

  /// The minimal points that hang together with the given tops. Stops, with true, when all of `wanted` is reached.
  bool reach(Set frontier, const Set& minimal, const Set& wanted, Set& reached) const {
    Set seen = frontier;
    reached = {};
    while (frontier.any()) {
      Set fresh;
      frontier.for_each([&](std::size_t t) { fresh |= order_->below_or_equal[t]; });
      fresh = (fresh & minimal) - reached;
      reached |= fresh;
      Set next;
      fresh.for_each([&](std::size_t x) { next |= tops_above_[x]; });
      frontier = next - seen;
      seen |= next;
      if (wanted.any() && seen.contains_all(wanted)) return true;
    }
    return false;
  }

  /// The term for a remainder that may fall apart; `wanted` has a top of each possible component.
  void add_split(Set set, Set minimal, Set wanted, std::size_t size, std::size_t times) {
    const Set alone = minimal & tops_;
    std::size_t connected = size;
    if (alone.any()) {
      set = set - alone;
      minimal = minimal - alone;
      wanted = wanted - alone;
      connected -= alone.count();
    }
    Set reached;
    if (wanted.any()) {
      Set start;
      start.insert(wanted.first());
      if (start == wanted || reach(start, minimal, wanted, reached))
        return add_connected(set, minimal, connected, size, times);
    }
    add_components(minimal, reached, size, times);
  }

  /// The term for a connected remainder of so many points, the others of `total` being alone.
  void add_connected(const Set& set, const Set& minimal, std::size_t size, std::size_t total, std::size_t times) {
    if (size <= 1) return add_alone(total, times);
    push(set, minimal, size, size == total && times == 1 ? plain : header(times, 1), total);
  }

  /// A term without parts: all points are alone.
  void add_alone(std::size_t total, std::size_t times) {
    children_.push_back({{}, {}, 0, 0, header(times, 0), static_cast<std::uint32_t>(total)});
  }

  /// The term for the components of the minimal points, one of them given unless `mine` is empty.
  void add_components(Set minimal, Set mine, std::size_t total, std::size_t times) {
    const std::size_t at = children_.size();
    std::size_t parts = 0;
    while (minimal.any()) {
      if (!mine.any()) reach(tops_above_[minimal.first()], minimal, {}, mine);
      minimal = minimal - mine;
      Set component;
      mine.for_each([&](std::size_t x) { component |= order_->above_or_equal[x]; });
      const std::size_t size = component.count();
      if (size > 1) push(component, mine, size, parts++ == 0 ? header(times, 0) : part, total);
      mine = {};
    }
    if (parts == 0) return add_alone(total, times);
    children_[at].header |= static_cast<std::uint32_t>(parts);
  }

  void push(Set set, Set minimal, std::size_t size, std::uint32_t header, std::size_t total) {
    if constexpr (W == 1) {
      if (symmetries_ != nullptr) symmetries_->take_to_representative(set, minimal);
    }
    const std::uint64_t hash = set.hash();
    const Level& level = levels_[size];
    if (!level.slots.empty()) __builtin_prefetch(&level.slots[hash & (level.slots.size() - 1)]);
    children_.push_back(
        {set, minimal, hash, static_cast<std::uint32_t>(size), header, static_cast<std::uint32_t>(total)});
  }

  void write_children(std::vector<std::uint32_t>& terms) {
    for (const Child& child : children_) {
      if (child.header != part && child.header != plain) {
        terms.push_back(child.header);
        terms.push_back(child.total);
      }
      if (child.size > 0) terms.push_back(number_of(child));
    }
    children_.clear();
  }

  /// The number of an up-set, a new one if it was not met before.
  std::uint32_t number_of(const Child& child) {
    Level& level = levels_[child.size];
    if (4 * (level.used + 1) > 3 * level.slots.size()) grow(level);
    Slot& slot = find(level, child.set, child.hash);
    if (slot.state == unused) {
      slot = {child.set, child.minimal, static_cast<std::uint32_t>(sizes_.size())};
      ++level.used;
      sizes_.push_back(static_cast<std::uint16_t>(child.size));
    }
    return slot.state;
  }

  static Slot& find(Level& level, const Set& set, std::uint64_t hash) {
    const std::size_t mask = level.slots.size() - 1;
    std::size_t i = hash & mask;
    while (level.slots[i].state != unused && !(level.slots[i].set == set)) i = (i + 1) & mask;
    return level.slots[i];
  }

  static void grow(Level& level) {
    std::vector<Slot> old(level.slots.size() < 4096 ? std::max<std::size_t>(16, level.slots.size() * 4)
                                                    : level.slots.size() * 2);
    old.swap(level.slots);
    for (const Slot& slot : old) {
      if (slot.state != unused) find(level, slot.set, slot.set.hash()) = slot;
    }
  }

  const OrderBits<W>* order_;
  const Symmetries* symmetries_;
  Set tops_;  // the maximal points
  std::vector<Set> tops_above_;
  std::vector<Set> may_split_;
  std::vector<Set> twins_;
  std::vector<bool> has_twin_;
  std::vector<Level> levels_;  // by size; those above current_ are done
  std::size_t current_ = 0;
  std::vector<std::uint16_t> sizes_;  // by number
  std::vector<Child> children_;
  std::vector<std::uint32_t> record_;
  std::vector<std::uint32_t> root_;
  SplittingRecords records_;
};

}  // namespace tropiary::detail
