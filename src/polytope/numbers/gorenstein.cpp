#include "tropiary/polytope/gorenstein.hpp"

#include <algorithm>
#include <utility>

#include "polytope/numbers/lattice_frame.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

std::optional<GorensteinPoint> gorenstein_point(const Polytope& k) {
  if (k.empty()) return std::nullopt;
  for (const RationalVector& vertex : k.vertices()) {
    if (!std::ranges::all_of(vertex, [](const Rational& x) { return x.is_integer(); })) return std::nullopt;
  }
  const detail::LatticeFrame frame = detail::lattice_frame(k, "gorenstein_point");
  const std::size_t d = frame.body.dimension;
  if (d == 0) return GorensteinPoint{1, frame.origin};
  // index · b + a · y = 1 for all facets; their normals are primitive since the vertices are integer.
  RationalMatrix rows;
  for (const AffineForm& facet : frame.body.facets) {
    rows.emplace_back(facet.normal.begin(), facet.normal.end());
    rows.back().emplace_back(facet.constant);
  }
  const RationalVector ones(rows.size(), Rational(1));
  const auto solution = solve(std::move(rows), ones, d + 1);
  if (!solution || !std::ranges::all_of(*solution, [](const Rational& x) { return x.is_integer(); }))
    return std::nullopt;
  GorensteinPoint result{solution->back().numerator(), {}};
  std::vector<Integer> y;
  for (std::size_t j = 0; j < d; ++j) y.push_back((*solution)[j].numerator());
  // A point of index · K is index · origin + Σ y_i basis_i.
  result.point = frame.ambient(y);
  for (std::size_t j = 0; j < result.point.size(); ++j) result.point[j] += (result.index - 1) * frame.origin[j];
  return result;
}

bool is_reflexive(const Polytope& k) {
  const auto gorenstein = gorenstein_point(k);
  return gorenstein && gorenstein->index.is_one();
}

Integer codegree(const Polytope& k, std::uint64_t effort) {
  if (k.empty()) throw Error(Errc::invalid_argument, "codegree: the empty polytope has no inner points at all");
  const QuasiPolynomial quasi = ehrhart_quasi_polynomial(k, effort);
  Integer t = 1;
  while (evaluate(quasi, -t).is_zero()) ++t;
  return t;
}

}  // namespace tropiary
