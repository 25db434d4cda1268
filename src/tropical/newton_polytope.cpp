#include "tropiary/tropical/newton_polytope.hpp"

#include <algorithm>
#include <utility>

namespace tropiary {
namespace {

RationalVector lifted_point(const Monomial& monomial) {
  RationalVector point = monomial.exponent;
  point.push_back(monomial.coefficient);
  return point;
}

// Whether some functional with a positive last entry is maximal at this vertex alone. Those that are maximal at the
// vertex alone are the positive combinations of its facets' outer normals, plus any combination of the equations.
bool is_upper_vertex(const Polytope& lifted, const RationalVector& vertex) {
  const auto upright = [](const AffineForm& equation) { return !equation.normal.back().is_zero(); };
  const auto is_roof = [&](const AffineForm& facet) {
    return facet.normal.back().sign() < 0 && facet(vertex).is_zero();
  };
  return std::any_of(lifted.equations().begin(), lifted.equations().end(), upright) ||
         std::any_of(lifted.facets().begin(), lifted.facets().end(), is_roof);
}

}  // namespace

Polytope newton_polytope(const TropicalPolynomial& f, const HullOptions& options) {
  std::vector<RationalVector> points;
  for (const Monomial& monomial : f.monomials()) points.push_back(monomial.exponent);
  return convex_hull(f.count_variables(), std::move(points), options);
}

Polytope lifted_newton_polytope(const TropicalPolynomial& f, const HullOptions& options) {
  std::vector<RationalVector> points;
  for (const Monomial& monomial : f.monomials()) points.push_back(lifted_point(monomial));
  return convex_hull(f.count_variables() + 1, std::move(points), options);
}

TropicalPolynomial remove_redundant_terms(const TropicalPolynomial& f) {
  const Polytope lifted = lifted_newton_polytope(f);
  std::vector<Monomial> essential;
  for (const RationalVector& vertex : lifted.vertices()) {
    if (!is_upper_vertex(lifted, vertex)) continue;
    Monomial monomial{vertex, vertex.back()};
    monomial.exponent.pop_back();
    essential.push_back(std::move(monomial));
  }
  return TropicalPolynomial(f.count_variables(), std::move(essential));
}

}  // namespace tropiary
