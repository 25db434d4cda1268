#include "polytope/affine_forms.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

bool vanishes_at(const AffineForm& form, const std::vector<std::size_t>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](std::size_t column) { return form.normal[column].is_zero(); });
}

void check_length(const char* function, const char* what, std::size_t position, std::size_t length,
                  std::size_t ambient_dimension) {
  if (length == ambient_dimension) return;
  throw Error(Errc::dimension_mismatch, std::string(function) + ": " + what + " " + std::to_string(position) + " has " +
                                            std::to_string(length) + " coordinates, but the ambient dimension is " +
                                            std::to_string(ambient_dimension));
}

}  // namespace

RationalVector row_of(const AffineForm& form) {
  RationalVector row(form.normal.begin(), form.normal.end());
  row.emplace_back(form.constant);
  return row;
}

AffineForm primitive_form(const RationalVector& row) {
  AffineForm form;
  form.normal = primitive(std::span<const Rational>(row));
  form.constant = std::move(form.normal.back());
  form.normal.pop_back();
  return form;
}

AffineForm form_of_homogeneous(std::vector<Integer> row) {
  row = primitive(std::move(row));
  AffineForm form{std::move(row[0]), {}};
  form.normal.assign(std::make_move_iterator(row.begin() + 1), std::make_move_iterator(row.end()));
  return form;
}

RowEchelon echelon_of(const std::vector<AffineForm>& equations) {
  RationalMatrix rows;
  rows.reserve(equations.size());
  for (const AffineForm& equation : equations) rows.push_back(row_of(equation));
  return reduced_row_echelon(std::move(rows));
}

void drop_contradiction(RowEchelon& equations, std::size_t ambient_dimension) {
  if (equations.pivots.empty() || equations.pivots.back() != ambient_dimension) return;
  equations.pivots.pop_back();
  equations.rows.pop_back();
}

AffineForm modulo_equations(AffineForm form, const RowEchelon& equations) {
  if (vanishes_at(form, equations.pivots)) {
    Integer divisor = form.constant;
    for (std::size_t j = 0; j < form.normal.size() && !divisor.is_one(); ++j) divisor = gcd(divisor, form.normal[j]);
    if (divisor.is_one()) return form;
    form.normal.push_back(std::move(form.constant));
    form.normal = primitive(std::move(form.normal));
    form.constant = std::move(form.normal.back());
    form.normal.pop_back();
    return form;
  }
  RationalVector row = row_of(form);
  for (std::size_t i = 0; i < equations.rows.size(); ++i) {
    const Rational factor = row[equations.pivots[i]];
    if (factor.is_zero()) continue;
    for (std::size_t j = 0; j < row.size(); ++j) row[j] -= factor * equations.rows[i][j];
  }
  return primitive_form(row);
}

void check_lengths(const char* function, const char* what, const RationalMatrix& rows, std::size_t ambient_dimension) {
  for (std::size_t i = 0; i < rows.size(); ++i) check_length(function, what, i, rows[i].size(), ambient_dimension);
}

void check_lengths(const char* function, const char* what, const std::vector<AffineForm>& forms,
                   std::size_t ambient_dimension) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    check_length(function, what, i, forms[i].normal.size(), ambient_dimension);
  }
}

}  // namespace tropiary::detail
