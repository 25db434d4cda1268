#include "tropiary/exact/linear_algebra.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {

Rational dot(std::span<const Rational> a, std::span<const Rational> b) {
  if (a.size() != b.size()) {
    throw Error(Errc::dimension_mismatch, "dot: the vectors have " + std::to_string(a.size()) + " and " +
                                              std::to_string(b.size()) + " coordinates");
  }
  Rational sum;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!a[i].is_zero() && !b[i].is_zero()) sum += a[i] * b[i];
  }
  return sum;
}

RowEchelon reduced_row_echelon(RationalMatrix rows) {
  RowEchelon result;
  const std::size_t columns = rows.empty() ? 0 : rows[0].size();
  std::size_t done = 0;
  for (std::size_t column = 0; column < columns && done < rows.size(); ++column) {
    std::size_t pivot = done;
    while (pivot < rows.size() && rows[pivot][column].is_zero()) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[pivot], rows[done]);
    const Rational scale = rows[done][column];
    for (Rational& entry : rows[done]) entry /= scale;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == done || rows[i][column].is_zero()) continue;
      const Rational factor = rows[i][column];
      for (std::size_t j = column; j < columns; ++j) {
        if (!rows[done][j].is_zero()) rows[i][j] -= factor * rows[done][j];
      }
    }
    result.pivots.push_back(column);
    ++done;
  }
  rows.resize(done);
  result.rows = std::move(rows);
  return result;
}

std::size_t rank(RationalMatrix rows) { return reduced_row_echelon(std::move(rows)).rows.size(); }

RationalMatrix kernel(RationalMatrix rows, std::size_t columns) {
  const RowEchelon echelon = reduced_row_echelon(std::move(rows));
  RationalMatrix basis;
  for (std::size_t column = 0; column < columns; ++column) {
    if (std::binary_search(echelon.pivots.begin(), echelon.pivots.end(), column)) continue;
    RationalVector x(columns);
    x[column] = 1;
    for (std::size_t i = 0; i < echelon.rows.size(); ++i) x[echelon.pivots[i]] = -echelon.rows[i][column];
    basis.push_back(std::move(x));
  }
  return basis;
}

std::optional<RationalVector> solve(RationalMatrix rows, const RationalVector& right, std::size_t columns) {
  if (rows.size() != right.size()) {
    throw Error(Errc::dimension_mismatch, "solve: " + std::to_string(rows.size()) + " rows but " +
                                              std::to_string(right.size()) + " right-hand sides");
  }
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].push_back(right[i]);
  const RowEchelon echelon = reduced_row_echelon(std::move(rows));
  RationalVector x(columns);
  for (std::size_t i = 0; i < echelon.rows.size(); ++i) {
    if (echelon.pivots[i] == columns) return std::nullopt;
    x[echelon.pivots[i]] = echelon.rows[i][columns];
  }
  return x;
}

Rational determinant(RationalMatrix square) {
  const std::size_t n = square.size();
  for (const RationalVector& row : square) {
    if (row.size() != n) throw Error(Errc::dimension_mismatch, "determinant: the matrix is not square");
  }
  Rational result = 1;
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    while (pivot < n && square[pivot][column].is_zero()) ++pivot;
    if (pivot == n) return 0;
    if (pivot != column) {
      std::swap(square[pivot], square[column]);
      result = -result;
    }
    result *= square[column][column];
    for (std::size_t i = column + 1; i < n; ++i) {
      if (square[i][column].is_zero()) continue;
      const Rational factor = square[i][column] / square[column][column];
      for (std::size_t j = column + 1; j < n; ++j) square[i][j] -= factor * square[column][j];
    }
  }
  return result;
}

int affine_dimension(std::span<const RationalVector> points) {
  if (points.empty()) return -1;
  RationalMatrix differences;
  for (std::size_t i = 1; i < points.size(); ++i) {
    RationalVector difference = points[i];
    for (std::size_t j = 0; j < difference.size(); ++j) difference[j] -= points[0][j];
    differences.push_back(std::move(difference));
  }
  return static_cast<int>(rank(std::move(differences)));
}

std::vector<Integer> primitive(std::span<const Rational> row) {
  Integer denominator = 1;
  for (const Rational& entry : row) denominator = lcm(denominator, entry.denominator());
  std::vector<Integer> result;
  result.reserve(row.size());
  for (const Rational& entry : row) result.push_back(entry.numerator() * (denominator / entry.denominator()));
  return primitive(std::move(result));
}

std::vector<Integer> primitive(std::vector<Integer> row) {
  Integer divisor;
  for (const Integer& entry : row) {
    divisor = gcd(divisor, entry);
    if (divisor.is_one()) return row;
  }
  if (!divisor.is_zero()) {
    for (Integer& entry : row) entry /= divisor;
  }
  return row;
}

}  // namespace tropiary
