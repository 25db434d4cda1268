#include "tropiary/polytope/polyhedron_from.hpp"

#include <algorithm>
#include <utility>

#include "polytope/affine_forms.hpp"
#include "polytope/hull/cone_description.hpp"

namespace tropiary {
namespace {

using detail::ConeDescription;
using detail::IntegerMatrix;

IntegerMatrix homogeneous(const RationalMatrix& rows, int first) {
  IntegerMatrix result;
  result.reserve(rows.size());
  for (const RationalVector& row : rows) {
    RationalVector entries = {first};
    entries.insert(entries.end(), row.begin(), row.end());
    result.push_back(primitive(std::span<const Rational>(entries)));
  }
  return result;
}

IntegerMatrix homogeneous(std::vector<AffineForm> forms) {
  IntegerMatrix result;
  result.reserve(forms.size());
  for (AffineForm& form : forms) {
    std::vector<Integer> row = {std::move(form.constant)};
    row.insert(row.end(), std::make_move_iterator(form.normal.begin()), std::make_move_iterator(form.normal.end()));
    result.push_back(primitive(std::move(row)));
  }
  return result;
}

Polyhedron empty_polyhedron(std::size_t ambient) { return Polyhedron(Polytope::from_theorem(ambient, {}, {}, {})); }

// The polyhedron at height 1 of a cone in R^(n+1), given by irredundant generators, and facets and equations of it. A
// facet whose form is constant on the polyhedron is the one at infinity.
Polyhedron at_height_one(std::size_t n, const IntegerMatrix& generators, const IntegerMatrix& lines,
                         IntegerMatrix facets, IntegerMatrix equations) {
  RationalMatrix vertices;
  RationalMatrix rays;
  for (const auto& row : generators) {
    RationalVector x(row.begin() + 1, row.end());
    if (row[0].is_zero()) {
      rays.push_back(std::move(x));
      continue;
    }
    const Rational height = row[0];
    for (Rational& entry : x) entry /= height;
    vertices.push_back(std::move(x));
  }
  if (vertices.empty()) return empty_polyhedron(n);
  RationalMatrix directions;
  for (const auto& row : lines) directions.emplace_back(row.begin() + 1, row.end());
  std::vector<AffineForm> equation_forms;
  for (auto& row : equations) equation_forms.push_back(detail::form_of_homogeneous(std::move(row)));
  const RowEchelon echelon = detail::echelon_of(equation_forms);
  std::vector<AffineForm> facet_forms;
  for (auto& row : facets) {
    AffineForm form = detail::modulo_equations(detail::form_of_homogeneous(std::move(row)), echelon);
    const bool at_infinity =
        std::all_of(form.normal.begin(), form.normal.end(), [](const Integer& x) { return x.is_zero(); });
    if (!at_infinity) facet_forms.push_back(std::move(form));
  }
  return Polyhedron::from_theorem(n, std::move(vertices), std::move(rays), std::move(directions),
                                  std::move(facet_forms), std::move(equation_forms));
}

}  // namespace

Polyhedron polyhedron_from_generators(std::size_t n, std::vector<RationalVector> points,
                                      std::vector<RationalVector> rays, std::vector<RationalVector> lines,
                                      const HullOptions& options) {
  constexpr const char* function = "polyhedron_from_generators";
  detail::check_lengths(function, "point", points, n);
  detail::check_lengths(function, "ray", rays, n);
  detail::check_lengths(function, "line", lines, n);
  if (points.empty()) return empty_polyhedron(n);
  if (rays.empty() && lines.empty()) return Polyhedron(convex_hull(n, std::move(points), options));
  IntegerMatrix generators = homogeneous(points, 1);
  IntegerMatrix at_infinity = homogeneous(rays, 0);
  generators.insert(generators.end(), std::make_move_iterator(at_infinity.begin()),
                    std::make_move_iterator(at_infinity.end()));
  ConeDescription cone = detail::cone_description(n + 1, std::move(generators), homogeneous(lines, 0), options);
  return at_height_one(n, cone.rays, cone.lines, std::move(cone.facets), std::move(cone.equations));
}

Polyhedron polyhedron_from_inequalities(std::size_t n, std::vector<AffineForm> inequalities,
                                        std::vector<AffineForm> equations, const HullOptions& options) {
  constexpr const char* function = "polyhedron_from_inequalities";
  detail::check_lengths(function, "inequality", inequalities, n);
  detail::check_lengths(function, "equation", equations, n);
  IntegerMatrix forms = homogeneous(std::move(inequalities));
  forms.emplace_back(n + 1);
  forms.back()[0] = 1;  // the height is not negative
  // The dual cone: its facets generate the cone over the polyhedron, its rays are the facets of that one.
  ConeDescription dual = detail::cone_description(n + 1, std::move(forms), homogeneous(std::move(equations)), options);
  return at_height_one(n, dual.facets, dual.equations, std::move(dual.rays), std::move(dual.lines));
}

}  // namespace tropiary
