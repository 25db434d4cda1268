#include <algorithm>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

Polytope rebuilt(const Polytope& p, std::vector<RationalVector> vertices, std::vector<AffineForm> facets) {
  return Polytope::from_theorem(p.ambient_dimension(), std::move(vertices), std::move(facets), p.equations());
}

Polytope cube(std::size_t n) { return order_polytope(antichain(n)); }

// The octahedron |x| + |y| + |z| ≤ 1, every vertex on four facets: without one facet each vertex still has rank 3.
Polytope octahedron() {
  std::vector<RationalVector> vertices;
  std::vector<AffineForm> facets;
  for (std::size_t i = 0; i < 3; ++i) {
    for (const int sign : {-1, 1}) {
      vertices.emplace_back(3);
      vertices.back()[i] = sign;
    }
  }
  for (int mask = 0; mask < 8; ++mask) {
    facets.push_back({1, {(mask & 1) != 0 ? 1 : -1, (mask & 2) != 0 ? 1 : -1, (mask & 4) != 0 ? 1 : -1}});
  }
  return Polytope::from_theorem(3, vertices, facets, {});
}

template <class T>
std::vector<T> without(std::vector<T> values, std::size_t position) {
  values.erase(values.begin() + static_cast<std::ptrdiff_t>(position));
  return values;
}
template <class T>
std::vector<T> with(std::vector<T> values, T value) {
  values.push_back(std::move(value));
  return values;
}

std::vector<Polytope> examples() {
  std::vector<Polytope> result = {octahedron(), cube(2), cube(3), cube(4)};
  for (std::size_t k = 0; k < 16; ++k) result.push_back(order_polytope(paper_poset(k)));
  for (std::size_t k = 0; k < 16; ++k) result.push_back(chain_polytope(paper_poset(k)));
  result.push_back(order_polytope(fence(6)));
  result.push_back(order_polytope(boolean_lattice(3)));
  return result;
}

}  // namespace

TEST_CASE("a polytope without one of its facets is rejected") {
  for (const Polytope& p : examples()) {
    REQUIRE(verify(p).failures == std::vector<std::string>{});
    for (std::size_t f = 0; f < p.facets().size(); ++f) {
      CAPTURE(p.dimension(), p.facets().size(), f);
      CHECK_FALSE(verify(rebuilt(p, p.vertices(), without(p.facets(), f))).holds());
    }
  }
}

TEST_CASE("an octahedron without two opposite facets is rejected although every vertex has rank 3") {
  const Polytope p = octahedron();
  const auto facets = without(without(p.facets(), 7), 0);
  const PolytopeReport report = verify(rebuilt(p, p.vertices(), facets));
  REQUIRE(report.failures.size() == 1);
  CHECK_THAT(report.failures[0], Catch::Contains("a facet is missing"));
}

TEST_CASE("a polytope without one of its vertices is rejected") {
  for (const Polytope& p : examples()) {
    for (std::size_t v = 0; v < p.vertices().size(); ++v) {
      CAPTURE(p.dimension(), p.facets().size(), v);
      CHECK_FALSE(verify(rebuilt(p, without(p.vertices(), v), p.facets())).holds());
    }
  }
}

TEST_CASE("a polytope with a vertex moved or repeated or added is rejected") {
  for (const Polytope& p : examples()) {
    for (std::size_t v = 0; v < p.vertices().size(); ++v) {
      std::vector<RationalVector> moved = p.vertices();
      moved[v][0] += Rational("1/3");
      CHECK_FALSE(verify(rebuilt(p, moved, p.facets())).holds());
      CHECK_FALSE(verify(rebuilt(p, with(p.vertices(), p.vertices()[v]), p.facets())).holds());
    }
    RationalVector centre(p.ambient_dimension());  // inside, on no facet
    RationalVector middle(p.ambient_dimension());  // on the segment between two vertices
    for (std::size_t j = 0; j < centre.size(); ++j) {
      for (const RationalVector& vertex : p.vertices()) centre[j] += vertex[j];
      centre[j] /= Rational(p.vertices().size());
      middle[j] = (p.vertices()[0][j] + p.vertices()[1][j]) / Rational(2);
    }
    CHECK_FALSE(verify(rebuilt(p, with(p.vertices(), centre), p.facets())).holds());
    CHECK_FALSE(verify(rebuilt(p, with(p.vertices(), middle), p.facets())).holds());
  }
}

TEST_CASE("a polytope with a facet added or repeated or shifted or turned is rejected") {
  for (const Polytope& p : examples()) {
    AffineForm redundant{1, std::vector<Integer>(p.ambient_dimension())};  // touches a face, cuts nothing off
    for (const AffineForm& facet : p.facets()) {
      CHECK_FALSE(verify(rebuilt(p, p.vertices(), with(p.facets(), facet))).holds());
      AffineForm slack = facet;
      slack.constant += 1;
      CHECK_FALSE(verify(rebuilt(p, p.vertices(), with(p.facets(), slack))).holds());
      AffineForm cutting = facet;
      cutting.constant -= 1;
      CHECK_FALSE(verify(rebuilt(p, p.vertices(), with(p.facets(), cutting))).holds());
      AffineForm turned = facet;
      turned.constant = -turned.constant;
      for (Integer& x : turned.normal) x = -x;
      CHECK_FALSE(verify(rebuilt(p, p.vertices(), with(p.facets(), turned))).holds());
    }
    AffineForm sum{0, std::vector<Integer>(p.ambient_dimension())};  // valid, tight where two facets are
    for (std::size_t f = 0; f < 2; ++f) {
      sum.constant += p.facets()[f].constant;
      for (std::size_t j = 0; j < sum.normal.size(); ++j) sum.normal[j] += p.facets()[f].normal[j];
    }
    CHECK_FALSE(verify(rebuilt(p, p.vertices(), with(p.facets(), sum))).holds());
    CHECK_FALSE(verify(rebuilt(p, p.vertices(), with(p.facets(), redundant))).holds());
  }
}

TEST_CASE("wrong or contradictory or missing equations are rejected") {
  const std::vector<RationalVector> segment = {{0, 5}, {1, 5}};
  const std::vector<AffineForm> ends = {{0, {1, 0}}, {1, {-1, 0}}};
  CHECK(verify(Polytope::from_theorem(2, segment, ends, {{-5, {0, 1}}})).holds());
  CHECK_FALSE(verify(Polytope::from_theorem(2, segment, ends, {{-4, {0, 1}}})).holds());
  CHECK_FALSE(verify(Polytope::from_theorem(2, segment, ends, {})).holds());
  CHECK_FALSE(verify(Polytope::from_theorem(2, segment, ends, {{-5, {0, 1}}, {1, {0, 0}}})).holds());
  CHECK_FALSE(verify(Polytope::from_theorem(2, segment, ends, {{-5, {0, 1}}, {-4, {0, 1}}})).holds());
}

TEST_CASE("the walk over the faces is bounded") {
  const Polytope p = order_polytope(boolean_lattice(3));
  CHECK(verify(p, 10000).holds());
  CHECK_ERROR(verify(p, 20), Errc::too_large, "max_faces = 20");
}

}  // namespace tropiary
