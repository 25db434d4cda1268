#include <algorithm>
#include <string>

#include "order/disjoint_sets.hpp"
#include "polytope/posets/marked_poset.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

using detail::RegularMarkedPoset;
constexpr std::size_t max_coordinates = std::size_t{1} << 27;  // some 4 GB

/// All ways to give the free coordinates constants so that the order is preserved and every one of them is joined to a
/// constant by tight covers; coordinates in the order of a linear extension.
class Vertices {
 public:
  Vertices(const RegularMarkedPoset& regular, std::size_t limit, std::uint64_t effort)
      : poset_(regular.poset), free_(regular.free_coordinates.size()), limit_(limit), effort_(effort) {
    constants_ = regular.constants.size();
    for (const Element e : poset_.linear_extension()) {
      if (index(e) < free_) order_.push_back(index(e));
    }
    std::vector<std::size_t> step(free_);
    for (std::size_t s = 0; s < free_; ++s) step[order_[s]] = s;
    value_.resize(free_ + constants_);
    for (std::size_t c = 0; c < constants_; ++c) value_[free_ + c] = c;
    high_.resize(free_);
    for (std::size_t x = 0; x < free_; ++x) {
      const auto place = [&](const Rational& constant) {
        return std::lower_bound(regular.constants.begin(), regular.constants.end(), constant) -
               regular.constants.begin();
      };
      high_[x] = static_cast<std::size_t>(place(regular.high[x]));
    }
    // When the last of a point and its neighbours gets its value, the point must share it with a neighbour.
    complete_at_.resize(free_);
    for (std::size_t x = 0; x < free_; ++x) {
      std::size_t last = step[x];
      for_each_neighbour(x, [&](std::size_t y) {
        if (y < free_) last = std::max(last, step[y]);
      });
      complete_at_[last].push_back(x);
    }
  }

  /// Calls f(value), for each free coordinate the place of its constant.
  template <class F>
  void for_each(F f) {
    if (free_ == 0) return f(value_);
    std::vector<std::size_t> next(free_);
    std::size_t step = 0;
    next[0] = least(order_[0]);
    std::size_t found = 0;
    for (;;) {
      const std::size_t x = order_[step];
      if (next[step] > high_[x]) {
        if (step == 0) return;
        --step;
        continue;
      }
      if (effort_-- == 0) throw Error(Errc::too_large, "marked_order_polytope: the search exceeds its effort");
      value_[x] = next[step]++;
      if (!std::all_of(complete_at_[step].begin(), complete_at_[step].end(),
                       [&](std::size_t y) { return shares(y); })) {
        continue;
      }
      if (step + 1 < free_) {
        ++step;
        next[step] = least(order_[step]);
        continue;
      }
      if (!is_vertex()) continue;
      if (found++ == limit_) {
        throw Error(Errc::too_large, "marked_order_polytope: more than " + std::to_string(limit_) +
                                         " vertices, the most that are stored");
      }
      f(value_);
    }
  }

 private:
  template <class F>
  void for_each_neighbour(std::size_t x, F f) const {
    for (const Element y : poset_.lower_covers(element(x))) f(index(y));
    for (const Element y : poset_.upper_covers(element(x))) f(index(y));
  }
  [[nodiscard]] std::size_t least(std::size_t x) const {
    std::size_t result = 0;
    for (const Element y : poset_.lower_covers(element(x))) result = std::max(result, value_[index(y)]);
    return result;
  }
  [[nodiscard]] bool shares(std::size_t x) const {
    bool result = false;
    for_each_neighbour(x, [&](std::size_t y) { result = result || value_[y] == value_[x]; });
    return result;
  }
  [[nodiscard]] bool is_vertex() const {
    detail::DisjointSets joined(free_ + constants_);
    std::vector<bool> has_constant(free_ + constants_);
    for (std::size_t x = 0; x < free_; ++x) {
      for_each_neighbour(x, [&](std::size_t y) {
        if (value_[y] == value_[x]) joined.join(x, y);
      });
    }
    for (std::size_t c = free_; c < free_ + constants_; ++c) has_constant[joined.find(c)] = true;
    for (std::size_t x = 0; x < free_; ++x) {
      if (!has_constant[joined.find(x)]) return false;
    }
    return true;
  }

  const Poset& poset_;
  std::size_t free_;
  std::size_t constants_ = 0;
  std::size_t limit_;
  std::uint64_t effort_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> value_;  // of free coordinates and constants, as places of constants
  std::vector<std::size_t> high_;
  std::vector<std::vector<std::size_t>> complete_at_;
};

/// denominator · (x − value), for an equation or one side of a facet.
AffineForm difference(std::size_t ambient, std::size_t coordinate, const Rational& value, int sign) {
  AffineForm form{value.numerator() * Integer(-sign), std::vector<Integer>(ambient)};
  form.normal[coordinate] = value.denominator() * Integer(sign);
  return form;
}

}  // namespace

Polytope marked_order_polytope(const MarkedPoset& marked, std::size_t max_vertices, std::uint64_t effort) {
  const RegularMarkedPoset regular = detail::regular_form(marked);
  const std::size_t ambient = regular.coordinates.size();
  if (regular.empty) return Polytope::from_theorem(ambient, {}, {}, {});
  const std::size_t free = regular.free_coordinates.size();
  if (Integer(regular.poset.count_covers() + ambient - free) * Integer(ambient) > Integer(max_coordinates)) {
    throw Error(Errc::too_large, "marked_order_polytope: " + std::to_string(regular.poset.count_covers()) +
                                     " facets in " + std::to_string(ambient) + " coordinates, more than are stored");
  }
  std::vector<AffineForm> facets;
  for (const Relation& cover : regular.poset.covers()) {
    const std::size_t lower = index(cover.lower);
    const std::size_t upper = index(cover.upper);
    if (lower >= free && upper >= free) continue;
    if (lower >= free) {
      facets.push_back(difference(ambient, regular.free_coordinates[upper], regular.constants[lower - free], 1));
    } else if (upper >= free) {
      facets.push_back(difference(ambient, regular.free_coordinates[lower], regular.constants[upper - free], -1));
    } else {
      facets.push_back({0, std::vector<Integer>(ambient)});
      facets.back().normal[regular.free_coordinates[upper]] = 1;
      facets.back().normal[regular.free_coordinates[lower]] = -1;
    }
  }
  std::vector<AffineForm> equations;
  RationalVector point(ambient);
  for (std::size_t i = 0; i < ambient; ++i) {
    if (regular.fixed[i] == RegularMarkedPoset::free) continue;
    point[i] = regular.constants[regular.fixed[i]];
    equations.push_back(difference(ambient, i, point[i], 1));
  }
  std::vector<RationalVector> vertices;
  const std::size_t limit = std::min(max_vertices, max_coordinates / std::max<std::size_t>(ambient, 1));
  Vertices(regular, limit, effort).for_each([&](const std::vector<std::size_t>& value) {
    for (std::size_t x = 0; x < free; ++x) point[regular.free_coordinates[x]] = regular.constants[value[x]];
    vertices.push_back(point);
  });
  return Polytope::from_theorem(ambient, std::move(vertices), std::move(facets), std::move(equations));
}

Polytope gelfand_tsetlin_polytope(std::span<const Rational> lambda) {
  return marked_order_polytope(gelfand_tsetlin_poset(lambda));
}

}  // namespace tropiary
