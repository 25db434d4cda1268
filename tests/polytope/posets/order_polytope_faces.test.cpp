#include "tropiary/polytope/order_polytope_faces.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

std::vector<Integer> integers(const std::vector<std::size_t>& numbers) { return {numbers.begin(), numbers.end()}; }

/// The vertices of O(P) that are 0 on the zero set, 1 on the one set and constant on the blocks.
std::set<std::size_t> vertices_of(const OrderPolytopeFace& face, const Polytope& k) {
  std::set<std::size_t> result;
  const auto constant = [&](const ElementSet& set, const RationalVector& x, const Rational& value) {
    const std::vector<Element> points = set.elements();
    return std::all_of(points.begin(), points.end(), [&](Element e) { return x[index(e)] == value; });
  };
  for (std::size_t v = 0; v < k.vertices().size(); ++v) {
    const RationalVector& x = k.vertices()[v];
    bool inside = constant(face.zero, x, 0) && constant(face.one, x, 1);
    for (const ElementSet& block : face.blocks) inside = inside && constant(block, x, x[index(*block.begin())]);
    if (inside) result.insert(v);
  }
  return result;
}

}  // namespace

TEST_CASE("faces of the order polytope are connected compatible partitions") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const Polytope k = order_polytope(p);
      // By incidences: all intersections of facets with the dimension of their vertices.
      std::set<std::set<std::size_t>> expected;
      std::vector<std::set<std::size_t>> facets;
      std::set<std::size_t> everything;
      for (std::size_t v = 0; v < k.vertices().size(); ++v) everything.insert(v);
      for (const AffineForm& facet : k.facets()) {
        facets.emplace_back();
        for (std::size_t v : everything) {
          if (facet(k.vertices()[v]).is_zero()) facets.back().insert(v);
        }
      }
      std::vector<std::set<std::size_t>> todo = {everything};
      expected.insert(everything);
      while (!todo.empty()) {
        const std::set<std::size_t> face = std::move(todo.back());
        todo.pop_back();
        for (const auto& facet : facets) {
          std::set<std::size_t> smaller;
          std::set_intersection(face.begin(), face.end(), facet.begin(), facet.end(),
                                std::inserter(smaller, smaller.end()));
          if (!smaller.empty() && expected.insert(smaller).second) todo.push_back(smaller);
        }
      }
      std::set<std::set<std::size_t>> found;
      std::vector<Integer> by_dimension(n + 1);
      for (const OrderPolytopeFace& face : order_polytope_faces(p)) {
        const std::set<std::size_t> vertices = vertices_of(face, k);
        REQUIRE(found.insert(vertices).second);
        RationalMatrix points;
        for (const std::size_t v : vertices) points.push_back(k.vertices()[v]);
        REQUIRE(affine_dimension(points) == static_cast<int>(face.blocks.size()));
        by_dimension[face.blocks.size()] += 1;
      }
      REQUIRE(found == expected);
      REQUIRE(by_dimension.back() == Integer(1));
      by_dimension.pop_back();
      REQUIRE(by_dimension == order_polytope_f_vector(p));
    }
  }
}

TEST_CASE("the f-vectors of order polytopes agree with those from incidences") {
  for (const Poset& p : testing::all_unlabelled_posets(6)) {
    REQUIRE(order_polytope_f_vector(p) == integers(f_vector(order_polytope(p))));
  }
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const Poset p = seed % 2 == 0 ? testing::random_poset(8, 0.25, seed) : testing::random_composed_poset(8, seed);
    CHECK(order_polytope_f_vector(p) == integers(f_vector(order_polytope(p))));
  }
}

TEST_CASE(
    "the f-vectors of chain polytopes agree with those from incidences and are at least those of order polytopes") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const std::vector<Integer> chain = chain_polytope_f_vector(p);
      REQUIRE(chain == integers(f_vector(chain_polytope(p))));
      const std::vector<Integer> order = order_polytope_f_vector(p);
      for (std::size_t k = 0; k < n; ++k) REQUIRE(order[k] <= chain[k]);  // conjectured in [hibili2016]
    }
  }
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_composed_poset(9, seed);
    CHECK(chain_polytope_f_vector(p) == integers(f_vector(chain_polytope(p))));
  }
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_series_parallel(100, seed);
    const std::vector<Integer> f = chain_polytope_f_vector(p);
    Integer euler = 0;
    for (std::size_t k = 0; k < f.size(); ++k) euler += k % 2 == 0 ? f[k] : -f[k];
    CHECK(euler.is_zero());
    CHECK(f.front() == count_up_sets(p));
    CHECK(f[1] == order_polytope_f_vector(p)[1]);
    CHECK(f.back() == count_chain_polytope_facets(p));
  }
}

TEST_CASE("the f-vectors of the reference order polytopes are the published ones") {
  std::size_t checked = 0;
  for (const auto& entry : testing::reference_order_polytopes()) {
    if (!entry.contains("f_vector")) continue;
    CAPTURE(entry.at("name").get<std::string>());
    const Poset p = testing::poset_of(entry);
    CHECK(order_polytope_f_vector(p) == integers(entry.at("f_vector").get<std::vector<std::size_t>>()));
    ++checked;
  }
  CHECK(checked >= 16);
}

TEST_CASE("f-vectors of large order polytopes obey Euler's relation and closed forms") {
  // The cube of dimension 40 has 2^(40−k) C(40, k) faces of dimension k, the simplex C(41, k + 1).
  const std::vector<Integer> cube = order_polytope_f_vector(antichain(40));
  const std::vector<Integer> simplex = order_polytope_f_vector(chain(40));
  for (std::uint32_t k = 0; k < 40; ++k) {
    CHECK(cube[k] == pow(Integer(2), 40 - k) * binomial(40, k));
    CHECK(simplex[k] == binomial(41, k + 1));
  }
  const auto check = [](const Poset& p) {
    const std::vector<Integer> f = order_polytope_f_vector(p);
    Integer euler = p.size() % 2 == 0 ? 0 : -2;
    for (std::size_t k = 0; k < f.size(); ++k) euler += k % 2 == 0 ? f[k] : -f[k];
    CHECK(euler.is_zero());
    CHECK(f.front() == count_up_sets(p));
    CHECK(f.back() == count_order_polytope_facets(p));
  };
  check(fence(12));
  check(grid(std::vector<std::size_t>{2, 20}));
  check(grid(std::vector<std::size_t>{3, 5}));
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    check(testing::random_composed_poset(24, seed, 0.15));
    check(dual(testing::random_series_parallel(200, seed)));
  }
}

TEST_CASE("the face lattice from partitions is the face lattice from incidences") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const Poset lattice = order_polytope_face_lattice(p);
      CHECK(find_isomorphism(lattice, face_lattice(order_polytope(p))));
    }
  }
  CHECK(order_polytope_face_lattice(chain(1)).labels() ==
        std::vector<std::string>{"∅", "⊥ 1 | ⊤", "⊥ | 1 ⊤", "⊥ | 1 | ⊤"});
}

TEST_CASE("faces that would be too many are refused") {
  CHECK_ERROR(order_polytope_f_vector(boolean_lattice(5), 1000), Errc::too_large, "pairs of an up-set in an up-set");
  CHECK_ERROR(order_polytope_f_vector(fence(12), 1000), Errc::too_large, "max_intervals");
  CHECK_ERROR(order_polytope_f_vector(standard_example(30)), Errc::too_large, "max_down_sets");
  CHECK_ERROR(order_polytope_f_vector(antichain(5000)), Errc::too_large, "5000 points");
  CHECK_ERROR(OrderPolytopeFaces::Iterator(antichain(63)), Errc::too_large, "at most 62");
  CHECK_ERROR(order_polytope_face_lattice(antichain(20)), Errc::too_large, "3486784402 faces");
  const Poset p = antichain(62);
  std::size_t count = 0;
  for (auto it = order_polytope_faces(p).begin(); it != std::default_sentinel && count < 1000; ++it) ++count;
  CHECK(count == 1000);
}

}  // namespace tropiary
