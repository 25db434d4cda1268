#include <algorithm>
#include <vector>

#include "tropiary/order/classes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/order_complex.hpp"

namespace tropiary {

namespace {

using Kind = Obstruction::Kind;
using Points = std::vector<Element>;

/// Whether x[i] < x[j] exactly for the pairs (i, j) that are listed.
bool exactly(const Poset& p, const Points& x, std::vector<std::pair<std::size_t, std::size_t>> pairs) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (i != j && x[i] == x[j]) return false;
      if (p.less(x[i], x[j]) != (std::ranges::count(pairs, std::pair(i, j)) == 1)) return false;
    }
  }
  return true;
}

bool covers(const Poset& p, Element high, Element low) { return std::ranges::count(p.upper_covers(low), high) == 1; }

/// Whether z is a maximal, or the greatest, common lower bound of x and y.
bool is_lower_bound(const Poset& p, Element z, Element x, Element y, bool greatest) {
  if (!p.less_equal(z, x) || !p.less_equal(z, y)) return false;
  for (const Element other : p.linear_extension()) {
    if (!p.less_equal(other, x) || !p.less_equal(other, y)) continue;
    if (greatest ? !p.less_equal(other, z) : p.less(z, other)) return false;
  }
  return true;
}

bool has_two_bounds(const Poset& p, const Points& x) {
  return x[2] != x[3] && is_lower_bound(p, x[2], x[0], x[1], false) && is_lower_bound(p, x[3], x[0], x[1], false);
}

/// Whether o is the meet and i the join of x and y.
bool spans(const Poset& p, const Poset& opposite, Element o, Element x, Element y, Element i) {
  return is_lower_bound(p, o, x, y, true) && is_lower_bound(opposite, i, x, y, true);
}

bool is_maximal_chain(const Poset& p, Points::const_iterator begin, Points::const_iterator end) {
  if (begin == end || !p.lower_covers(*begin).empty() || !p.upper_covers(*(end - 1)).empty()) return false;
  for (auto x = begin; x + 1 != end; ++x) {
    if (!covers(p, *(x + 1), *x)) return false;
  }
  return true;
}

bool are_unequal_chains(const Poset& p, const Points& x) {
  const auto top = std::ranges::find_if(x, [&](Element y) { return p.upper_covers(y).empty(); });
  if (top == x.end()) return false;
  return (top + 1 - x.begin()) * 2 != static_cast<std::ptrdiff_t>(x.size()) &&
         is_maximal_chain(p, x.begin(), top + 1) && is_maximal_chain(p, top + 1, x.end());
}

bool in_different_components(const Poset& p, Element x, Element y) {
  ElementSet met(p.size());
  Points stack{x};
  met.insert(x);
  while (!stack.empty()) {
    const Element z = stack.back();
    stack.pop_back();
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (met.contains(element(i)) || !p.comparable(z, element(i))) continue;
      met.insert(element(i));
      stack.push_back(element(i));
    }
  }
  return !met.contains(y);
}

bool has_wrong_mobius_value(const Poset& p, Element x, Element y) {
  if (!p.less_equal(x, y)) return false;
  Points interval;
  for (const Element z : p.linear_extension()) {
    if (p.less_equal(x, z) && p.less_equal(z, y)) interval.push_back(z);
  }
  const Poset inside = induced_subposet(p, interval);
  if (!is_graded(inside)) return false;
  const std::int64_t expected = height(inside) % 2 == 1 ? 1 : -1;
  return mobius(p, x, y) != Integer(expected);
}

}  // namespace

bool is_obstruction(const Poset& p, const Obstruction& o) {
  const Points& x = o.points;
  if (std::ranges::any_of(x, [&](Element e) { return index(e) >= p.size(); })) return false;
  const auto extreme = [&](auto covers_of) {
    return x.size() == 2 && x[0] != x[1] && covers_of(x[0]).empty() && covers_of(x[1]).empty();
  };
  switch (o.kind) {
    case Kind::no_points:
      return p.empty() && x.empty();
    case Kind::two_components:
      return x.size() == 2 && in_different_components(p, x[0], x[1]);
    case Kind::two_minimal_elements:
      return extreme([&](Element e) { return p.lower_covers(e); });
    case Kind::two_maximal_elements:
      return extreme([&](Element e) { return p.upper_covers(e); });
    case Kind::two_plus_two:
      return x.size() == 4 && exactly(p, x, {{0, 1}, {2, 3}});
    case Kind::three_plus_one:
      return x.size() == 4 && exactly(p, x, {{0, 1}, {1, 2}, {0, 2}});
    case Kind::covering_n:
      return x.size() == 4 && exactly(p, x, {{0, 1}, {2, 1}, {2, 3}}) && covers(p, x[1], x[0]) &&
             covers(p, x[1], x[2]) && covers(p, x[3], x[2]);
    case Kind::induced_n:
      return x.size() == 4 && exactly(p, x, {{0, 1}, {2, 1}, {2, 3}});
    case Kind::no_meet:
      return x.size() == 4 && has_two_bounds(p, x);
    case Kind::no_join:
      return x.size() == 4 && has_two_bounds(dual(p), x);
    case Kind::pentagon: {
      const Poset opposite = dual(p);
      return x.size() == 5 && p.less(x[1], x[2]) && !p.comparable(x[1], x[3]) && !p.comparable(x[2], x[3]) &&
             spans(p, opposite, x[0], x[1], x[3], x[4]) && spans(p, opposite, x[0], x[2], x[3], x[4]);
    }
    case Kind::diamond: {
      const Poset opposite = dual(p);
      return x.size() == 5 && x[0] != x[1] && spans(p, opposite, x[0], x[1], x[2], x[4]) &&
             spans(p, opposite, x[0], x[1], x[3], x[4]) && spans(p, opposite, x[0], x[2], x[3], x[4]);
    }
    case Kind::unequal_chains:
      return are_unequal_chains(p, x);
    case Kind::interval:
      return x.size() == 2 && has_wrong_mobius_value(p, x[0], x[1]);
  }
  return false;
}

}  // namespace tropiary
