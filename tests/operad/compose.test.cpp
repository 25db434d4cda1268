#include "tropiary/operad/compose.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// All labelled posets with one to three points, and some with four.
std::vector<Poset> small_posets(std::uint64_t seed) {
  std::vector<Poset> result;
  for (std::size_t n = 1; n <= 3; ++n) {
    for (Poset& p : all_labelled_posets(n)) result.push_back(std::move(p));
  }
  Random random(seed);
  const std::vector<Poset> four = all_labelled_posets(4);
  for (int i = 0; i < 6; ++i) result.push_back(four[random.below(four.size())]);
  return result;
}

std::vector<Element> to_elements(const std::vector<std::size_t>& positions) {
  std::vector<Element> result;
  for (const std::size_t i : positions) result.push_back(element(i));
  return result;
}

PointedPolynomial random_pointed(Random& random, std::size_t variables, bool nonnegative) {
  std::vector<Monomial> monomials(1 + random.below(3));
  for (Monomial& monomial : monomials) {
    for (std::size_t i = 0; i < variables; ++i) monomial.exponent.emplace_back(random.between(-2, 2));
    monomial.coefficient = Rational(random.between(-4, 4), random.between(1, 3));
  }
  if (nonnegative) monomials.push_back({RationalVector(variables), 0});
  RationalVector b;
  for (std::size_t i = 0; i < variables; ++i) b.emplace_back(random.between(-2, 2));
  return {TropicalPolynomial(variables, std::move(monomials)), std::move(b)};
}

bool same_values(const TropicalPolynomial& f, const TropicalPolynomial& g, Random& random) {
  for (int i = 0; i < 25; ++i) {
    RationalVector x;
    for (std::size_t j = 0; j < f.count_variables(); ++j) x.emplace_back(random.between(-12, 12), random.between(1, 3));
    if (f(x) != g(x)) return false;
  }
  return true;
}

/// The algebra law: P acting on the results of the Q_i is P(Q₁, …) acting on everything.
bool is_algebra_on(const Poset& p, const std::vector<Poset>& blocks, const std::vector<PointedPolynomial>& all,
                   Action action, Random& random) {
  std::vector<PointedPolynomial> inner;
  std::size_t offset = 0;
  for (const Poset& block : blocks) {
    inner.push_back(act(block, std::span(all).subspan(offset, block.size()), action));
    offset += block.size();
  }
  const PointedPolynomial outside = act(p, inner, action);
  const PointedPolynomial at_once = act(compose(p, blocks), all, action);
  return outside.b == at_once.b && same_values(outside.f, at_once.f, random);
}

}  // namespace

TEST_CASE("the point is the unit of composition on both sides", "[operad]") {
  for (const Poset& p : small_posets(1)) {
    CHECK(compose(chain(1), element(0), p) == p);
    for (std::size_t i = 0; i < p.size(); ++i) CHECK(compose(p, element(i), chain(1)) == p);
    CHECK(compose(p, std::vector<Poset>(p.size(), chain(1))) == p);
  }
}

TEST_CASE("sequential composition is associative", "[operad]") {
  const std::vector<Poset> posets = small_posets(2);
  std::size_t unequal = 0;
  std::size_t checked = 0;
  for (const Poset& p : posets) {
    for (const Poset& q : posets) {
      for (std::size_t i = 0; i < p.size(); ++i) {
        const Poset pq = compose(p, element(i), q);
        const std::size_t step = q.size() + p.size() > 6 ? 5 : 1;
        for (std::size_t r = 0; r < posets.size(); r += step) {
          for (std::size_t j = 0; j < q.size(); ++j) {
            const Poset left = compose(pq, element(i + j), posets[r]);
            const Poset right = compose(p, element(i), compose(q, element(j), posets[r]));
            ++checked;
            if (!(left == right)) ++unequal;
          }
        }
      }
    }
  }
  CHECK(checked > 10000);
  CHECK(unequal == 0);
}

TEST_CASE("parallel compositions commute", "[operad]") {
  const std::vector<Poset> posets = small_posets(3);
  std::size_t unequal = 0;
  for (const Poset& p : posets) {
    for (const Poset& q : posets) {
      for (std::size_t r = 0; r < posets.size(); r += 2) {
        for (std::size_t i = 0; i < p.size(); ++i) {
          for (std::size_t k = i + 1; k < p.size(); ++k) {
            const Poset first = compose(compose(p, element(i), q), element(k + q.size() - 1), posets[r]);
            const Poset second = compose(compose(p, element(k), posets[r]), element(i), q);
            if (!(first == second)) ++unequal;
          }
        }
      }
    }
  }
  CHECK(unequal == 0);
}

TEST_CASE("composition is equivariant under relabelling", "[operad]") {
  const std::uint64_t seed = 13;
  CAPTURE(seed);
  Random random(seed);
  const std::vector<Poset> posets = small_posets(seed);
  for (const Poset& p : posets) {
    for (int round = 0; round < 6; ++round) {
      std::vector<Poset> blocks;
      for (std::size_t i = 0; i < p.size(); ++i) blocks.push_back(posets[random.below(posets.size())]);
      // Inside: relabelling the blocks relabels the sum block by block.
      std::vector<Poset> moved;
      std::vector<Element> image;
      for (const Poset& block : blocks) {
        const std::vector<std::size_t> permutation = random.permutation(block.size());
        moved.push_back(relabelled(block, to_elements(permutation)));
        const std::size_t offset = image.size();
        for (const std::size_t to : permutation) image.push_back(element(offset + to));
      }
      CHECK(compose(p, moved) == relabelled(compose(p, blocks), image));
      // Outside: relabelling P permutes the blocks.
      const std::vector<std::size_t> sigma = random.permutation(p.size());
      std::vector<Poset> permuted(p.size());
      for (std::size_t i = 0; i < p.size(); ++i) permuted[sigma[i]] = blocks[i];
      std::vector<std::size_t> starts(p.size() + 1, 0);
      for (std::size_t i = 0; i < p.size(); ++i) starts[i + 1] = starts[i] + permuted[i].size();
      std::vector<Element> block_image;
      for (std::size_t i = 0; i < p.size(); ++i) {
        for (std::size_t j = 0; j < blocks[i].size(); ++j) block_image.push_back(element(starts[sigma[i]] + j));
      }
      CHECK(compose(relabelled(p, to_elements(sigma)), permuted) == relabelled(compose(p, blocks), block_image));
    }
  }
}

TEST_CASE("the composed polynomials are the polynomial of the composed poset", "[operad]") {
  const std::uint64_t seed = 17;
  CAPTURE(seed);
  Random random(seed);
  for (std::size_t n = 0; n <= 3; ++n) {
    for (const Poset& p : all_labelled_posets(n)) {
      for (int round = 0; round < 4; ++round) {
        std::vector<Poset> blocks;
        for (std::size_t i = 0; i < n; ++i) blocks.push_back(random_poset(random.below(4), 0.4, random.below(1000)));
        const TropicalPolynomial composed = compose_polynomials(p, blocks);
        CHECK(composed == expand(PosetPolynomial(compose(p, blocks))));
      }
    }
  }
  const std::vector<Poset> blocks{chain(2), chain(1), antichain(3), paper_poset(12)};
  CHECK(compose_polynomials(paper_poset(12), blocks) == expand(PosetPolynomial(compose(paper_poset(12), blocks))));
}

TEST_CASE("the polynomial of a composed poset is a maximum over antichains", "[operad]") {
  const std::uint64_t seed = 23;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 40; ++round) {
    const Poset p = random_poset(1 + random.below(4), 0.4, random.below(1000));
    std::vector<Poset> blocks;
    std::vector<RationalVector> parts;
    RationalVector x;
    for (std::size_t i = 0; i < p.size(); ++i) {
      blocks.push_back(random_poset(random.below(5), 0.4, random.below(1000)));
      parts.emplace_back();
      for (std::size_t j = 0; j < blocks[i].size(); ++j) parts[i].emplace_back(random.between(-5, 5));
      x.insert(x.end(), parts[i].begin(), parts[i].end());
    }
    Rational best;
    for (const ElementSet& up_set : up_sets(p)) {
      const ElementSet antichain = minimal_elements(p, up_set);
      Rational value;
      for (const Element i : up_set) {
        if (antichain.contains(i)) {
          value += PosetPolynomial(blocks[index(i)])(parts[index(i)]);
        } else {
          for (const Rational& entry : parts[index(i)]) value += entry;
        }
      }
      best = std::max(best, value);
    }
    CHECK(PosetPolynomial(compose(p, blocks))(x) == best);
  }
}

TEST_CASE("the reduced action is an algebra on arbitrary pairs", "[operad]") {
  const std::uint64_t seed = 29;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const Poset p = random_poset(1 + random.below(3), 0.5, random.below(1000));
    std::vector<Poset> blocks;
    std::vector<PointedPolynomial> all;
    for (std::size_t i = 0; i < p.size(); ++i) {
      blocks.push_back(random_poset(1 + random.below(2), 0.5, random.below(1000)));
      for (std::size_t j = 0; j < blocks[i].size(); ++j) all.push_back(random_pointed(random, 2, false));
    }
    CAPTURE(round);
    CHECK(is_algebra_on(p, blocks, all, Action::reduced, random));
    CHECK(act(chain(1), std::span(all).first(1), Action::reduced) == all[0]);
  }
}

TEST_CASE("the pointed action is an algebra where the polynomials are nonnegative", "[operad]") {
  const std::uint64_t seed = 31;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const Poset p = random_poset(1 + random.below(3), 0.5, random.below(1000));
    std::vector<Poset> blocks;
    std::vector<PointedPolynomial> all;
    for (std::size_t i = 0; i < p.size(); ++i) {
      blocks.push_back(random_poset(1 + random.below(2), 0.5, random.below(1000)));
      for (std::size_t j = 0; j < blocks[i].size(); ++j) all.push_back(random_pointed(random, 2, true));
    }
    CAPTURE(round);
    CHECK(is_algebra_on(p, blocks, all, Action::pointed, random));
    CHECK(same_values(act(chain(1), std::span(all).first(1)).f, all[0].f, random));
  }
}

TEST_CASE("without nonnegativity the pointed action has no unit and is no algebra", "[operad]") {
  const PointedPolynomial negative{TropicalPolynomial::constant(1, -1), {Rational(0)}};
  const std::vector<PointedPolynomial> one{negative};
  CHECK(act(chain(1), one, Action::pointed).f == TropicalPolynomial::constant(1, 0));
  CHECK(act(chain(1), one, Action::reduced).f == negative.f);

  const std::uint64_t seed = 37;
  CAPTURE(seed);
  Random random(seed);
  int counterexamples = 0;
  for (int round = 0; round < 200; ++round) {
    const Poset p = random_poset(2, 0.7, random.below(1000));
    const std::vector<Poset> blocks{random_poset(2, 0.5, random.below(1000)), chain(1)};
    std::vector<PointedPolynomial> all;
    for (int j = 0; j < 3; ++j) all.push_back(random_pointed(random, 1, false));
    if (!is_algebra_on(p, blocks, all, Action::pointed, random)) ++counterexamples;
  }
  CHECK(counterexamples > 0);
}

TEST_CASE("the antichain adds and the chain takes the maximum", "[operad]") {
  const TropicalPolynomial f = parse_tropical_polynomial("max(0, x1, x2 - 1)", 2);
  const TropicalPolynomial g = parse_tropical_polynomial("max(0, 2*x1 + 1)", 2);
  const std::vector<PointedPolynomial> pair{{f, {Rational(0), Rational(0)}}, {g, {Rational(1), Rational(1)}}};
  Random random(41);
  CHECK(same_values(act(antichain(2), pair).f, otimes(f, g), random));
  // f below g: the antichain {f} brings g's form with it
  const TropicalPolynomial form = parse_tropical_polynomial("x1 + x2", 2);
  CHECK(act(chain(2), pair, Action::reduced).f == oplus(g, otimes(f, form)));
  CHECK(act(chain(2), pair).b == RationalVector{1, 1});
}

TEST_CASE("wrong numbers of blocks and variables are refused", "[operad]") {
  CHECK_THROWS_AS(compose(chain(2), element(2), chain(1)), Error);
  CHECK_THROWS_AS(compose(chain(2), std::vector<Poset>{chain(1)}), Error);
  CHECK_THROWS_AS(compose_polynomials(chain(2), std::vector<Poset>{chain(1)}), Error);
  const PointedPolynomial one{TropicalPolynomial(1), {Rational(0)}};
  const PointedPolynomial two{TropicalPolynomial(2), {Rational(0), Rational(0)}};
  const PointedPolynomial odd{TropicalPolynomial(2), {Rational(0)}};
  CHECK_THROWS_AS(act(chain(2), std::vector{one}), Error);
  CHECK_THROWS_AS(act(chain(2), std::vector{one, two}), Error);
  CHECK_THROWS_AS(act(chain(1), std::vector{odd}), Error);
  CHECK_THROWS_AS(compose_polynomials(chain(1), std::vector{antichain(40)}), Error);
}
