#include "tropiary/exact/linear_algebra.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <numeric>
#include <optional>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/error.hpp"

using namespace tropiary;
using tropiary::testing::Random;

namespace {

/// Entries that make dependent rows likely, with fractions and numbers beyond a word among them.
RationalMatrix random_matrix(Random& random, std::size_t rows, std::size_t columns) {
  RationalMatrix result(rows, RationalVector(columns));
  const bool large = random.chance(0.2);
  for (RationalVector& row : result) {
    for (Rational& entry : row) {
      entry = Rational(random.between(-2, 2), random.between(1, 3));
      if (large) entry *= Rational(pow(Integer(2), 70));
    }
  }
  if (rows > 2 && random.chance(0.5)) {
    for (std::size_t j = 0; j < columns; ++j) result[0][j] = result[1][j] * Rational(3) - result[2][j];
  }
  return result;
}

RationalMatrix product(const RationalMatrix& a, const RationalMatrix& b) {
  RationalMatrix result;
  for (const RationalVector& row : a) {
    result.emplace_back();
    for (std::size_t j = 0; j < b[0].size(); ++j) {
      Rational sum;
      for (std::size_t k = 0; k < b.size(); ++k) sum += row[k] * b[k][j];
      result.back().push_back(sum);
    }
  }
  return result;
}

/// Leibniz: the sum over all permutations.
Rational determinant_by_permutations(const RationalMatrix& square) {
  std::vector<std::size_t> image(square.size());
  std::iota(image.begin(), image.end(), std::size_t{0});
  Rational sum;
  do {
    Rational term = 1;
    for (std::size_t i = 0; i < image.size(); ++i) {
      term *= square[i][image[i]];
      for (std::size_t j = 0; j < i; ++j) {
        if (image[j] > image[i]) term = -term;
      }
    }
    sum += term;
  } while (std::next_permutation(image.begin(), image.end()));
  return sum;
}

/// The largest size of a minor that does not vanish.
std::size_t rank_by_minors(const RationalMatrix& matrix) {
  const std::size_t columns = matrix.empty() ? 0 : matrix[0].size();
  std::size_t best = 0;
  for (std::uint32_t rows = 1; rows < (1U << matrix.size()); ++rows) {
    for (std::uint32_t chosen = 1; chosen < (1U << columns); ++chosen) {
      const auto size = static_cast<std::size_t>(std::popcount(rows));
      if (size <= best || size != static_cast<std::size_t>(std::popcount(chosen))) continue;
      RationalMatrix minor;
      for (std::size_t i = 0; i < matrix.size(); ++i) {
        if (((rows >> i) & 1U) == 0) continue;
        minor.emplace_back();
        for (std::size_t j = 0; j < columns; ++j) {
          if (((chosen >> j) & 1U) != 0) minor.back().push_back(matrix[i][j]);
        }
      }
      if (!determinant_by_permutations(minor).is_zero()) best = size;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("the determinant is the alternating sum over permutations and multiplicative", "[exact]") {
  const std::uint64_t seed = 11235;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = random.below(6);
    const RationalMatrix a = random_matrix(random, n, n);
    const RationalMatrix b = random_matrix(random, n, n);
    CHECK(determinant(a) == determinant_by_permutations(a));
    if (n > 0) CHECK(determinant(product(a, b)) == determinant(a) * determinant(b));
  }
  CHECK_THROWS_AS(determinant({{1, 2}}), Error);
  CHECK(determinant({}) == Rational(1));
}

TEST_CASE("the rank is the size of the largest minor and the kernel fills up the columns", "[exact]") {
  const std::uint64_t seed = 81321;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t rows = random.below(5);
    const std::size_t columns = 1 + random.below(4);
    const RationalMatrix a = random_matrix(random, rows, columns);
    const std::size_t r = rank(a);
    CHECK(r == rank_by_minors(a));
    const RationalMatrix basis = kernel(a, columns);
    CHECK(basis.size() == columns - r);
    CHECK(rank(basis) == basis.size());
    for (const RationalVector& vector : basis) {
      for (const RationalVector& row : a) CHECK(dot(row, vector).is_zero());
    }
  }
  CHECK(kernel({}, 3).size() == 3);
}

TEST_CASE("the reduced echelon form has unit columns at its pivots and the same row space", "[exact]") {
  const std::uint64_t seed = 34558;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const RationalMatrix a = random_matrix(random, 1 + random.below(5), 1 + random.below(5));
    const RowEchelon form = reduced_row_echelon(a);
    REQUIRE(form.rows.size() == form.pivots.size());
    CHECK(std::is_sorted(form.pivots.begin(), form.pivots.end()));
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
      for (std::size_t k = 0; k < form.rows.size(); ++k) {
        CHECK(form.rows[k][form.pivots[i]] == Rational(i == k ? 1 : 0));
      }
      for (std::size_t j = 0; j < form.pivots[i]; ++j) CHECK(form.rows[i][j].is_zero());
    }
    RationalMatrix both = a;
    both.insert(both.end(), form.rows.begin(), form.rows.end());
    CHECK(rank(both) == form.rows.size());
    CHECK(rank(a) == form.rows.size());
    RationalMatrix shuffled = a;
    random.shuffle(shuffled);
    CHECK(reduced_row_echelon(shuffled).rows == form.rows);
  }
}

TEST_CASE("solve finds a solution exactly where there is one", "[exact]") {
  const std::uint64_t seed = 55891;
  CAPTURE(seed);
  Random random(seed);
  int without = 0;
  for (int round = 0; round < 100; ++round) {
    const std::size_t rows = random.below(5);
    const std::size_t columns = 1 + random.below(4);
    const RationalMatrix a = random_matrix(random, rows, columns);
    RationalVector right;
    for (std::size_t i = 0; i < rows; ++i) right.emplace_back(random.between(-2, 2));
    const std::optional<RationalVector> x = solve(a, right, columns);
    RationalMatrix extended = a;
    for (std::size_t i = 0; i < rows; ++i) extended[i].push_back(right[i]);
    CHECK(x.has_value() == (rank(a) == rank(extended)));  // Rouché and Capelli
    if (!x) ++without;
    for (std::size_t i = 0; x && i < rows; ++i) CHECK(dot(a[i], *x) == right[i]);
  }
  CHECK(without > 0);
}

TEST_CASE("the affine dimension does not depend on where the origin is", "[exact]") {
  const std::uint64_t seed = 89144;
  CAPTURE(seed);
  Random random(seed);
  CHECK(affine_dimension({}) == -1);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random.below(4);
    RationalMatrix points = random_matrix(random, 1 + random.below(5), n);
    RationalMatrix lifted = points;
    for (RationalVector& point : lifted) point.emplace_back(1);
    const int dimension = affine_dimension(points);
    CHECK(dimension == static_cast<int>(rank(lifted)) - 1);
    for (RationalVector& point : points) {
      for (std::size_t i = 0; i < n; ++i) point[i] += Rational(7, static_cast<std::int64_t>(i) + 2);
    }
    CHECK(affine_dimension(points) == dimension);
  }
}

TEST_CASE("primitive rows are coprime positive multiples", "[exact]") {
  const std::uint64_t seed = 14423;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 100; ++round) {
    const RationalMatrix row = random_matrix(random, 1, 1 + random.below(4));
    const std::vector<Integer> integers = primitive(std::span<const Rational>(row[0]));
    Integer divisor;
    Rational factor;
    for (std::size_t i = 0; i < integers.size(); ++i) {
      divisor = gcd(divisor, integers[i]);
      if (!row[0][i].is_zero()) factor = Rational(integers[i]) / row[0][i];
    }
    CHECK((divisor.is_one() || divisor.is_zero()));
    CHECK(factor.sign() == divisor.sign());
    for (std::size_t i = 0; i < integers.size(); ++i) CHECK(Rational(integers[i]) == factor * row[0][i]);
  }
  CHECK(primitive(std::vector<Integer>{-4, 6, 0}) == std::vector<Integer>{-2, 3, 0});
}

TEST_CASE("vectors of different lengths have no dot product", "[exact]") {
  CHECK_THROWS_AS(dot(RationalVector(2), RationalVector(3)), Error);
  CHECK(dot(RationalVector{}, RationalVector{}) == Rational(0));
}
