#pragma once

#include <span>

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// { M x + b : x ∈ K }, M given by its rows, one for each coordinate of the image. When the map is injective on K the
/// facets are carried over, else the images of the vertices get a hull. Throws dimension_mismatch unless the rows have
/// as many entries as K has coordinates and b one for each row. Ref [ziegler1995], §1.3.
Polytope affine_image(const Polytope& k, const RationalMatrix& matrix, std::span<const Rational> shift,
                      const HullOptions& options = {});

/// The image of K under x ↦ (x_i for the given coordinates), in this order; coordinates may repeat.
/// Throws invalid_argument for a coordinate that K does not have.
Polytope projection(const Polytope& k, std::span<const std::size_t> coordinates, const HullOptions& options = {});

/// K₁ ∩ … ∩ K_m, from all their inequalities; m ≥ 1. Throws dimension_mismatch for different ambient dimensions.
Polytope intersection(std::span<const Polytope> polytopes, const HullOptions& options = {});

}  // namespace tropiary
