#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// Whether every vertex lies on exactly d facets. Points and the empty polytope are simple and simplicial.
bool is_simple(const Polytope& k);
/// Whether every facet is a simplex.
bool is_simplicial(const Polytope& k);
/// Whether for each facet all vertices lie on it or on one hyperplane parallel to it. Order polytopes are. Ref
/// [gouveia2010].
bool is_two_level(const Polytope& k);
/// Whether all coordinates of all vertices are 0 or 1.
bool is_zero_one(const Polytope& k);
/// Whether x ↦ 2c − x maps the polytope to itself, c the mean of its vertices. The empty polytope is symmetric.
bool is_centrally_symmetric(const Polytope& k);
/// The largest k such that any k vertices are the vertices of a face: 1 unless any two are joined by an edge, the
/// number of vertices for a simplex, else at most d/2; 0 for the empty polytope. Throws and costs like f_vector.
std::size_t neighbourliness(const Polytope& k, std::size_t max_faces = std::size_t{1} << 22);

}  // namespace tropiary
