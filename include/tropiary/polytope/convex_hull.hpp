#pragma once

#include <string_view>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// Which algorithm computes a hull; all give the same Polytope.
enum class HullEngine {
  automatic,           ///< CGAL in affine dimension ≤ 3, double_description beyond
  cgal_planar,         ///< CGAL convex_hull_2; affine dimension ≤ 2
  cgal_spatial,        ///< CGAL convex_hull_3, coplanar triangles merged; affine dimension ≤ 3
  cgal_d,              ///< CGAL Triangulation in any dimension, coplanar cells merged
  double_description,  ///< facets with their neighbours, point by point; no triangulation; any dimension
  brute_force,         ///< every d points span a candidate hyperplane; the oracle of the tests
};
std::string_view to_string(HullEngine engine) noexcept;
HullEngine hull_engine(std::string_view name);  ///< Throws invalid_argument, listing the names

struct HullOptions {
  HullEngine engine = HullEngine::automatic;
};

/// The convex hull of finitely many rational points, exactly, in any dimension and position: repeated, collinear,
/// coplanar and lower-dimensional points included. Points are first mapped to coordinates of their affine hull.
/// Throws dimension_mismatch for points of different lengths; invalid_argument for an engine that cannot take the
/// dimension; too_large when an engine meets more cells, facets or subsets on its way than it may keep.
/// Ref [cgal:hull], [cgal:triangulation], [fukuda1996].
Polytope convex_hull(std::size_t ambient_dimension, std::vector<RationalVector> points,
                     const HullOptions& options = {});

}  // namespace tropiary
