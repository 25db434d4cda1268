#include <algorithm>
#include <random>

#include "polytope/hull/dual_graph_hull.hpp"
#include "polytope/span.hpp"

namespace tropiary::detail {
namespace {

// Coordinates of few values, as of 0/1 points, make facets with many points. In lexicographic order few intermediate
// facets are then lost again, since every point is a vertex of all hulls from its own on; points in general position
// come at random.
bool prefer_lexicographic_order(const IntegerPoints& points) {
  constexpr std::size_t few_values = 8;
  const std::size_t d = points[0].size();
  std::size_t values = 0;
  std::vector<Integer> column;
  for (std::size_t j = 0; j < d; ++j) {
    column.clear();
    for (const auto& point : points) column.push_back(point[j]);
    std::sort(column.begin(), column.end());
    values += static_cast<std::size_t>(std::unique(column.begin(), column.end()) - column.begin());
  }
  return values <= few_values * d;
}

std::vector<std::size_t> insertion_order(std::size_t count, bool lexicographic) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  if (lexicographic) return order;
  std::mt19937_64 random(1);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

// The first d + 1 affinely independent points in the given order.
std::vector<std::size_t> first_simplex(const IntegerPoints& points, const std::vector<std::size_t>& order) {
  const std::size_t d = points[0].size();
  std::vector<std::size_t> simplex = independent_points(points, order);
  if (simplex.size() == d + 1) return simplex;
  // The prime was unlucky.
  const std::vector<Integer>& origin = points[order[0]];
  simplex = {order[0]};
  Span span;
  for (std::size_t i = 1; span.dimension() < d; ++i) {
    RationalVector direction;
    for (std::size_t j = 0; j < d; ++j) direction.emplace_back(points[order[i]][j] - origin[j]);
    if (span.insert(std::move(direction))) simplex.push_back(order[i]);
  }
  return simplex;
}

FacetsAndVertices hull_in_order(const IntegerPoints& points, const std::vector<std::size_t>& order, HullWatch& watch) {
  const std::vector<std::size_t> simplex = first_simplex(points, order);
  std::vector<bool> done(points.size());
  for (const std::size_t i : simplex) done[i] = true;
  DualGraphHull hull(points, simplex);
  hull.use_threads(watch.threads());
  for (const std::size_t i : order) {
    watch.inserted();
    if (!done[i]) hull.insert(i);
  }
  return hull.result();
}

}  // namespace

FacetsAndVertices double_description_hull(const IntegerPoints& points, HullWatch& watch) {
  return hull_in_order(points, insertion_order(points.size(), prefer_lexicographic_order(points)), watch);
}

}  // namespace tropiary::detail
