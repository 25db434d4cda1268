#pragma once

#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/polyhedron.hpp"

namespace tropiary {

/// conv(points) + cone(rays) + span(lines), exactly. Anything may repeat, be redundant or lie in a lower dimension, and
/// rays may contain lines between them; without points the polyhedron is empty. The rays and lines that are zero count
/// for nothing.
/// Throws dimension_mismatch; too_large like convex_hull. Without rays and lines this is convex_hull; else the facets
/// of the homogenised cone are enumerated. Ref [ziegler1995], §1.5, [fukuda1996].
Polyhedron polyhedron_from_generators(std::size_t ambient_dimension, std::vector<RationalVector> points,
                                      std::vector<RationalVector> rays = {}, std::vector<RationalVector> lines = {},
                                      const HullOptions& options = {});

/// { x : inequality(x) ≥ 0 and equation(x) = 0 for all given forms }, which may be empty, unbounded, without vertices
/// or of any dimension; the forms may repeat or imply each other. The rows [constant, normal] generate the cone of all
/// inequalities that hold on the polyhedron; its facets are the vertices and rays. Engine double_description (and
/// automatic) works on that cone itself, the others on a section of it.
/// Throws dimension_mismatch; too_large like convex_hull. Ref [ziegler1995], §1.5, §2.3, [fukuda1996].
Polyhedron polyhedron_from_inequalities(std::size_t ambient_dimension, std::vector<AffineForm> inequalities,
                                        std::vector<AffineForm> equations = {}, const HullOptions& options = {});

}  // namespace tropiary
