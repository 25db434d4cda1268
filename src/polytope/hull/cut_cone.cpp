#include <algorithm>
#include <utility>

#include "polytope/hull/cone_facets.hpp"
#include "tropiary/polytope/linear_program.hpp"

namespace tropiary::detail {
namespace {

// Maximise t ≤ 1 subject to c · ray ≥ t for all rays. At 1, c is positive on them; at 0, a combination of the rays with
// positive multipliers vanishes.
LinearProgramSolution positive_functional(const IntegerPoints& rays) {
  const std::size_t k = rays[0].size();
  std::vector<AffineForm> constraints;
  for (const auto& ray : rays) {
    constraints.push_back({0, ray});
    constraints.back().normal.emplace_back(-1);
  }
  constraints.push_back({1, std::vector<Integer>(k + 1)});
  constraints.back().normal.back() = -1;
  RationalVector objective(k + 1);
  objective.back() = 1;
  return maximise(objective, constraints);
}

}  // namespace

ConeFacets cut_cone(const IntegerPoints& rays, const HullOptions& options) {
  const std::size_t k = rays[0].size();
  LinearProgramSolution solution = positive_functional(rays);
  ConeFacets result;
  if (solution.value.value().is_zero()) {
    for (std::size_t i = 0; i < rays.size(); ++i) {
      if (!solution.multipliers[i].is_zero()) result.opposed.push_back(i);
    }
    return result;
  }
  RationalVector functional = std::move(solution.point);
  functional.pop_back();
  RationalMatrix points;
  for (const auto& ray : rays) {
    points.emplace_back(ray.begin(), ray.end());
    const Rational height = dot(functional, points.back());
    for (Rational& x : points.back()) x /= height;
  }
  const Polytope cut = convex_hull(k, points, options);
  std::vector<AffineForm> facets = cut.facets();
  if (k == 1) facets = {{1, {0}}};  // the empty face of a point is the apex of a ray
  for (const AffineForm& facet : facets) {
    RationalVector form(facet.normal.begin(), facet.normal.end());
    for (std::size_t j = 0; j < k; ++j) form[j] += Rational(facet.constant) * functional[j];
    result.facets.push_back({0, primitive(std::span<const Rational>(form))});
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (std::binary_search(cut.vertices().begin(), cut.vertices().end(), points[i])) result.extreme.push_back(i);
  }
  return result;
}

}  // namespace tropiary::detail
