#pragma once

#include <string_view>

#include "tropiary/polytope/polytope.hpp"
#include "tropiary/progress.hpp"

namespace tropiary {

/// Which algorithm computes a hull; all give the same Polytope.
enum class HullEngine {
  automatic,           ///< by the theorem where there is one, beneath_beyond or double_description elsewhere
  cgal_planar,         ///< CGAL convex_hull_2; affine dimension ≤ 2
  cgal_spatial,        ///< CGAL convex_hull_3, coplanar triangles merged; affine dimension ≤ 3
  cgal_d,              ///< CGAL Triangulation in any dimension, coplanar cells merged
  double_description,  ///< facets with their neighbours, point by point; no triangulation; any dimension
  beneath_beyond,      ///< cells with their neighbours and outside sets, coplanar ones merged; numbers of ≤ 126 bits
  brute_force,         ///< every d points span a candidate hyperplane; the oracle of the tests
};
std::string_view to_string(HullEngine engine) noexcept;
HullEngine hull_engine(std::string_view name);  ///< Throws invalid_argument, listing the names

struct HullOptions {
  HullEngine engine = HullEngine::automatic;
  unsigned threads = 1;    ///< 0: one for each core; every number gives the same result
  Progress progress = {};  ///< reports the points inserted so far; stopping throws Interrupted
};

/// The convex hull of finitely many rational points, exactly, in any dimension and position: repeated, collinear,
/// coplanar and lower-dimensional points included. Points are first mapped to coordinates of their affine hull.
/// Throws dimension_mismatch for points of different lengths; invalid_argument for an engine that cannot take the
/// dimension; too_large when an engine meets more cells, facets or subsets on its way than it may keep, or
/// beneath_beyond numbers beyond its width; Interrupted when a stop is requested. `automatic` knows polygons, order
/// polytopes and cross-polytopes, stretched along the axes, when it sees them; it keeps the boundary triangulated in
/// space and for points in general position. Ref [cgal:hull], [cgal:triangulation], [fukuda1996], [barber1996],
/// [stanley1986], [andrew1979].
Polytope convex_hull(std::size_t ambient_dimension, std::vector<RationalVector> points,
                     const HullOptions& options = {});

}  // namespace tropiary
