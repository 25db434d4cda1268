#include "tropiary/polytope/zonotope.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"

namespace tropiary {

TEST_CASE("unit vectors add up to the cube") {
  for (std::size_t n = 0; n <= 6; ++n) {
    std::vector<RationalVector> generators(n, RationalVector(n));
    for (std::size_t i = 0; i < n; ++i) generators[i][i] = 1;
    const Zonotope z = zonotope(n, generators);
    CHECK(z.polytope.vertices().size() == std::size_t{1} << n);
    CHECK(z.polytope.facets().size() == 2 * n);
    CHECK(zonotope_volume(n, generators) == 1);
    std::vector<Rational> powers;  // (t + 1)^n
    for (std::size_t i = 0; i <= n; ++i) powers.emplace_back(binomial(n, i));
    CHECK(zonotope_ehrhart_polynomial(n, generators) == powers);
    for (std::size_t v = 0; v < z.sign_words.size(); ++v) {
      for (std::size_t i = 0; i < n; ++i) {
        CHECK((z.sign_words[v][i] == '+') == (z.polytope.vertices()[v][i] == Rational(1)));
      }
    }
  }
}

TEST_CASE("no generators and zero generators make a point") {
  const std::vector<RationalVector> none;
  CHECK(zonotope(3, none).polytope.vertices() == std::vector<RationalVector>{RationalVector(3)});
  CHECK(zonotope(3, none).sign_words == std::vector<std::string>{""});
  const std::vector<RationalVector> zeros(2, RationalVector(3));
  CHECK(zonotope(3, zeros).polytope == zonotope(3, none).polytope);
  CHECK(zonotope(3, zeros).sign_words == std::vector<std::string>{"00"});
  CHECK(count_zonotope_vertices(3, zeros) == 1);
  CHECK(count_zonotope_facets(3, zeros) == 0);
  CHECK(zonotope_volume(3, zeros) == 0);
  CHECK(zonotope_volume(0, std::vector<RationalVector>{}) == 1);
  CHECK(zonotope_ehrhart_polynomial(3, zeros) == std::vector<Rational>{1});
}

TEST_CASE("opposite generators make one segment") {
  const std::vector<RationalVector> generators = {{2, 1}, {-2, -1}, {4, 2}};
  const Zonotope z = zonotope(2, generators);
  CHECK(z.polytope.vertices() == std::vector<RationalVector>{{-2, -1}, {6, 3}});
  CHECK(z.sign_words == std::vector<std::string>{"-+-", "+-+"});
  CHECK(zonotope_ehrhart_polynomial(2, generators) == std::vector<Rational>{1, 4});
}

TEST_CASE("zonotopes that cannot be are refused") {
  const std::vector<RationalVector> ragged = {{1, 2}, {1}};
  CHECK_ERROR(zonotope(2, ragged), Errc::dimension_mismatch, "generator 1 has 1");
  CHECK_ERROR(zonotope_volume(2, ragged), Errc::dimension_mismatch, "zonotope_volume");
  const std::vector<RationalVector> half = {{Rational("1/2"), 0}};
  CHECK_ERROR(zonotope_ehrhart_polynomial(2, half), Errc::invalid_argument, "no integer");
  std::vector<RationalVector> units(60, RationalVector(60));
  for (std::size_t i = 0; i < 60; ++i) units[i][i] = 1;
  CHECK_ERROR(zonotope(60, units), Errc::too_large, "rank 60");
  CHECK(zonotope_volume(60, units) == 1);
  CHECK_ERROR(zonotope_ehrhart_polynomial(60, units, 1000), Errc::too_large, "independent sets");
  CHECK_ERROR(count_zonotope_facets(60, units, 1000), Errc::too_large, "1000");
  CHECK_ERROR(count_zonotope_vertices(60, units, 1000), Errc::too_large, "1000");
}

}  // namespace tropiary
