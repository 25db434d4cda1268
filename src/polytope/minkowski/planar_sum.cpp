#include "polytope/minkowski/planar_sum.hpp"

#include <numeric>
#include <utility>

#include "polytope/minkowski/cleared.hpp"
#include "polytope/minkowski/merge_two.hpp"

namespace tropiary::detail {
namespace {

template <class Number>
Number number_from(const Integer& x) {
  if constexpr (std::is_same_v<Number, Integer>) {
    return x;
  } else {
    return x.to_int64();
  }
}

// The positions of the vertices counter-clockwise from the first, which is the lexicographically least: those below
// the diagonal to the last in ascending order, then those above it in descending order.
template <class Number>
std::vector<std::uint32_t> boundary_order(const std::vector<Number>& x, const std::vector<Number>& y) {
  const std::size_t n = x.size();
  std::vector<std::uint32_t> order(n, 0);
  std::size_t below = 1;
  std::size_t above = n;
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const bool is_below = turns_left(x[i] - x[0], y[i] - y[0], x[n - 1] - x[0], y[n - 1] - y[0]);
    order[is_below ? below++ : --above] = static_cast<std::uint32_t>(i);
  }
  if (n > 1) order[below] = static_cast<std::uint32_t>(n - 1);
  return order;
}

// The line from one vertex to the next, non-negative on its left, not yet primitive.
template <class Number>
AffineForm facet_along(const Number& ex, const Number& ey, const Number& px, const Number& py,
                       const std::vector<Integer>& scale) {
  AffineForm form;
  if constexpr (!std::is_same_v<Number, Integer>) {
    if (scale[0].is_one() && scale[1].is_one()) {
      const std::int64_t divisor = std::gcd(ex, ey);
      const std::int64_t nx = -ey / divisor;
      const std::int64_t ny = ex / divisor;
      form.normal.reserve(2);
      form.normal.emplace_back(nx);
      form.normal.emplace_back(ny);
      form.constant = Integer(-nx) * Integer(px) - Integer(ny) * Integer(py);
      return form;
    }
  }
  form.constant = Integer(ey) * Integer(px) - Integer(ex) * Integer(py);
  form.normal = {-Integer(ey) * scale[0], Integer(ex) * scale[1]};
  return form;
}

template <class Number>
std::optional<MinkowskiSum> sum_in(const ClearedSummands& summands) {
  const std::size_t m = summands.vertices.size();
  std::vector<PlanarBoundary<Number>> boundaries(m);
  std::vector<std::vector<std::uint32_t>> orders(m);
  for (std::size_t k = 0; k < m; ++k) {
    std::vector<Number> x;
    std::vector<Number> y;
    for (const auto& v : summands.vertices[k]) {
      x.push_back(number_from<Number>(v[0]));
      y.push_back(number_from<Number>(v[1]));
    }
    orders[k] = boundary_order(x, y);
    PlanarBoundary<Number>& b = boundaries[k];
    for (const std::uint32_t i : orders[k]) {
      if (i + 1 == x.size()) b.last = b.x.size();
      b.x.push_back(x[i]);
      b.y.push_back(y[i]);
    }
  }
  const PlanarMerge<Number> merged = sum_of_boundaries<Number>(boundaries);
  const PlanarBoundary<Number>& b = merged.boundary;
  const std::size_t n = b.x.size();
  if (n < 3) return std::nullopt;

  // Both halves of the boundary are in lexicographic order: ascending below, descending above.
  std::vector<std::size_t> order(n);
  std::vector<std::size_t> descending;
  for (std::size_t i = n; i-- > b.last + 1;) descending.push_back(i);
  std::vector<std::size_t> ascending(b.last + 1);
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  std::merge(ascending.begin(), ascending.end(), descending.begin(), descending.end(), order.begin(),
             [&](std::size_t i, std::size_t j) { return b.x[i] != b.x[j] ? b.x[i] < b.x[j] : b.y[i] < b.y[j]; });
  MinkowskiSum sum;
  std::vector<RationalVector> vertices;
  vertices.reserve(n);
  sum.summand_vertices.reserve(n);
  const bool integers = summands.scale[0].is_one() && summands.scale[1].is_one();
  for (const std::size_t i : order) {
    RationalVector& vertex = vertices.emplace_back();
    vertex.reserve(2);
    if (integers) {
      vertex.emplace_back(b.x[i]);
      vertex.emplace_back(b.y[i]);
    } else {
      vertex.emplace_back(Integer(b.x[i]), summands.scale[0]);
      vertex.emplace_back(Integer(b.y[i]), summands.scale[1]);
    }
    auto& parts = sum.summand_vertices.emplace_back(m);
    for (std::size_t k = 0; k < m; ++k) parts[k] = orders[k][merged.parts[i * m + k]];
  }
  std::vector<AffineForm> facets;
  facets.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t next = i + 1 == n ? 0 : i + 1;
    facets.push_back(facet_along<Number>(b.x[next] - b.x[i], b.y[next] - b.y[i], b.x[i], b.y[i], summands.scale));
  }
  sum.polytope = Polytope::from_theorem(2, std::move(vertices), std::move(facets), {});
  return sum;
}

}  // namespace

std::optional<MinkowskiSum> planar_sum(std::span<const Polytope> summands) {
  constexpr std::size_t word_bits = 62;
  const ClearedSummands integers = cleared(summands);
  return integers.bits <= word_bits ? sum_in<std::int64_t>(integers) : sum_in<Integer>(integers);
}

}  // namespace tropiary::detail
