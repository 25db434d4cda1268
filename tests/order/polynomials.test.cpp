#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

Rational at(const std::vector<Rational>& polynomial, std::int64_t t) {
  Rational value;
  for (std::size_t i = polynomial.size(); i-- > 0;) value = value * Rational(t) + polynomial[i];
  return value;
}

/// Maps f: P → {1..m} with f(x) ≤ f(y), or <, for x < y.
std::int64_t brute_count_maps(const Poset& p, std::size_t m, bool strict) {
  std::vector<std::size_t> f(p.size(), 0);
  std::int64_t count = 0;
  if (m == 0) return p.empty() ? 1 : 0;
  for (;;) {
    bool good = true;
    for (const Relation& c : p.covers()) {
      good = good && (strict ? f[index(c.lower)] < f[index(c.upper)] : f[index(c.lower)] <= f[index(c.upper)]);
    }
    count += good ? 1 : 0;
    std::size_t i = 0;
    while (i < f.size() && ++f[i] == m) f[i++] = 0;
    if (i == f.size()) return count;
  }
}

/// Multichains x₁ ≤ … ≤ x_{q−1}.
std::int64_t brute_count_multichains(const Poset& p, std::size_t length) {
  std::vector<std::int64_t> ending(p.size(), 1);
  for (std::size_t step = 1; step < length; ++step) {
    std::vector<std::int64_t> next(p.size(), 0);
    for (std::size_t x = 0; x < p.size(); ++x) {
      for (std::size_t y = 0; y < p.size(); ++y) {
        if (p.less_equal(element(x), element(y))) next[y] += ending[x];
      }
    }
    ending = next;
  }
  std::int64_t sum = 0;
  for (std::int64_t count : ending) sum += count;
  return sum;
}

/// μ(0̂, 1̂) by the recursion μ(0̂, x) = −Σ_{y<x} μ(0̂, y).
Integer brute_moebius(const Poset& p) {
  std::vector<Integer> mu(p.size());
  Integer sum = 1;
  for (Element x : p.linear_extension()) {
    mu[index(x)] = -1;
    for (Element y : p.below(x)) mu[index(x)] -= mu[index(y)];
    sum += mu[index(x)];
  }
  return -sum;
}

std::vector<Poset> small_and_random() {
  std::vector<Poset> posets = all_labelled_posets(3);
  for (Poset& p : all_unlabelled_posets(5)) posets.push_back(std::move(p));
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    posets.push_back(random_poset(6 + seed % 3, 0.04 * static_cast<double>(seed % 10), seed));
    posets.push_back(random_composed_poset(6 + seed % 3, seed, 0.6));
  }
  return posets;
}

}  // namespace

TEST_CASE("the order polynomial counts order-preserving maps") {
  for (const Poset& p : small_and_random()) {
    const std::vector<Rational> omega = order_polynomial(p);
    REQUIRE(omega.size() == p.size() + 1);
    for (std::size_t m = 0; m <= (p.size() <= 5 ? 6U : 4U); ++m) {
      REQUIRE(at(omega, static_cast<std::int64_t>(m)) == Rational(brute_count_maps(p, m, false)));
    }
  }
  CHECK(order_polynomial(Poset()) == std::vector<Rational>{Rational(1)});
}

TEST_CASE("the order polynomial at negative numbers counts strict maps") {
  for (const Poset& p : small_and_random()) {
    if (p.size() > 6) continue;
    const std::vector<Rational> omega = order_polynomial(p);
    for (std::int64_t m = 0; m <= 5; ++m) {
      const Rational value = at(omega, -m);
      REQUIRE((p.size() % 2 == 0 ? value : -value) == Rational(brute_count_maps(p, static_cast<std::size_t>(m), true)));
    }
  }
}

TEST_CASE("the leading coefficient of the order polynomial is e over n factorial") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Poset p = seed % 2 == 0 ? random_composed_poset(30, seed, 0.1) : random_poset(13, 0.15, seed);
    const auto n = static_cast<std::uint32_t>(p.size());
    REQUIRE(order_polynomial(p).back() == Rational(count_linear_extensions(p), factorial(n)));
    REQUIRE(order_polynomial(p) == order_polynomial(dual(p)));
  }
}

TEST_CASE("order polynomials of the N and of chains and antichains") {
  const std::vector<Rational> n = order_polynomial(paper_poset(12));
  const std::int64_t expected[] = {0, 1, 8, 31, 85, 190, 371};
  for (std::int64_t m = 0; m <= 6; ++m) CHECK(at(n, m) == Rational(expected[m]));
  const std::vector<Rational> line = order_polynomial(chain(200));
  for (std::int64_t m : {1, 2, 17, 300})
    CHECK(at(line, m) == Rational(binomial(static_cast<std::uint64_t>(m) + 199, 200)));
  const std::vector<Rational> power = order_polynomial(antichain(300));
  for (std::size_t i = 0; i <= 300; ++i) REQUIRE(power[i] == Rational(i == 300 ? 1 : 0));
}

TEST_CASE("there are 1 2 4 10 30 121 different order polynomials on n points") {
  const std::size_t expected[] = {1, 1, 2, 4, 10, 30, 121};
  for (std::size_t n = 1; n <= 6; ++n) {
    std::set<std::vector<Rational>> different;
    for (const Poset& p : all_unlabelled_posets(n)) different.insert(order_polynomial(p));
    CHECK(different.size() == expected[n]);
  }
}

TEST_CASE("the zeta polynomial counts multichains") {
  for (const Poset& p : small_and_random()) {
    if (p.empty()) continue;
    const std::vector<Rational> zeta = zeta_polynomial(p);
    REQUIRE(zeta.size() == height(p));
    REQUIRE(at(zeta, 2) == Rational(p.size()));
    for (std::int64_t q = 2; q <= 7; ++q) {
      REQUIRE(at(zeta, q) == Rational(brute_count_multichains(p, static_cast<std::size_t>(q - 1))));
    }
  }
  CHECK(zeta_polynomial(Poset()) == std::vector<Rational>{Rational(0)});
}

TEST_CASE("the zeta polynomial of a Boolean lattice is a power") {
  for (std::size_t n = 0; n <= 9; ++n) {
    const std::vector<Rational> zeta = zeta_polynomial(boolean_lattice(n));
    REQUIRE(zeta.size() == n + 1);
    for (std::size_t i = 0; i <= n; ++i) REQUIRE(zeta[i] == Rational(i == n ? 1 : 0));
  }
}

TEST_CASE("the zeta polynomial of a lattice of up-sets is the order polynomial") {
  for (const Poset& p : all_unlabelled_posets(4)) {
    const std::vector<std::uint32_t> sets = brute_up_sets(p);
    std::vector<Relation> relations;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      for (std::size_t j = 0; j < sets.size(); ++j) {
        if (i != j && (sets[i] & ~sets[j]) == 0) relations.push_back({element(i), element(j)});
      }
    }
    REQUIRE(zeta_polynomial(Poset::from_relations(sets.size(), relations)) == order_polynomial(p));
  }
}

TEST_CASE("the reduced Euler characteristic is the Moebius function of the bounds") {
  for (const Poset& p : small_and_random()) REQUIRE(reduced_euler_characteristic(p) == brute_moebius(p));
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Poset p = seed % 2 == 0 ? random_composed_poset(200, seed, 0.5) : random_poset(150, 0.05, seed);
    REQUIRE(reduced_euler_characteristic(p) == brute_moebius(p));
  }
}

TEST_CASE("ordinal sums of two-point antichains are spheres and crowns are circles") {
  Poset sphere;
  for (int d = 0; d <= 30; ++d) {
    sphere = ordinal_sum(sphere, antichain(2));
    CHECK(reduced_euler_characteristic(sphere) == (d % 2 == 0 ? 1 : -1));
  }
  for (std::size_t n = 2; n <= 40; ++n) CHECK(reduced_euler_characteristic(crown(n)) == -1);
  CHECK(reduced_euler_characteristic(Poset()) == -1);
  CHECK(reduced_euler_characteristic(chain(100'000)) == 0);
}

TEST_CASE("polynomials that would take too long are refused at once") {
  for (int which = 0; which < 3; ++which) {
    try {
      if (which == 0) (void)order_polynomial(antichain(100'000));
      if (which == 1) (void)order_polynomial(crown(30));
      if (which == 2) (void)zeta_polynomial(chain(100'000));
      FAIL_CHECK("accepted " << which);
    } catch (const Error& error) {
      CHECK(error.code() == Errc::too_large);
    }
  }
}

TEST_CASE("strict order polynomials count the strict order-preserving maps") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : all_unlabelled_posets(n)) {
      const std::vector<Rational> polynomial = strict_order_polynomial(p);
      REQUIRE(polynomial.size() == n + 1);
      for (std::size_t m = 0; m <= 4; ++m) {
        REQUIRE(at(polynomial, static_cast<std::int64_t>(m)) == Rational(brute_count_maps(p, m, true)));
      }
    }
  }
}

TEST_CASE("the numerator of the order series counts linear extensions by descents") {
  std::vector<Poset> posets;
  for (std::size_t n = 0; n <= 6; ++n) {
    for (Poset& p : all_unlabelled_posets(n)) posets.push_back(std::move(p));
  }
  for (const Poset& p : posets) {
    // By listing the linear extensions.
    std::vector<std::size_t> number(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) number[index(p.linear_extension()[i])] = i;
    std::vector<Integer> descents(p.size() + 1);
    for (const std::vector<Element>& line : linear_extensions(p)) {
      std::size_t count = 0;
      for (std::size_t i = 0; i + 1 < line.size(); ++i)
        count += number[index(line[i])] > number[index(line[i + 1])] ? 1U : 0U;
      descents[count] += 1;
    }
    while (descents.back().is_zero()) descents.pop_back();
    REQUIRE(descent_polynomial(p) == descents);
    std::vector<Integer> numerator = order_series(p);
    REQUIRE(numerator.size() == p.size() + 1);
    if (p.empty()) continue;
    REQUIRE(numerator.front().is_zero());
    numerator.erase(numerator.begin());
    while (numerator.back().is_zero()) numerator.pop_back();
    REQUIRE(numerator == descents);
  }
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    const Poset p = random_poset(14, 0.2, seed);
    std::vector<Integer> numerator = order_series(p);
    numerator.erase(numerator.begin());
    while (numerator.back().is_zero()) numerator.pop_back();
    REQUIRE(numerator == descent_polynomial(p));
    REQUIRE(h_star(order_polytope_ehrhart_polynomial(p)) == numerator);
  }
  CHECK(descent_polynomial(antichain(4)) == std::vector<Integer>{1, 11, 11, 1});  // Eulerian numbers
  CHECK(order_series(chain(3)) == std::vector<Integer>{0, 1, 0, 0});
}

TEST_CASE("characteristic polynomials of Boolean lattices and chains and divisor lattices are products") {
  CHECK(characteristic_polynomial(boolean_lattice(4)) == std::vector<Integer>{1, -4, 6, -4, 1});  // (q − 1)⁴
  CHECK(characteristic_polynomial(chain(5)) == std::vector<Integer>{0, 0, 0, -1, 1});             // q³ (q − 1)
  CHECK(characteristic_polynomial(divisor_lattice(12)) == std::vector<Integer>{0, 1, -2, 1});     // q (q − 1)²
  const Poset m3 = ordinal_sum(ordinal_sum(chain(1), antichain(3)), chain(1));
  CHECK(characteristic_polynomial(m3) == std::vector<Integer>{2, -3, 1});  // (q − 1)(q − 2), three lines in the plane
  CHECK(characteristic_polynomial(ordinal_sum(chain(1), antichain(3))) == std::vector<Integer>{-3, 1});
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    // χ of a product is the product of the χ.
    const Poset p = ordinal_sum(chain(1), antichain(2 + seed % 4));
    const Poset q = ordinal_sum(ordinal_sum(chain(1), crown(3 + seed % 3)), antichain(seed % 2));
    const std::vector<Integer> a = characteristic_polynomial(p);
    const std::vector<Integer> b = characteristic_polynomial(q);
    std::vector<Integer> product_of_both(a.size() + b.size() - 1);
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) product_of_both[i + j] += a[i] * b[j];
    }
    REQUIRE(characteristic_polynomial(product(p, q)) == product_of_both);
  }
  CHECK_ERROR(characteristic_polynomial(antichain(2)), Errc::invalid_argument, "no least element");
  CHECK_ERROR(characteristic_polynomial(parse_relations("1<2<3, 1<4")), Errc::invalid_argument, "not graded");
  CHECK_ERROR(characteristic_polynomial(Poset()), Errc::invalid_argument, "no least element");
}

TEST_CASE("descents of too many down-sets are refused") {
  CHECK_ERROR(descent_polynomial(antichain(20)), Errc::too_large, "1048576 down-sets");
  CHECK_ERROR(descent_polynomial(chain(65)), Errc::too_large, "65 points");
}
