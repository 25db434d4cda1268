#include "polytope/faces/incidence.hpp"

#include <catch2/catch.hpp>

#include "support/polytopes.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;
using namespace tropiary::detail;
using namespace tropiary::testing;

TEST_CASE("a vertex is incident to the facets whose forms vanish there") {
  for (const char* name : {"N", "chain:3", "antichain:7", "fence:9", "chain:0"}) {
    const Polytope k = order_polytope(named_poset(name));
    const Incidence tight = incidence(k);
    CAPTURE(name);
    REQUIRE(tight.facets.rows() == k.facets().size());
    REQUIRE(tight.vertices.rows() == k.vertices().size());
    for (std::size_t f = 0; f < k.facets().size(); ++f) {
      for (std::size_t v = 0; v < k.vertices().size(); ++v) {
        const bool zero = k.facets()[f](k.vertices()[v]).is_zero();
        CHECK(tight.facets.test(f, v) == zero);
        CHECK(tight.vertices.test(v, f) == zero);
      }
    }
    CHECK(tight.vertices.transposed() == tight.facets);
  }
}

TEST_CASE("cleared points evaluate forms of every size exactly") {
  Random random(20);
  // Sizes whose products fit in a word, hardly fit, and do not.
  for (const std::int64_t size : {std::int64_t{3}, std::int64_t{1} << 30, std::int64_t{1} << 61}) {
    for (int round = 0; round < 20; ++round) {
      const std::size_t ambient = static_cast<std::size_t>(random.between(0, 4));
      const std::vector<RationalVector> points = random_points(random, 7, ambient, size, round % 2 == 0 ? 1 : 6);
      AffineForm form{random.between(-size, size), {}};
      for (std::size_t j = 0; j < ambient; ++j) form.normal.emplace_back(random.between(-size, size));
      const ClearedPoints cleared(ambient, points);
      std::vector<std::int64_t> words(points.size());
      std::vector<std::int8_t> signs(points.size());
      const bool fits = cleared.words(form, words);
      cleared.signs(form, signs);
      std::vector<std::uint8_t> is_zero(points.size());
      cleared.zeros(form, is_zero);
      CAPTURE(size, round);
      if (size == 3) CHECK(fits);
      for (std::size_t i = 0; i < points.size(); ++i) {
        const Rational value = form(points[i]);
        CHECK(Rational(cleared.integer(form, i), cleared.denominator(i)) == value);
        CHECK(signs[i] == value.sign());
        CHECK((is_zero[i] != 0) == value.is_zero());
        if (fits) CHECK(Integer(words[i]) == cleared.integer(form, i));
        // The form moved by a multiple of 2^64 that vanishes modulo 2^64 only, and to one that vanishes.
        if (points[i].empty() || round % 2 != 0 || size < 4) continue;
        AffineForm through = form;
        through.constant = -(form(points[i]) - Rational(form.constant)).numerator();
        cleared.zeros(through, is_zero);
        CHECK(is_zero[i] == 1);
        through.constant += pow(Integer(2), 64);
        cleared.zeros(through, is_zero);
        CHECK(is_zero[i] == 0);
      }
    }
  }
}
