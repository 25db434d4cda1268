#include "tropiary/polytope/faces.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;
using Counts = std::vector<std::size_t>;

TEST_CASE("the cube has 2^(d-k) C(d k) faces of dimension k") {
  for (std::size_t d = 1; d <= 6; ++d) {
    const Counts f = f_vector(order_polytope(antichain(d)));
    REQUIRE(f.size() == d);
    for (std::size_t k = 0; k < d; ++k)
      CHECK(Integer(f[k]) == binomial(d, k) * pow(Integer(2), static_cast<std::uint32_t>(d - k)));
  }
}

TEST_CASE("the simplex has C(d+1 k+1) faces of dimension k") {
  for (std::size_t d = 1; d <= 7; ++d) {
    const Counts f = f_vector(order_polytope(chain(d)));
    REQUIRE(f.size() == d);
    for (std::size_t k = 0; k < d; ++k) CHECK(Integer(f[k]) == binomial(d + 1, k + 1));
  }
}

TEST_CASE("the sixteen order polytopes have their published numbers of edges") {
  const Counts edges{20, 32, 24, 13, 21, 21, 18, 13, 16, 20, 15, 17, 18, 10, 13, 15};
  for (std::size_t k = 0; k < 16; ++k) CHECK(f_vector(order_polytope(paper_poset(k)))[1] == edges[k]);
}

TEST_CASE("every order and chain polytope satisfies Euler's relation") {
  for (const char* name : {"N", "diamond", "fence:6", "crown:3", "grid:2x3", "divisors:12", "boolean:3"}) {
    for (const Polytope& k : {order_polytope(named_poset(name)), chain_polytope(named_poset(name))}) {
      int sum = 0;
      int sign = 1;
      for (const std::size_t count : f_vector(k)) {
        sum += sign * static_cast<int>(count);
        sign = -sign;
      }
      CAPTURE(name);
      CHECK(sum == 1 - (k.dimension() % 2 == 0 ? 1 : -1));
      CHECK(f_vector(k).front() == k.vertices().size());
      CHECK(f_vector(k).back() == k.facets().size());
    }
  }
}

TEST_CASE("a point and the empty polytope have empty f-vectors") {
  CHECK(f_vector(order_polytope(Poset())).empty());
  CHECK(f_vector(Polytope()).empty());
}

TEST_CASE("too many faces are refused") { CHECK_THROWS_AS(f_vector(order_polytope(antichain(8)), 100), Error); }
