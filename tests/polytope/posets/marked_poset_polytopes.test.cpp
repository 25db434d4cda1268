#include "tropiary/polytope/marked_poset_polytopes.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

RationalVector numbers(std::initializer_list<int> values) { return {values.begin(), values.end()}; }

/// Weyl: Π_{i<j} (λ_i − λ_j + j − i) / (j − i).
Integer representation_dimension(const RationalVector& lambda) {
  Rational product = 1;
  for (std::size_t i = 0; i < lambda.size(); ++i) {
    for (std::size_t j = i + 1; j < lambda.size(); ++j) {
      product *= (lambda[i] - lambda[j]) / Rational(j - i) + Rational(1);
    }
  }
  return product.numerator();
}

/// A pattern is a vertex iff every entry is one of its two neighbours in the row above: row by row.
std::size_t count_patterns(const RationalVector& row) {
  if (row.size() <= 1) return 1;
  std::set<RationalVector> below;
  for (std::size_t choice = 0; choice < (std::size_t{1} << (row.size() - 1)); ++choice) {
    RationalVector next;
    for (std::size_t j = 0; j + 1 < row.size(); ++j) next.push_back(row[j + ((choice >> j) & 1U)]);
    below.insert(next);
  }
  std::size_t count = 0;
  for (const RationalVector& next : below) count += count_patterns(next);
  return count;
}

/// Marks on all extremal points and some more, which may or may not preserve the order.
MarkedPoset random_marked(const Poset& p, std::uint64_t seed, std::int64_t denominators = 1) {
  testing::Random random(seed);
  std::vector<std::pair<Element, Rational>> marks;
  std::size_t rank = 0;
  for (const Element e : p.linear_extension()) {
    ++rank;
    const bool extremal = p.lower_covers(e).empty() || p.upper_covers(e).empty();
    if (!extremal && !random.chance(0.2)) continue;
    const Integer value = Integer(static_cast<std::int64_t>(rank) / 2 + random.between(0, 2));
    marks.emplace_back(e, Rational(value, Integer(random.between(1, denominators))));
  }
  return {p, std::move(marks)};
}

}  // namespace

TEST_CASE("marks 0 and 1 on the bounds give the order polytope") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const MarkedPoset marked = marked_bounds(p);
      REQUIRE(marked_order_polytope(marked) == order_polytope(p));
      REQUIRE(marked_order_polytope_ehrhart_polynomial(marked) == order_polytope_ehrhart_polynomial(p));
      REQUIRE(marked_order_polytope_volume(marked) == order_polytope_volume(p));
      REQUIRE(count_marked_order_polytope_lattice_points(marked) == Integer(order_polytope(p).vertices().size()));
    }
  }
}

TEST_CASE("marked order polytopes pass every check and their points are counted") {
  std::size_t non_empty = 0;
  std::size_t degenerate = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(4 + seed % 7, 0.4, seed);
    const MarkedPoset marked = random_marked(p, seed, seed % 3 == 0 ? 3 : 1);
    const Polytope k = marked_order_polytope(marked);
    CHECK(verify(k).failures == std::vector<std::string>{});
    CHECK(k.ambient_dimension() == marked.unmarked().size());
    CHECK(count_marked_order_polytope_lattice_points(marked) == count_lattice_points(k));
    CHECK(marked_order_polytope_volume(marked) == volume(k));
    if (k.empty()) continue;
    ++non_empty;
    if (k.dimension() < static_cast<int>(k.ambient_dimension())) ++degenerate;
    if (seed % 3 != 0) CHECK(marked_order_polytope_ehrhart_polynomial(marked) == ehrhart_polynomial(k));
  }
  CHECK(non_empty > 40);
  CHECK(degenerate > 5);
}

TEST_CASE("lattice points of Gelfand-Tsetlin polytopes are counted by Weyl's dimension formula") {
  for (const RationalVector& lambda :
       {numbers({4, 2, 1}), numbers({3, 3, 0}), numbers({5, 3, 1, 0}), numbers({4, 3, 2, 1, 0}), numbers({7}),
        numbers({2, 2, 2}), numbers({1, 0, 0, 0, 0, 0}), numbers({6, 4, 4, 1, 0})}) {
    CAPTURE(lambda.size());
    const MarkedPoset marked = gelfand_tsetlin_poset(lambda);
    CHECK(count_marked_order_polytope_lattice_points(marked) == representation_dimension(lambda));
    const std::vector<Rational> ehrhart = marked_order_polytope_ehrhart_polynomial(marked);
    for (int t = 0; t <= 4; ++t) {
      RationalVector multiple = lambda;
      for (Rational& part : multiple) part *= Rational(t);
      Rational value;
      for (std::size_t i = ehrhart.size(); i-- > 0;) value = value * Rational(t) + ehrhart[i];
      CHECK(value == Rational(representation_dimension(multiple)));
    }
  }
  CHECK(representation_dimension(numbers({4, 2, 1})) == 15);
}

TEST_CASE("Gelfand-Tsetlin polytopes have the vertices and facets and volumes of the closed forms") {
  // Facets n (n − 1); volume Π_{i<j} (λ_i − λ_j)/(j − i).
  RationalVector lambda;
  for (std::size_t n = 1; n <= 5; ++n) {
    lambda.insert(lambda.begin(), Rational(n * n));
    CAPTURE(n);
    const Polytope k = gelfand_tsetlin_polytope(lambda);
    CHECK(k.dimension() == static_cast<int>(n * (n - 1) / 2));
    CHECK(k.vertices().size() == count_patterns(lambda));
    CHECK(k.facets().size() == n * (n - 1));
    if (n <= 4) CHECK(verify(k).failures == std::vector<std::string>{});
    Rational expected = 1;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) expected *= (lambda[i] - lambda[j]) / Rational(j - i);
    }
    CHECK(marked_order_polytope_volume(gelfand_tsetlin_poset(lambda)) == expected);
  }
  for (const RationalVector& degenerate : {numbers({2, 2, 1, 0}), numbers({3, 1, 1, 1, 0}), numbers({5, 5})}) {
    CHECK(gelfand_tsetlin_polytope(degenerate).vertices().size() == count_patterns(degenerate));
  }
  CHECK(f_vector(gelfand_tsetlin_polytope(numbers({2, 1, 0}))) == std::vector<std::size_t>{7, 11, 6});
}

TEST_CASE("marked posets refuse marks that do not fit") {
  CHECK_ERROR(MarkedPoset(chain(3), {{element(0), 0}}), Errc::invalid_argument, "maximal point 3 has no mark");
  CHECK_ERROR(MarkedPoset(chain(3), {{element(2), 0}}), Errc::invalid_argument, "minimal point 1 has no mark");
  CHECK_ERROR(MarkedPoset(chain(2), {{element(0), 0}, {element(0), 1}}), Errc::invalid_argument, "two marks");
  CHECK_ERROR(MarkedPoset(chain(2), {{element(2), 0}}), Errc::invalid_argument, "position 2");
  CHECK_ERROR(gelfand_tsetlin_poset(numbers({1, 2})), Errc::invalid_argument, "1, 2 ascend");
  const MarkedPoset wide(chain(3), {{element(0), 0}, {element(2), Rational(pow(Integer(10), 30))}});
  CHECK_ERROR(count_marked_order_polytope_lattice_points(wide), Errc::too_large, "effort");
  CHECK(marked_order_polytope(wide).vertices().size() == 2);
  const MarkedPoset half(chain(3), {{element(0), 0}, {element(2), Rational(1, 2)}});
  CHECK_ERROR(marked_order_polytope_ehrhart_polynomial(half), Errc::invalid_argument, "1/2 of the point 3");
  CHECK_ERROR(marked_order_polytope(marked_bounds(antichain(8)), 255), Errc::too_large, "255 vertices");
  const MarkedPoset turned(chain(3), {{element(0), 1}, {element(2), 0}});
  CHECK(marked_order_polytope(turned).empty());
  CHECK(count_marked_order_polytope_lattice_points(turned).is_zero());
}

}  // namespace tropiary
