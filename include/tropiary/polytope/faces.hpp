#pragma once

#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// Numbers of faces by dimension, from the vertices to the facets; the empty face and the polytope itself are not
/// counted, so a point has the empty f-vector. From the vertex–facet incidences alone.
/// Throws too_large when more than `max_faces` faces would be walked or a number passes 2^63. Cost: for simple and for
/// simplicial polytopes of dimension ≤ 10 and beyond about one look at each incidence, by the Dehn–Sommerville
/// equations; else O(d) words per face and vertex of it, and no face is stored. Ref [kliem2019], [ziegler1995].
std::vector<std::size_t> f_vector(const Polytope& k, std::size_t max_faces = std::size_t{1} << 22);

/// The faces by inclusion, the empty one and the polytope itself among them: a graded Eulerian lattice. Faces come by
/// dimension, in the order of the positions of their vertices, and are labelled by these, counted from 1: "∅", "3",
/// "13", or "1-13" when there are more than nine vertices. Throws and costs like f_vector.
Poset face_lattice(const Polytope& k, std::size_t max_faces = std::size_t{1} << 20);

}  // namespace tropiary
