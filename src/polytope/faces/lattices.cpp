#include "polytope/faces/lattices.hpp"

#include <algorithm>
#include <utility>

namespace tropiary::detail {
namespace {

using IntegerRows = std::vector<std::vector<Integer>>;

void subtract_multiple(std::vector<Integer>& row, const std::vector<Integer>& other, const Integer& times) {
  for (std::size_t j = 0; j < row.size(); ++j) {
    if (!other[j].is_zero()) row[j] -= times * other[j];
  }
}

// Euclid's algorithm on one column of the rows from `first` on, until only rows[first] is non-zero there, and positive.
bool clear_column(IntegerRows& rows, std::size_t first, std::size_t column) {
  while (true) {
    std::size_t least = rows.size();
    std::size_t others = 0;
    for (std::size_t i = first; i < rows.size(); ++i) {
      if (rows[i][column].is_zero()) continue;
      ++others;
      if (least == rows.size() || abs(rows[i][column]) < abs(rows[least][column])) least = i;
    }
    if (least == rows.size()) return false;
    std::swap(rows[first], rows[least]);
    if (rows[first][column].sign() < 0) {
      for (Integer& x : rows[first]) x = -x;
    }
    if (others == 1) return true;
    for (std::size_t i = first + 1; i < rows.size(); ++i) {
      if (rows[i][column].is_zero()) continue;
      subtract_multiple(rows[i], rows[first], floor_div(rows[i][column], rows[first][column]));
    }
  }
}

}  // namespace

RationalMatrix hermite_normal_form(RationalMatrix generators) {
  Integer denominator = 1;
  for (const RationalVector& row : generators) {
    for (const Rational& x : row) denominator = lcm(denominator, x.denominator());
  }
  IntegerRows rows;
  for (const RationalVector& row : generators) {
    rows.emplace_back();
    for (const Rational& x : row) rows.back().push_back(x.numerator() * (denominator / x.denominator()));
  }
  const std::size_t columns = rows.empty() ? 0 : rows[0].size();
  std::size_t rank = 0;
  for (std::size_t column = 0; column < columns && rank < rows.size(); ++column) {
    if (!clear_column(rows, rank, column)) continue;
    for (std::size_t i = 0; i < rank; ++i) {
      const Integer times = floor_div(rows[i][column], rows[rank][column]);
      if (!times.is_zero()) subtract_multiple(rows[i], rows[rank], times);
    }
    ++rank;
  }
  RationalMatrix result;
  for (std::size_t i = 0; i < rank; ++i) {
    result.emplace_back();
    for (Integer& x : rows[i]) result.back().emplace_back(std::move(x), denominator);
  }
  return result;
}

Frame lattice_frame_of(const Polytope& k) {
  // Rows: the equations' normals at a lattice vector, then that vector; first the unit vectors. Once the former are in
  // echelon form, the rows without a pivot are a basis of the directions.
  const std::size_t n = k.ambient_dimension();
  const std::size_t equations = k.equations().size();
  IntegerRows rows(n, std::vector<Integer>(equations + n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t e = 0; e < equations; ++e) rows[i][e] = k.equations()[e].normal[i];
    rows[i][equations + i] = 1;
  }
  std::size_t rank = 0;
  for (std::size_t e = 0; e < equations; ++e) rank += clear_column(rows, rank, e) ? 1U : 0U;
  Frame frame;
  for (std::size_t i = 0; i < n; ++i) {
    const auto start = rows[i].begin() + static_cast<std::ptrdiff_t>(equations);
    (i < rank ? frame.complement : frame.directions).emplace_back(start, rows[i].end());
  }
  return frame;
}

Frame affine_frame_of(const Polytope& k) {
  RationalMatrix normals;
  for (const AffineForm& equation : k.equations()) normals.emplace_back(equation.normal.begin(), equation.normal.end());
  Frame frame;
  const RowEchelon echelon = reduced_row_echelon(normals);
  for (const std::size_t pivot : echelon.pivots) {
    frame.complement.emplace_back(k.ambient_dimension());
    frame.complement.back()[pivot] = 1;
  }
  frame.directions = kernel(std::move(normals), k.ambient_dimension());
  return frame;
}

RationalMatrix linear_map(const RationalMatrix& from, const RationalMatrix& to) {
  RationalMatrix rows = from;
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].insert(rows[i].end(), to[i].begin(), to[i].end());
  const RowEchelon echelon = reduced_row_echelon(std::move(rows));
  const std::size_t n = from.size();
  const std::size_t m = n == 0 ? 0 : to[0].size();
  RationalMatrix map(m, RationalVector(n));
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = 0; i < m; ++i) map[i][j] = echelon.rows[j][n + i];
  }
  return map;
}

RationalVector image(const RationalMatrix& map, const RationalVector& x) {
  RationalVector result;
  for (const RationalVector& row : map) result.push_back(dot(row, x));
  return result;
}

RationalMatrix images(const RationalMatrix& map, RationalMatrix vectors) {
  for (RationalVector& x : vectors) x = image(map, x);
  return vectors;
}

}  // namespace tropiary::detail
