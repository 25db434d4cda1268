#include "polytope/hull/cone_description.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/hull/cone_facets.hpp"
#include "polytope/span.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

RationalVector rational(const std::vector<Integer>& row) { return {row.begin(), row.end()}; }

RowEchelon echelon_of(const IntegerMatrix& rows) {
  RationalMatrix matrix;
  matrix.reserve(rows.size());
  for (const auto& row : rows) matrix.push_back(rational(row));
  return reduced_row_echelon(std::move(matrix));
}

IntegerMatrix primitive_rows(const RationalMatrix& rows) {
  IntegerMatrix result;
  result.reserve(rows.size());
  for (const RationalVector& row : rows) result.push_back(primitive(std::span<const Rational>(row)));
  return result;
}

bool is_zero(const std::vector<Integer>& row) {
  return std::all_of(row.begin(), row.end(), [](const Integer& x) { return x.is_zero(); });
}

// The positive multiple of the representative of `row` modulo the lines that is 0 at their pivots.
std::vector<Integer> modulo(std::vector<Integer> row, const RowEchelon& lines) {
  const bool reduced = std::all_of(lines.pivots.begin(), lines.pivots.end(), [&](auto j) { return row[j].is_zero(); });
  if (reduced) return primitive(std::move(row));
  RationalVector difference = rational(row);
  for (std::size_t i = 0; i < lines.rows.size(); ++i) {
    const Rational factor = difference[lines.pivots[i]];
    if (factor.is_zero()) continue;
    for (std::size_t j = 0; j < row.size(); ++j) difference[j] -= factor * lines.rows[i][j];
  }
  return primitive(std::span<const Rational>(difference));
}

void make_rays_modulo(IntegerMatrix& rays, const RowEchelon& lines) {
  for (auto& ray : rays) ray = modulo(std::move(ray), lines);
  std::erase_if(rays, is_zero);
  std::sort(rays.begin(), rays.end());
  rays.erase(std::unique(rays.begin(), rays.end()), rays.end());
}

// Columns to which the span of the rays projects injectively, ascending; and a basis of that span.
struct Frame {
  std::vector<std::size_t> columns;
  RationalMatrix basis;
};

Frame frame_of(const IntegerMatrix& rays, std::size_t largest_rank) {
  Span span;
  RationalMatrix basis;
  for (auto it = rays.begin(); it != rays.end() && basis.size() < largest_rank; ++it) {
    if (span.insert(rational(*it))) basis.push_back(rational(*it));
  }
  RowEchelon echelon = reduced_row_echelon(std::move(basis));
  return {std::move(echelon.pivots), std::move(echelon.rows)};
}

IntegerMatrix projected(const IntegerMatrix& rays, const std::vector<std::size_t>& columns) {
  IntegerMatrix result;
  result.reserve(rays.size());
  for (const auto& ray : rays) {
    std::vector<Integer> row;
    row.reserve(columns.size());
    for (const std::size_t j : columns) row.push_back(ray[j]);
    result.push_back(primitive(std::move(row)));
  }
  return result;
}

// The form x ↦ form · (x modulo the lines, in the chosen columns).
std::vector<Integer> lifted(const AffineForm& form, const std::vector<std::size_t>& columns, const RowEchelon& lines,
                            std::size_t m) {
  if (lines.rows.empty()) {
    std::vector<Integer> result(m);
    for (std::size_t c = 0; c < columns.size(); ++c) result[columns[c]] = form.normal[c];
    return result;
  }
  RationalVector result(m);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Rational entry = form.normal[c];
    result[columns[c]] = entry;
    for (std::size_t i = 0; i < lines.rows.size(); ++i) result[lines.pivots[i]] -= entry * lines.rows[i][columns[c]];
  }
  return primitive(std::span<const Rational>(result));
}

ConeFacets facets_of(const IntegerPoints& rays, const HullOptions& options) {
  const bool direct = options.engine == HullEngine::automatic || options.engine == HullEngine::double_description;
  return direct ? double_description_cone(rays, options) : cut_cone(rays, options);
}

// The dense equations of a small space in one of many dimensions.
void check_equations(std::size_t m, std::size_t rank) {
  constexpr std::size_t max_entries = std::size_t{1} << 24;
  if (Integer(m) * Integer(m - rank) <= Integer(max_entries)) return;
  throw Error(Errc::too_large, "polyhedron: a space of dimension " + std::to_string(rank) + " among " +
                                   std::to_string(m) + " homogeneous coordinates has more equations than are stored");
}

// The rays in the chosen columns, sorted there as the engines want them, with the order of the given ones.
struct SortedRays {
  IntegerPoints rays;
  std::vector<std::size_t> position;
};

SortedRays sorted_projection(const IntegerMatrix& rays, const std::vector<std::size_t>& columns) {
  IntegerMatrix unsorted = projected(rays, columns);
  SortedRays result;
  result.position.resize(rays.size());
  for (std::size_t i = 0; i < rays.size(); ++i) result.position[i] = i;
  std::sort(result.position.begin(), result.position.end(), [&](auto a, auto b) { return unsorted[a] < unsorted[b]; });
  for (const std::size_t i : result.position) result.rays.push_back(std::move(unsorted[i]));
  return result;
}

}  // namespace

ConeDescription cone_description(std::size_t m, IntegerMatrix rays, IntegerMatrix lines, const HullOptions& options) {
  for (;;) {
    const RowEchelon space = echelon_of(lines);
    make_rays_modulo(rays, space);
    Frame frame = frame_of(rays, m - space.rows.size());
    ConeDescription result;
    if (!rays.empty()) {
      const SortedRays sorted = sorted_projection(rays, frame.columns);
      const ConeFacets cone = facets_of(sorted.rays, options);
      if (!cone.opposed.empty()) {
        for (const std::size_t i : cone.opposed) lines.push_back(rays[sorted.position[i]]);
        continue;
      }
      for (const AffineForm& facet : cone.facets) result.facets.push_back(lifted(facet, frame.columns, space, m));
      for (const std::size_t i : cone.extreme) result.rays.push_back(rays[sorted.position[i]]);
      std::sort(result.rays.begin(), result.rays.end());
    }
    result.lines = primitive_rows(space.rows);
    check_equations(m, space.rows.size() + frame.columns.size());
    RationalMatrix all = space.rows;
    all.insert(all.end(), frame.basis.begin(), frame.basis.end());
    result.equations = primitive_rows(reduced_row_echelon(kernel(std::move(all), m)).rows);
    return result;
  }
}

}  // namespace tropiary::detail
