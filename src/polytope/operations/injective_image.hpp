#pragma once

#include <optional>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// The image of a non-empty polytope under x ↦ M x + b with both descriptions carried over; nothing when the map is not
/// injective on it. The lengths have been checked.
std::optional<Polytope> injective_image(const Polytope& k, const RationalMatrix& matrix,
                                        std::span<const Rational> shift);

/// M x + b.
RationalVector image_of(const RationalVector& x, const RationalMatrix& matrix, std::span<const Rational> shift);

}  // namespace tropiary::detail
