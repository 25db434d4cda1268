#include "polytope/hull/placing_hull.hpp"

#include <bit>
#include <cmath>
#include <numeric>
#include <optional>

#include "polytope/hull/triangulated_hull.hpp"

namespace tropiary::detail {
namespace {

Integer integer_from(Int128 x) {
  if (x == static_cast<std::int64_t>(x)) return static_cast<std::int64_t>(x);
  constexpr int half = 62;
  const Int128 rest = x < 0 ? -x : x;
  Integer result = static_cast<std::int64_t>(rest >> half);
  result *= Integer(std::int64_t{1} << half);
  result += Integer(static_cast<std::int64_t>(rest & ((Int128{1} << half) - 1)));
  return x < 0 ? -result : result;
}

UInt128 magnitude(Int128 x) { return x < 0 ? -static_cast<UInt128>(x) : static_cast<UInt128>(x); }

int trailing_zeros(UInt128 x) {
  const auto low = static_cast<std::uint64_t>(x);
  return low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(static_cast<std::uint64_t>(x >> 64));
}

UInt128 greatest_common_divisor(UInt128 a, UInt128 b) {
  if (a == 0) return b;
  if (b == 0) return a;
  const int twos = std::min(trailing_zeros(a), trailing_zeros(b));
  a >>= trailing_zeros(a);
  while (b != 0) {
    b >>= trailing_zeros(b);
    if (a > b) std::swap(a, b);
    b -= a;
  }
  return a << twos;
}

// log2 of a bound of all d × d minors of the centred points with a leading 1, and one of all determinants: Hadamard's
// inequality by rows and by columns.
struct Bounds {
  double minors;
  double values;
};

Bounds hadamard_bounds(const WordPoints& points) {
  const std::size_t d = points.dimension;
  const auto dimension = static_cast<double>(d);
  std::vector<double> half(d);
  std::vector<double> centre(d);
  double columns = 0;
  for (std::size_t j = 0; j < d; ++j) {
    std::int64_t largest = 0;
    for (std::size_t i = 0; i < points.count; ++i) largest = std::max(largest, points.row(i)[j]);
    centre[j] = static_cast<double>(largest / 2);
    columns += std::log2(static_cast<double>(largest) - centre[j]);  // at least 1: the column is not constant
  }
  double longest = 0;
  for (std::size_t i = 0; i < points.count; ++i) {
    double square = 1;
    for (std::size_t j = 0; j < d; ++j) {
      const double x = static_cast<double>(points.row(i)[j]) - centre[j];
      square += x * x;
    }
    longest = std::max(longest, square);
  }
  const double row = std::log2(longest) / 2;
  return {std::min(columns + dimension / 2 * std::log2(dimension), dimension * row),
          std::min(columns + (dimension + 1) / 2 * std::log2(dimension + 1), (dimension + 1) * row)};
}

template <class Entry>
std::optional<FacetsAndVertices> placed(const WordPoints& points, const std::vector<std::size_t>& simplex,
                                        std::size_t max_coplanar, HullWatch& watch) {
  PlacingHull<Entry> hull(points, simplex);
  if (!hull.run(max_coplanar, watch)) return std::nullopt;
  return hull.result();
}

}  // namespace

template <class Entry>
FacetsAndVertices PlacingHull<Entry>::result() const {
  std::vector<std::uint32_t> cells;
  for (std::uint32_t cell = 0; cell < alive_.size(); ++cell) {
    if (alive_[cell]) cells.push_back(cell);
  }
  std::vector<Entry> primitive(cells.size() * d_);  // the normals
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Entry* h = form(cells[i]) + 1;
    UInt128 common = 0;
    for (std::size_t j = 0; j < d_ && common != 1; ++j) common = greatest_common_divisor(common, magnitude(h[j]));
    for (std::size_t j = 0; j < d_; ++j) {
      primitive[i * d_ + j] = common == 1 ? h[j] : static_cast<Entry>(Int128{h[j]} / static_cast<Int128>(common));
    }
  }
  const auto normal = [&](std::size_t i) { return primitive.data() + i * d_; };
  // Cells on one hyperplane have one normal, and no two parallel facets have the same.
  std::vector<std::size_t> order(cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (coplanar_ > 0) {
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::lexicographical_compare(normal(a), normal(a) + d_, normal(b), normal(b) + d_);
    });
  }
  FacetsAndVertices hull;
  hull.facets.reserve(cells.size());
  std::vector<std::vector<std::size_t>> facets_of(coplanar_ > 0 ? points_.count : 0);
  std::vector<bool> used(points_.count);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t at = order[i];
    if (coplanar_ == 0 || i == 0 || !std::equal(normal(at), normal(at) + d_, normal(order[i - 1]))) {
      AffineForm facet;
      facet.normal.reserve(d_ + 1);  // from_theorem appends the constant for a while
      const std::int64_t* x = points_.row(vertices(cells[at])[0]);
      for (std::size_t j = 0; j < d_; ++j) {
        facet.normal.push_back(integer_from(normal(at)[j]));
        facet.constant -= facet.normal.back() * Integer(x[j]);
      }
      hull.facets.push_back(std::move(facet));
    }
    for (std::size_t k = 0; k < d_; ++k) {
      const std::uint32_t point = vertices(cells[at])[k];
      used[point] = true;
      if (coplanar_ == 0) continue;
      auto& facets = facets_of[point];
      if (facets.empty() || facets.back() + 1 != hull.facets.size()) facets.push_back(hull.facets.size() - 1);
    }
  }
  for (std::size_t i = 0; i < points_.count; ++i) {
    if (used[i] && (coplanar_ == 0 || have_rank(hull.facets, facets_of[i], d_))) hull.vertices.push_back(i);
  }
  return hull;
}

std::optional<FacetsAndVertices> triangulated_hull(const WordPoints& points, const std::vector<std::size_t>& simplex,
                                                   std::size_t max_coplanar, HullWatch& watch) {
  const Bounds bounds = hadamard_bounds(points);
  if (bounds.values > 126 || bounds.minors > 126) return std::nullopt;
  if (bounds.minors < 62) return placed<std::int64_t>(points, simplex, max_coplanar, watch);
  return placed<Int128>(points, simplex, max_coplanar, watch);
}

}  // namespace tropiary::detail
