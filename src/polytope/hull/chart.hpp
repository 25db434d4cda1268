#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "polytope/hull/hull_engine.hpp"
#include "polytope/hull/word_points.hpp"

namespace tropiary::detail {

/// The affine hull of points: its equations, and the coordinates that remain free (a projection to them is injective on
/// the affine hull, and normals in them alone are in normal form).
struct AffineHull {
  std::vector<AffineForm> equations;
  std::vector<std::size_t> free;
};

/// Of at least one point. Throws too_large when the equations have too many entries to be stored.
AffineHull affine_hull(std::size_t ambient, const std::vector<RationalVector>& points);

/// Points in some of their coordinates, shifted and stretched to non-negative integers, each once and sorted. Integer
/// coordinate k of a point x is scale[k] · x[coordinates[k]] − shift[k].
struct ChartFrame {
  std::vector<std::size_t> coordinates;
  std::vector<std::size_t> position;  // of each integer point among the given ones
  std::vector<Integer> scale;
  std::vector<Integer> shift;

  /// A form on the integer points as a form on the ambient space.
  [[nodiscard]] AffineForm lifted(AffineForm form, std::size_t ambient) const;
};

struct WordChart {
  ChartFrame frame;
  WordPoints points;
};
struct IntegerChart {
  ChartFrame frame;
  IntegerPoints points;
};

/// Nothing when an integer coordinate would pass WordPoints::max_coordinate.
std::optional<WordChart> word_chart(const std::vector<RationalVector>& points, std::vector<std::size_t> coordinates);
IntegerChart integer_chart(const std::vector<RationalVector>& points, std::vector<std::size_t> coordinates);

}  // namespace tropiary::detail
