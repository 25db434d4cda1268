#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tropiary/exact/linear_algebra.hpp"

namespace tropiary {

/// The affine form x ↦ constant + normal · x with coprime integer entries. As a facet: form ≥ 0; as an equation: = 0.
struct AffineForm {
  Integer constant;
  std::vector<Integer> normal;

  [[nodiscard]] Rational operator()(std::span<const Rational> x) const;
  friend bool operator==(const AffineForm&, const AffineForm&) = default;
  friend std::strong_ordering operator<=>(const AffineForm& a, const AffineForm& b);  ///< as the row [constant, normal]
};

/// A bounded convex polytope with rational vertices: an immutable value that holds both of its descriptions,
/// irredundant and in normal form, so that equal polytopes compare equal:
/// vertices sorted lexicographically; equations of the affine hull in reduced row echelon form, made primitive; facet
/// normals zero at the equations' pivot columns, primitive; facets and equations sorted as rows [constant, normal].
/// The empty polytope has no vertices, dimension −1 and the single equation 1 = 0.
class Polytope {
 public:
  Polytope() = default;  ///< the empty polytope in R⁰

  /// From descriptions already known to be exact, e.g. by a theorem. Only the normal form is established here; use
  /// `verify` to check the rest. Vertices must be irredundant, facets too.
  static Polytope from_theorem(std::size_t ambient_dimension, std::vector<RationalVector> vertices,
                               std::vector<AffineForm> facets, std::vector<AffineForm> equations);

  [[nodiscard]] std::size_t ambient_dimension() const noexcept { return ambient_; }
  [[nodiscard]] int dimension() const noexcept { return dimension_; }
  [[nodiscard]] const std::vector<RationalVector>& vertices() const noexcept { return vertices_; }
  [[nodiscard]] const std::vector<AffineForm>& facets() const noexcept { return facets_; }
  [[nodiscard]] const std::vector<AffineForm>& equations() const noexcept { return equations_; }
  [[nodiscard]] bool empty() const noexcept { return vertices_.empty(); }
  [[nodiscard]] bool contains(std::span<const Rational> point) const;  ///< Throws dimension_mismatch

  friend bool operator==(const Polytope&, const Polytope&) = default;

 private:
  std::size_t ambient_ = 0;
  int dimension_ = -1;
  std::vector<RationalVector> vertices_;
  std::vector<AffineForm> facets_;
  std::vector<AffineForm> equations_ = {{1, {}}};
};

/// What `verify` found: empty means every check passed.
struct PolytopeReport {
  std::vector<std::string> failures;  ///< one sentence each, naming the vertex or facet
  [[nodiscard]] bool holds() const noexcept { return failures.empty(); }
};

/// Checks from the two descriptions alone that they describe one polytope: every vertex satisfies all facets and
/// equations; the equations have rank ambient − dimension and the vertices affine dimension `dimension`; each facet is
/// tight on an affinely independent set of `dimension` vertices and no two facets on the same set; each vertex lies on
/// facets of rank `dimension`; every ridge lies in exactly two facets, where the ridges of a facet are known to be
/// complete by the same check on its own faces; no two vertices are equal; Euler's relation, where the faces are few.
/// Cost: one rank per facet and vertex; then each face that is not a simplex nor simple is walked once, with
/// O(facets² · vertices / 64) words. Throws too_large when more than `max_faces` faces would be walked.
PolytopeReport verify(const Polytope& polytope, std::size_t max_faces = std::size_t{1} << 20);

}  // namespace tropiary
