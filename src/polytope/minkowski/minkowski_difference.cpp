#include "tropiary/polytope/minkowski_difference.hpp"

#include <array>
#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"

namespace tropiary {
namespace {

Rational slope(const AffineForm& form, const RationalVector& x) {
  Rational value;
  for (std::size_t j = 0; j < x.size(); ++j) value += Rational(form.normal[j]) * x[j];
  return value;
}

// constant + c + a · x, primitive.
AffineForm moved(const AffineForm& form, const Rational& by) {
  RationalVector row = {Rational(form.constant) + by};
  row.insert(row.end(), form.normal.begin(), form.normal.end());
  std::vector<Integer> entries = primitive(std::span<const Rational>(row));
  return {entries[0], {entries.begin() + 1, entries.end()}};
}

}  // namespace

Polytope minkowski_difference(const Polytope& a, const Polytope& b, const HullOptions& options) {
  const std::size_t ambient = a.ambient_dimension();
  if (b.ambient_dimension() != ambient) {
    throw Error(Errc::dimension_mismatch, "minkowski_difference: polytopes in R^" + std::to_string(ambient) +
                                              " and R^" + std::to_string(b.ambient_dimension()));
  }
  if (b.empty()) {
    throw Error(Errc::invalid_argument,
                "minkowski_difference: every translate of the empty polytope lies in the other one, so the difference "
                "is unbounded");
  }
  const Polytope nothing = Polytope::from_theorem(ambient, {}, {}, {});
  if (a.empty()) return nothing;
  std::vector<AffineForm> inequalities;
  for (const AffineForm& facet : a.facets()) {
    Rational least = slope(facet, b.vertices()[0]);
    for (const RationalVector& y : b.vertices()) least = std::min(least, slope(facet, y));
    inequalities.push_back(moved(facet, least));
  }
  std::vector<AffineForm> equations;
  for (const AffineForm& equation : a.equations()) {
    const Rational value = slope(equation, b.vertices()[0]);
    for (const RationalVector& y : b.vertices()) {
      if (slope(equation, y) != value) return nothing;
    }
    equations.push_back(moved(equation, value));
  }
  return polytope_from_inequalities(ambient, std::move(inequalities), std::move(equations), options);
}

SummandTest is_summand(const Polytope& a, const Polytope& b, const HullOptions& options) {
  Polytope complement = minkowski_difference(a, b, options);
  const std::array<Polytope, 2> parts = {b, complement};
  // All translates of B inside A together: contained in A, so the vertices of A decide.
  const Polytope covered = minkowski_sum(parts, options).polytope;
  SummandTest result;
  for (const RationalVector& vertex : a.vertices()) {
    if (covered.contains(vertex)) continue;
    result.witness = vertex;
    return result;
  }
  // The empty polytope is B + ∅.
  result.holds = true;
  result.complement = std::move(complement);
  return result;
}

}  // namespace tropiary
