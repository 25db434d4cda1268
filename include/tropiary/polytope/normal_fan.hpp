#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// A cone of a normal fan: the linear forms that attain their maximum over the polytope on all of a face.
struct NormalCone {
  std::vector<std::size_t> vertices;  ///< of the face
  std::vector<std::size_t> rays;      ///< positions of its generators: the facets through the face
};

/// The fan of a polytope's outer normals. Its cones of largest dimension belong to the vertices.
struct NormalFan {
  std::vector<std::vector<Integer>> rays;       ///< the outer normal of each facet, primitive
  std::vector<std::vector<Integer>> lineality;  ///< a basis of the forms that are constant on the polytope
  std::vector<NormalCone> cones;                ///< by vertices; all of them by the dimension of the face
};

/// The normal fan with the cones of the vertices, or with those of all faces from the vertices to the polytope itself.
/// Throws like faces. Ref [ziegler1995], §7.1.
NormalFan normal_fan(const Polytope& k, bool all_cones = false);

/// For each vertex a vector of n − d − 1 integers, n the number of vertices: a basis of the affine dependences, read by
/// columns. A set of vertices is the set of all vertices on a face exactly when 0 is a positive combination of the
/// vectors of the others. Ref [ziegler1995], §6.4.
std::vector<std::vector<Integer>> gale_transform(const Polytope& k);

}  // namespace tropiary
