#include "order/enumeration/numbered_search.hpp"

#include <bit>
#include <utility>

#include "order/enumeration/small_poset_tests.hpp"

namespace tropiary::detail {

NaturallyLabelledSearch::NaturallyLabelledSearch(std::size_t n, bool top, std::unique_ptr<HereditaryTests> tests,
                                                 NodeGate& gate)
    : n_(n), tests_(std::move(tests)), gate_(gate) {
  poset_.size = n + (top ? 1 : 0);
  if (top) poset_.below[n] = static_cast<PointMask>((1U << n) - 1U);
}

/// What may lie below this point; whether it is the last one and there is something.
bool NaturallyLabelledSearch::open(std::size_t point) {
  Place& place = places_[point];
  const bool last = point + 1 == n_;
  place.i = 0;
  point_ = static_cast<int>(point);
  using Verdict = HereditaryTests::Verdict;
  const Verdict verdict = tests_ == nullptr ? Verdict::all : tests_->look(poset_, point, 0, 0, n_ - point);
  place.choices.clear();
  if (verdict == Verdict::all) {
    place.choices = place.down_sets;
  } else if (verdict == Verdict::some) {
    for (const PointMask d : place.down_sets) {
      if (tests_->admit(d)) place.choices.push_back(d);
    }
  }
  if (last) --point_;
  return last && !place.choices.empty();
}

bool NaturallyLabelledSearch::next(PosetBlock& block) {
  const auto show = [&] {
    block = {&poset_, n_ - 1, places_[n_ - 1].choices};
    return true;
  };
  if (!started_) {
    started_ = true;
    if (split_size(n_) == 0 && !gate_.take()) return false;
    places_[0].down_sets = {0};
    if (open(0)) return show();
  }
  while (point_ >= 0) {
    const auto point = static_cast<std::size_t>(point_);
    Place& place = places_[point];
    if (place.i == place.choices.size()) {
      --point_;
      continue;
    }
    const PointMask set = place.choices[place.i++];
    poset_.below[point] = set;
    if (point + 1 == split_size(n_) && !gate_.take()) continue;
    std::vector<PointMask>& down_sets = places_[point + 1].down_sets;
    down_sets = place.down_sets;
    for (const PointMask d : place.down_sets) {
      if ((set & ~unsigned{d}) == 0) down_sets.push_back(static_cast<PointMask>(d | 1U << point));
    }
    if (open(point + 1)) return show();
  }
  return false;
}

LabelledSearch::LabelledSearch(std::size_t n, const EnumerationOptions& options, NodeGate& gate)
    : n_(n), options_(options), gate_(gate) {
  inherited_.series_parallel = options.series_parallel;
  inherited_.interval_order = options.interval_order;
  inherited_.semiorder = options.semiorder;
  inherited_.max_width = options.width ? options.width : options.max_width;
  inherits_ = options.series_parallel || options.interval_order || options.semiorder || inherited_.max_width;
  is_filtered_ = HereditaryTests::are_needed(options, HereditaryTests::Search::any_numbers);
}

/// Fills the choices for D under the U of this place; the last U is followed by nothing: false.
bool LabelledSearch::choose_upper(Place& place, std::size_t point) {
  if (place.upper == place.down_sets.size()) return false;
  const PointMask lower = place.down_sets[place.upper++];
  place.with_upper = place.poset;
  unsigned common = (1U << point) - 1U;  // what lies under all of U
  for (unsigned r = common & ~unsigned{lower}; r != 0; r &= r - 1) {
    const auto u = static_cast<std::size_t>(std::countr_zero(r));
    common &= place.poset.below[u];
    place.with_upper.below[u] |= static_cast<PointMask>(1U << point);
  }
  place.choices.clear();
  place.i = 0;
  place.with_upper.size = n_;
  for (const PointMask d : place.down_sets) {
    if ((d & ~common) != 0) continue;
    if (is_filtered_ && (inherits_ || point + 1 == n_)) {
      place.with_upper.below[point] = d;
      if (!satisfies(point + 1 == n_ ? options_ : inherited_, SmallPosetView(place.with_upper, point + 1))) continue;
    }
    place.choices.push_back(d);
  }
  return true;
}

/// To the next point, with D and U of this one.
void LabelledSearch::go_on(std::size_t point) {
  const Place& place = places_[point];
  Place& next = places_[point + 1];
  const PointMask d = place.choices[place.i - 1];
  next.poset = place.with_upper;
  next.poset.below[point] = d;
  next.upper = 0;
  next.choices.clear();
  next.i = 0;
  next.down_sets.clear();
  const auto self = static_cast<PointMask>(1U << point);
  const PointMask lower = place.down_sets[place.upper - 1];
  for (const PointMask e : place.down_sets) {
    if ((e & ~unsigned{lower}) == 0) next.down_sets.push_back(e);
  }
  for (const PointMask e : place.down_sets) {
    if ((d & ~unsigned{e}) == 0) next.down_sets.push_back(static_cast<PointMask>(e | self));
  }
  point_ = static_cast<int>(point) + 1;
}

bool LabelledSearch::next(PosetBlock& block) {
  if (!started_) {
    started_ = true;
    if (split_size(n_) == 0 && !gate_.take()) return false;
    places_[0].down_sets = {0};
    point_ = 0;
  }
  while (point_ >= 0) {
    const auto point = static_cast<std::size_t>(point_);
    Place& place = places_[point];
    if (place.i == place.choices.size()) {
      if (!choose_upper(place, point)) {
        --point_;
      } else if (point + 1 == n_ && !place.choices.empty()) {
        place.i = place.choices.size();
        block = {&place.with_upper, point, place.choices};
        return true;
      }
      continue;
    }
    ++place.i;
    if (point + 1 == split_size(n_) && !gate_.take()) continue;
    go_on(point);
  }
  return false;
}

}  // namespace tropiary::detail
