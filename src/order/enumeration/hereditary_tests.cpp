#include "order/enumeration/hereditary_tests.hpp"

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
      inside_(options.series_parallel || options.n_free || options.lattice || options.bounded ||
              (options.graded && by_levels_) || options.interval_order || options.semiorder || options.width ||
              options.max_width || options.covers),
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

HereditaryTests::Verdict HereditaryTests::look(const SmallPoset& p, std::size_t m, std::size_t base,
                                               std::size_t last_base, std::size_t left) {
  is_last_ = left == 1;
  if (!is_last_ && !inside_) return Verdict::all;
  if (is_last_ && !whole_ && options_.connected) {
    find_components(p, m);
    const bool is_alone = !inside_ && !options_.prime;
    if (is_alone) return by_levels_ && base > 0 && components_.size() == 1 ? Verdict::all : Verdict::some;
  }
  view_ = SmallPosetView(p, m);
  if (options_.covers) {
    covers_ = 0;
    for (std::size_t x = 0; x < m; ++x) covers_ += static_cast<std::size_t>(count_points(view_.lower[x]));
    if (!top_ && !can_reach_covers(left)) return Verdict::none;
  }
  if (options_.graded && by_levels_) {
    last_level_ = points_between(last_base, base);
    uncovered_ = last_level_;
    for (std::size_t x = base; x < m; ++x) uncovered_ = without(uncovered_, view_.below[x]);
  }
  if (!is_last_ || whole_) return Verdict::some;
  if (options_.width) has_width_ = has_antichain(view_, view_.all(), *options_.width);
  if (options_.prime) find_modules();
  return Verdict::some;
}

/// Each new point covers an antichain, and with a point the width grows by one at most.
bool HereditaryTests::can_reach_covers(std::size_t left) const {
  const std::size_t most_with_width_0 = left * (left - 1) / 2;
  if (covers_ + most_with_width_0 >= *options_.covers) return covers_ <= *options_.covers;
  return has_antichain(view_, view_.all(), (*options_.covers - covers_ - most_with_width_0 + left - 1) / left);
}

void HereditaryTests::find_components(const SmallPoset& p, std::size_t m) {
  components_.clear();
  for (std::size_t x = 0; x < m; ++x) {
    auto component = static_cast<PointMask>(p.below[x] | 1U << x);
    std::erase_if(components_, [&](PointMask other) {
      if ((other & component) == 0) return false;
      component |= other;
      return true;
    });
    components_.push_back(component);
  }
}

void HereditaryTests::find_modules() {
  modules_.clear();
  for (std::size_t b = 1; b < view_.size; ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      const PointMask module = module_closure(view_, a, b, 0);
      if (std::ranges::find(modules_, module) == modules_.end()) modules_.push_back(module);
    }
  }
}

/// Whether the new point x above d splits all modules of the poset without it, and is in none itself: a module with x
/// and more is one of the poset without it, and x; a point that is maximal may be the whole of that.
bool HereditaryTests::makes_prime(PointMask d) const {
  for (const PointMask module : modules_) {
    if ((d & module) == 0 || (d & module) == module) return false;
  }
  const std::size_t m = view_.size;
  for (std::size_t y = 0; y < m; ++y) {
    if (view_.above[y] == 0 && static_cast<PointMask>(d & ~(1U << y)) == view_.below[y]) return false;
  }
  if (m < 2) return false;
  if (modules_.size() == 1) return true;  // all of the poset: it has no other modules
  SmallPosetView p = view_;
  p.add_maximal_point(d);
  for (std::size_t y = 0; y < m; ++y) {
    if (module_closure(p, m, y, 0) != p.all()) return false;
  }
  return true;
}

bool HereditaryTests::admit(PointMask d) const {
  if (!inside_) return admit_finally(d);
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
      const std::size_t covers = covers_ + static_cast<std::size_t>(count_points(lower));
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
  return !options_.prime || makes_prime(d);
}

bool HereditaryTests::completes(const SmallPoset& p, std::size_t last_base, std::size_t base, std::size_t m) const {
  if (!options_.graded || !by_levels_) return true;
  PointMask uncovered = points_between(last_base, base);
  for (std::size_t x = base; x < m; ++x) uncovered = without(uncovered, p.below[x]);
  return uncovered == 0;
}

}  // namespace tropiary::detail
