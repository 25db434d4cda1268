#include "tropiary/polytope/linear_program.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

using testing::Random;

// Σ y_i · (a_i, b_i), b last.
RationalVector combination(const RationalVector& y, const std::vector<AffineForm>& constraints, std::size_t n) {
  RationalVector sum(n + 1);
  for (std::size_t i = 0; i < constraints.size(); ++i) {
    CHECK(y[i].sign() >= 0);
    for (std::size_t j = 0; j < n; ++j) sum[j] += y[i] * Rational(constraints[i].normal[j]);
    sum[n] += y[i] * Rational(constraints[i].constant);
  }
  return sum;
}

// The solution proves itself: by weak duality, by a ray, or by Farkas' lemma.
LinearProgramStatus check_proof(const RationalVector& c, const std::vector<AffineForm>& constraints) {
  const std::size_t n = c.size();
  const LinearProgramSolution solution = maximise(c, constraints);
  if (solution.status == LinearProgramStatus::infeasible) {
    const RationalVector sum = combination(solution.multipliers, constraints, n);
    for (std::size_t j = 0; j < n; ++j) CHECK(sum[j].is_zero());
    CHECK(sum[n].sign() < 0);
    CHECK(!solution.value);
    return solution.status;
  }
  for (const AffineForm& constraint : constraints) CHECK(constraint(solution.point).sign() >= 0);
  if (solution.status == LinearProgramStatus::unbounded) {
    CHECK(dot(c, solution.direction).sign() > 0);
    for (const AffineForm& constraint : constraints) {
      const AffineForm slope{0, constraint.normal};
      CHECK(slope(solution.direction).sign() >= 0);
    }
    return solution.status;
  }
  const RationalVector sum = combination(solution.multipliers, constraints, n);
  for (std::size_t j = 0; j < n; ++j) CHECK((c[j] + sum[j]).is_zero());
  CHECK(solution.value == sum[n]);
  CHECK(solution.value == dot(c, solution.point));
  return solution.status;
}

}  // namespace

TEST_CASE("random linear programs come with a proof of what they are") {
  const std::uint64_t seed = 1947;
  CAPTURE(seed);
  Random random(seed);
  std::size_t seen[3] = {};
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    const std::size_t n = random.below(5);
    const std::size_t m = random.below(9);
    const std::int64_t size = random.chance(0.5) ? 1 : 20;
    std::vector<AffineForm> constraints;
    for (std::size_t i = 0; i < m; ++i) {
      AffineForm form{random.between(random.chance(0.5) ? 0 : -size, size), {}};
      for (std::size_t j = 0; j < n; ++j) form.normal.emplace_back(random.between(-size, size));
      constraints.push_back(std::move(form));
    }
    RationalVector c;
    for (std::size_t j = 0; j < n; ++j) c.emplace_back(random.between(-size, size));
    ++seen[static_cast<int>(check_proof(c, constraints))];
  }
  for (const std::size_t count : seen) CHECK(count >= 100);
}

TEST_CASE("the maximum over an order polytope is the maximum over its vertices") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Polytope o = order_polytope(testing::random_poset(6, 0.3, seed));
    RationalVector c;
    for (std::size_t j = 0; j < 6; ++j) c.emplace_back(random.between(-5, 5), random.between(1, 3));
    Rational best = dot(c, o.vertices()[0]);
    for (const RationalVector& vertex : o.vertices()) best = std::max(best, dot(c, vertex));
    CHECK(check_proof(c, o.facets()) == LinearProgramStatus::optimal);
    CHECK(maximise(c, o.facets()).value == best);
  }
}

TEST_CASE("the simplex method ends on the example on which it can cycle") {
  // Beale 1955: minimise −3/4 x₄ + 20 x₅ − 1/2 x₆ + 6 x₇.
  const std::vector<AffineForm> constraints = {{0, {-1, 32, 4, -36}}, {0, {-1, 24, 1, -6}}, {1, {0, 0, -1, 0}},
                                               {0, {1, 0, 0, 0}},     {0, {0, 1, 0, 0}},    {0, {0, 0, 1, 0}},
                                               {0, {0, 0, 0, 1}}};
  const RationalVector c = {Rational("3/4"), -20, Rational("1/2"), -6};
  CHECK(check_proof(c, constraints) == LinearProgramStatus::optimal);
  CHECK(maximise(c, constraints).value == Rational("5/4"));
}

TEST_CASE("without unknowns the constants decide") {
  CHECK(maximise({}, {}).status == LinearProgramStatus::optimal);
  CHECK(maximise({}, std::vector<AffineForm>{{-1, {}}}).status == LinearProgramStatus::infeasible);
  CHECK(maximise(RationalVector{1}, {}).status == LinearProgramStatus::unbounded);
  CHECK_ERROR(maximise(RationalVector{1}, std::vector<AffineForm>{{1, {}}}), Errc::dimension_mismatch, "constraint 0");
}

}  // namespace tropiary
