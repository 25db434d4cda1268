#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "tropiary/exact/rational.hpp"

namespace tropiary {

/// A point or vector with rational coordinates.
using RationalVector = std::vector<Rational>;
/// A matrix as a list of rows of equal length.
using RationalMatrix = std::vector<RationalVector>;

Rational dot(std::span<const Rational> a, std::span<const Rational> b);  ///< Throws dimension_mismatch

/// Reduced row echelon form without its zero rows, and the pivot column of each row.
struct RowEchelon {
  RationalMatrix rows;
  std::vector<std::size_t> pivots;
};
RowEchelon reduced_row_echelon(RationalMatrix rows);

std::size_t rank(RationalMatrix rows);

/// A basis of { x : row · x = 0 for every row }, one vector per free column. `columns` counts the unknowns.
RationalMatrix kernel(RationalMatrix rows, std::size_t columns);

/// Some x with row_i · x = right_i for all i, or nothing.
std::optional<RationalVector> solve(RationalMatrix rows, const RationalVector& right, std::size_t columns);

Rational determinant(RationalMatrix square);  ///< Throws dimension_mismatch

/// The dimension of the affine hull of the points; −1 for no points.
int affine_dimension(std::span<const RationalVector> points);

/// The positive multiple of `row` with coprime integer entries; a zero row stays zero.
std::vector<Integer> primitive(std::span<const Rational> row);
std::vector<Integer> primitive(std::vector<Integer> row);

}  // namespace tropiary
