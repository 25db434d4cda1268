#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// When two polytopes count as the same; each kind is finer than the one before.
enum class Equivalence {
  combinatorial,  ///< isomorphic face lattices
  affine,         ///< an affine map from one affine hull to the other
  unimodular,     ///< one that also maps the integer points of one affine hull to those of the other
};
std::string_view to_string(Equivalence kind) noexcept;
Equivalence equivalence(std::string_view name);  ///< Throws invalid_argument, listing the names

/// x ↦ matrix · x + translation, the matrix by rows.
struct AffineTransformation {
  RationalMatrix matrix;
  RationalVector translation;
  [[nodiscard]] RationalVector operator()(const RationalVector& x) const;  ///< Throws dimension_mismatch
};

/// Two polytopes compared: the map, or what tells them apart.
struct EquivalenceReport {
  bool equivalent = false;
  std::vector<std::size_t> vertex_images;   ///< for each vertex of the first the position of its image in the second
  std::optional<AffineTransformation> map;  ///< of the ambient spaces; not for combinatorial equivalence
  std::string difference;                   ///< an invariant with its two values, when they are not equivalent
};

/// Compares the matrices of vertices and facets: of incidences, of distances as parts of each facet's largest one, or
/// of lattice distances. The first two decide their kind. The third gives all affine maps that preserve lattice
/// distances as one of them and a group, under which the lattice of integer points has a finite orbit. When the ambient
/// dimensions are equal, the map is invertible on the ambient space, and in GL_n(Z) when it is unimodular.
/// Throws invalid_argument for unimodular equivalence when a vertex is not integer; too_large for more than 2^24 pairs
/// of a vertex and a facet, or more than 2^12 lattices. Cost: a search by nauty on vertices and facets, with a copy of
/// both for each binary digit of the number of different distances. Ref [mckay2014], [grinis2013].
EquivalenceReport find_equivalence(const Polytope& a, const Polytope& b, Equivalence kind);

/// The permutations of the vertices that come from automorphisms.
struct PolytopeAutomorphisms {
  Integer order;
  std::vector<std::vector<std::size_t>> generators;  ///< each as the images of the vertices
  std::vector<std::vector<std::size_t>> orbits;      ///< of vertices, ascending, by their least ones
};

/// The automorphisms of the face lattice; the affine maps, or the unimodular ones, of the polytope to itself.
/// Throws and costs like find_equivalence.
PolytopeAutomorphisms polytope_automorphisms(const Polytope& k, Equivalence kind);

/// The facets as sets of vertices in a numbering that depends on the face lattice only: two polytopes of the same
/// dimension are combinatorially isomorphic exactly when these lists are equal. The numbers are those of this version
/// of nauty. Cost: like find_equivalence.
std::vector<std::vector<std::size_t>> canonical_facets(const Polytope& k);

}  // namespace tropiary
