#include "tropiary/polytope/linear_program.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t max_coefficients = std::size_t{1} << 24;

// Variables: x_0, …, x_{n−1} free, then one slack for each constraint, then one artificial variable; all but the x are
// ≥ 0. Each row gives a basic variable as a constant plus a combination of the nonbasic ones, which are 0 at the
// current point; the last row gives the objective.
class Dictionary {
 public:
  Dictionary(std::span<const Rational> objective, std::span<const AffineForm> constraints, bool with_artificial)
      : unknowns_(objective.size()), artificial_(with_artificial ? unknowns_ + constraints.size() : none) {
    for (std::size_t j = 0; j < unknowns_; ++j) nonbasic_.push_back(j);
    if (with_artificial) nonbasic_.push_back(artificial_);
    for (std::size_t i = 0; i < constraints.size(); ++i) {
      RationalVector row = {constraints[i].constant};
      row.insert(row.end(), constraints[i].normal.begin(), constraints[i].normal.end());
      if (with_artificial) row.push_back(1);
      rows_.push_back(std::move(row));
      basic_.push_back(unknowns_ + i);
    }
    set_objective(objective);
  }

  // The last row becomes the objective Σ c_j · x_j written in the nonbasic variables.
  void set_objective(std::span<const Rational> objective) {
    RationalVector last(nonbasic_.size() + 1);
    for (std::size_t j = 0; j < objective.size(); ++j) add_variable(last, j, objective[j]);
    replace_objective(std::move(last));
  }
  void set_objective_to_less_artificial() {
    RationalVector last(nonbasic_.size() + 1);
    add_variable(last, artificial_, -1);
    replace_objective(std::move(last));
  }

  [[nodiscard]] std::size_t most_violated() const {
    std::size_t worst = none;
    for (std::size_t i = 0; i < basic_.size(); ++i) {
      if (is_free(basic_[i]) || rows_[i][0].sign() >= 0) continue;
      if (worst == none || rows_[i][0] < rows_[worst][0]) worst = i;
    }
    return worst;
  }

  [[nodiscard]] std::size_t column_of(std::size_t variable) const {
    return static_cast<std::size_t>(std::find(nonbasic_.begin(), nonbasic_.end(), variable) - nonbasic_.begin());
  }
  [[nodiscard]] std::size_t row_of(std::size_t variable) const {
    return static_cast<std::size_t>(std::find(basic_.begin(), basic_.end(), variable) - basic_.begin());
  }

  void pivot(std::size_t row, std::size_t column) {
    RationalVector& leaving = rows_[row];
    const Rational factor = Rational(-1) / leaving[column + 1];
    leaving[column + 1] = -1;
    for (Rational& x : leaving) x *= factor;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i == row || rows_[i][column + 1].is_zero()) continue;
      const Rational times = std::exchange(rows_[i][column + 1], Rational());
      for (std::size_t j = 0; j < leaving.size(); ++j) {
        if (!leaving[j].is_zero()) rows_[i][j] += times * leaving[j];
      }
    }
    std::swap(basic_[row], nonbasic_[column]);
  }

  // The row that stops the variable of a column when it moves up (direction 1) or down (−1): least ratio, then least
  // variable.
  [[nodiscard]] std::size_t blocking_row(std::size_t column, int direction) const {
    std::size_t best = none;
    Rational least;
    for (std::size_t i = 0; i < basic_.size(); ++i) {
      if (is_free(basic_[i]) || rows_[i][column + 1].sign() * direction >= 0) continue;
      Rational ratio = rows_[i][0] / abs(rows_[i][column + 1]);
      if (best == none || ratio < least || (ratio == least && basic_[i] < basic_[best])) {
        best = i;
        least = std::move(ratio);
      }
    }
    return best;
  }

  // Brings the free variables into the basis, keeping the current point feasible. Those that stay out occur in no row
  // of a bounded variable.
  void bring_free_variables_in() {
    for (std::size_t column = 0; column < nonbasic_.size(); ++column) {
      if (!is_free(nonbasic_[column])) continue;
      std::size_t row = blocking_row(column, 1);
      if (row == none) row = blocking_row(column, -1);
      if (row != none) pivot(row, column);
    }
  }

  // Pivots until the objective is at its maximum; else returns the column along which it grows without end, with the
  // direction in which its variable moves.
  std::pair<std::size_t, int> optimise() {
    for (;;) {
      std::size_t entering = none;
      int direction = 0;
      for (std::size_t j = 0; j < nonbasic_.size(); ++j) {
        const int sign = rows_.back()[j + 1].sign();
        if (sign == 0 || (sign < 0 && !is_free(nonbasic_[j]))) continue;
        if (entering == none || nonbasic_[j] < nonbasic_[entering]) {
          entering = j;
          direction = sign;
        }
      }
      if (entering == none) return {none, 0};
      const std::size_t row = blocking_row(entering, direction);
      if (row == none) return {entering, direction};
      pivot(row, entering);
    }
  }

  // After the first phase, in which it became 0.
  void drop_artificial() {
    if (const std::size_t row = row_of(artificial_); row < basic_.size()) {
      std::size_t column = 0;
      while (column < nonbasic_.size() && rows_[row][column + 1].is_zero()) ++column;
      if (column == nonbasic_.size()) {  // it is 0 identically
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));
        basic_.erase(basic_.begin() + static_cast<std::ptrdiff_t>(row));
        return;
      }
      pivot(row, column);
    }
    const auto column = static_cast<std::ptrdiff_t>(column_of(artificial_));
    nonbasic_.erase(nonbasic_.begin() + column);
    for (RationalVector& row : rows_) row.erase(row.begin() + column + 1);
  }

  [[nodiscard]] const Rational& value() const { return rows_.back()[0]; }

  [[nodiscard]] RationalVector point() const {
    RationalVector x(unknowns_);
    for (std::size_t i = 0; i < basic_.size(); ++i) {
      if (is_free(basic_[i])) x[basic_[i]] = rows_[i][0];
    }
    return x;
  }

  [[nodiscard]] RationalVector direction_of(std::size_t column, int direction) const {
    RationalVector x(unknowns_);
    for (std::size_t i = 0; i < basic_.size(); ++i) {
      if (is_free(basic_[i])) x[basic_[i]] = rows_[i][column + 1] * Rational(direction);
    }
    if (is_free(nonbasic_[column])) x[nonbasic_[column]] = direction;
    return x;
  }

  // The objective is its value minus Σ multiplier · slack.
  [[nodiscard]] RationalVector multipliers(std::size_t constraints) const {
    RationalVector y(constraints);
    for (std::size_t j = 0; j < nonbasic_.size(); ++j) {
      if (!is_free(nonbasic_[j]) && nonbasic_[j] != artificial_) y[nonbasic_[j] - unknowns_] = -rows_.back()[j + 1];
    }
    return y;
  }

 private:
  [[nodiscard]] bool is_free(std::size_t variable) const { return variable < unknowns_; }

  void add_variable(RationalVector& row, std::size_t variable, const Rational& times) const {
    if (const std::size_t column = column_of(variable); column < nonbasic_.size()) {
      row[column + 1] += times;
      return;
    }
    const RationalVector& expression = rows_[row_of(variable)];
    for (std::size_t j = 0; j < expression.size(); ++j) row[j] += times * expression[j];
  }

  void replace_objective(RationalVector row) {
    rows_.resize(basic_.size());
    rows_.push_back(std::move(row));
  }

  std::size_t unknowns_;
  std::size_t artificial_;
  std::vector<std::size_t> basic_;
  std::vector<std::size_t> nonbasic_;
  RationalMatrix rows_;
};

}  // namespace

LinearProgramSolution maximise(std::span<const Rational> objective, std::span<const AffineForm> constraints) {
  const std::size_t n = objective.size();
  const std::size_t m = constraints.size();
  for (std::size_t i = 0; i < m; ++i) {
    if (constraints[i].normal.size() == n) continue;
    throw Error(Errc::dimension_mismatch, "maximise: constraint " + std::to_string(i) + " has " +
                                              std::to_string(constraints[i].normal.size()) +
                                              " coefficients, the objective has " + std::to_string(n));
  }
  if (Integer(n + 2) * Integer(m + 1) > Integer(max_coefficients)) {
    throw Error(Errc::too_large, "maximise: " + std::to_string(m) + " constraints in " + std::to_string(n) +
                                     " unknowns are more than " + std::to_string(max_coefficients) + " coefficients");
  }
  const bool violated =
      std::any_of(constraints.begin(), constraints.end(), [](const AffineForm& c) { return c.constant.sign() < 0; });
  Dictionary dictionary(objective, constraints, violated);
  LinearProgramSolution solution;
  if (violated) {
    dictionary.pivot(dictionary.most_violated(), n);  // column n is the artificial variable
    dictionary.bring_free_variables_in();
    dictionary.set_objective_to_less_artificial();
    dictionary.optimise();
    if (dictionary.value().sign() < 0) {
      solution.multipliers = dictionary.multipliers(m);
      return solution;
    }
    dictionary.drop_artificial();
    dictionary.set_objective(objective);
  } else {
    dictionary.bring_free_variables_in();
  }
  const auto [column, direction] = dictionary.optimise();
  solution.point = dictionary.point();
  if (column != none) {
    solution.status = LinearProgramStatus::unbounded;
    solution.direction = dictionary.direction_of(column, direction);
    return solution;
  }
  solution.status = LinearProgramStatus::optimal;
  solution.value = dictionary.value();
  solution.multipliers = dictionary.multipliers(m);
  return solution;
}

}  // namespace tropiary
