#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The maximum of a linear form over a polytope, and the face where it is attained.
struct SupportValue {
  Rational value;
  std::vector<std::size_t> vertices;  ///< positions of the face's vertices, ascending
};

/// h_K(c) = max { c · x : x ∈ K }, from the vertices. Throws dimension_mismatch; invalid_argument for the empty
/// polytope, whose maximum is −∞.
SupportValue support(const Polytope& k, std::span<const Rational> direction);

enum class PointPosition { inside, on_boundary, outside };
std::string_view to_string(PointPosition position) noexcept;

/// Where a point lies, with the proof.
struct PointLocation {
  PointPosition position = PointPosition::outside;  ///< inside means in the relative interior
  std::vector<std::size_t> facets;                  ///< those that hold with equality, when not outside
  std::vector<std::size_t> vertices;                ///< of the smallest face around the point, when not outside
  /// When outside: a facet that is negative at the point, or an equation, with the sign that makes it negative there.
  std::optional<AffineForm> violated;
};

/// Locates a point against facets and equations. Throws dimension_mismatch. Cost: one evaluation per facet.
PointLocation locate(const Polytope& k, std::span<const Rational> point);

}  // namespace tropiary
