#pragma once

#include <vector>

#include "polytope/faces/incidence.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// A full-dimensional polytope in R^dimension: vertices as integer numerators over one common denominator, the least
/// one; facets as primitive forms.
struct Body {
  std::size_t dimension = 0;
  Integer denominator = 1;
  std::vector<std::vector<Integer>> vertices;
  std::vector<AffineForm> facets;
  Incidence incidence;

  [[nodiscard]] bool is_simple() const;      ///< each vertex on `dimension` facets
  [[nodiscard]] bool is_simplicial() const;  ///< `dimension` vertices on each facet
  [[nodiscard]] bool is_simplex() const { return vertices.size() == dimension + 1; }
};

/// The polytopes of which a body is the product, by blocks of coordinates that no facet joins; each of dimension ≥ 1.
std::vector<Body> factors(Body body);

/// multiple · K in coordinates y of the lattice of its affine hull: x = origin + Σ y_i · basis_i, where multiple is the
/// least one whose affine hull contains an integer point at all. The basis is in echelon form with positive pivots, so
/// that the lexicographic orders of x and of y agree. Vertices and facets keep the order of K's.
struct LatticeFrame {
  Integer multiple = 1;
  std::vector<Integer> origin;
  std::vector<std::vector<Integer>> basis;
  std::vector<std::size_t> pivots;
  Body body;

  [[nodiscard]] std::vector<Integer> ambient(const std::vector<Integer>& y) const;
};

/// K must not be empty. Throws too_large, naming `function`, for more equations than can be solved in integers.
LatticeFrame lattice_frame(const Polytope& k, const char* function);

}  // namespace tropiary::detail
