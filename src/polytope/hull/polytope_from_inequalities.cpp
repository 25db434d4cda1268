#include "tropiary/polytope/polytope_from_inequalities.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/polytope/linear_program.hpp"

namespace tropiary {
namespace {

void check_lengths(std::size_t ambient, const std::vector<AffineForm>& forms, const char* kind) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].normal.size() == ambient) continue;
    throw Error(Errc::dimension_mismatch, std::string("polytope_from_inequalities: ") + kind + " " + std::to_string(i) +
                                              " has " + std::to_string(forms[i].normal.size()) +
                                              " coefficients, but the ambient dimension is " + std::to_string(ambient));
  }
}

// The solutions of equations as origin + Σ t_k · directions[k].
struct AffineSubspace {
  RationalVector origin;
  RationalMatrix directions;

  [[nodiscard]] RationalVector at(const RationalVector& t) const {
    RationalVector x = origin;
    for (std::size_t k = 0; k < directions.size(); ++k) {
      for (std::size_t j = 0; j < x.size(); ++j) x[j] += t[k] * directions[k][j];
    }
    return x;
  }

  // A form in the coordinates t, up to a positive factor.
  [[nodiscard]] AffineForm restricted(const AffineForm& form) const {
    RationalVector row = {form(origin)};
    for (const RationalVector& direction : directions) {
      Rational slope;
      for (std::size_t j = 0; j < direction.size(); ++j) slope += Rational(form.normal[j]) * direction[j];
      row.push_back(std::move(slope));
    }
    std::vector<Integer> entries = primitive(std::span<const Rational>(row));
    return {entries[0], {entries.begin() + 1, entries.end()}};
  }
};

std::optional<AffineSubspace> solutions_of(std::size_t ambient, const std::vector<AffineForm>& equations) {
  RationalMatrix rows;
  RationalVector right;
  for (const AffineForm& equation : equations) {
    rows.emplace_back(equation.normal.begin(), equation.normal.end());
    right.emplace_back(-equation.constant);
  }
  std::optional<RationalVector> origin = solve(rows, right, ambient);
  if (!origin) return std::nullopt;
  return AffineSubspace{std::move(*origin), kernel(std::move(rows), ambient)};
}

[[noreturn]] void throw_unbounded(const AffineSubspace& space, std::span<const Integer> direction) {
  std::string text;
  for (std::size_t j = 0; j < space.origin.size(); ++j) {
    Rational entry;
    for (std::size_t k = 0; k < direction.size(); ++k) entry += Rational(direction[k]) * space.directions[k][j];
    text += (j == 0 ? "" : ", ") + entry.to_string();
  }
  throw Error(Errc::invalid_argument,
              "polytope_from_inequalities: the solutions are unbounded in the direction (" + text + ")");
}

// A point where all forms are positive; or the forms that are 0 wherever all are ≥ 0, some of them; or neither, when
// there is no point where all are ≥ 0.
struct Interior {
  std::optional<RationalVector> point;
  std::vector<std::size_t> implicit_equations;
};

Interior find_interior(const std::vector<AffineForm>& forms, std::size_t unknowns) {
  // Maximise t subject to form ≥ t for each and t ≤ 1.
  std::vector<AffineForm> constraints = forms;
  for (AffineForm& form : constraints) form.normal.emplace_back(-1);
  constraints.push_back({1, std::vector<Integer>(unknowns + 1)});
  constraints.back().normal.back() = -1;
  RationalVector objective(unknowns + 1);
  objective.back() = 1;
  LinearProgramSolution solution = maximise(objective, constraints);
  Interior interior;
  const int sign = solution.value.value().sign();
  if (sign > 0) {
    solution.point.pop_back();
    interior.point = std::move(solution.point);
  } else if (sign == 0) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (!solution.multipliers[i].is_zero()) interior.implicit_equations.push_back(i);
    }
  }
  return interior;
}

// Full-dimensional and with the given interior point: vertices in the coordinates of the forms, and the positions of
// the forms that are facets.
struct Polar {
  RationalMatrix vertices;
  std::vector<std::size_t> facets;
};

Polar polar(const std::vector<AffineForm>& forms, const RationalVector& interior, const AffineSubspace& space,
            const HullOptions& options) {
  const std::size_t d = interior.size();
  std::vector<std::pair<RationalVector, std::size_t>> points;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const Rational slack = forms[i](interior);
    RationalVector point;
    for (const Integer& entry : forms[i].normal) point.push_back(Rational(entry) / slack);
    points.emplace_back(std::move(point), i);
  }
  std::sort(points.begin(), points.end());
  RationalMatrix rows;
  for (const auto& [point, i] : points) rows.push_back(point);
  const Polytope hull = convex_hull(d, std::move(rows), options);
  // Whatever is ≥ 0 on all normals, or on none, is a direction in which no inequality ends.
  for (const AffineForm& equation : hull.equations()) {
    std::vector<Integer> direction = equation.normal;
    if (equation.constant.sign() > 0) {
      for (Integer& x : direction) x = -x;
    }
    throw_unbounded(space, direction);
  }
  Polar result;
  for (const AffineForm& facet : hull.facets()) {
    if (facet.constant.sign() <= 0) throw_unbounded(space, facet.normal);
    RationalVector vertex = interior;
    for (std::size_t j = 0; j < d; ++j) vertex[j] += Rational(facet.normal[j], facet.constant);
    result.vertices.push_back(std::move(vertex));
  }
  for (const RationalVector& vertex : hull.vertices()) {
    result.facets.push_back(std::lower_bound(points.begin(), points.end(), std::pair(vertex, std::size_t{0}))->second);
  }
  return result;
}

}  // namespace

Polytope polytope_from_inequalities(std::size_t ambient_dimension, std::vector<AffineForm> inequalities,
                                    std::vector<AffineForm> equations, const HullOptions& options) {
  check_lengths(ambient_dimension, inequalities, "inequality");
  check_lengths(ambient_dimension, equations, "equation");
  const Polytope nothing = Polytope::from_theorem(ambient_dimension, {}, {}, {});
  for (;;) {
    const std::optional<AffineSubspace> space = solutions_of(ambient_dimension, equations);
    if (!space) return nothing;
    // The inequalities that are not constant there.
    std::vector<AffineForm> forms;
    std::vector<AffineForm> remaining;
    for (AffineForm& inequality : inequalities) {
      AffineForm form = space->restricted(inequality);
      const bool constant =
          std::all_of(form.normal.begin(), form.normal.end(), [](const Integer& x) { return x.is_zero(); });
      if (constant && form.constant.sign() < 0) return nothing;
      if (constant) continue;
      forms.push_back(std::move(form));
      remaining.push_back(std::move(inequality));
    }
    inequalities = std::move(remaining);
    if (space->directions.empty()) return convex_hull(ambient_dimension, {space->origin}, options);

    if (forms.empty()) throw_unbounded(*space, std::vector<Integer>(space->directions.size(), 1));
    const Interior interior = find_interior(forms, space->directions.size());
    if (!interior.implicit_equations.empty()) {
      for (const std::size_t i : interior.implicit_equations) equations.push_back(inequalities[i]);
      continue;
    }
    if (!interior.point) return nothing;
    const Polar polar_form = polar(forms, *interior.point, *space, options);
    RationalMatrix vertices;
    for (const RationalVector& t : polar_form.vertices) vertices.push_back(space->at(t));
    std::vector<AffineForm> facets;
    for (const std::size_t i : polar_form.facets) facets.push_back(inequalities[i]);
    return Polytope::from_theorem(ambient_dimension, std::move(vertices), std::move(facets), std::move(equations));
  }
}

}  // namespace tropiary
