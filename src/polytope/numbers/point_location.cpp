#include "tropiary/polytope/point_location.hpp"

#include <algorithm>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary {
namespace {

void check_length(const char* function, const Polytope& k, std::size_t length) {
  if (length == k.ambient_dimension()) return;
  throw Error(Errc::dimension_mismatch, std::string(function) + ": " + std::to_string(length) +
                                            " coordinates for a polytope in R^" +
                                            std::to_string(k.ambient_dimension()));
}

AffineForm opposite(const AffineForm& form) {
  AffineForm result{-form.constant, {}};
  for (const Integer& a : form.normal) result.normal.push_back(-a);
  return result;
}

}  // namespace

std::string_view to_string(PointPosition position) noexcept {
  switch (position) {
    case PointPosition::inside:
      return "inside";
    case PointPosition::on_boundary:
      return "on_boundary";
    case PointPosition::outside:
      break;
  }
  return "outside";
}

SupportValue support(const Polytope& k, std::span<const Rational> direction) {
  check_length("support", k, direction.size());
  if (k.empty()) throw Error(Errc::invalid_argument, "support: the empty polytope has no maximum");
  SupportValue result;
  for (std::size_t v = 0; v < k.vertices().size(); ++v) {
    Rational value = dot(direction, k.vertices()[v]);
    if (v > 0 && value < result.value) continue;
    if (v == 0 || value > result.value) {
      result.vertices.clear();
      result.value = std::move(value);
    }
    result.vertices.push_back(v);
  }
  return result;
}

PointLocation locate(const Polytope& k, std::span<const Rational> point) {
  check_length("locate", k, point.size());
  PointLocation result;
  for (const AffineForm& equation : k.equations()) {
    const int sign = equation(point).sign();
    if (sign == 0) continue;
    result.violated = sign < 0 ? equation : opposite(equation);
    return result;
  }
  for (std::size_t f = 0; f < k.facets().size(); ++f) {
    const int sign = k.facets()[f](point).sign();
    if (sign == 0) result.facets.push_back(f);
    if (sign >= 0) continue;
    result.facets.clear();
    result.violated = k.facets()[f];
    return result;
  }
  result.position = result.facets.empty() ? PointPosition::inside : PointPosition::on_boundary;
  for (std::size_t v = 0; v < k.vertices().size(); ++v) {
    const RationalVector& vertex = k.vertices()[v];
    if (std::ranges::all_of(result.facets, [&](std::size_t f) { return k.facets()[f](vertex).is_zero(); })) {
      result.vertices.push_back(v);
    }
  }
  return result;
}

}  // namespace tropiary
