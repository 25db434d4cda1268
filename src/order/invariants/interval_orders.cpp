// An interval order is a poset in which the sets ↓°x = { z : z < x } form a chain under inclusion [fishburn1970]; a
// semiorder one in which, besides, ↓°x ⊊ ↓°y implies ↑°x ⊇ ↑°y [scott1958].

#include <algorithm>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

struct Neighbourhoods {
  std::vector<ElementSet> below;
  std::vector<ElementSet> above;
  std::vector<Element> by_below;  // elements by the number of those below

  Neighbourhoods(const Poset& p, const char* function) {
    check_pairs(p, function);
    std::vector<std::size_t> counts;
    for (std::size_t x = 0; x < p.size(); ++x) {
      below.push_back(p.below(element(x)));
      above.push_back(p.above(element(x)));
      counts.push_back(below.back().count());
      by_below.push_back(element(x));
    }
    std::stable_sort(by_below.begin(), by_below.end(),
                     [&](Element x, Element y) { return counts[index(x)] < counts[index(y)]; });
  }

  [[nodiscard]] std::optional<Obstruction> two_plus_two() const {
    for (std::size_t i = 0; i + 1 < by_below.size(); ++i) {
      const Element b = by_below[i];
      const Element d = by_below[i + 1];
      if (below[index(b)].is_subset_of(below[index(d)])) continue;
      // As ↓°b and ↓°d each have an element more, b and d are incomparable, and so are the elements and their tops.
      const Element a = *(below[index(b)] - below[index(d)]).begin();
      const Element c = *(below[index(d)] - below[index(b)]).begin();
      return Obstruction{Obstruction::Kind::two_plus_two, {a, b, c, d}};
    }
    return std::nullopt;
  }
};

}  // namespace

std::optional<Obstruction> not_interval_order(const Poset& p) {
  return Neighbourhoods(p, "is_interval_order").two_plus_two();
}

std::optional<Obstruction> not_semiorder(const Poset& p) {
  const Neighbourhoods sets(p, "is_semiorder");
  if (auto found = sets.two_plus_two()) return found;
  // Runs of equal ↓°, ascending. The sets ↑° form a chain too: of each run the least is compared with the greatest of
  // the next.
  const auto smaller_above = [&](Element x, Element y) {
    return sets.above[index(x)].count() < sets.above[index(y)].count();
  };
  std::optional<Element> least;  // the element with the least ↑° among the runs before
  for (auto run = sets.by_below.begin(); run != sets.by_below.end();) {
    const auto end = std::find_if(run, sets.by_below.end(),
                                  [&](Element y) { return !(sets.below[index(y)] == sets.below[index(*run)]); });
    const Element b = *std::max_element(run, end, smaller_above);
    if (least && !sets.above[index(b)].is_subset_of(sets.above[index(*least)])) {
      const Element a = *(sets.below[index(b)] - sets.below[index(*least)]).begin();
      const Element c = *(sets.above[index(b)] - sets.above[index(*least)]).begin();
      return Obstruction{Obstruction::Kind::three_plus_one, {a, b, c, *least}};
    }
    const Element candidate = *std::min_element(run, end, smaller_above);
    if (!least || smaller_above(candidate, *least)) least = candidate;
    run = end;
  }
  return std::nullopt;
}

}  // namespace tropiary::detail
