#include <utility>

#include "polytope/hull/hull_engine.hpp"

namespace tropiary::detail {

// Fraction-free Gauss-Jordan elimination (Bareiss): every division is exact, and at the end all pivots are equal.
std::optional<AffineForm> hyperplane_through(const IntegerPoints& points, const HullCell& cell) {
  const std::size_t d = cell.size();
  const std::vector<Integer>& origin = points[cell[0]];
  std::vector<std::vector<Integer>> rows;
  for (std::size_t i = 1; i < d; ++i) {
    rows.push_back(points[cell[i]]);
    for (std::size_t j = 0; j < d; ++j) rows.back()[j] -= origin[j];
  }
  std::vector<std::size_t> pivots;
  Integer previous = 1;
  std::size_t free_column = d;
  for (std::size_t column = 0; column < d; ++column) {
    const std::size_t done = pivots.size();
    std::size_t pivot = done;
    while (pivot < rows.size() && rows[pivot][column].is_zero()) ++pivot;
    if (pivot == rows.size()) {
      if (free_column != d) return std::nullopt;
      free_column = column;
      continue;
    }
    std::swap(rows[pivot], rows[done]);
    const Integer head = rows[done][column];
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == done) continue;
      const Integer factor = rows[i][column];
      for (std::size_t j = 0; j < d; ++j) {
        rows[i][j] *= head;
        if (!factor.is_zero() && !rows[done][j].is_zero()) rows[i][j] -= factor * rows[done][j];
        rows[i][j] /= previous;
      }
    }
    previous = head;
    pivots.push_back(column);
  }
  AffineForm form{0, std::vector<Integer>(d)};
  form.normal[free_column] = previous;
  for (std::size_t i = 0; i < pivots.size(); ++i) form.normal[pivots[i]] = -rows[i][free_column];
  form.normal = primitive(std::move(form.normal));
  form.constant = -value_at(form, origin);
  return form;
}

// Fraction-free Gauss-Jordan elimination of [M | I], M's columns being the points with a leading 1: what is left on the
// right is the adjugate of M, whose row k is the form opposite to point k. All numbers on the way are minors of [M |
// I].
std::vector<std::vector<Integer>> simplex_minors(const IntegerPoints& simplex) {
  const std::size_t m = simplex.size();
  std::vector<std::vector<Integer>> rows(m, std::vector<Integer>(2 * m));
  for (std::size_t k = 0; k < m; ++k) {
    rows[0][k] = 1;
    for (std::size_t j = 0; j + 1 < m; ++j) rows[j + 1][k] = simplex[k][j];
    rows[k][m + k] = 1;
  }
  Integer previous = 1;
  for (std::size_t c = 0; c < m; ++c) {
    std::size_t pivot = c;
    while (rows[pivot][c].is_zero()) ++pivot;
    std::swap(rows[pivot], rows[c]);
    const Integer head = rows[c][c];
    for (std::size_t i = 0; i < m; ++i) {
      const Integer factor = rows[i][c];
      if (i == c || (factor.is_zero() && head == previous)) continue;
      for (std::size_t j = 0; j < 2 * m; ++j) {
        if (rows[i][j].is_zero() && rows[c][j].is_zero()) continue;
        rows[i][j] *= head;
        if (!factor.is_zero() && !rows[c][j].is_zero()) rows[i][j] -= factor * rows[c][j];
        rows[i][j] /= previous;
      }
    }
    previous = head;
  }
  for (auto& row : rows) {
    row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(m));
    if (previous.sign() > 0) continue;
    for (Integer& x : row) x = -x;
  }
  return rows;
}

Integer value_at(const AffineForm& form, const std::vector<Integer>& x) {
  Integer value = form.constant;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!form.normal[i].is_zero() && !x[i].is_zero()) value += form.normal[i] * x[i];
  }
  return value;
}

}  // namespace tropiary::detail
