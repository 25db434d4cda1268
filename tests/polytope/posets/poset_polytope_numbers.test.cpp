#include "tropiary/polytope/poset_polytope_numbers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

Rational at(const std::vector<Rational>& polynomial, const Rational& t) {
  Rational value;
  for (std::size_t i = polynomial.size(); i-- > 0;) value = value * t + polynomial[i];
  return value;
}

Integer sum(const std::vector<Integer>& numbers) {
  Integer total;
  for (const Integer& x : numbers) total += x;
  return total;
}

/// Chains with two relations between neighbours: prime, and with nearly (length + 1)^chains up-sets.
Poset tied_chains(std::size_t chains, std::size_t length) {
  std::vector<Relation> relations;
  for (std::size_t c = 0; c < chains; ++c) {
    const std::size_t first = c * length;
    for (std::size_t i = 0; i + 1 < length; ++i) relations.push_back({element(first + i), element(first + i + 1)});
    if (c + 1 == chains) continue;
    for (std::size_t i = 0; i < 2; ++i) relations.push_back({element(first + i), element(first + 2 * length - 2 + i)});
  }
  return Poset::from_relations(chains * length, relations);
}

}  // namespace

TEST_CASE("order and chain polytopes have the volume and the Ehrhart polynomial of the closed forms") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const auto closed = order_polytope_ehrhart_polynomial(p);
      REQUIRE(closed == ehrhart_polynomial(order_polytope(p)));
      REQUIRE(closed == ehrhart_polynomial(chain_polytope(p)));
      REQUIRE(order_polytope_volume(p) == closed.back());
      REQUIRE(order_polytope_h_star(p) == h_star(closed));
    }
  }
}

TEST_CASE("volumes and Ehrhart polynomials of the reference order polytopes are the published ones") {
  std::size_t checked = 0;
  for (const auto& entry : testing::reference_order_polytopes()) {
    CAPTURE(entry.at("name").get<std::string>());
    const Poset p = testing::poset_of(entry);
    CHECK(order_polytope_volume(p) == Rational(entry.at("volume").get<std::string>()));
    CHECK(count_linear_extensions(p).to_string() == entry.at("linear_extensions").get<std::string>());
    if (entry.contains("lattice_points")) {
      CHECK(count_up_sets(p) == Integer(entry.at("lattice_points").get<std::size_t>()));
    }
    if (entry.contains("ehrhart")) {
      std::vector<Rational> published;
      for (const auto& c : entry.at("ehrhart")) published.emplace_back(c.get<std::string>());
      CHECK(order_polytope_ehrhart_polynomial(p) == published);
    }
    ++checked;
  }
  CHECK(checked >= 16);
}

TEST_CASE("degree and codegree of order polytopes are those of their Ehrhart polynomials") {
  for (std::size_t n = 1; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      CHECK(order_polytope_h_star(p).size() == order_polytope_degree(p) + 1);
      // The first t at which the interior has lattice points: L(−t) ≠ 0.
      const auto ehrhart = order_polytope_ehrhart_polynomial(p);
      std::size_t t = 1;
      while (at(ehrhart, -Rational(t)).is_zero()) ++t;
      CHECK(order_polytope_codegree(p) == t);
    }
  }
  CHECK(order_polytope_codegree(Poset()) == 1);
  CHECK(order_polytope_degree(Poset()) == 0);
}

TEST_CASE("an order polytope is Gorenstein exactly when its h-star vector is a palindrome") {
  std::size_t gorenstein = 0;
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      std::vector<Integer> turned = order_polytope_h_star(p);
      std::reverse(turned.begin(), turned.end());
      REQUIRE(is_order_polytope_gorenstein(p) == (turned == order_polytope_h_star(p)));
      const auto point = order_polytope_gorenstein_point(p);
      REQUIRE(point.has_value() == is_order_polytope_gorenstein(p));
      if (!point) continue;
      ++gorenstein;
      // Every facet of index · O(P) is at lattice distance one.
      const Polytope k = order_polytope(p);
      for (const AffineForm& facet : k.facets()) {
        Integer value = facet.constant * Integer(order_polytope_codegree(p));
        for (std::size_t i = 0; i < n; ++i) value += facet.normal[i] * (*point)[i];
        REQUIRE(value == 1);
      }
    }
  }
  CHECK(gorenstein > 20);
  CHECK(order_polytope_gorenstein_point(parse_relations("1<2, 3<2, 3<4")) == std::vector<Integer>{1, 2, 1, 2});
  CHECK_FALSE(is_order_polytope_gorenstein(parse_relations("1<2<3, 1<4")));
}

TEST_CASE("the h-star vector of a large prime poset adds up to its linear extensions") {
  for (const Poset& p : {tied_chains(6, 5), tied_chains(3, 10), tied_chains(4, 4), fence(24), crown(7)}) {
    CAPTURE(p.size());
    const std::vector<Integer> h = order_polytope_h_star(p);
    CHECK(sum(h) == count_linear_extensions(p));
    CHECK(h[1] == count_up_sets(p) - Integer(p.size() + 1));
    CHECK(h.size() == p.size() - height(p) + 1);
    CHECK(Rational(sum(h), factorial(static_cast<std::uint32_t>(p.size()))) ==
          order_polytope_ehrhart_polynomial(p).back());
  }
  CHECK(order_polytope_h_star(tied_chains(3, 6)) == descent_polynomial(tied_chains(3, 6)));
  CHECK(order_polytope_h_star(fence(18)) == descent_polynomial(fence(18)));
}

TEST_CASE("more than 64 points do not need machine words") {
  // Standard tableaux of two rows by descents are counted by Narayana numbers [stanley1999].
  constexpr std::uint64_t m = 40;
  const std::vector<Integer> h = order_polytope_h_star(grid(std::vector<std::size_t>{2, m}));
  REQUIRE(h.size() == m);
  for (std::uint64_t k = 1; k <= m; ++k) CHECK(h[k - 1] * Integer(m) == binomial(m, k) * binomial(m, k - 1));
  CHECK_ERROR(order_polytope_h_star(standard_example(40)), Errc::too_large, "a prime part of 80 points");
}

}  // namespace tropiary
