#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// Different points of Z^d in machine words, sorted lexicographically; coordinates lie between 0 and `max_coordinate`.
struct WordPoints {
  static constexpr std::int64_t max_coordinate = std::int64_t{1} << 52;  // exact in doubles, differences too

  std::size_t count = 0;
  std::size_t dimension = 0;
  std::vector<std::int64_t> rows;

  [[nodiscard]] const std::int64_t* row(std::size_t i) const { return rows.data() + i * dimension; }
};

/// The facets of a hull, primitive and non-negative on the points, and the positions of its vertices, ascending.
struct FacetsAndVertices {
  std::vector<AffineForm> facets;
  std::vector<std::size_t> vertices;
};

/// The first d + 1 points in the given order that are affinely independent modulo a prime, hence over the rationals;
/// fewer when there are not so many. An empty order is that of the points.
std::vector<std::size_t> independent_points(const WordPoints& points, std::span<const std::size_t> order);

std::vector<std::size_t> independent_points(const std::vector<std::vector<Integer>>& points,
                                            std::span<const std::size_t> order);

/// Whether the normals of the forms at these positions have rank `rank`.
bool have_rank(const std::vector<AffineForm>& forms, std::span<const std::size_t> positions, std::size_t rank);

}  // namespace tropiary::detail
