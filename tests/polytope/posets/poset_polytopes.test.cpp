#include "tropiary/polytope/poset_polytopes.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

using Form = AffineForm;

// Whether a 0/1 vector is the indicator of an up-set, or of an antichain: straight from the definitions.
bool indicates_up_set(const Poset& p, const RationalVector& x) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (p.less(element(i), element(j)) && x[i] > x[j]) return false;
    }
  }
  return true;
}
bool indicates_antichain(const Poset& p, const RationalVector& x) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (p.less(element(i), element(j)) && x[i] + x[j] > Rational(1)) return false;
    }
  }
  return true;
}
template <class Predicate>
std::vector<RationalVector> zero_one_vectors(const Poset& p, Predicate predicate) {
  std::vector<RationalVector> result;
  for (std::size_t mask = 0; mask < (std::size_t{1} << p.size()); ++mask) {
    RationalVector x(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) x[i] = (mask >> i) & 1U;
    if (predicate(p, x)) result.push_back(std::move(x));
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

TEST_CASE("the sixteen posets on four points have the published numbers of filters and facets") {
  // Filters, facets of O, facets of C: arXiv 2412.06097, Table 1, and Stanley's theorems.
  const std::size_t table[16][3] = {{9, 7, 7}, {16, 8, 8}, {12, 7, 7}, {6, 6, 6}, {10, 7, 7}, {10, 7, 7},
                                    {9, 6, 6}, {6, 6, 6},  {8, 6, 6},  {9, 7, 7}, {7, 6, 6},  {7, 8, 8},
                                    {8, 7, 7}, {5, 5, 5},  {6, 6, 6},  {7, 6, 6}};
  for (std::size_t k = 0; k < 16; ++k) {
    CAPTURE(k);
    const Polytope o = order_polytope(paper_poset(k));
    const Polytope c = chain_polytope(paper_poset(k));
    CHECK(o.vertices().size() == table[k][0]);
    CHECK(c.vertices().size() == table[k][0]);
    CHECK(o.facets().size() == table[k][1]);
    CHECK(c.facets().size() == table[k][2]);
    CHECK(o.dimension() == 4);
    CHECK(c.dimension() == 4);
  }
}

TEST_CASE("the order polytope of the N keeps the N's numbering") {
  const Polytope o = order_polytope(paper_poset(12));  // 1<2 and 3<2 and 3<4
  const std::vector<Form> facets = {{0, {-1, 1, 0, 0}}, {0, {0, 0, -1, 1}}, {0, {0, 0, 1, 0}}, {0, {0, 1, -1, 0}},
                                    {0, {1, 0, 0, 0}},  {1, {0, -1, 0, 0}}, {1, {0, 0, 0, -1}}};
  CHECK(o.facets() == facets);
  CHECK(o.equations().empty());
}

TEST_CASE("facet numbers summed over all posets are the published ones") {
  // Sums over unlabelled posets on 1..5 points: O 2, 7, 25, 105, 520; C 2, 7, 25, 105, 521.
  const std::pair<int, int> sums[] = {{0, 0}, {2, 2}, {7, 7}, {25, 25}, {105, 105}, {520, 521}};
  for (std::size_t n = 0; n <= 5; ++n) {
    Integer o;
    Integer c;
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      CHECK(Integer(order_polytope(p).facets().size()) == count_order_polytope_facets(p));
      CHECK(Integer(chain_polytope(p).facets().size()) == count_chain_polytope_facets(p));
      o += count_order_polytope_facets(p);
      c += count_chain_polytope_facets(p);
    }
    CHECK(o == Integer(sums[n].first));
    CHECK(c == Integer(sums[n].second));
  }
}

TEST_CASE("order and chain polytopes of all small posets pass every check") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_labelled_posets(n)) {
      const Polytope o = order_polytope(p);
      const Polytope c = chain_polytope(p);
      REQUIRE(verify(o).failures == std::vector<std::string>{});
      REQUIRE(verify(c).failures == std::vector<std::string>{});
      CHECK(o.vertices() == zero_one_vectors(p, indicates_up_set));
      CHECK(c.vertices() == zero_one_vectors(p, indicates_antichain));
      CHECK(o.facets() == order_polytope_facets(p));
      CHECK(o.dimension() == static_cast<int>(n));
      CHECK(c.dimension() == static_cast<int>(n));
    }
  }
}

TEST_CASE("order and chain polytopes of random posets pass every check") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::size_t n = 5 + seed % 4;
    CAPTURE(seed, n);
    const Poset p = testing::random_poset(n, 0.35, seed);
    const Polytope o = order_polytope(p);
    const Polytope c = chain_polytope(p);
    CHECK(verify(o).failures == std::vector<std::string>{});
    CHECK(verify(c).failures == std::vector<std::string>{});
    CHECK(o.vertices() == zero_one_vectors(p, indicates_up_set));
    CHECK(c.vertices() == zero_one_vectors(p, indicates_antichain));
  }
}

TEST_CASE("the reference order polytopes have the published facets and pass every check") {
  std::size_t checked = 0;
  for (const auto& entry : testing::reference_order_polytopes()) {
    CAPTURE(entry.at("name").get<std::string>());
    const Polytope k = order_polytope(testing::poset_of(entry));
    CHECK(k.facets().size() == entry.at("n_facets").get<std::size_t>());
    CHECK(testing::facet_hash(k) == entry.at("facets_sha256_16").get<std::string>());
    if (k.dimension() <= 9) CHECK(verify(k).failures == std::vector<std::string>{});
    ++checked;
  }
  CHECK(checked == 17);
}

TEST_CASE("the reference order polytopes of dimension ten and more pass every check", "[slow]") {
  for (const auto& entry : testing::reference_order_polytopes()) {
    CAPTURE(entry.at("name").get<std::string>());
    const Poset p = testing::poset_of(entry);
    if (p.size() > 9) CHECK(verify(order_polytope(p)).failures == std::vector<std::string>{});
  }
}

TEST_CASE("one point gives the segment and no point the point of R^0") {
  for (const Polytope& segment : {order_polytope(chain(1)), chain_polytope(chain(1))}) {
    CHECK(segment.facets() == std::vector<Form>{{0, {1}}, {1, {-1}}});
    CHECK(segment.vertices() == std::vector<RationalVector>{{0}, {1}});
  }
  for (const Polytope& point : {order_polytope(Poset()), chain_polytope(Poset())}) {
    CHECK(point.dimension() == 0);
    CHECK(point.vertices().size() == 1);
    CHECK(point.facets().empty());
    CHECK(point.equations().empty());
  }
  CHECK(count_order_polytope_facets(Poset()) == Integer(0));
  CHECK(count_chain_polytope_facets(Poset()) == Integer(0));
}

TEST_CASE("the antichain gives the cube twice and the chain gives simplices") {
  CHECK(order_polytope(antichain(4)) == chain_polytope(antichain(4)));
  CHECK(order_polytope(antichain(4)).facets().size() == 8);
  CHECK(order_polytope(chain(7)).facets().size() == 8);
  CHECK(chain_polytope(chain(7)).facets().size() == 8);
  CHECK(order_polytope(chain(7)).vertices().size() == 8);
}

TEST_CASE("the order polytope of the dual poset is the reflection of the order polytope") {
  for (std::size_t k = 0; k < 16; ++k) {
    std::vector<RationalVector> vertices = order_polytope(paper_poset(k)).vertices();
    for (RationalVector& v : vertices) {
      for (Rational& x : v) x = Rational(1) - x;
    }
    std::sort(vertices.begin(), vertices.end());
    CHECK(vertices == order_polytope(dual(paper_poset(k))).vertices());
  }
}

TEST_CASE("polytopes that would not fit are refused beforehand") {
  CHECK_ERROR(order_polytope(antichain(200)), Errc::too_large, "order_polytope");
  CHECK_ERROR(chain_polytope(antichain(200)), Errc::too_large, "chain_polytope");
  CHECK_ERROR(order_polytope(chain(1000000)), Errc::too_large, "1000000 points");
  CHECK_ERROR(order_polytope(antichain(1000000)), Errc::too_large, "1000000 points");
  CHECK_ERROR(order_polytope(antichain(5), 31), Errc::too_large, "more than 31 up-sets");
  CHECK(order_polytope(antichain(5), 32).vertices().size() == 32);
  // Few antichains but 2^30 maximal chains.
  Poset tower = antichain(2);
  for (int i = 1; i < 30; ++i) tower = ordinal_sum(tower, antichain(2));
  CHECK(count_chain_polytope_facets(tower) == Integer(60) + pow(Integer(2), 30));
  CHECK_ERROR(chain_polytope(tower), Errc::too_large, "facets");
  CHECK(order_polytope(tower).facets().size() == 4 + 29 * 4);
}

TEST_CASE("the chain polytope of a long chain takes no recursion") {
  const Polytope c = chain_polytope(chain(1000));
  CHECK(c.facets().size() == 1001);
  CHECK(c.vertices().size() == 1001);
}

}  // namespace tropiary
