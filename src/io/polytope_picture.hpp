#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "tropiary/io/draw_polytope.hpp"

namespace tropiary::io {

using Point3 = std::array<double, 3>;

/// A polytope of dimension 0 to 4 placed in space, as it is drawn; doubles are for drawing only.
struct PlacedPolytope {
  std::size_t dimension = 0;
  std::vector<Point3> points;  ///< of the vertices, around the origin, at most 1 away from it
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  /// The polygons of the body that is seen, each in cyclic order: the facets in dimension three, the facets of the
  /// outer facet of a Schlegel diagram; the polygon itself in the plane.
  std::vector<std::vector<std::size_t>> polygons;
  std::vector<bool> is_outer;  ///< of each vertex: on the body that is seen
};

/// Throws like to_svg.
PlacedPolytope place_polytope(const Polytope& k, const PolytopeDrawOptions& options);

enum class Visibility { front, back, inside };

/// The picture in the plane.
struct PolytopePicture {
  struct Place {
    double x, y, depth;  ///< in pixels; depth from −1 at the back to 1 at the front
    Visibility visibility;
  };
  struct Edge {
    std::size_t a, b;
    Visibility visibility;
  };
  struct Polygon {
    std::vector<std::size_t> vertices;
    double light;  ///< 0 to 1
  };
  double width = 0;
  double height = 0;
  std::vector<Place> places;
  std::vector<Edge> edges;        ///< those at the back first
  std::vector<Polygon> polygons;  ///< those in front
};

PolytopePicture project(const PlacedPolytope& placed, const PolytopeDrawOptions& options);

}  // namespace tropiary::io
