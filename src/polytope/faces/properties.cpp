#include "tropiary/polytope/properties.hpp"

#include <algorithm>

#include "polytope/faces/incidence.hpp"
#include "polytope/faces/simple_h_vector.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary {

bool is_simple(const Polytope& k) {
  if (k.dimension() <= 0) return true;
  return detail::all_rows_have(detail::incidence(k).vertices, static_cast<std::size_t>(k.dimension()));
}

bool is_simplicial(const Polytope& k) {
  if (k.dimension() <= 0) return true;
  return detail::all_rows_have(detail::incidence(k).facets, static_cast<std::size_t>(k.dimension()));
}

bool is_two_level(const Polytope& k) {
  const detail::ClearedPoints points(k.ambient_dimension(), k.vertices());
  std::vector<std::int8_t> signs(points.size());
  return std::ranges::all_of(k.facets(), [&](const AffineForm& facet) {
    points.signs(facet, signs);
    Rational level;
    for (std::size_t v = 0; v < signs.size(); ++v) {
      if (signs[v] == 0) continue;
      const Rational value(points.integer(facet, v), points.denominator(v));
      if (level.is_zero()) level = value;
      if (value != level) return false;
    }
    return true;
  });
}

bool is_zero_one(const Polytope& k) {
  return std::ranges::all_of(k.vertices(), [](const RationalVector& vertex) {
    return std::ranges::all_of(vertex, [](const Rational& x) { return x == 0 || x == 1; });
  });
}

bool is_centrally_symmetric(const Polytope& k) {
  // The reflection turns the lexicographic order of the vertices round.
  const std::size_t n = k.vertices().size();
  for (std::size_t v = 0; v < (n + 1) / 2; ++v) {
    for (std::size_t j = 0; j < k.ambient_dimension(); ++j) {
      if (k.vertices()[v][j] + k.vertices()[n - 1 - v][j] != k.vertices()[0][j] + k.vertices()[n - 1][j]) return false;
    }
  }
  return true;
}

std::size_t neighbourliness(const Polytope& k, std::size_t max_faces) {
  const std::size_t n = k.vertices().size();
  if (k.dimension() + 1 == static_cast<int>(n)) return n;
  // When all sets of k − 1 vertices are faces, a face of dimension k − 1 is a simplex, so that counting suffices.
  const std::vector<std::size_t> f = f_vector(k, max_faces);
  std::size_t size = 1;
  while (size < f.size() && Integer(f[size]) == binomial(n, size + 1)) ++size;
  return size;
}

}  // namespace tropiary
