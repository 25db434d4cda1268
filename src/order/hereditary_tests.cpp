#include "order/hereditary_tests.hpp"

#include <algorithm>
#include <bit>

namespace tropiary::detail {

namespace {

std::size_t lowest(unsigned mask) { return static_cast<std::size_t>(std::countr_zero(mask)); }
PointMask without(PointMask a, PointMask b) { return static_cast<PointMask>(a & ~unsigned{b}); }
PointMask points_between(std::size_t from, std::size_t to) { return static_cast<PointMask>((1U << to) - (1U << from)); }

/// The points x whose sets below must be compared with the new point's.
template <class Law>
bool all_points(PointMask points, Law law) {
  for (unsigned r = points; r != 0; r &= r - 1) {
    if (!law(lowest(r))) return false;
  }
  return true;
}

/// With a new maximal point above d: an N of which it is one of the tops, the other one is y.
bool makes_n(const SmallPosetView& p, PointMask d, std::size_t y) {
  const PointMask both = d & p.below[y];
  const auto above_both = [&](std::size_t a) { return without(both, p.below[a]) == 0; };
  return !all_points(without(d, p.below[y]), above_both) || !all_points(without(p.below[y], d), above_both);
}

/// A chain of three beside one point, of which one is the new point above d.
bool makes_3_1(const SmallPosetView& p, PointMask d) {
  const PointMask outside = without(p.all(), d);
  for (unsigned r = d; r != 0; r &= r - 1) {  // a < b < the new point
    const std::size_t a = lowest(r);
    if ((p.above[a] & d) != 0 && (p.beside(a) & outside) != 0) return true;
  }
  for (unsigned r = outside; r != 0; r &= r - 1) {  // a < b < c beside the new point: then a is outside as well
    const std::size_t a = lowest(r);
    for (unsigned s = p.above[a]; s != 0; s &= s - 1) {
      if (p.above[lowest(s)] != 0) return true;
    }
  }
  return false;
}

/// Meets with the new point above d are there, when all others are: then those with points outside d, which are
/// intersections of down-sets. The bound of two points has the greatest number in any linear extension.
bool makes_meets(const SmallPosetView& p, PointMask d) {
  return all_points(without(p.all(), d), [&](std::size_t y) {
    const PointMask both = d & p.below[y];
    if (both == 0) return false;
    const auto meet = static_cast<std::size_t>(std::bit_width(unsigned{both})) - 1;
    return (p.below[meet] | 1U << meet) == both;
  });
}

}  // namespace

HereditaryTests::HereditaryTests(const EnumerationOptions& options, Search search, bool top)
    : options_(options),
      by_levels_(search == Search::levels),
      top_(top),
      // A lattice is a semilattice under a top, and a bounded poset has its least point first; the other properties
      // that subposets inherit hold with a top when they hold without.
      whole_((top || !by_levels_) && (options.connected || options.prime || options.covers || options.width ||
                                      (!by_levels_ && (options.height || options.graded)))),
      max_width_(
          std::min(options.max_width.value_or(SmallPoset::max_size), options.width.value_or(SmallPoset::max_size))) {}

bool HereditaryTests::are_needed(const EnumerationOptions& options, Search search) {
  return options.connected || options.series_parallel || options.n_free || options.prime || options.lattice ||
         options.graded || options.interval_order || options.semiorder || options.bounded || options.width ||
         options.max_width || options.covers || (search == Search::any_numbers && options.height);
}

void HereditaryTests::look(const SmallPoset& p, std::size_t m, std::size_t base, std::size_t last_base, bool is_last) {
  view_ = SmallPosetView(p, m);
  is_last_ = is_last;
  if (options_.covers) {
    covers_ = 0;
    for (std::size_t x = 0; x < m; ++x) covers_ += static_cast<std::size_t>(std::popcount(view_.lower[x]));
  }
  if (options_.graded && by_levels_) {
    last_level_ = points_between(last_base, base);
    uncovered_ = last_level_;
    for (std::size_t x = base; x < m; ++x) uncovered_ = without(uncovered_, view_.below[x]);
  }
  if (!is_last || whole_) return;
  if (options_.width) has_width_ = has_antichain(view_, view_.all(), *options_.width);
  if (options_.connected) {
    components_.clear();
    for (PointMask rest = view_.all(); rest != 0;) {
      unsigned component = rest & (0U - rest);
      for (unsigned before = 0; before != component;) {
        before = component;
        for (unsigned r = component; r != 0; r &= r - 1)
          component |= unsigned{view_.below[lowest(r)]} | view_.above[lowest(r)];
      }
      components_.push_back(static_cast<PointMask>(component));
      rest = without(rest, static_cast<PointMask>(component));
    }
  }
}

bool HereditaryTests::admit(PointMask d) const {
  const std::size_t m = view_.size;
  const PointMask outside = without(view_.all(), d);  // beside the new point
  if ((options_.lattice || options_.bounded) && m > 0 && d == 0) return false;
  if (options_.interval_order || options_.semiorder) {
    for (std::size_t x = 0; x < m; ++x) {
      const PointMask both = d & view_.below[x];
      if (both != d && both != view_.below[x]) return false;
    }
  }
  if (options_.semiorder && makes_3_1(view_, d)) return false;
  if (options_.lattice && !makes_meets(view_, d)) return false;
  if (options_.series_parallel && !all_points(outside, [&](std::size_t y) { return !makes_n(view_, d, y); }))
    return false;
  if (options_.n_free || options_.covers || (options_.graded && by_levels_)) {
    const PointMask lower = view_.maxima(d);
    if (options_.n_free) {
      for (std::size_t x = 0; x < m; ++x) {
        if (lower != view_.lower[x] && (lower & view_.lower[x]) != 0) return false;
      }
    }
    if (options_.covers) {
      const std::size_t covers = covers_ + static_cast<std::size_t>(std::popcount(lower));
      if (covers > *options_.covers || (is_last_ && !whole_ && covers != *options_.covers)) return false;
    }
    if (options_.graded && by_levels_ &&
        (without(lower, last_level_) != 0 || (is_last_ && without(uncovered_, d) != 0))) {
      return false;
    }
  }
  if (max_width_ < m + 1 && has_antichain(view_, outside, max_width_)) return false;
  return !is_last_ || admit_finally(d);
}

bool HereditaryTests::admit_finally(PointMask d) const {
  if (whole_) {
    SmallPosetView p = view_;
    p.add_maximal_point(d);
    if (top_) p.add_maximal_point(p.all());
    return satisfies(options_, p);
  }
  if (options_.connected &&
      !std::ranges::all_of(components_, [&](PointMask component) { return (component & d) != 0; })) {
    return false;
  }
  if (options_.width && *options_.width > 0 && !has_width_ &&
      !has_antichain(view_, without(view_.all(), d), *options_.width - 1)) {
    return false;
  }
  if (!options_.prime) return true;
  if (d == 0 || d == view_.all()) return false;
  SmallPosetView p = view_;
  p.add_maximal_point(d);
  return is_prime(p);
}

bool HereditaryTests::completes(const SmallPoset& p, std::size_t last_base, std::size_t base, std::size_t m) const {
  if (!options_.graded || !by_levels_) return true;
  PointMask uncovered = points_between(last_base, base);
  for (std::size_t x = base; x < m; ++x) uncovered = without(uncovered, p.below[x]);
  return uncovered == 0;
}

}  // namespace tropiary::detail
