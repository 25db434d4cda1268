#include "tropiary/polytope/polytope.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {
namespace {

// The row [normal, constant]: elimination from the left then finds its pivots in the normals.
RationalVector row_of(const AffineForm& form) {
  RationalVector row(form.normal.begin(), form.normal.end());
  row.emplace_back(form.constant);
  return row;
}

AffineForm primitive_form(const RationalVector& row) {
  AffineForm form;
  form.normal = primitive(std::span<const Rational>(row));
  form.constant = std::move(form.normal.back());
  form.normal.pop_back();
  return form;
}

bool vanishes_at(const AffineForm& form, const std::vector<std::size_t>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](std::size_t column) { return form.normal[column].is_zero(); });
}

// The representative of `form` modulo the equations that vanishes at their pivot columns, made primitive.
AffineForm reduced(AffineForm form, const RowEchelon& equations) {
  if (vanishes_at(form, equations.pivots)) {
    Integer divisor = form.constant;
    for (std::size_t j = 0; j < form.normal.size() && !divisor.is_one(); ++j) divisor = gcd(divisor, form.normal[j]);
    if (divisor.is_one()) return form;
    form.normal.push_back(std::move(form.constant));
    form.normal = primitive(std::move(form.normal));
    form.constant = std::move(form.normal.back());
    form.normal.pop_back();
    return form;
  }
  RationalVector row = row_of(form);
  for (std::size_t i = 0; i < equations.rows.size(); ++i) {
    const Rational factor = row[equations.pivots[i]];
    if (factor.is_zero()) continue;
    for (std::size_t j = 0; j < row.size(); ++j) row[j] -= factor * equations.rows[i][j];
  }
  return primitive_form(row);
}

void check_length(const char* what, std::size_t position, std::size_t length, std::size_t ambient) {
  if (length == ambient) return;
  throw Error(Errc::dimension_mismatch, "Polytope::from_theorem: " + std::string(what) + " " +
                                            std::to_string(position) + " has " + std::to_string(length) +
                                            " coordinates, but the ambient dimension is " + std::to_string(ambient));
}

}  // namespace

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
  for (std::size_t i = 0; i < vertices.size(); ++i) check_length("vertex", i, vertices[i].size(), ambient_dimension);
  for (std::size_t i = 0; i < facets.size(); ++i) check_length("facet", i, facets[i].normal.size(), ambient_dimension);
  for (std::size_t i = 0; i < equations.size(); ++i) {
    check_length("equation", i, equations[i].normal.size(), ambient_dimension);
  }
  Polytope result;
  result.ambient_ = ambient_dimension;
  result.equations_.clear();
  if (vertices.empty()) {
    result.equations_.push_back({1, std::vector<Integer>(ambient_dimension)});
    return result;
  }
  RationalMatrix rows;
  rows.reserve(equations.size());
  for (const AffineForm& equation : equations) rows.push_back(row_of(equation));
  RowEchelon echelon = reduced_row_echelon(std::move(rows));
  for (const RationalVector& row : echelon.rows) result.equations_.push_back(primitive_form(row));
  // A contradiction 1 = 0 would have its pivot at the constant; it is kept for `verify` to find.
  if (!echelon.pivots.empty() && echelon.pivots.back() == ambient_dimension) {
    echelon.pivots.pop_back();
    echelon.rows.pop_back();
  }
  result.dimension_ = static_cast<int>(ambient_dimension - echelon.pivots.size());
  result.facets_.reserve(facets.size());
  for (AffineForm& facet : facets) result.facets_.push_back(reduced(std::move(facet), echelon));
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
