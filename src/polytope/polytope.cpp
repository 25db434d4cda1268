#include "tropiary/polytope/polytope.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/affine_forms.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
Rational AffineForm::operator()(std::span<const Rational> x) const {
  if (x.size() != normal.size()) {
    throw Error(Errc::dimension_mismatch, "AffineForm: a point with " + std::to_string(x.size()) +
                                              " coordinates for a form in " + std::to_string(normal.size()));
  }
  Rational value = constant;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!normal[i].is_zero() && !x[i].is_zero()) value += Rational(normal[i]) * x[i];
  }
  return value;
}

std::strong_ordering operator<=>(const AffineForm& a, const AffineForm& b) {
  if (const auto order = a.constant <=> b.constant; order != 0) return order;
  return std::lexicographical_compare_three_way(a.normal.begin(), a.normal.end(), b.normal.begin(), b.normal.end());
}

Polytope Polytope::from_theorem(std::size_t ambient_dimension, std::vector<RationalVector> vertices,
                                std::vector<AffineForm> facets, std::vector<AffineForm> equations) {
  constexpr const char* function = "Polytope::from_theorem";
  detail::check_lengths(function, "vertex", vertices, ambient_dimension);
  detail::check_lengths(function, "facet", facets, ambient_dimension);
  detail::check_lengths(function, "equation", equations, ambient_dimension);
  Polytope result;
  result.ambient_ = ambient_dimension;
  result.equations_.clear();
  if (vertices.empty()) {
    result.equations_.push_back({1, std::vector<Integer>(ambient_dimension)});
    return result;
  }
  RowEchelon echelon = detail::echelon_of(equations);
  for (const RationalVector& row : echelon.rows) result.equations_.push_back(detail::primitive_form(row));
  detail::drop_contradiction(echelon, ambient_dimension);  // it is kept for `verify` to find
  result.dimension_ = static_cast<int>(ambient_dimension - echelon.pivots.size());
  result.facets_.reserve(facets.size());
  for (AffineForm& facet : facets) result.facets_.push_back(detail::modulo_equations(std::move(facet), echelon));
  if (!std::is_sorted(result.facets_.begin(), result.facets_.end())) {
    std::sort(result.facets_.begin(), result.facets_.end());
  }
  std::sort(result.equations_.begin(), result.equations_.end());
  if (!std::is_sorted(vertices.begin(), vertices.end())) std::sort(vertices.begin(), vertices.end());
  result.vertices_ = std::move(vertices);
  return result;
}

bool Polytope::contains(std::span<const Rational> point) const {
  if (point.size() != ambient_) {
    throw Error(Errc::dimension_mismatch, "Polytope::contains: a point with " + std::to_string(point.size()) +
                                              " coordinates, but the ambient dimension is " + std::to_string(ambient_));
  }
  return std::all_of(equations_.begin(), equations_.end(), [&](const auto& form) { return form(point).is_zero(); }) &&
         std::all_of(facets_.begin(), facets_.end(), [&](const auto& form) { return form(point).sign() >= 0; });
}

}  // namespace tropiary
