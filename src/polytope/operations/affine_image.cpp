#include "tropiary/polytope/affine_image.hpp"

#include <string>
#include <utility>

#include "polytope/operations/injective_image.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"

namespace tropiary {

Polytope affine_image(const Polytope& k, const RationalMatrix& matrix, std::span<const Rational> shift,
                      const HullOptions& options) {
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    if (matrix[i].size() == k.ambient_dimension()) continue;
    throw Error(Errc::dimension_mismatch,
                "affine_image: row " + std::to_string(i) + " of the matrix has " + std::to_string(matrix[i].size()) +
                    " entries, but the polytope lies in R^" + std::to_string(k.ambient_dimension()));
  }
  if (shift.size() != matrix.size()) {
    throw Error(Errc::dimension_mismatch, "affine_image: a shift with " + std::to_string(shift.size()) +
                                              " coordinates for a matrix with " + std::to_string(matrix.size()) +
                                              " rows");
  }
  if (k.empty()) return Polytope::from_theorem(matrix.size(), {}, {}, {});
  if (auto image = detail::injective_image(k, matrix, shift)) return *std::move(image);
  std::vector<RationalVector> points;
  for (const RationalVector& x : k.vertices()) points.push_back(detail::image_of(x, matrix, shift));
  return convex_hull(matrix.size(), std::move(points), options);
}

Polytope projection(const Polytope& k, std::span<const std::size_t> coordinates, const HullOptions& options) {
  RationalMatrix matrix;
  for (const std::size_t j : coordinates) {
    if (j >= k.ambient_dimension()) {
      throw Error(Errc::invalid_argument, "projection: coordinate " + std::to_string(j) + " of a polytope in R^" +
                                              std::to_string(k.ambient_dimension()));
    }
    matrix.emplace_back(k.ambient_dimension());
    matrix.back()[j] = 1;
  }
  return affine_image(k, matrix, RationalVector(matrix.size()), options);
}

Polytope intersection(std::span<const Polytope> polytopes, const HullOptions& options) {
  if (polytopes.empty()) throw Error(Errc::invalid_argument, "intersection: at least one polytope is needed");
  std::vector<AffineForm> inequalities;
  std::vector<AffineForm> equations;
  for (std::size_t k = 0; k < polytopes.size(); ++k) {
    if (polytopes[k].ambient_dimension() != polytopes[0].ambient_dimension()) {
      throw Error(Errc::dimension_mismatch, "intersection: polytope " + std::to_string(k) + " lies in R^" +
                                                std::to_string(polytopes[k].ambient_dimension()) +
                                                ", polytope 0 in R^" +
                                                std::to_string(polytopes[0].ambient_dimension()));
    }
    inequalities.insert(inequalities.end(), polytopes[k].facets().begin(), polytopes[k].facets().end());
    equations.insert(equations.end(), polytopes[k].equations().begin(), polytopes[k].equations().end());
  }
  return polytope_from_inequalities(polytopes[0].ambient_dimension(), std::move(inequalities), std::move(equations),
                                    options);
}

}  // namespace tropiary
