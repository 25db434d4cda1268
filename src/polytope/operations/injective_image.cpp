#include "polytope/operations/injective_image.hpp"

#include <utility>

#include "polytope/affine_span.hpp"
#include "polytope/operations/rational_form.hpp"
#include "polytope/span.hpp"

namespace tropiary::detail {

RationalVector image_of(const RationalVector& x, const RationalMatrix& matrix, std::span<const Rational> shift) {
  RationalVector y;
  y.reserve(matrix.size());
  for (std::size_t i = 0; i < matrix.size(); ++i) y.push_back(shift[i] + dot(matrix[i], x));
  return y;
}

// With x = x0 + Σ s_i d_i along the affine hull of K, a form on K is determined by its value at x0 and its slopes along
// d_i. In the free coordinates of the image the directions M d_i are a basis, and the form there with the same slopes
// is found by the inverse of their matrix.
std::optional<Polytope> injective_image(const Polytope& k, const RationalMatrix& matrix,
                                        std::span<const Rational> shift) {
  const auto d = static_cast<std::size_t>(k.dimension());
  const RationalVector& x0 = k.vertices()[0];
  const RationalVector y0 = image_of(x0, matrix, shift);
  RationalMatrix directions;
  RationalMatrix images;
  Span span;
  Span image_span;
  const RationalVector no_shift(matrix.size());
  for (std::size_t v = 1; directions.size() < d; ++v) {
    RationalVector direction = k.vertices()[v];
    for (std::size_t j = 0; j < direction.size(); ++j) direction[j] -= x0[j];
    if (!span.insert(direction)) continue;
    images.push_back(image_of(direction, matrix, no_shift));
    if (!image_span.insert(images.back())) return std::nullopt;
    directions.push_back(std::move(direction));
  }
  const AffineSpan target = affine_span("affine_image", y0, images);
  // Rows [M d_i in the free coordinates | unit vector i], reduced: the inverse.
  RationalMatrix rows;
  for (std::size_t i = 0; i < d; ++i) {
    RationalVector& row = rows.emplace_back();
    for (const std::size_t j : target.free) row.push_back(images[i][j]);
    row.resize(2 * d);
    row[d + i] = 1;
  }
  const RationalMatrix inverse = reduced_row_echelon(std::move(rows)).rows;
  std::vector<AffineForm> facets;
  for (const AffineForm& facet : k.facets()) {
    const RationalVector normal(facet.normal.begin(), facet.normal.end());
    RationalVector slopes;
    for (const RationalVector& direction : directions) slopes.push_back(dot(normal, direction));
    RationalVector row(matrix.size() + 1);
    row[0] = facet(x0);
    for (std::size_t i = 0; i < d; ++i) {
      Rational& entry = row[target.free[i] + 1];
      for (std::size_t j = 0; j < d; ++j) entry += inverse[i][d + j] * slopes[j];
      row[0] -= entry * y0[target.free[i]];
    }
    facets.push_back(rational_form(row));
  }
  std::vector<RationalVector> vertices;
  for (const RationalVector& x : k.vertices()) vertices.push_back(image_of(x, matrix, shift));
  return Polytope::from_theorem(matrix.size(), std::move(vertices), std::move(facets), target.equations);
}

}  // namespace tropiary::detail
