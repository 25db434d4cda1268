#include "tropiary/polytope/polyhedron.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "polytope/affine_forms.hpp"
#include "polytope/span.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

std::vector<Integer> primitive_row(const RationalVector& row) { return primitive(std::span<const Rational>(row)); }

// The representative of x modulo the lines that is 0 at their pivots.
void reduce_modulo(RationalVector& x, const RowEchelon& lines) {
  for (std::size_t i = 0; i < lines.rows.size(); ++i) {
    const Rational factor = x[lines.pivots[i]];
    if (factor.is_zero()) continue;
    for (std::size_t j = 0; j < x.size(); ++j) x[j] -= factor * lines.rows[i][j];
  }
}

std::vector<RationalVector> rational_rows(const std::vector<std::vector<Integer>>& rows) {
  std::vector<RationalVector> result;
  for (const auto& row : rows) result.emplace_back(row.begin(), row.end());
  return result;
}

// The equations of a linear space.
std::vector<AffineForm> equations_of_span(RationalMatrix rows, std::size_t ambient) {
  std::vector<AffineForm> result;
  for (const RationalVector& row : kernel(std::move(rows), ambient)) result.push_back({0, primitive_row(row)});
  return result;
}

Polyhedron empty_polyhedron(std::size_t ambient) { return Polyhedron(Polytope::from_theorem(ambient, {}, {}, {})); }

bool vanishes_on(const std::vector<Integer>& normal, const std::vector<Integer>& ray) {
  Integer value;
  for (std::size_t j = 0; j < ray.size(); ++j) value += normal[j] * ray[j];
  return value.is_zero();
}

std::string direction_text(const std::vector<Integer>& direction) {
  std::string text;
  for (const Integer& x : direction) text += (text.empty() ? "" : ", ") + x.to_string();
  return "(" + text + ")";
}

}  // namespace

Polyhedron::Polyhedron(const Polytope& polytope)
    : ambient_(polytope.ambient_dimension()),
      dimension_(polytope.dimension()),
      vertices_(polytope.vertices()),
      facets_(polytope.facets()),
      equations_(polytope.equations()) {}

Polyhedron Polyhedron::from_theorem(std::size_t ambient_dimension, std::vector<RationalVector> vertices,
                                    std::vector<RationalVector> rays, std::vector<RationalVector> lines,
                                    std::vector<AffineForm> facets, std::vector<AffineForm> equations) {
  constexpr const char* function = "Polyhedron::from_theorem";
  detail::check_lengths(function, "ray", rays, ambient_dimension);
  detail::check_lengths(function, "line", lines, ambient_dimension);
  const RowEchelon space = reduced_row_echelon(std::move(lines));
  for (RationalVector& vertex : vertices) {
    if (vertex.size() == ambient_dimension) reduce_modulo(vertex, space);  // else a Polytope refuses it
  }
  Polyhedron result(
      Polytope::from_theorem(ambient_dimension, std::move(vertices), std::move(facets), std::move(equations)));
  if (result.empty()) return result;
  for (const RationalVector& line : space.rows) result.lines_.push_back(primitive_row(line));
  for (RationalVector& ray : rays) {
    reduce_modulo(ray, space);
    result.rays_.push_back(primitive_row(ray));
  }
  std::sort(result.rays_.begin(), result.rays_.end());
  return result;
}

bool Polyhedron::contains(std::span<const Rational> point) const {
  if (point.size() != ambient_) {
    throw Error(Errc::dimension_mismatch, "Polyhedron::contains: a point with " + std::to_string(point.size()) +
                                              " coordinates, but the ambient dimension is " + std::to_string(ambient_));
  }
  return std::all_of(equations_.begin(), equations_.end(), [&](const auto& form) { return form(point).is_zero(); }) &&
         std::all_of(facets_.begin(), facets_.end(), [&](const auto& form) { return form(point).sign() >= 0; });
}

Polytope to_polytope(const Polyhedron& p) {
  if (!p.is_bounded()) {
    throw Error(Errc::invalid_argument, "to_polytope: the polyhedron is unbounded in the direction " +
                                            direction_text(p.rays().empty() ? p.lines().front() : p.rays().front()));
  }
  return Polytope::from_theorem(p.ambient_dimension(), p.vertices(), p.facets(), p.equations());
}

// Its facets are intersections with facets of the homogenised polyhedron, of which it is the face at infinity.
Polyhedron recession_cone(const Polyhedron& p) {
  const std::size_t n = p.ambient_dimension();
  if (p.empty()) return empty_polyhedron(n);
  const RationalMatrix rays = rational_rows(p.rays());
  const RationalMatrix lines = rational_rows(p.lines());
  RationalMatrix all = lines;
  all.insert(all.end(), rays.begin(), rays.end());
  std::vector<AffineForm> equations = equations_of_span(all, n);
  const std::size_t pointed_dimension = n - equations.size() - lines.size();
  std::vector<AffineForm> facets;
  std::set<std::vector<std::size_t>> seen;
  for (const AffineForm& facet : p.facets()) {
    std::vector<std::size_t> tight;
    for (std::size_t r = 0; r < rays.size(); ++r) {
      if (vanishes_on(facet.normal, p.rays()[r])) tight.push_back(r);
    }
    if (tight.size() == rays.size()) continue;
    detail::Span span;
    for (const std::size_t r : tight) span.insert(rays[r]);
    if (span.dimension() + 1 == pointed_dimension && seen.insert(std::move(tight)).second) {
      facets.push_back({0, facet.normal});
    }
  }
  return Polyhedron::from_theorem(n, {RationalVector(n)}, rays, lines, std::move(facets), std::move(equations));
}

Polyhedron lineality_space(const Polyhedron& p) {
  const std::size_t n = p.ambient_dimension();
  if (p.empty()) return empty_polyhedron(n);
  const RationalMatrix lines = rational_rows(p.lines());
  return Polyhedron::from_theorem(n, {RationalVector(n)}, {}, lines, {}, equations_of_span(lines, n));
}

}  // namespace tropiary
