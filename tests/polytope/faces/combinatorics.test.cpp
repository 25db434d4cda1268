#include <algorithm>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/graphs.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"
#include "tropiary/polytope/properties.hpp"

using namespace tropiary;
using Counts = std::vector<std::size_t>;

namespace {

std::vector<Polytope> examples() {
  std::vector<Polytope> result;
  for (const char* name : {"N", "diamond", "1", "chain:4", "antichain:4", "fence:5", "grid:2x3", "crown:3"}) {
    result.push_back(order_polytope(named_poset(std::string(name) == "1" ? "chain:1" : name)));
    result.push_back(chain_polytope(named_poset(std::string(name) == "1" ? "chain:1" : name)));
  }
  return result;
}

/// conv{±e_i}, from the theorem.
Polytope cross_polytope(std::size_t d) {
  std::vector<RationalVector> vertices;
  for (std::size_t i = 0; i < d; ++i) {
    for (const int sign : {1, -1}) {
      vertices.emplace_back(d);
      vertices.back()[i] = sign;
    }
  }
  std::vector<AffineForm> facets;
  for (std::size_t signs = 0; signs < std::size_t{1} << d; ++signs) {
    facets.push_back({1, {}});
    for (std::size_t i = 0; i < d; ++i) facets.back().normal.emplace_back(((signs >> i) & 1U) != 0 ? 1 : -1);
  }
  return Polytope::from_theorem(d, vertices, facets, {});
}

}  // namespace

TEST_CASE("the faces of each dimension are those that the f-vector counts and they agree with their facets") {
  for (const Polytope& k : examples()) {
    const Counts f = f_vector(k);
    for (int dimension = 0; dimension < k.dimension(); ++dimension) {
      const std::vector<Face> list = faces(k, dimension);
      CHECK(list.size() == f[static_cast<std::size_t>(dimension)]);
      CHECK(std::ranges::is_sorted(list, {}, &Face::vertices));
      for (const Face& face : list) {
        std::vector<RationalVector> points;
        for (const std::size_t v : face.vertices) points.push_back(k.vertices()[v]);
        CHECK(affine_dimension(points) == dimension);
        Counts through;
        for (std::size_t facet = 0; facet < k.facets().size(); ++facet) {
          if (std::ranges::all_of(points, [&](const auto& x) { return k.facets()[facet](x).is_zero(); }))
            through.push_back(facet);
        }
        CHECK(face.facets == through);
      }
    }
    CHECK(faces(k, -1)[0].vertices.empty());
    CHECK(faces(k, k.dimension())[0].vertices.size() == k.vertices().size());
    CHECK_ERROR(faces(k, k.dimension() + 1), Errc::invalid_argument, "faces");
  }
}

TEST_CASE("the edges are the faces of dimension one and the ridges those of codimension two") {
  for (const Polytope& k : examples()) {
    EdgeList edges;
    if (k.dimension() >= 1)
      for (const Face& face : faces(k, 1)) edges.emplace_back(face.vertices[0], face.vertices[1]);
    CHECK(vertex_graph(k) == edges);
    EdgeList ridges;
    if (k.dimension() == 1) ridges = {{0, 1}};  // the empty face
    if (k.dimension() >= 2)
      for (const Face& face : faces(k, k.dimension() - 2)) ridges.emplace_back(face.facets[0], face.facets[1]);
    std::ranges::sort(ridges);
    CHECK(dual_graph(k) == ridges);
  }
  CHECK(vertex_graph(order_polytope(named_poset("chain:1"))) == EdgeList{{0, 1}});
}

TEST_CASE("flag f-vectors satisfy the generalised Dehn-Sommerville equations") {
  for (const Polytope& k : examples()) {
    const std::vector<Integer> flags = flag_f_vector(k);
    const int d = k.dimension();
    REQUIRE(flags.size() == std::size_t{1} << d);
    const Counts f = f_vector(k);
    for (int i = 0; i < d; ++i) CHECK(flags[std::size_t{1} << i] == f[static_cast<std::size_t>(i)]);
    for (std::size_t set = 0; set < flags.size(); ++set) {
      // Between neighbouring dimensions a < b of the set, where −1 and d belong to every set.
      for (int a = -1; a < d; ++a) {
        if (a >= 0 && ((set >> a) & 1U) == 0) continue;
        int b = a + 1;
        while (b < d && ((set >> b) & 1U) == 0) ++b;
        Integer sum = 0;
        for (int j = a + 1; j < b; ++j) {
          const Integer count = flags[set | std::size_t{1} << j];
          sum += (j - a - 1) % 2 == 0 ? count : -count;
        }
        CHECK(sum == ((b - a - 1) % 2 == 0 ? Integer(0) : 2 * flags[set]));
      }
    }
  }
  // 48 flags of the cube, 2^d d! of the d-cube, (d + 1)! of the simplex.
  CHECK(flag_f_vector(order_polytope(named_poset("antichain:3"))) == std::vector<Integer>{1, 8, 12, 24, 6, 24, 24, 48});
  CHECK(flag_f_vector(order_polytope(named_poset("antichain:5"))).back() == 3840);
  CHECK(flag_f_vector(order_polytope(named_poset("chain:5"))).back() == 720);
  CHECK_ERROR(flag_f_vector(order_polytope(named_poset("chain:24"))), Errc::too_large, "flag_f_vector");
}

TEST_CASE("the h-vector of the cube is binomial and toric h-vectors are symmetric and unimodal") {
  for (std::size_t d = 1; d <= 6; ++d) {
    const std::vector<Integer> h = h_vector(order_polytope(antichain(d)));
    const std::vector<Integer> cross = toric_h_vector(cross_polytope(d));
    REQUIRE(h.size() == d + 1);
    for (std::size_t i = 0; i <= d; ++i) {
      CHECK(h[i] == binomial(d, i));
      CHECK(cross[i] == binomial(d, i));
    }
    CHECK(h_vector(cross_polytope(d)) == h);
  }
  // The toric h-vector of a polytope of dimension three is (1 n−3 n−3 1).
  CHECK(toric_h_vector(order_polytope(antichain(3))) == std::vector<Integer>{1, 5, 5, 1});
  for (const Polytope& k : examples()) {
    const std::vector<Integer> h = toric_h_vector(k);
    CHECK(h.front() == 1);
    if (k.dimension() >= 1) CHECK(h[1] == k.vertices().size() - static_cast<std::size_t>(k.dimension()));
    CHECK(std::equal(h.begin(), h.end(), h.rbegin()));
    CHECK(std::is_sorted(h.begin(), h.begin() + static_cast<std::ptrdiff_t>(h.size() / 2)));
    if (is_simplicial(k)) CHECK(h == h_vector(k));
    if (!is_simplicial(k) && !is_simple(k)) CHECK_ERROR(h_vector(k), Errc::invalid_argument, "h_vector");
  }
}

TEST_CASE("simplices are simple and simplicial and cubes simple and cross-polytopes simplicial") {
  for (std::size_t d = 0; d <= 5; ++d) {
    const Polytope simplex = order_polytope(chain(d));
    const Polytope cube = order_polytope(antichain(d));
    const Polytope cross = cross_polytope(d);
    CHECK(is_simple(simplex));
    CHECK(is_simplicial(simplex));
    CHECK(is_simple(cube));
    CHECK(is_simplicial(cube) == (d <= 2));
    CHECK(is_simplicial(cross));
    CHECK(is_simple(cross) == (d <= 2));
    CHECK(is_centrally_symmetric(simplex) == (d <= 1));
    CHECK(is_centrally_symmetric(cube));
    CHECK(is_centrally_symmetric(cross));
    CHECK(is_zero_one(cube));
    CHECK(is_zero_one(cross) == (d == 0));
    CHECK(neighbourliness(simplex) == d + 1);
    if (d >= 2) CHECK(neighbourliness(cube) == 1);
    CHECK(is_two_level(simplex));
    CHECK(is_two_level(cube));
    CHECK(is_two_level(cross));
  }
  CHECK(neighbourliness(Polytope()) == 0);
}

TEST_CASE("order polytopes have two levels and a pentagon has not") {
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    CHECK(is_two_level(order_polytope(testing::random_poset(6, 0.3, seed))));
  const Polytope pentagon =
      Polytope::from_theorem(2, {{0, 0}, {2, 0}, {2, 1}, {1, 2}, {0, 2}},
                             {{0, {1, 0}}, {0, {0, 1}}, {2, {-1, 0}}, {2, {0, -1}}, {3, {-1, -1}}}, {});
  REQUIRE(verify(pentagon).holds());
  CHECK_FALSE(is_two_level(pentagon));
  CHECK_FALSE(is_centrally_symmetric(pentagon));
}
