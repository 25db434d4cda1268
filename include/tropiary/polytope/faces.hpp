#pragma once

#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

// All of these read the vertex–facet incidences alone. Vertices and facets are meant by their positions in the
// polytope's lists.

/// Numbers of faces by dimension, from the vertices to the facets; the empty face and the polytope itself are not
/// counted, so a point has the empty f-vector.
/// Throws too_large when more than `max_faces` faces would be walked or a number passes 2^63. Cost: for simple and for
/// simplicial polytopes of dimension ≤ 10 and beyond about one look at each incidence, by the Dehn–Sommerville
/// equations; else O(d) words per face and vertex of it, and no face is stored. Ref [kliem2019], [ziegler1995].
std::vector<std::size_t> f_vector(const Polytope& k, std::size_t max_faces = std::size_t{1} << 22);

/// A face by the vertices on it and the facets through it, both ascending.
struct Face {
  std::vector<std::size_t> vertices;
  std::vector<std::size_t> facets;
  friend bool operator==(const Face&, const Face&) = default;
};

/// The faces of one dimension from −1, the empty face, to the polytope's own, sorted by their vertices.
/// Throws invalid_argument for another dimension, too_large when more than `max_faces` faces would be walked. Cost:
/// like f_vector's search, which starts from the nearer end.
std::vector<Face> faces(const Polytope& k, int dimension, std::size_t max_faces = std::size_t{1} << 22);

/// The faces by inclusion, the empty one and the polytope itself among them: a graded Eulerian lattice. Faces come by
/// dimension, in the order of the positions of their vertices, and are labelled by these, counted from 1: "∅", "3",
/// "13", or "1-13" when there are more than nine vertices. Throws too_large beyond `max_faces` faces.
/// Cost: O(faces · facets²) bitset operations.
Poset face_lattice(const Polytope& k, std::size_t max_faces = std::size_t{1} << 20);

/// h_0, …, h_d with Σ h_i x^{d−i} = Σ f_{i−1} (x − 1)^{d−i}, the f_i those of a simplicial polytope, or of the polar of
/// one that is only simple. h_i = h_{d−i} ≥ h_{i−1} for 2i ≤ d.
/// Throws invalid_argument for a polytope that is neither simplicial nor simple. Ref [ziegler1995].
std::vector<Integer> h_vector(const Polytope& k);

/// The toric h-vector of the boundary of any polytope: h(∂P, x) = Σ_{F < P} g(F, x) (x − 1)^{d−1−dim F} over the proper
/// faces and the empty one, where g(∅) = 1 and g(F) has the coefficients h_i − h_{i−1} of h(∂F, x) for 2i ≤ dim F. For
/// a simplicial polytope it is the h-vector. Throws too_large beyond `max_faces` faces. Ref [stanley1987].
std::vector<Integer> toric_h_vector(const Polytope& k, std::size_t max_faces = std::size_t{1} << 14);

/// For each set S of dimensions 0 ≤ i < d, at position Σ_{i∈S} 2^i, the number of chains of faces with exactly these
/// dimensions: 1 for the empty set, f_i for {i}, and the complete flags last.
/// Throws too_large beyond `max_faces` faces or dimension 20. Cost: 2^d times the pairs of faces. Ref [bayer1985].
std::vector<Integer> flag_f_vector(const Polytope& k, std::size_t max_faces = std::size_t{1} << 14);

}  // namespace tropiary
