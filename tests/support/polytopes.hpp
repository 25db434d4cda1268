#pragma once

// Points and polytopes for the tests.

#include <vector>

#include "support/posets.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::testing {

/// Points with coordinates p/q, |p| ≤ size, 1 ≤ q ≤ denominators. Small sizes give many coincidences.
inline std::vector<RationalVector> random_points(Random& random, std::size_t count, std::size_t ambient,
                                                 std::int64_t size, std::int64_t denominators = 1) {
  std::vector<RationalVector> points(count, RationalVector(ambient));
  for (RationalVector& point : points) {
    for (Rational& x : point) x = Rational(random.between(-size, size), random.between(1, denominators));
  }
  return points;
}

/// x ↦ origin + Σ x_i · columns[i].
struct AffineMap {
  RationalVector origin;
  RationalMatrix columns;
  RationalVector operator()(const RationalVector& x) const {
    RationalVector y = origin;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (std::size_t j = 0; j < y.size(); ++j) y[j] += x[i] * columns[i][j];
    }
    return y;
  }
  std::vector<RationalVector> operator()(std::vector<RationalVector> points) const {
    for (RationalVector& point : points) point = (*this)(point);
    return points;
  }
};

/// A random affine map from R^d; injective with probability near 1 when d ≤ ambient.
inline AffineMap random_affine_map(Random& random, std::size_t d, std::size_t ambient, std::int64_t size) {
  return {random_points(random, 1, ambient, size)[0], random_points(random, d, ambient, size)};
}

inline std::vector<RationalVector> translated(std::vector<RationalVector> points, const RationalVector& by) {
  for (RationalVector& point : points) {
    for (std::size_t j = 0; j < by.size(); ++j) point[j] += by[j];
  }
  return points;
}

}  // namespace tropiary::testing
