#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <set>

#include "polytope/faces/face_search.hpp"
#include "polytope/faces/incidence.hpp"
#include "polytope/faces/simple_h_vector.hpp"
#include "support/posets.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;
using namespace tropiary::detail;
using Counts = std::vector<std::size_t>;

namespace {

// The faces are the intersections of facets.
Counts counts_by_closure(const Polytope& k) {
  const Incidence tight = incidence(k);
  std::set<std::vector<std::size_t>> faces;
  std::vector<std::vector<std::size_t>> facets;
  for (std::size_t f = 0; f < tight.facets.rows(); ++f) facets.push_back(positions(tight.facets.row(f)));
  std::vector<std::vector<std::size_t>> todo = facets;
  while (!todo.empty()) {
    const std::vector<std::size_t> face = todo.back();
    todo.pop_back();
    if (face.empty() || !faces.insert(face).second) continue;
    for (const auto& facet : facets) {
      std::vector<std::size_t> common;
      std::ranges::set_intersection(face, facet, std::back_inserter(common));
      todo.push_back(std::move(common));
    }
  }
  Counts counts(static_cast<std::size_t>(k.dimension()));
  for (const auto& face : faces) {
    std::vector<RationalVector> points;
    for (const std::size_t v : face) points.push_back(k.vertices()[v]);
    ++counts[static_cast<std::size_t>(affine_dimension(points))];
  }
  return counts;
}

Counts counts_by_search(const BitMatrix& vertices, std::size_t d) {
  return with_face_search(vertices, d, [](auto&& search) { return search.count(0, [](std::size_t) {}); });
}

}  // namespace

TEST_CASE("f-vectors count the intersections of facets by dimension") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Poset p = testing::random_poset(1 + seed % 6, 0.4, seed);
    CAPTURE(seed);
    for (const Polytope& k : {order_polytope(p), chain_polytope(p)}) {
      const Counts expected = counts_by_closure(k);
      CHECK(f_vector(k) == expected);
      // The search to the bottom, from both sides, without Euler's relation.
      const auto d = static_cast<std::size_t>(k.dimension());
      CHECK(counts_by_search(incidence(k).vertices, d) == expected);
      Counts dual = counts_by_search(incidence(k).facets, d);
      std::ranges::reverse(dual);
      CHECK(dual == expected);
    }
  }
}

TEST_CASE("the search visits every face once and with all facets through it") {
  for (const char* name : {"N", "fence:6", "grid:2x3", "diamond"}) {
    const Polytope k = order_polytope(named_poset(name));
    const Incidence tight = incidence(k);
    const auto d = static_cast<std::size_t>(k.dimension());
    std::set<std::pair<std::size_t, std::vector<std::size_t>>> met;
    std::size_t visits = 0;
    with_face_search(tight.vertices, d, [&](auto&& search) {
      search.run(0, [&](std::size_t dimension, Words facets) {
        ++visits;
        met.insert({dimension, positions(facets)});
      });
    });
    Counts counts(d);
    for (const auto& [dimension, facets] : met) {
      ++counts[dimension];
      // No further facet passes through all vertices on these.
      for (std::size_t f = 0; f < k.facets().size(); ++f) {
        bool through = true;
        for (std::size_t v = 0; v < k.vertices().size(); ++v) {
          bool on_all = true;
          for (const std::size_t g : facets) on_all = on_all && tight.facets.test(g, v);
          through = through && (!on_all || tight.facets.test(f, v));
        }
        CHECK(through == std::ranges::binary_search(facets, f));
      }
    }
    CAPTURE(name);
    CHECK(visits == met.size());
    CHECK(counts == f_vector(k));
  }
}

TEST_CASE("the h-vector of a simple polytope by edges that lead down is that of its Dehn-Sommerville equations") {
  // Products of simplices.
  for (const char* name : {"1; 2", "antichain:6", "antichain:9", "chain:7", "1", "1<2, 3<4; 5"}) {
    const Polytope k = order_polytope(parse_poset_argument(name));
    const auto d = static_cast<std::size_t>(k.dimension());
    const Incidence tight = incidence(k);
    CAPTURE(name);
    REQUIRE(all_rows_have(tight.vertices, d));
    const std::vector<Integer> h = simple_h_vector(tight.vertices, d);
    CHECK(h == simplicial_h_vector(tight.vertices, d));
    CHECK(h.front() == 1);
    CHECK(std::equal(h.begin(), h.end(), h.rbegin()));
  }
}

TEST_CASE("the f-vectors of simplices and cubes do not depend on how they are found") {
  // Beyond dimension ten by the order of the vertices, by the order of the polar's for a simplex as simplicial.
  for (std::size_t d = 9; d <= 13; ++d) {
    const Polytope cube = order_polytope(antichain(d));
    const Counts f = f_vector(cube);
    for (std::size_t k = 0; k < d; ++k)
      CHECK(Integer(f[k]) == binomial(d, k) * pow(Integer(2), static_cast<std::uint32_t>(d - k)));
    const Polytope simplex = order_polytope(chain(d));
    const BitMatrix facets = reordered(incidence(simplex).facets, polar_order(simplex));
    CHECK(simple_h_vector(facets, d) == std::vector<Integer>(d + 1, 1));
  }
  const Counts large = f_vector(order_polytope(chain(62)));
  CHECK(Integer(large[31]) == binomial(63, 32));
  CHECK_THROWS(f_vector(order_polytope(chain(100))));
}
