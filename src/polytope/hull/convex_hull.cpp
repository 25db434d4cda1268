#include "tropiary/polytope/convex_hull.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "polytope/hull/cells.hpp"
#include "polytope/hull/chart.hpp"
#include "polytope/hull/hull_engine.hpp"
#include "polytope/hull/hull_watch.hpp"
#include "polytope/hull/known_hulls.hpp"
#include "polytope/hull/triangulated_hull.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::FacetsAndVertices;
using detail::HullCell;
using detail::HullWatch;
using detail::IntegerPoints;
using detail::WordPoints;

constexpr std::array<std::pair<HullEngine, std::string_view>, 7> engine_names = {{
    {HullEngine::automatic, "automatic"},
    {HullEngine::cgal_planar, "cgal_planar"},
    {HullEngine::cgal_spatial, "cgal_spatial"},
    {HullEngine::cgal_d, "cgal_d"},
    {HullEngine::double_description, "double_description"},
    {HullEngine::beneath_beyond, "beneath_beyond"},
    {HullEngine::brute_force, "brute_force"},
}};

bool fits_53_bits(const IntegerPoints& points) {
  return std::all_of(points.begin(), points.end(), [](const auto& point) {
    return std::all_of(point.begin(), point.end(), [](const Integer& x) { return x.bit_length() <= 53; });
  });
}

void check_engine(HullEngine engine, std::size_t dimension) {
  const std::size_t limit = engine == HullEngine::cgal_planar ? 2 : engine == HullEngine::cgal_spatial ? 3 : dimension;
  if (dimension <= limit) return;
  throw Error(Errc::invalid_argument, "convex_hull: engine " + std::string(to_string(engine)) +
                                          " takes points of affine dimension at most " + std::to_string(limit) +
                                          ", these have " + std::to_string(dimension));
}

std::vector<HullCell> boundary_cells(const IntegerPoints& points, HullEngine engine) {
  switch (engine) {
    case HullEngine::cgal_planar:
      return detail::cgal_planar_cells(points);
    case HullEngine::cgal_spatial:
      if (points[0].size() == 2) return detail::cgal_planar_cells(points);
      return detail::cgal_spatial_cells(points);
    case HullEngine::brute_force:
      return detail::brute_force_cells(points);
    default:
      return fits_53_bits(points) ? detail::cgal_d_cells(points) : detail::cgal_d_exact_cells(points);
  }
}

FacetsAndVertices segment(const Integer& first, const Integer& last, std::size_t count) {
  return {{{-first, {1}}, {last, {-1}}}, {0, count - 1}};
}

FacetsAndVertices hull_of(const IntegerPoints& points, HullEngine engine, HullWatch& watch) {
  if (points[0].size() == 1) return segment(points.front()[0], points.back()[0], points.size());
  switch (engine) {
    case HullEngine::beneath_beyond:
      throw Error(Errc::too_large,
                  "convex_hull: engine beneath_beyond takes integer coordinates up to 2^52 and "
                  "determinants of at most 126 bits; engine double_description takes any");
    case HullEngine::automatic:
    case HullEngine::double_description:
      return detail::double_description_hull(points, watch);
    default:
      return detail::hull_from_cells(points, boundary_cells(points, engine));
  }
}

IntegerPoints integers_from(const WordPoints& points) {
  IntegerPoints result(points.count);
  for (std::size_t i = 0; i < points.count; ++i) result[i].assign(points.row(i), points.row(i) + points.dimension);
  return result;
}

// Coordinates of few values, as of 0/1 points, make facets with many points: no boundary to triangulate.
bool have_few_values(const WordPoints& points) {
  constexpr std::size_t few = 8;
  std::vector<std::int64_t> column;
  std::size_t values = 0;
  for (std::size_t j = 0; j < points.dimension; ++j) {
    column.clear();
    for (std::size_t i = 0; i < std::min<std::size_t>(points.count, 64); ++i) {
      const std::int64_t x = points.row(i * points.count / std::min<std::size_t>(points.count, 64))[j];
      if (std::find(column.begin(), column.end(), x) == column.end()) column.push_back(x);
    }
    values += column.size();
  }
  return values <= few * points.dimension;
}

// d + 1 affinely independent points, extreme ones first; nothing when a prime is unlucky.
std::vector<std::size_t> wide_simplex(const WordPoints& points) {
  std::vector<std::size_t> order;
  std::vector<bool> taken(points.count);
  const auto add = [&](std::size_t i) {
    if (!taken[i]) order.push_back(i);
    taken[i] = true;
  };
  for (std::size_t j = 0; j < points.dimension; ++j) {
    std::size_t least = 0;
    std::size_t largest = 0;
    for (std::size_t i = 1; i < points.count; ++i) {
      if (points.row(i)[j] < points.row(least)[j]) least = i;
      if (points.row(i)[j] > points.row(largest)[j]) largest = i;
    }
    add(least);
    add(largest);
  }
  for (std::size_t i = 0; i < points.count; ++i) add(i);
  return detail::independent_points(points, order);
}

FacetsAndVertices hull_of(const WordPoints& points, HullEngine engine, HullWatch& watch) {
  const std::size_t d = points.dimension;
  if (d == 1) return segment(points.row(0)[0], points.row(points.count - 1)[0], points.count);
  const bool automatic = engine == HullEngine::automatic;
  if (automatic && d == 2) return detail::planar_hull(points);
  if (automatic) {
    if (auto hull = detail::order_polytope_hull(points)) return std::move(*hull);
    if (auto hull = detail::cross_polytope_hull(points)) return std::move(*hull);
  }
  // In space a triangulation is never large; elsewhere only points in general position have small ones.
  const bool placing = engine == HullEngine::beneath_beyond || (automatic && (d == 3 || !have_few_values(points)));
  if (placing) {
    constexpr std::size_t some = 16;
    const bool any = engine == HullEngine::beneath_beyond || d == 3;
    const std::size_t max_coplanar = any ? std::numeric_limits<std::size_t>::max() / 2 : some;
    const std::vector<std::size_t> simplex = wide_simplex(points);
    if (simplex.size() == d + 1) {
      if (auto hull = detail::triangulated_hull(points, simplex, max_coplanar, watch)) return std::move(*hull);
    }
  }
  return hull_of(integers_from(points), engine, watch);
}

Polytope assembled(std::size_t ambient, std::vector<RationalVector>& points, const detail::ChartFrame& frame,
                   FacetsAndVertices hull, std::vector<AffineForm> equations) {
  for (AffineForm& facet : hull.facets) facet = frame.lifted(std::move(facet), ambient);
  std::vector<RationalVector> vertices;
  vertices.reserve(hull.vertices.size());
  for (const std::size_t i : hull.vertices) vertices.push_back(std::move(points[frame.position[i]]));
  return Polytope::from_theorem(ambient, std::move(vertices), std::move(hull.facets), std::move(equations));
}

// Points in fewer dimensions than their space has, or with large coordinates.
Polytope hull_in_affine_hull(std::size_t ambient, std::vector<RationalVector> points, HullEngine engine,
                             HullWatch& watch) {
  detail::AffineHull hull = detail::affine_hull(ambient, points);
  check_engine(engine, hull.free.size());
  if (hull.free.empty()) return Polytope::from_theorem(ambient, {points[0]}, {}, std::move(hull.equations));
  if (const auto chart = detail::word_chart(points, hull.free)) {
    return assembled(ambient, points, chart->frame, hull_of(chart->points, engine, watch), std::move(hull.equations));
  }
  const detail::IntegerChart chart = detail::integer_chart(points, hull.free);
  return assembled(ambient, points, chart.frame, hull_of(chart.points, engine, watch), std::move(hull.equations));
}

}  // namespace

std::string_view to_string(HullEngine engine) noexcept {
  for (const auto& [value, name] : engine_names) {
    if (value == engine) return name;
  }
  return "unknown";
}

HullEngine hull_engine(std::string_view name) {
  std::string known;
  for (const auto& [value, known_name] : engine_names) {
    if (known_name == name) return value;
    known += (known.empty() ? "" : ", ") + std::string(known_name);
  }
  throw Error(Errc::invalid_argument, "hull_engine: no engine is called '" + std::string(name) + "'; known: " + known);
}

Polytope convex_hull(std::size_t ambient_dimension, std::vector<RationalVector> points, const HullOptions& options) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].size() == ambient_dimension) continue;
    throw Error(Errc::dimension_mismatch,
                "convex_hull: point " + std::to_string(i) + " has " + std::to_string(points[i].size()) +
                    " coordinates, but the ambient dimension is " + std::to_string(ambient_dimension));
  }
  if (points.empty()) return Polytope::from_theorem(ambient_dimension, {}, {}, {});
  HullWatch watch(options);
  std::vector<std::size_t> all(ambient_dimension);
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (auto chart = detail::word_chart(points, std::move(all))) {
    if (ambient_dimension > 0 && detail::independent_points(chart->points, {}).size() == ambient_dimension + 1) {
      check_engine(options.engine, ambient_dimension);
      FacetsAndVertices hull = hull_of(chart->points, options.engine, watch);
      return assembled(ambient_dimension, points, chart->frame, std::move(hull), {});
    }
    std::vector<RationalVector> different;
    for (const std::size_t i : chart->frame.position) different.push_back(std::move(points[i]));
    points = std::move(different);
  }
  return hull_in_affine_hull(ambient_dimension, std::move(points), options.engine, watch);
}

}  // namespace tropiary
