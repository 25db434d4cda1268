#include "tropiary/polytope/minkowski_sum.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "polytope/minkowski/cgal_minkowski.hpp"
#include "polytope/minkowski/planar_sum.hpp"
#include "polytope/minkowski/vertex_walk.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/operations.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary {
namespace {

// Coordinates of the pairwise sums of vertices, some 4 GB.
constexpr std::size_t max_coordinates = std::size_t{1} << 27;

// The common ambient dimension.
std::size_t check_dimensions(const char* function, std::span<const Polytope> polytopes) {
  if (polytopes.empty())
    throw Error(Errc::invalid_argument, std::string(function) + ": at least one polytope is needed");
  const std::size_t ambient = polytopes[0].ambient_dimension();
  for (std::size_t k = 1; k < polytopes.size(); ++k) {
    if (polytopes[k].ambient_dimension() == ambient) continue;
    throw Error(Errc::dimension_mismatch, std::string(function) + ": polytope " + std::to_string(k) + " lies in R^" +
                                              std::to_string(polytopes[k].ambient_dimension()) + ", polytope 0 in R^" +
                                              std::to_string(ambient));
  }
  return ambient;
}

std::vector<RationalVector> pairwise_sums(const Polytope& a, const Polytope& b) {
  const Integer coordinates =
      Integer(a.vertices().size()) * Integer(b.vertices().size()) * Integer(a.ambient_dimension());
  if (coordinates > Integer(max_coordinates)) {
    throw Error(Errc::too_large, "minkowski_sum: " + std::to_string(a.vertices().size()) + " times " +
                                     std::to_string(b.vertices().size()) +
                                     " sums of vertices are more than can be stored");
  }
  std::vector<RationalVector> sums;
  sums.reserve(a.vertices().size() * b.vertices().size());
  for (const RationalVector& x : a.vertices()) {
    for (const RationalVector& y : b.vertices()) {
      sums.push_back(x);
      for (std::size_t j = 0; j < y.size(); ++j) sums.back()[j] += y[j];
    }
  }
  return sums;
}

Polytope sum_of_two(const Polytope& a, const Polytope& b, const HullOptions& options) {
  const bool polygons = a.ambient_dimension() == 2 && a.dimension() == 2 && b.dimension() == 2;
  const bool use_cgal = polygons && options.engine == HullEngine::cgal_planar;
  return convex_hull(a.ambient_dimension(), use_cgal ? detail::minkowski_planar_points(a, b) : pairwise_sums(a, b),
                     options);
}

// A functional that attains its minimum over the polytope at this vertex alone: the sum of the facets tight there.
RationalVector functional_minimal_at(const Polytope& polytope, const RationalVector& vertex) {
  RationalVector functional(polytope.ambient_dimension());
  for (const AffineForm& facet : polytope.facets()) {
    if (!facet(vertex).is_zero()) continue;
    for (std::size_t j = 0; j < functional.size(); ++j) functional[j] += Rational(facet.normal[j]);
  }
  return functional;
}

std::size_t unique_minimum(const RationalVector& functional, const std::vector<RationalVector>& points) {
  std::size_t best = 0;
  Rational least = dot(functional, points[0]);
  bool unique = true;
  for (std::size_t i = 1; i < points.size(); ++i) {
    Rational value = dot(functional, points[i]);
    if (value > least) continue;
    unique = value < least;
    if (unique) {
      best = i;
      least = std::move(value);
    }
  }
  if (!unique) throw std::logic_error("minkowski_sum: a vertex of the sum has two decompositions");
  return best;
}

// A zonotope, moved to the sum of the first ends.
MinkowskiSum sum_of_segments(std::size_t ambient, std::span<const Polytope> segments) {
  RationalVector shift(ambient);
  std::vector<RationalVector> generators(segments.size(), RationalVector(ambient));
  for (std::size_t k = 0; k < segments.size(); ++k) {
    for (std::size_t j = 0; j < ambient; ++j) {
      const Rational& start = segments[k].vertices().front()[j];
      shift[j] += start;
      generators[k][j] = segments[k].vertices().back()[j] - start;
    }
  }
  const Zonotope sum = zonotope(ambient, generators);
  MinkowskiSum result{translation(sum.polytope, shift), {}};
  result.summand_vertices.reserve(sum.sign_words.size());
  for (const std::string& word : sum.sign_words) {
    auto& parts = result.summand_vertices.emplace_back();
    parts.reserve(word.size());
    for (const char sign : word) parts.push_back(sign == '+' ? 1 : 0);
  }
  return result;
}

}  // namespace

MinkowskiSum minkowski_sum(std::span<const Polytope> summands, const HullOptions& options) {
  const std::size_t ambient = check_dimensions("minkowski_sum", summands);
  for (const Polytope& summand : summands) {
    if (summand.empty()) return {Polytope::from_theorem(ambient, {}, {}, {}), {}};
  }
  if (ambient == 2 && options.engine == HullEngine::automatic) {
    if (auto sum = detail::planar_sum(summands)) return *std::move(sum);
  }
  if (options.engine == HullEngine::automatic) {
    const auto is_segment = [](const Polytope& summand) { return summand.dimension() <= 1; };
    if (std::all_of(summands.begin(), summands.end(), is_segment)) return sum_of_segments(ambient, summands);
    if (auto sum = detail::vertex_walk(summands, options.progress)) return *std::move(sum);
  }
  MinkowskiSum sum{summands[0], {}};
  for (const Polytope& summand : summands.subspan(1)) sum.polytope = sum_of_two(sum.polytope, summand, options);
  // A functional in the interior of a vertex's normal cone is minimal at one vertex of each summand only.
  for (const RationalVector& vertex : sum.polytope.vertices()) {
    const RationalVector functional = functional_minimal_at(sum.polytope, vertex);
    std::vector<std::size_t> parts;
    for (const Polytope& summand : summands) parts.push_back(unique_minimum(functional, summand.vertices()));
    sum.summand_vertices.push_back(std::move(parts));
  }
  return sum;
}

Polytope convex_envelope(std::span<const Polytope> polytopes, const HullOptions& options) {
  const std::size_t ambient = check_dimensions("convex_envelope", polytopes);
  std::vector<RationalVector> points;
  for (const Polytope& polytope : polytopes) {
    points.insert(points.end(), polytope.vertices().begin(), polytope.vertices().end());
  }
  return convex_hull(ambient, std::move(points), options);
}

}  // namespace tropiary
