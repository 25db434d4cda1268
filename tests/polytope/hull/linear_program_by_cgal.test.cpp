#include <CGAL/Gmpz.h>
#include <CGAL/QP_functions.h>
#include <CGAL/QP_models.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "support/posets.hpp"
#include "tropiary/polytope/linear_program.hpp"

namespace tropiary {
namespace {

using testing::Random;

std::string text_of(const CGAL::Gmpz& x) {
  std::ostringstream out;
  out << x;
  return out.str();
}

/// The maximum by CGAL's solver: it minimises, and its constraints read −a·x ≤ b.
LinearProgramSolution by_cgal(const std::vector<std::int64_t>& objective,
                              const std::vector<std::vector<std::int64_t>>& rows) {
  CGAL::Quadratic_program<int> program(CGAL::SMALLER, false, 0, false, 0);
  for (std::size_t j = 0; j < objective.size(); ++j) {
    program.set_c(static_cast<int>(j), static_cast<int>(-objective[j]));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    program.set_b(static_cast<int>(i), static_cast<int>(rows[i][0]));
    for (std::size_t j = 0; j < objective.size(); ++j) {
      program.set_a(static_cast<int>(j), static_cast<int>(i), static_cast<int>(-rows[i][j + 1]));
    }
  }
  const auto solution = CGAL::solve_linear_program(program, CGAL::Gmpz());
  LinearProgramSolution result;
  if (solution.is_infeasible()) return result;
  result.status = solution.is_unbounded() ? LinearProgramStatus::unbounded : LinearProgramStatus::optimal;
  if (solution.is_optimal()) {
    const auto value = solution.objective_value();
    result.value = -Rational(Integer(text_of(value.numerator())), Integer(text_of(value.denominator())));
  }
  return result;
}

TEST_CASE("linear programs have the status and the maximum that another solver finds") {
  const std::uint64_t seed = 2008;
  CAPTURE(seed);
  Random random(seed);
  std::size_t seen[3] = {};
  for (int round = 0; round < 600; ++round) {
    CAPTURE(round);
    const std::size_t n = 1 + random.below(6);
    const std::size_t m = 1 + random.below(14);
    const std::int64_t size = random.chance(0.5) ? 2 : 1000;
    const std::int64_t least_constant = random.chance(0.7) ? 0 : -size;
    std::vector<std::vector<std::int64_t>> rows(m);
    std::vector<AffineForm> constraints;
    for (auto& row : rows) {
      row.push_back(random.between(least_constant, size));
      for (std::size_t j = 0; j < n; ++j) row.push_back(random.between(-size, size));
      constraints.push_back({row[0], {row.begin() + 1, row.end()}});
    }
    std::vector<std::int64_t> objective;
    for (std::size_t j = 0; j < n; ++j) objective.push_back(random.between(-size, size));
    const LinearProgramSolution ours = maximise(RationalVector(objective.begin(), objective.end()), constraints);
    const LinearProgramSolution theirs = by_cgal(objective, rows);
    CHECK(ours.status == theirs.status);
    CHECK(ours.value == theirs.value);
    ++seen[static_cast<int>(ours.status)];
  }
  for (const std::size_t count : seen) CHECK(count >= 20);
}

}  // namespace
}  // namespace tropiary
