#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "order/linear_extensions/extension_counts.hpp"
#include "order/linear_extensions/fixed_width.hpp"
#include "order/point_bits.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/isomorphism.hpp"

namespace tropiary::detail {

namespace {

constexpr std::size_t byte_limit = std::size_t{1} << 32U;

/// The up-sets of one size, each with the number of ways to take away everything outside it from below.
template <std::size_t W, class Number>
class Level {
 public:
  using Set = PointBits<W>;
  struct Slot {
    Set set;  // empty: no up-set here
    Set minimal;
    Number ways;
  };

  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void add(const Set& set, const Set& minimal, std::uint64_t hash, const Number& ways) {
    if (4 * (used_ + 1) > 3 * slots_.size()) grow();
    Slot& slot = find(set, hash);
    if (!slot.set.any()) {
      slot.set = set;
      slot.minimal = minimal;
      ++used_;
    }
    slot.ways += ways;
  }
  [[nodiscard]] const Number& ways(const Set& set) { return find(set, set.hash()).ways; }
  [[nodiscard]] std::size_t size() const { return used_; }
  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }

 private:
  Slot& find(const Set& set, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    while (slots_[i].set.any() && !(slots_[i].set == set)) i = (i + 1) & mask;
    return slots_[i];
  }
  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(16, slots_.size() * 2));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.set.any()) find(slot.set, slot.set.hash()) = slot;
    }
  }

  std::vector<Slot> slots_;  // open addressing
  std::size_t used_ = 0;
};

template <std::size_t W, class Number>
class Levels {
 public:
  using Set = PointBits<W>;

  Levels(const Poset& p, std::size_t limit, std::size_t enough)
      : poset_(p),
        order_(p),
        enough_(enough),
        limit_(std::min(limit, byte_limit / (3 * sizeof(typename Level<W, Number>::Slot)))) {}

  std::optional<Integer> count() {
    const std::size_t n = poset_.size();
    if (n == 0) return 1;
    const auto turned = find_isomorphism(poset_, dual(poset_));
    const std::size_t last = turned ? n - n / 2 : 1;  // the size at which the ways from both ends meet
    Level<W, Number> level;
    Number one;
    one.limbs[0] = 1;
    const Set all = order_.everything();
    level.add(all, order_.minimal(all), all.hash(), one);
    std::size_t met = 0;
    for (std::size_t size = n; size > last; --size) {
      level = next(level);
      met += level.size();
      if (met > enough_ || gave_up_) return std::nullopt;
    }
    Number total;
    for (const auto& slot : level.slots()) {
      if (!slot.set.any()) continue;
      if (!turned) {
        total += slot.ways;
        continue;
      }
      // e(S) = the ways to reach the up-set P ∖ φ(S), for φ from P to its dual; on an odd number of points, one more
      // step of S leads to the same size.
      Number above;
      const auto add = [&](const Set& set) {
        Set image;
        set.for_each([&](std::size_t x) { image.insert(index((*turned)[x])); });
        above += level.ways(all - image);
      };
      if (n % 2 == 0) {
        add(slot.set);
      } else {
        slot.minimal.for_each([&](std::size_t x) {
          Set rest = slot.set;
          rest.erase(x);
          add(rest);
        });
      }
      above *= slot.ways;
      total += above;
    }
    return total.to_integer();
  }

 private:
  struct Step {
    Set set;
    Set minimal;
    std::uint64_t hash;
    const Number* ways;
  };

  Level<W, Number> next(const Level<W, Number>& level) {
    Level<W, Number> result;
    // The steps of one up-set are entered after those of the next one are known: their memory is on its way by then.
    std::vector<Step> waiting;
    std::vector<Step> fresh;
    const auto enter = [&] {
      for (const Step& step : waiting) result.add(step.set, step.minimal, step.hash, *step.ways);
      gave_up_ = gave_up_ || result.size() + level.size() > limit_;
    };
    for (const auto& slot : level.slots()) {
      if (!slot.set.any()) continue;
      if (gave_up_) return result;
      fresh.clear();
      slot.minimal.for_each([&](std::size_t x) {
        Step step{slot.set, slot.minimal, 0, &slot.ways};
        step.set.erase(x);
        step.minimal.erase(x);
        order_.upper_covers[x].for_each([&](std::size_t u) {
          if (!order_.below[u].intersects(step.set)) step.minimal.insert(u);
        });
        step.hash = step.set.hash();
        result.prefetch(step.hash);
        fresh.push_back(step);
      });
      enter();
      waiting.swap(fresh);
    }
    enter();
    return result;
  }

  const Poset& poset_;
  OrderBits<W> order_;
  std::size_t enough_;  // up-sets in all, to be given up beyond
  std::size_t limit_;   // up-sets of two sizes in memory
  bool gave_up_ = false;
};

template <std::size_t W>
std::optional<Integer> count(const Poset& p, std::size_t limit, std::size_t enough) {
  std::optional<Integer> result;
  with_fixed_width(bits_for_linear_extensions(p),
                   [&](auto zero) { result = Levels<W, decltype(zero)>(p, limit, enough).count(); });
  return result;
}

}  // namespace

std::optional<Integer> count_few_linear_extensions_by_levels(const Poset& p, std::size_t limit, std::size_t enough) {
  require_countable(p);
  const std::size_t n = p.size();
  if (n <= 64) return count<1>(p, limit, enough);
  if (n <= 256) return count<4>(p, limit, enough);
  return count<128>(p, limit, enough);
}

Integer count_linear_extensions_by_levels(const Poset& p, std::size_t limit) {
  if (auto result = count_few_linear_extensions_by_levels(p, limit, ~std::size_t{0})) return *std::move(result);
  throw Error(Errc::too_large, "count_linear_extensions: a part of " + std::to_string(p.size()) +
                                   " points has more than " + std::to_string(limit) +
                                   " down-sets of two neighbouring sizes (memory_limit_states), or they fill 4 GiB");
}

}  // namespace tropiary::detail
