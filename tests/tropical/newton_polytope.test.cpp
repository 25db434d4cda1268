#include "tropiary/tropical/newton_polytope.hpp"

#include <catch2/catch.hpp>

#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

namespace tropiary {
namespace {

using testing::Random;

TropicalPolynomial random_polynomial(Random& random, std::size_t variables, std::size_t terms, std::int64_t size) {
  std::vector<Monomial> monomials;
  for (const RationalVector& exponent : testing::random_points(random, terms, variables, size)) {
    monomials.push_back({exponent, Rational(random.between(-4, 4), random.between(1, 2))});
  }
  return TropicalPolynomial(variables, monomials);
}

Polytope plus(const Polytope& a, const Polytope& b) { return minkowski_sum(std::vector{a, b}).polytope; }
Polytope join(const Polytope& a, const Polytope& b) { return convex_envelope(std::vector{a, b}); }

// Whether some convex combination of the points (v, a_v), v in `support`, lies over (or at) the target: straight from
// barycentric coordinates. Supports must be affinely independent in the exponents.
bool covers(const std::vector<Monomial>& support, const Monomial& target) {
  RationalMatrix rows(target.exponent.size() + 1, RationalVector(support.size()));
  RationalVector right = target.exponent;
  right.emplace_back(1);
  for (std::size_t k = 0; k < support.size(); ++k) {
    for (std::size_t j = 0; j < target.exponent.size(); ++j) rows[j][k] = support[k].exponent[j];
    rows.back()[k] = 1;
  }
  if (rank(rows) < support.size()) return false;
  const auto weights = solve(rows, right, support.size());
  if (!weights) return false;
  Rational height;
  for (std::size_t k = 0; k < support.size(); ++k) {
    if ((*weights)[k].sign() < 0) return false;
    height += (*weights)[k] * support[k].coefficient;
  }
  return height >= target.coefficient;
}

// By Carathéodory's theorem: a monomial is redundant iff at most n + 1 affinely independent others cover it.
std::vector<Monomial> essential_by_definition(const TropicalPolynomial& f) {
  std::vector<Monomial> essential;
  const auto all = f.monomials();
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool redundant = false;
    for (std::size_t mask = 1; mask < (std::size_t{1} << all.size()) && !redundant; ++mask) {
      if (((mask >> i) & 1U) != 0 || static_cast<std::size_t>(std::popcount(mask)) > f.count_variables() + 1) continue;
      std::vector<Monomial> support;
      for (std::size_t k = 0; k < all.size(); ++k) {
        if (((mask >> k) & 1U) != 0) support.push_back(all[k]);
      }
      redundant = covers(support, all[i]);
    }
    if (!redundant) essential.push_back(all[i]);
  }
  return essential;
}

std::vector<Monomial> monomials_of(const TropicalPolynomial& f) { return {f.monomials().begin(), f.monomials().end()}; }

}  // namespace

TEST_CASE("the Newton polytope of a poset polynomial is the order polytope and every monomial is essential") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const TropicalPolynomial f = expand(PosetPolynomial(p));
      CHECK(newton_polytope(f) == order_polytope(p));
      CHECK(remove_redundant_terms(f) == f);
    }
  }
}

TEST_CASE("Newton polytopes turn sums into envelopes and products into Minkowski sums") {
  const std::uint64_t seed = 3;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 40; ++round) {
    const std::size_t n = 1 + random.below(3);
    CAPTURE(round, n);
    const TropicalPolynomial f = random_polynomial(random, n, 1 + random.below(5), 3);
    const TropicalPolynomial g = random_polynomial(random, n, 1 + random.below(5), 3);
    CHECK(newton_polytope(oplus(f, g)) == join(newton_polytope(f), newton_polytope(g)));
    CHECK(newton_polytope(otimes(f, g)) == plus(newton_polytope(f), newton_polytope(g)));
    const HullOptions brute{HullEngine::brute_force};
    CHECK(lifted_newton_polytope(f, brute) == lifted_newton_polytope(f));
    CHECK(newton_polytope(f, brute) == newton_polytope(f));
  }
}

TEST_CASE("minus infinity has the empty Newton polytope and no terms") {
  const TropicalPolynomial zero(2);
  CHECK(newton_polytope(zero) == convex_hull(2, {}));
  CHECK(lifted_newton_polytope(zero) == convex_hull(3, {}));
  CHECK(remove_redundant_terms(zero) == zero);
}

TEST_CASE("a term below the upper hull or inside an upper edge is redundant") {
  const auto reduced = [](const char* text, std::size_t n = 0) {
    return to_string(remove_redundant_terms(parse_tropical_polynomial(text, n)));
  };
  const auto same = [](const char* text, std::size_t n = 0) { return to_string(parse_tropical_polynomial(text, n)); };
  CHECK(reduced("max(0, x1, 2*x1)") == same("max(0, 2*x1)"));
  CHECK(reduced("max(0, 1 + x1, 2*x1)") == same("max(0, 1 + x1, 2*x1)"));
  CHECK(reduced("max(0, x1 - 1, 2*x1)") == same("max(0, 2*x1)"));
  CHECK(reduced("max(x1, x2, 1/2*x1 + 1/2*x2)") == same("max(x1, x2)"));
  CHECK(reduced("max(0, x1, x2, x1 + x2 - 7, 1/3*x1 + 1/3*x2 + 1/100)") ==
        same("max(0, x1, x2, x1 + x2 - 7, 1/3*x1 + 1/3*x2 + 1/100)"));
  // Exponents on a line in the plane, and the points (v, a) on a line in space.
  CHECK(reduced("max(x1 + x2, 2*x1 + 2*x2 - 1, 3*x1 + 3*x2)") == same("max(x1 + x2, 3*x1 + 3*x2)"));
  CHECK(reduced("max(x1 + x2, 2*x1 + 2*x2 + 1, 3*x1 + 3*x2 + 2)") == same("max(x1 + x2, 3*x1 + 3*x2 + 2)"));
  CHECK(reduced("5 + x1", 3) == same("5 + x1", 3));
}

TEST_CASE("the essential terms of random polynomials are those that no others cover") {
  const std::uint64_t seed = 17;
  CAPTURE(seed);
  Random random(seed);
  std::size_t removed = 0;
  for (int round = 0; round < 120; ++round) {
    const std::size_t n = 1 + random.below(3);
    const std::size_t d = 1 + random.below(n);  // exponents in a subspace of dimension d
    CAPTURE(round, n, d);
    const auto map = testing::random_affine_map(random, d, n, 2);
    std::vector<Monomial> monomials;
    for (const RationalVector& point : testing::random_points(random, 1 + random.below(9), d, 2)) {
      monomials.push_back({map(point), Rational(random.between(-2, 2))});
    }
    const TropicalPolynomial f(n, monomials);
    const TropicalPolynomial g = remove_redundant_terms(f);
    CHECK(monomials_of(g) == essential_by_definition(f));
    CHECK(remove_redundant_terms(g) == g);
    for (const RationalVector& x : testing::random_points(random, 20, n, 9, 3)) CHECK(g(x) == f(x));
    removed += f.monomials().size() - g.monomials().size();
  }
  CHECK(removed > 50);
}

TEST_CASE("the essential terms of maxout networks are as many as the published regions") {
  std::size_t checked = 0;
  for (const auto& c : testing::reference_polytopes()) {
    if (!c.contains("n_regions")) continue;
    CAPTURE(c["name"]);
    const std::size_t n = c["summands"][0][0].size() - 1;  // the last coordinate is the bias
    TropicalPolynomial f = TropicalPolynomial::constant(n, 0);
    for (const auto& unit : c["summands"]) {
      std::vector<Monomial> monomials;
      for (RationalVector point : testing::points_from(unit)) {
        Rational bias = point.back();
        point.pop_back();
        monomials.push_back({std::move(point), std::move(bias)});
      }
      f = remove_redundant_terms(otimes(f, TropicalPolynomial(n, std::move(monomials))));
    }
    CHECK(f.monomials().size() == c["n_regions"].get<std::size_t>());
    ++checked;
  }
  CHECK(checked >= 5);
}

}  // namespace tropiary
