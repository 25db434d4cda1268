#pragma once

#include <span>
#include <string>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// A zonotope with the part that every generator has in its vertices.
struct Zonotope {
  Polytope polytope;
  /// sign_words[v][j] is '+' when generator j is a summand of vertex v, '-' when it is not, '0' when it is zero. These
  /// are the maximal covectors of the generators' oriented matroid.
  std::vector<std::string> sign_words;
};

/// The Minkowski sum of the segments from 0 to each generator, of which any may be zero, repeated or parallel. No hull:
/// the facets are the flats of rank one less than the whole, found by elimination, and the vertices are those of the
/// facets. Throws dimension_mismatch for generators of different lengths; too_large before more than some 2²⁷
/// coordinates are stored, and for more than 4096 directions in three or more dimensions.
/// Cost: proportional to the number of flats and of pairs of a vertex on a facet. Ref [ziegler1995], §7.3.
Zonotope zonotope(std::size_t ambient_dimension, std::span<const RationalVector> generators);

/// The number of vertices, by the sets of generators without broken circuit, which are as many; nothing is stored.
/// Throws too_large after `effort` sets. Ref [zaslavsky1975].
Integer count_zonotope_vertices(std::size_t ambient_dimension, std::span<const RationalVector> generators,
                                std::uint64_t effort = 1'000'000'000);
/// The number of facets: two for each flat of rank one less than the whole. Throws too_large after `effort` flats.
Integer count_zonotope_facets(std::size_t ambient_dimension, std::span<const RationalVector> generators,
                              std::uint64_t effort = 1'000'000'000);

/// The volume in the ambient space: the sum of |det| over all bases among the generators, 0 when there is none.
/// Throws too_large after `effort` independent sets. Ref [shephard1974].
Rational zonotope_volume(std::size_t ambient_dimension, std::span<const RationalVector> generators,
                         std::uint64_t effort = 100'000'000);

/// L(t) = Σ g(X) t^|X| over the independent sets X of generators, g(X) the greatest common divisor of the maximal
/// minors of X; coefficients ascending. Throws invalid_argument unless all generators are integer, too_large after
/// `effort` sets. Ref [stanley1991].
std::vector<Rational> zonotope_ehrhart_polynomial(std::size_t ambient_dimension,
                                                  std::span<const RationalVector> generators,
                                                  std::uint64_t effort = 100'000'000);

}  // namespace tropiary
