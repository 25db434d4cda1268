#include "tropiary/operad/act_on_polytopes.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"
#include "tropiary/tropical/newton_polytope.hpp"

namespace tropiary {
namespace {

using testing::Random;
using Points = std::vector<RationalVector>;

// O(Q) on the coordinates offset, …, offset + |Q| − 1 of R^ambient, with the indicator of the block as top point.
PointedPolytope order_polytope_on_block(const Poset& q, std::size_t offset, std::size_t ambient, bool with_zero) {
  const Polytope local = order_polytope(q);
  Points vertices;
  for (const RationalVector& vertex : local.vertices()) {
    RationalVector point(ambient);
    for (std::size_t j = 0; j < vertex.size(); ++j) point[offset + j] = vertex[j];
    if (with_zero || point != RationalVector(ambient)) vertices.push_back(std::move(point));
  }
  RationalVector top(ambient);
  for (std::size_t j = 0; j < q.size(); ++j) top[offset + j] = 1;
  return {convex_hull(ambient, std::move(vertices)), std::move(top)};
}

std::vector<PointedPolytope> on_blocks(const std::vector<Poset>& blocks, bool with_zero) {
  std::size_t ambient = 0;
  for (const Poset& q : blocks) ambient += q.size();
  std::vector<PointedPolytope> result;
  std::size_t offset = 0;
  for (const Poset& q : blocks) {
    result.push_back(order_polytope_on_block(q, offset, ambient, with_zero));
    offset += q.size();
  }
  return result;
}

void check_lexicographic_sum(const Poset& p, const std::vector<Poset>& blocks) {
  const Poset sum = lexicographic_sum(p, blocks);
  const PointedPolytope pointed = act(p, on_blocks(blocks, true));
  CHECK(pointed.k == order_polytope(sum));
  CHECK(pointed.b == RationalVector(sum.size(), Rational(1)));
  const std::vector<Poset> whole = {sum};
  CHECK(act(p, on_blocks(blocks, false), Action::reduced) == on_blocks(whole, false)[0]);
}

PointedPolytope random_pair(Random& random, std::size_t ambient, bool with_zero) {
  Points points = testing::random_points(random, 1 + random.below(4), ambient, 2);
  if (with_zero) points.emplace_back(ambient);
  return {convex_hull(ambient, points), testing::random_points(random, 1, ambient, 3)[0]};
}

PointedPolynomial random_polynomial(Random& random, std::size_t variables) {
  std::vector<Monomial> monomials;
  for (const RationalVector& v : testing::random_points(random, 1 + random.below(4), variables, 2)) {
    monomials.push_back({v, Rational(random.between(-3, 3))});
  }
  return {TropicalPolynomial(variables, monomials), testing::random_points(random, 1, variables, 2)[0]};
}

}  // namespace

TEST_CASE("on order polytopes the action is the lexicographic sum") {
  const std::vector<Poset> small = {chain(1), chain(2), antichain(2)};
  for (std::size_t n = 0; n <= 3; ++n) {
    for (const Poset& p : testing::all_labelled_posets(n)) {
      for (std::size_t choice = 0; choice < 27; ++choice) {
        std::vector<Poset> blocks;
        for (std::size_t i = 0, rest = choice; i < n; ++i, rest /= 3) blocks.push_back(small[rest % 3]);
        if (n == 3 && choice % 4 != 0) continue;  // a quarter of them
        check_lexicographic_sum(p, blocks);
      }
    }
  }
}

TEST_CASE("the four-point posets act on order polytopes as lexicographic sums") {
  for (std::size_t k = 0; k < 16; ++k) {
    CAPTURE(k);
    check_lexicographic_sum(paper_poset(k), {chain(2), chain(1), antichain(2), chain(1)});
    check_lexicographic_sum(paper_poset(k), {chain(1), chain(1), chain(1), chain(1)});
  }
}

TEST_CASE("the antichain is the Minkowski sum and the chain the convex envelope") {
  const std::uint64_t seed = 41;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 30; ++round) {
    const std::size_t n = 1 + random.below(3);
    CAPTURE(round, n);
    const std::vector<PointedPolytope> pair = {random_pair(random, n, true), random_pair(random, n, true)};
    const std::vector<Polytope> k = {pair[0].k, pair[1].k};
    CHECK(act(antichain(2), pair).k == minkowski_sum(k).polytope);
    std::vector<PointedPolytope> at_zero = {{random_pair(random, n, false).k, RationalVector(n)},
                                            {random_pair(random, n, false).k, RationalVector(n)}};
    CHECK(act(chain(2), at_zero, Action::reduced).k == convex_envelope(std::vector{at_zero[0].k, at_zero[1].k}));
    // Point 0 of the chain is the lower one: the sum over what lies above it adds b of point 1.
    const std::vector<PointedPolytope> any = {random_pair(random, n, false), random_pair(random, n, false)};
    const Polytope moved = convex_hull(n, testing::translated(any[0].k.vertices(), any[1].b));
    CHECK(act(chain(2), any, Action::reduced).k == convex_envelope(std::vector{moved, any[1].k}));
    CHECK(act(chain(2), any, Action::pointed).k ==
          convex_envelope(std::vector{moved, any[1].k, convex_hull(n, {RationalVector(n)})}));
  }
}

TEST_CASE("the one-point poset acts as the identity where the action is an algebra") {
  Random random(4);
  for (int round = 0; round < 10; ++round) {
    const std::vector<PointedPolytope> any = {random_pair(random, 2, false)};
    CHECK(act(chain(1), any, Action::reduced) == any[0]);
    const std::vector<PointedPolytope> with_zero = {random_pair(random, 2, true)};
    CHECK(act(chain(1), with_zero, Action::pointed) == with_zero[0]);
  }
  const std::vector<PointedPolytope> off_zero = {{convex_hull(1, {{1}}), {0}}};
  CHECK_FALSE(act(chain(1), off_zero, Action::pointed) == off_zero[0]);
}

TEST_CASE("acting by a composition is acting by its parts") {
  const std::uint64_t seed = 77;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 40; ++round) {
    const Action action = round % 2 == 0 ? Action::reduced : Action::pointed;
    CAPTURE(round);
    const Poset p = testing::random_poset(2 + random.below(2), 0.5, 1000 + static_cast<std::uint64_t>(round));
    std::vector<Poset> blocks;
    std::vector<PointedPolytope> all;
    std::vector<PointedPolytope> parts;
    for (std::size_t i = 0; i < p.size(); ++i) {
      blocks.push_back(testing::random_poset(1 + random.below(2), 0.5, random.below(100)));
      std::vector<PointedPolytope> own;
      for (std::size_t j = 0; j < blocks.back().size(); ++j) own.push_back(random_pair(random, 2, round % 2 == 1));
      all.insert(all.end(), own.begin(), own.end());
      parts.push_back(act(blocks.back(), own, action));
    }
    CHECK(act(compose(p, blocks), all, action) == act(p, parts, action));
  }
}

TEST_CASE("Newton polytopes carry the action on polynomials to the action on polytopes") {
  const std::uint64_t seed = 8;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 40; ++round) {
    const Action action = round % 2 == 0 ? Action::reduced : Action::pointed;
    const Poset p = testing::random_poset(1 + random.below(4), 0.4, 500 + static_cast<std::uint64_t>(round));
    CAPTURE(round, p.size());
    std::vector<PointedPolynomial> polynomials;
    std::vector<PointedPolytope> polytopes;
    for (std::size_t i = 0; i < p.size(); ++i) {
      polynomials.push_back(random_polynomial(random, 2));
      polytopes.push_back({newton_polytope(polynomials.back().f), polynomials.back().b});
    }
    const PointedPolynomial f = act(p, polynomials, action);
    CHECK(act(p, polytopes, action) == PointedPolytope{newton_polytope(f.f), f.b});
  }
}

TEST_CASE("the empty poset and empty polytopes act as the definition says") {
  CHECK(act(Poset(), std::span<const PointedPolytope>(), Action::pointed).k == convex_hull(0, {{}}));
  CHECK(act(Poset(), std::span<const PointedPolytope>(), Action::reduced).k.empty());
  const std::vector<PointedPolytope> one_empty = {{convex_hull(1, {}), {5}}, {convex_hull(1, {{1}, {2}}), {0}}};
  CHECK(act(antichain(2), one_empty, Action::reduced).k == one_empty[1].k);
}

TEST_CASE("arguments that do not fit the poset or each other are refused") {
  const PointedPolytope line{convex_hull(1, {{1}}), {0}};
  const PointedPolytope plane{convex_hull(2, {{1, 1}}), {0, 0}};
  const PointedPolytope short_top{convex_hull(2, {{1, 1}}), {0}};
  CHECK_ERROR(act(chain(2), std::vector{line}), Errc::dimension_mismatch, "1 polytopes for a poset with 2 points");
  CHECK_ERROR(act(chain(2), std::vector{line, plane}), Errc::dimension_mismatch, "argument 1");
  CHECK_ERROR(act(chain(2), std::vector{plane, short_top}), Errc::dimension_mismatch, "argument 1");
  CHECK_ERROR(act(antichain(24), std::vector<PointedPolytope>(24, line)), Errc::too_large, "antichains");
}

}  // namespace tropiary
