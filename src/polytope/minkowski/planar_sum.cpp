#include "polytope/minkowski/planar_sum.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tropiary::detail {
namespace {

struct Edge {
  Rational x;
  Rational y;
  std::size_t summand;
};

Rational cross(const Edge& a, const Edge& b) { return a.x * b.y - a.y * b.x; }

// Directions in the order in which the boundary takes them counter-clockwise from the lexicographically least vertex:
// to the right first, straight up the last of these.
bool goes_back(const Edge& e) { return e.x.sign() < 0 || (e.x.is_zero() && e.y.sign() < 0); }
bool comes_before(const Edge& a, const Edge& b) {
  return goes_back(a) != goes_back(b) ? goes_back(b) : cross(a, b).sign() > 0;
}

// The positions of the vertices counter-clockwise from the first, which is the lexicographically least: those below
// the diagonal to the last in ascending order, then those above it in descending order.
std::vector<std::size_t> boundary_of(const Polytope& polytope) {
  const auto& v = polytope.vertices();
  std::vector<std::size_t> boundary = {0};
  if (v.size() == 1) return boundary;
  const auto edge = [&](std::size_t from, std::size_t to) {
    return Edge{v[to][0] - v[from][0], v[to][1] - v[from][1], 0};
  };
  const std::size_t last = v.size() - 1;
  const Edge diagonal = edge(0, last);
  std::vector<std::size_t> above;
  for (std::size_t i = 1; i < last; ++i) (cross(diagonal, edge(0, i)).sign() < 0 ? boundary : above).push_back(i);
  boundary.push_back(last);
  boundary.insert(boundary.end(), above.rbegin(), above.rend());
  return boundary;
}

// The line through a point along a boundary edge, non-negative on its left.
AffineForm facet_along(const Edge& e, const RationalVector& point) {
  const RationalVector row = {e.y * point[0] - e.x * point[1], -e.y, e.x};
  std::vector<Integer> entries = primitive(std::span<const Rational>(row));
  Integer constant = std::move(entries[0]);
  entries.erase(entries.begin());
  return {std::move(constant), std::move(entries)};
}

}  // namespace

std::optional<MinkowskiSum> planar_sum(std::span<const Polytope> summands) {
  std::vector<std::vector<std::size_t>> boundaries;
  std::vector<Edge> edges;
  RationalVector point(2);
  for (std::size_t k = 0; k < summands.size(); ++k) {
    const auto& v = summands[k].vertices();
    for (std::size_t j = 0; j < 2; ++j) point[j] += v[0][j];
    boundaries.push_back(boundary_of(summands[k]));
    const auto& boundary = boundaries.back();
    for (std::size_t i = 0; boundary.size() > 1 && i < boundary.size(); ++i) {
      const auto& from = v[boundary[i]];
      const auto& to = v[boundary[(i + 1) % boundary.size()]];
      edges.push_back({to[0] - from[0], to[1] - from[1], k});
    }
  }
  std::stable_sort(edges.begin(), edges.end(), comes_before);

  std::vector<RationalVector> points;
  std::vector<std::vector<std::size_t>> parts;
  std::vector<AffineForm> facets;
  std::vector<std::size_t> at(summands.size());  // along the boundary of each summand
  for (std::size_t i = 0; i < edges.size();) {
    points.push_back(point);
    parts.emplace_back();
    for (std::size_t k = 0; k < summands.size(); ++k) parts.back().push_back(boundaries[k][at[k]]);
    facets.push_back(facet_along(edges[i], point));
    const std::size_t first = i;
    for (; i < edges.size() && !comes_before(edges[first], edges[i]); ++i) {
      const std::size_t k = edges[i].summand;
      at[k] = (at[k] + 1) % boundaries[k].size();
      point[0] += edges[i].x;
      point[1] += edges[i].y;
    }
  }
  if (points.size() < 3) return std::nullopt;

  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points[a] < points[b]; });
  MinkowskiSum sum;
  std::vector<RationalVector> vertices;
  for (const std::size_t i : order) {
    vertices.push_back(std::move(points[i]));
    sum.summand_vertices.push_back(std::move(parts[i]));
  }
  sum.polytope = Polytope::from_theorem(2, std::move(vertices), std::move(facets), {});
  return sum;
}

}  // namespace tropiary::detail
