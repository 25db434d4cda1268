#include "tropiary/polytope/poset_polytope_graph.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Two vertices are adjacent iff no other vertex is on all facets that both are on.
Edges edges_by_facets(const Polytope& k) {
  std::vector<std::vector<bool>> on;
  for (const RationalVector& v : k.vertices()) {
    on.emplace_back();
    for (const AffineForm& facet : k.facets()) on.back().push_back(facet(v).is_zero());
  }
  Edges edges;
  for (std::size_t i = 0; i < on.size(); ++i) {
    for (std::size_t j = i + 1; j < on.size(); ++j) {
      bool adjacent = true;
      for (std::size_t v = 0; v < on.size() && adjacent; ++v) {
        if (v == i || v == j) continue;
        bool contained = true;
        for (std::size_t f = 0; f < on[v].size(); ++f) contained = contained && (on[v][f] || !on[i][f] || !on[j][f]);
        adjacent = !contained;
      }
      if (adjacent) edges.emplace_back(i, j);
    }
  }
  return edges;
}

}  // namespace

TEST_CASE(
    "up-sets are adjacent when they differ by a connected set and antichains when their difference is connected") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      REQUIRE(order_polytope_edges(p) == edges_by_facets(order_polytope(p)));
      REQUIRE(chain_polytope_edges(p) == edges_by_facets(chain_polytope(p)));
      REQUIRE(Integer(order_polytope_edges(p).size()) == count_order_polytope_edges(p));
    }
  }
  // Numberings that are no linear extension.
  for (const Poset& p : testing::all_labelled_posets(3)) {
    REQUIRE(order_polytope_edges(p) == edges_by_facets(order_polytope(p)));
    REQUIRE(chain_polytope_edges(p) == edges_by_facets(chain_polytope(p)));
  }
}

TEST_CASE("order and chain polytopes have the same number of edges") {
  for (const Poset& p : testing::all_unlabelled_posets(6)) {
    REQUIRE(Integer(chain_polytope_edges(p).size()) == count_order_polytope_edges(p));
  }
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(11, 0.3, seed);
    CHECK(chain_polytope_edges(p).size() == order_polytope_edges(p).size());
  }
  // Edges of O(P), [stanley1986] and arXiv 2412.06097, Table 1.
  const int published[16] = {20, 32, 24, 13, 21, 21, 18, 13, 16, 20, 15, 17, 18, 10, 13, 15};
  for (std::size_t k = 0; k < 16; ++k) CHECK(count_order_polytope_edges(paper_poset(k)) == Integer(published[k]));
}

TEST_CASE("diameters add up over disjoint unions and those of simplices are one") {
  CHECK(order_polytope_diameter(antichain(12)) == 12);
  CHECK(chain_polytope_diameter(antichain(12)) == 12);
  CHECK(order_polytope_diameter(chain(9)) == 1);
  CHECK(chain_polytope_diameter(chain(9)) == 1);
  CHECK(order_polytope_diameter(Poset()) == 0);
  CHECK(order_polytope_diameter(disjoint_union(fence(5), crown(3))) ==
        order_polytope_diameter(fence(5)) + order_polytope_diameter(crown(3)));
  for (const Poset& p : testing::all_unlabelled_posets(5)) {
    // By powers of the adjacency matrix.
    const std::size_t count = order_polytope(p).vertices().size();
    std::vector<std::vector<bool>> reach(count, std::vector<bool>(count));
    const Edges edges = order_polytope_edges(p);
    for (std::size_t v = 0; v < count; ++v) reach[v][v] = true;
    std::size_t steps = 0;
    const auto complete = [&] {
      return std::all_of(reach.begin(), reach.end(),
                         [](const auto& row) { return std::find(row.begin(), row.end(), false) == row.end(); });
    };
    for (; !complete(); ++steps) {
      auto next = reach;
      for (const auto& [i, j] : edges) {
        for (std::size_t v = 0; v < count; ++v) {
          if (reach[v][i]) next[v][j] = true;
          if (reach[v][j]) next[v][i] = true;
        }
      }
      reach = next;
    }
    REQUIRE(order_polytope_diameter(p) == steps);
  }
}

TEST_CASE("graphs that would be too large are refused") {
  CHECK_ERROR(order_polytope_edges(antichain(70)), Errc::too_large, "70 points");
  CHECK_ERROR(order_polytope_edges(antichain(30)), Errc::too_large, "1073741824 up-sets");
  CHECK_ERROR(order_polytope_edges(antichain(10), 5119), Errc::too_large, "5120 edges");
  CHECK_ERROR(chain_polytope_edges(antichain(16)), Errc::too_large, "65536 up-sets");
}

}  // namespace tropiary
