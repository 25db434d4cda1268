#include "polytope/hull/known_hulls.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

__extension__ using Wide = __int128;

void make_primitive(AffineForm& form) {
  Integer common = form.constant;
  for (const Integer& x : form.normal) common = gcd(common, x);
  if (common.is_one()) return;
  form.constant /= common;
  for (Integer& x : form.normal) x /= common;
}

}  // namespace

FacetsAndVertices planar_hull(const WordPoints& points) {
  // Coordinates below 2^52: the products of differences fit 106 bits.
  const auto turns_left = [&](std::size_t a, std::size_t b, std::size_t c) {
    const std::int64_t* p = points.row(a);
    const std::int64_t* q = points.row(b);
    const std::int64_t* r = points.row(c);
    return Wide{q[0] - p[0]} * (r[1] - p[1]) > Wide{q[1] - p[1]} * (r[0] - p[0]);
  };
  std::vector<std::size_t> chain;
  const auto add = [&](std::size_t point, std::size_t least) {
    while (chain.size() >= least + 2 && !turns_left(chain[chain.size() - 2], chain.back(), point)) chain.pop_back();
    chain.push_back(point);
  };
  for (std::size_t i = 0; i < points.count; ++i) add(i, 0);
  const std::size_t lower = chain.size() - 1;
  for (std::size_t i = points.count - 1; i-- > 0;) add(i, lower);
  chain.pop_back();

  FacetsAndVertices hull;
  hull.facets.reserve(chain.size());
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const std::int64_t* p = points.row(chain[i]);
    const std::int64_t* q = points.row(chain[i + 1 == chain.size() ? 0 : i + 1]);
    std::int64_t a = p[1] - q[1];
    std::int64_t b = q[0] - p[0];
    const std::int64_t common = std::gcd(a, b);
    a /= common;
    b /= common;
    hull.facets.push_back({-(Integer(a) * Integer(p[0]) + Integer(b) * Integer(p[1])), {a, b}});
  }
  std::sort(chain.begin(), chain.end());
  hull.vertices = std::move(chain);
  return hull;
}

std::optional<FacetsAndVertices> order_polytope_hull(const WordPoints& points) {
  const std::size_t d = points.dimension;
  const std::size_t n = points.count;
  if (d > 62 || n <= d) return std::nullopt;
  std::vector<std::int64_t> size(d);
  std::vector<std::uint64_t> sets(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::int64_t* x = points.row(i);
    for (std::size_t j = 0; j < d; ++j) {
      if (x[j] == 0) continue;
      if (size[j] == 0) size[j] = x[j];
      if (size[j] != x[j]) return std::nullopt;
      sets[i] |= std::uint64_t{1} << j;
    }
  }
  // above[i]: the coordinates that are in every set with i; i ≤ j in the order. The sets are up-sets of this preorder,
  // and all of them when there are as many.
  const std::uint64_t all = (std::uint64_t{1} << d) - 1;
  std::vector<std::uint64_t> above(d, all);
  for (const std::uint64_t set : sets) {
    for (std::uint64_t rest = set; rest != 0; rest &= rest - 1)
      above[static_cast<std::size_t>(std::countr_zero(rest))] &= set;
  }
  std::vector<std::size_t> order(d);  // an up-set of i is larger than one of anything above it
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::popcount(above[a]) < std::popcount(above[b]); });
  std::vector<std::uint64_t> up_sets = {0};
  up_sets.reserve(n);
  for (const std::size_t i : order) {
    const std::uint64_t strictly_above = above[i] & ~(std::uint64_t{1} << i);
    for (std::uint64_t rest = strictly_above; rest != 0; rest &= rest - 1) {
      if (above[static_cast<std::size_t>(std::countr_zero(rest))] >> i & 1) return std::nullopt;  // equal coordinates
    }
    const std::size_t before = up_sets.size();
    for (std::size_t k = 0; k < before; ++k) {
      if ((strictly_above & ~up_sets[k]) != 0) continue;
      if (up_sets.size() == n) return std::nullopt;
      up_sets.push_back(up_sets[k] | std::uint64_t{1} << i);
    }
  }
  if (up_sets.size() != n) return std::nullopt;

  FacetsAndVertices hull;
  const auto add = [&](std::int64_t constant, std::size_t plus, std::int64_t a, std::size_t minus, std::int64_t b) {
    std::vector<Integer> row(d + 1);
    row[0] = constant;
    if (plus < d) row[plus + 1] = a;
    if (minus < d) row[minus + 1] = -b;
    hull.facets.push_back({std::move(row[0]), {row.begin() + 1, row.end()}});
  };
  std::uint64_t below_something = 0;  // of the coordinates above others
  for (std::size_t i = 0; i < d; ++i) below_something |= above[i] & ~(std::uint64_t{1} << i);
  for (std::size_t i = 0; i < d; ++i) {
    const std::uint64_t strictly_above = above[i] & ~(std::uint64_t{1} << i);
    if (strictly_above == 0) add(size[i], d, 0, i, 1);
    if ((below_something >> i & 1) == 0) add(0, i, 1, d, 0);
    std::uint64_t beyond = 0;
    for (std::uint64_t rest = strictly_above; rest != 0; rest &= rest - 1) {
      const auto j = static_cast<std::size_t>(std::countr_zero(rest));
      beyond |= above[j] & ~(std::uint64_t{1} << j);
    }
    for (std::uint64_t rest = strictly_above & ~beyond; rest != 0; rest &= rest - 1) {  // x_i / c_i ≤ x_j / c_j
      const auto j = static_cast<std::size_t>(std::countr_zero(rest));
      const std::int64_t common = std::gcd(size[i], size[j]);
      add(0, j, size[i] / common, i, size[j] / common);
    }
  }
  hull.vertices.resize(n);
  std::iota(hull.vertices.begin(), hull.vertices.end(), std::size_t{0});
  return hull;
}

std::optional<FacetsAndVertices> cross_polytope_hull(const WordPoints& points) {
  constexpr std::size_t max_entries = std::size_t{1} << 28;
  const std::size_t d = points.dimension;
  const std::size_t n = points.count;
  if (n < 2 * d) return std::nullopt;
  // At least half of the points have the centre's coordinate.
  std::vector<std::int64_t> centre(d);
  std::vector<std::int64_t> column;
  for (std::size_t j = 0; j < d; ++j) {
    const std::size_t sample = std::min<std::size_t>(n, 4 * d);
    column.clear();
    for (std::size_t i = 0; i < sample; ++i) column.push_back(points.row(i * n / sample)[j]);
    std::nth_element(column.begin(), column.begin() + static_cast<std::ptrdiff_t>((sample - 1) / 2), column.end());
    centre[j] = column[(sample - 1) / 2];
  }
  std::vector<std::array<std::size_t, 2>> ends(d, {n, n});  // furthest down and up
  for (std::size_t i = 0; i < n; ++i) {
    const std::int64_t* x = points.row(i);
    std::size_t axis = d;
    for (std::size_t j = 0; j < d; ++j) {
      if (x[j] == centre[j]) continue;
      if (axis != d) return std::nullopt;
      axis = j;
    }
    if (axis == d) continue;  // the centre itself
    const bool up = x[axis] > centre[axis];
    std::size_t& end = ends[axis][up ? 1 : 0];
    if (end == n || (x[axis] > points.row(end)[axis]) == up) end = i;
  }
  for (const auto& [low, high] : ends) {
    if (low == n || high == n) return std::nullopt;
  }
  if (d > 40 || (std::size_t{1} << d) * (d + 1) > max_entries) {
    throw Error(Errc::too_large,
                "convex_hull: a cross-polytope of dimension " + std::to_string(d) + " has more facets than are stored");
  }
  FacetsAndVertices hull;
  for (const auto& pair : ends) hull.vertices.insert(hull.vertices.end(), pair.begin(), pair.end());
  std::sort(hull.vertices.begin(), hull.vertices.end());
  hull.facets.reserve(std::size_t{1} << d);
  // 1 − Σ (x_j − centre_j) / reach_j ≥ 0, where reach_j is the end's distance, with the sign of its side; all of them
  // times one multiple of the reaches.
  Integer multiple = 1;
  for (std::size_t j = 0; j < d; ++j) {
    for (const std::size_t end : ends[j]) multiple = lcm(multiple, points.row(end)[j] - centre[j]);
  }
  std::vector<std::array<Integer, 2>> slopes(d);
  std::vector<std::array<Integer, 2>> shifts(d);
  for (std::size_t j = 0; j < d; ++j) {
    for (std::size_t side = 0; side < 2; ++side) {
      slopes[j][side] = -(multiple / Integer(points.row(ends[j][side])[j] - centre[j]));
      shifts[j][side] = -(slopes[j][side] * Integer(centre[j]));
    }
  }
  for (std::uint64_t orthant = 0; orthant < std::uint64_t{1} << d; ++orthant) {
    AffineForm form{multiple, {}};
    form.normal.reserve(d + 1);  // from_theorem appends the constant for a while
    for (std::size_t j = 0; j < d; ++j) {
      form.normal.push_back(slopes[j][orthant >> j & 1]);
      form.constant += shifts[j][orthant >> j & 1];
    }
    if (!multiple.is_one()) make_primitive(form);
    hull.facets.push_back(std::move(form));
  }
  return hull;
}

}  // namespace tropiary::detail
