#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/chain_order_polytope.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/marked_poset_polytopes.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

MarkedPoset random_marked(const Poset& p, std::uint64_t seed) {
  testing::Random random(seed);
  std::vector<std::pair<Element, Rational>> marks;
  std::int64_t value = 0;
  for (const Element e : p.linear_extension()) {
    value += random.between(0, 1);
    if (p.lower_covers(e).empty() || p.upper_covers(e).empty() || random.chance(0.15))
      marks.emplace_back(e, Rational(value));
  }
  return {p, std::move(marks)};
}

ElementSet random_part(const MarkedPoset& marked, std::uint64_t seed) {
  testing::Random random(seed);
  ElementSet result(marked.poset().size());
  for (const Element e : marked.unmarked()) {
    if (random.chance(0.5)) result.insert(e);
  }
  return result;
}

}  // namespace

TEST_CASE("marked order polytopes are what the inequalities of all relations say") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(5 + seed % 5, 0.4, seed);
    const MarkedPoset marked = random_marked(p, seed);
    const std::vector<Element>& points = marked.unmarked();
    std::vector<AffineForm> forms;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (std::size_t j = 0; j < points.size(); ++j) {
        if (!p.less(points[i], points[j])) continue;
        forms.push_back({0, std::vector<Integer>(points.size())});
        forms.back().normal[i] = -1;
        forms.back().normal[j] = 1;
      }
      for (const auto& [e, mark] : marked.marks()) {
        const int sign = p.less(e, points[i]) ? 1 : p.less(points[i], e) ? -1 : 0;
        if (sign == 0) continue;
        forms.push_back({mark.numerator() * Integer(-sign), std::vector<Integer>(points.size())});
        forms.back().normal[i] = sign;
      }
    }
    CHECK(marked_order_polytope(marked) == polytope_from_inequalities(points.size(), forms));
  }
}

TEST_CASE("marked chain-order polytopes have the lattice points of the marked order polytope") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(5 + seed % 4, 0.45, seed);
    const MarkedPoset marked = random_marked(p, seed);
    const Integer points = count_marked_order_polytope_lattice_points(marked);
    const Polytope mixed = marked_chain_order_polytope(marked, random_part(marked, seed));
    CHECK(count_lattice_points(mixed) == points);
    CHECK(count_lattice_points(marked_chain_polytope(marked)) == points);
    CHECK(marked_chain_order_polytope(marked, ElementSet(p.size())) == marked_order_polytope(marked));
    CHECK(ehrhart_polynomial(marked_chain_polytope(marked)) == marked_order_polytope_ehrhart_polynomial(marked));
  }
  for (const Poset& p : testing::all_unlabelled_posets(4)) {
    const MarkedPoset marked = marked_bounds(p);
    CHECK(marked_chain_polytope(marked) == chain_polytope(p));
    for (std::uint64_t word = 0; word < 16; ++word) {
      CHECK(marked_chain_order_polytope(marked, ElementSet::from_word(6, word)) ==
            chain_order_polytope(p, ElementSet::from_word(4, word)));
    }
  }
}

TEST_CASE("hulls of up-sets have the faces that connected compatible partitions give") {
  for (std::size_t n = 1; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const Polytope order = order_polytope(p);
      const Polytope hull = convex_hull(n, order.vertices(), {HullEngine::double_description});
      REQUIRE(hull == order);
      const std::vector<std::size_t> f = f_vector(hull);
      REQUIRE(order_polytope_f_vector(p) == std::vector<Integer>(f.begin(), f.end()));
      REQUIRE(convex_hull(n, chain_polytope(p).vertices(), {HullEngine::double_description}) == chain_polytope(p));
    }
  }
}

TEST_CASE("marked chain-order polytopes refuse marked points in the chain part") {
  const MarkedPoset marked = marked_bounds(chain(2));
  CHECK_ERROR(marked_chain_order_polytope(marked, ElementSet::full(4)), Errc::invalid_argument, "is marked");
  CHECK_ERROR(marked_chain_order_polytope(marked, ElementSet(2)), Errc::dimension_mismatch, "chain part of 2 points");
}

}  // namespace tropiary
