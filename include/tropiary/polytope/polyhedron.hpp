#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// A convex polyhedron with rational data, bounded or not: an immutable value that holds both of its descriptions,
/// irredundant and in normal form, so that equal polyhedra compare equal. It is
///   conv(vertices) + cone(rays) + span(lines) = { x : facet(x) ≥ 0 and equation(x) = 0 for all }.
/// lines: the basis in reduced row echelon form of the directions in which it is unbounded both ways, made primitive.
/// vertices: one point of each minimal face, the one that is 0 at the pivot columns of the lines; sorted.
/// rays: primitive, 0 at those columns, one for each face of one dimension more in which it is unbounded; sorted.
/// facets and equations: as in a Polytope.
/// The empty polyhedron has no vertices, rays or lines, dimension −1 and the single equation 1 = 0.
class Polyhedron {
 public:
  Polyhedron() = default;  ///< the empty polyhedron in R⁰
  explicit Polyhedron(const Polytope& polytope);

  /// From descriptions already known to be exact and irredundant, e.g. by a theorem. Only the normal form is
  /// established here; use `verify` to check the rest. Throws dimension_mismatch.
  static Polyhedron from_theorem(std::size_t ambient_dimension, std::vector<RationalVector> vertices,
                                 std::vector<RationalVector> rays, std::vector<RationalVector> lines,
                                 std::vector<AffineForm> facets, std::vector<AffineForm> equations);

  [[nodiscard]] std::size_t ambient_dimension() const noexcept { return ambient_; }
  [[nodiscard]] int dimension() const noexcept { return dimension_; }
  [[nodiscard]] const std::vector<RationalVector>& vertices() const noexcept { return vertices_; }
  [[nodiscard]] const std::vector<std::vector<Integer>>& rays() const noexcept { return rays_; }
  [[nodiscard]] const std::vector<std::vector<Integer>>& lines() const noexcept { return lines_; }
  [[nodiscard]] const std::vector<AffineForm>& facets() const noexcept { return facets_; }
  [[nodiscard]] const std::vector<AffineForm>& equations() const noexcept { return equations_; }
  [[nodiscard]] bool empty() const noexcept { return vertices_.empty(); }
  [[nodiscard]] bool is_bounded() const noexcept { return rays_.empty() && lines_.empty(); }
  [[nodiscard]] bool contains(std::span<const Rational> point) const;  ///< Throws dimension_mismatch

  friend bool operator==(const Polyhedron&, const Polyhedron&) = default;

 private:
  std::size_t ambient_ = 0;
  int dimension_ = -1;
  std::vector<RationalVector> vertices_;
  std::vector<std::vector<Integer>> rays_;
  std::vector<std::vector<Integer>> lines_;
  std::vector<AffineForm> facets_;
  std::vector<AffineForm> equations_ = {{1, {}}};
};

/// A bounded polyhedron as a Polytope. Throws invalid_argument, giving a direction, when unbounded.
Polytope to_polytope(const Polyhedron& polyhedron);

/// { d : x + t·d ∈ P for all x ∈ P and t ≥ 0 }, with the one vertex 0 when it has one; the empty polyhedron for an
/// empty one.
Polyhedron recession_cone(const Polyhedron& polyhedron);

/// The linear space of the directions in which the polyhedron is unbounded both ways.
Polyhedron lineality_space(const Polyhedron& polyhedron);

/// Checks from the two descriptions alone that they describe one polyhedron and are irredundant. Modulo its lines, the
/// cone over the polyhedron is cut by a hyperplane to a bounded polytope, on which `verify` does its work.
/// Throws and costs like `verify` of a Polytope.
PolytopeReport verify(const Polyhedron& polyhedron, std::size_t max_faces = std::size_t{1} << 20);

}  // namespace tropiary
