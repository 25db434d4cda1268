#include "tropiary/polytope/faces.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
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

TEST_CASE("too many faces are refused") {
  CHECK_THROWS_AS(f_vector(order_polytope(named_poset("grid:2x4")), 100), Error);
}

TEST_CASE("the faces of a simplex are a Boolean lattice and those of a cube the intervals of one") {
  for (std::size_t d = 0; d <= 5; ++d)
    CHECK(find_isomorphism(face_lattice(order_polytope(chain(d))), boolean_lattice(d + 1)));
  for (std::size_t d = 1; d <= 4; ++d)
    CHECK(
        find_isomorphism(face_lattice(order_polytope(antichain(d))), with_bottom(interval_poset(boolean_lattice(d)))));
}

TEST_CASE("face lattices are graded lattices with the numbers of faces for levels and Euler's relation") {
  for (std::size_t k = 0; k < 16; ++k) {
    const Polytope polytope = order_polytope(paper_poset(k));
    const Poset faces = face_lattice(polytope);
    CAPTURE(k);
    CHECK(is_lattice(faces));
    CHECK(is_graded(faces));
    std::vector<std::size_t> rank(faces.size(), 0);
    Counts counts(6, 0);
    for (const Element e : faces.linear_extension()) {
      for (const Element lower : faces.lower_covers(e)) rank[index(e)] = rank[index(lower)] + 1;
      ++counts[rank[index(e)]];
    }
    Counts expected = f_vector(polytope);
    expected.insert(expected.begin(), 1);
    expected.push_back(1);
    CHECK(counts == expected);
    CHECK(Poset::from_relations(faces.size(), faces.covers()).count_covers() == faces.count_covers());
    // The proper part is a sphere of dimension three: its Möbius function is (−1)^5.
    std::vector<Element> proper;
    for (std::size_t i = 1; i + 1 < faces.size(); ++i) proper.push_back(element(i));
    CHECK(reduced_euler_characteristic(induced_subposet(faces, proper)) == -1);
    // A face is labelled by its vertices.
    for (std::size_t v = 0; v < polytope.vertices().size(); ++v)
      CHECK(faces.label(element(v + 1)) == std::to_string(v + 1));
  }
  CHECK(face_lattice(order_polytope(antichain(2))).labels() ==
        std::vector<std::string>{"∅", "1", "2", "3", "4", "12", "13", "24", "34", "1234"});
  CHECK_ERROR(face_lattice(order_polytope(antichain(6)), 100), Errc::too_large, "face_lattice");
}
