#include "tropiary/order/classes.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

using Kind = Obstruction::Kind;

bool is_in(const Poset& p, PosetClass c) {
  switch (c) {
    case PosetClass::connected:
      return is_connected(p);
    case PosetClass::bounded:
      return is_bounded(p);
    case PosetClass::interval_order:
      return is_interval_order(p);
    case PosetClass::semiorder:
      return is_semiorder(p);
    case PosetClass::n_free:
      return is_n_free(p);
    case PosetClass::series_parallel:
      return is_series_parallel(p);
    case PosetClass::lattice:
      return is_lattice(p);
    case PosetClass::modular:
      return is_modular(p);
    case PosetClass::distributive:
      return is_distributive(p);
    case PosetClass::graded:
      return is_graded(p);
    case PosetClass::eulerian:
      return is_eulerian(p);
  }
  return false;
}

/// Every class by its definition, from the bits of the order alone.
struct Definitions {
  explicit Definitions(const SmallOrder& order) : o(order), n(order.size()) {}

  const SmallOrder& o;
  std::size_t n;

  bool le(std::size_t x, std::size_t y) const { return x == y || o.less(x, y); }
  bool incomparable(std::size_t x, std::size_t y) const { return !le(x, y) && !le(y, x); }
  bool covers(std::size_t y, std::size_t x) const {
    for (std::size_t z = 0; z < n; ++z) {
      if (o.less(x, z) && o.less(z, y)) return false;
    }
    return o.less(x, y);
  }
  template <class Test>
  bool some_four(Test test) const {
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t c = 0; c < n; ++c) {
          for (std::size_t d = 0; d < n; ++d) {
            if (test(a, b, c, d)) return true;
          }
        }
      }
    }
    return false;
  }
  bool has_two_plus_two() const {
    return some_four(
        [&](auto a, auto b, auto c, auto d) { return o.less(a, b) && o.less(c, d) && !o.less(a, d) && !o.less(c, b); });
  }
  bool has_three_plus_one() const {
    return some_four([&](auto a, auto b, auto c, auto d) {
      return o.less(a, b) && o.less(b, c) && incomparable(a, d) && incomparable(b, d) && incomparable(c, d);
    });
  }
  bool has_n(bool of_covers) const {
    return some_four([&](auto a, auto b, auto c, auto d) {
      const auto related = [&](auto low, auto high) { return of_covers ? covers(high, low) : o.less(low, high); };
      return related(a, b) && related(c, b) && related(c, d) && incomparable(a, c) && incomparable(b, d) &&
             incomparable(a, d);
    });
  }
  /// n when there is none.
  std::size_t meet(std::size_t x, std::size_t y, bool join = false) const {
    const auto below = [&](std::size_t a, std::size_t b) { return join ? le(b, a) : le(a, b); };
    for (std::size_t m = 0; m < n; ++m) {
      bool greatest = below(m, x) && below(m, y);
      for (std::size_t z = 0; z < n; ++z) greatest = greatest && (!below(z, x) || !below(z, y) || below(z, m));
      if (greatest) return m;
    }
    return n;
  }
  std::size_t join(std::size_t x, std::size_t y) const { return meet(x, y, true); }
  bool lattice() const {
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < n; ++y) {
        if (meet(x, y) == n || join(x, y) == n) return false;
      }
    }
    return true;
  }
  bool modular(bool distributive) const {
    if (!lattice()) return false;
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < n; ++y) {
        for (std::size_t z = 0; z < n; ++z) {
          if (!distributive && !le(x, z)) continue;
          const std::size_t right = distributive ? meet(join(x, y), join(x, z)) : meet(join(x, y), z);
          if (join(x, meet(y, z)) != right) return false;
        }
      }
    }
    return true;
  }
  bool bounded() const {
    std::size_t least = 0;
    std::size_t greatest = 0;
    for (std::size_t x = 0; x < n; ++x) {
      bool low = true;
      bool high = true;
      for (std::size_t y = 0; y < n; ++y) {
        low = low && le(x, y);
        high = high && le(y, x);
      }
      least += low ? 1U : 0U;
      greatest += high ? 1U : 0U;
    }
    return least == 1 && greatest == 1;
  }
  /// The lengths of the saturated chains from x to y, as bits.
  std::uint32_t lengths(std::size_t x, std::size_t y) const {
    if (x == y) return 1;
    std::uint32_t result = 0;
    for (std::size_t z = 0; z < n; ++z) {
      if (covers(z, x) && le(z, y)) result |= lengths(z, y) << 1U;
    }
    return result;
  }
  bool graded() const {
    std::uint32_t all = 0;
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < n; ++y) {
        bool minimal = true;
        for (std::size_t z = 0; z < n; ++z) minimal = minimal && !o.less(z, x);
        if (minimal && o.above[y] == 0) all |= lengths(x, y);
      }
    }
    return std::popcount(all) <= 1;
  }
  int mobius(std::size_t x, std::size_t y) const {
    if (x == y) return 1;
    int sum = 0;
    for (std::size_t z = 0; z < n; ++z) {
      if (le(x, z) && o.less(z, y)) sum -= mobius(x, z);
    }
    return sum;
  }
  bool eulerian() const {
    if (!bounded() || !graded()) return false;
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < n; ++y) {
        if (le(x, y) && mobius(x, y) != (std::countr_zero(lengths(x, y)) % 2 == 0 ? 1 : -1)) return false;
      }
    }
    return true;
  }
  bool connected() const {
    if (n == 0) return false;
    std::uint32_t met = 1;
    for (std::size_t round = 0; round < n; ++round) {
      for (std::size_t x = 0; x < n; ++x) {
        for (std::size_t y = 0; y < n; ++y) {
          if (((met >> x) & 1U) != 0 && !incomparable(x, y)) met |= 1U << y;
        }
      }
    }
    return met == (1U << n) - 1;
  }
  bool in(PosetClass c) const {
    switch (c) {
      case PosetClass::connected:
        return connected();
      case PosetClass::bounded:
        return bounded();
      case PosetClass::interval_order:
        return !has_two_plus_two();
      case PosetClass::semiorder:
        return !has_two_plus_two() && !has_three_plus_one();
      case PosetClass::n_free:
        return !has_n(true);
      case PosetClass::series_parallel:
        return !has_n(false);
      case PosetClass::lattice:
        return lattice();
      case PosetClass::modular:
        return modular(false);
      case PosetClass::distributive:
        return modular(true);
      case PosetClass::graded:
        return graded();
      case PosetClass::eulerian:
        return eulerian();
    }
    return false;
  }
};

/// Checks one poset for all classes: the answer, and the reason when it is no.
void check_classes(const SmallOrder& order) {
  const Poset p = to_poset(order);
  for (const PosetClass c : poset_classes) {
    const bool expected = Definitions(order).in(c);
    const std::optional<Obstruction> reason = obstruction(p, c);
    if (is_in(p, c) == expected && reason.has_value() == !expected && (!reason || is_obstruction(p, *reason))) continue;
    CAPTURE(to_string(c), order.above, expected);
    INFO("reason: " << (reason ? to_string(reason->kind) : "none"));
    CHECK(is_in(p, c) == expected);
    CHECK(reason.has_value() == !expected);
    if (reason) CHECK(is_obstruction(p, *reason));
  }
}

std::size_t count(std::size_t n, PosetClass c) {
  std::size_t result = 0;
  for_each_poset(n, {}, [&](const SmallPoset& p) {
    result += is_in(to_poset(p), c) ? 1U : 0U;
    return true;
  });
  return result;
}

}  // namespace

TEST_CASE("every class is the one of its definition and every no has a reason that holds") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) check_classes(order);
  }
  for (const SmallOrder& order : all_labelled_orders(4)) check_classes(order);
}

TEST_CASE("random posets of seven to twelve points are in the classes of their definitions") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const std::size_t n = 7 + seed % 6;
    const Poset inside = random_poset(n - 2, 0.15 + 0.05 * static_cast<double>(seed % 9), seed);
    check_classes(to_small_order(inside));
    check_classes(to_small_order(ordinal_sum(ordinal_sum(chain(1), inside), chain(1))));
  }
}

TEST_CASE("numbers of posets in the classes are those of the tables") {
  // OEIS A022493, A000108, A202182, A006966, A006981, A006982 for n = 1, 2, ….
  struct Table {
    PosetClass c;
    std::vector<std::size_t> expected;
  };
  const Table tables[] = {{PosetClass::interval_order, {1, 2, 5, 15, 53, 217, 1014}},
                          {PosetClass::semiorder, {1, 2, 5, 14, 42, 132, 429}},
                          {PosetClass::n_free, {1, 2, 5, 15, 49, 180, 715}},
                          {PosetClass::series_parallel, {1, 2, 5, 15, 48, 167, 602}},
                          {PosetClass::lattice, {1, 1, 1, 2, 5, 15, 53}},
                          {PosetClass::modular, {1, 1, 1, 2, 4, 8, 16}},
                          {PosetClass::distributive, {1, 1, 1, 2, 3, 5, 8}}};
  for (const auto& [c, expected] : tables) {
    for (std::size_t n = 1; n <= expected.size(); ++n) {
      CAPTURE(to_string(c), n);
      CHECK(count(n, c) == expected[n - 1]);
    }
  }
}

TEST_CASE("a poset in a class has none of the configurations that the class forbids") {
  const auto all_tuples = [](const Poset& p, Kind kind, std::size_t length) {
    Obstruction o{kind, std::vector<Element>(length)};
    std::size_t found = 0;
    std::size_t tuples = 1;
    for (std::size_t i = 0; i < length; ++i) tuples *= p.size();
    for (std::size_t t = 0; t < tuples; ++t) {
      std::size_t rest = t;
      for (Element& x : o.points) {
        x = element(rest % p.size());
        rest /= p.size();
      }
      found += is_obstruction(p, o) ? 1U : 0U;
    }
    return found;
  };
  for (const SmallOrder& order : all_unlabelled_orders(5)) {
    const Poset p = to_poset(order);
    CHECK((all_tuples(p, Kind::two_plus_two, 4) == 0) == is_interval_order(p));
    CHECK((all_tuples(p, Kind::induced_n, 4) == 0) == is_series_parallel(p));
    CHECK((all_tuples(p, Kind::covering_n, 4) == 0) == is_n_free(p));
    CHECK((all_tuples(p, Kind::two_components, 2) == 0) == is_connected(p));
    if (is_interval_order(p)) CHECK((all_tuples(p, Kind::three_plus_one, 4) == 0) == is_semiorder(p));
    if (is_bounded(p)) {
      CHECK((all_tuples(p, Kind::no_meet, 4) == 0) == is_lattice(p));
      CHECK((all_tuples(p, Kind::no_join, 4) == 0) == is_lattice(p));
    }
    if (is_lattice(p)) CHECK((all_tuples(p, Kind::pentagon, 5) == 0) == is_modular(p));
    if (is_modular(p)) CHECK((all_tuples(p, Kind::diamond, 5) == 0) == is_distributive(p));
    if (is_bounded(p) && is_graded(p)) CHECK((all_tuples(p, Kind::interval, 2) == 0) == is_eulerian(p));
  }
}

TEST_CASE("obstructions with points that are no points or too few or too many are refused") {
  const Poset p = paper_poset(12);
  CHECK(is_obstruction(p, {Kind::induced_n, {element(0), element(1), element(2), element(3)}}));
  CHECK_FALSE(is_obstruction(p, {Kind::induced_n, {element(0), element(1), element(2), element(4)}}));
  CHECK_FALSE(is_obstruction(p, {Kind::induced_n, {element(0), element(1), element(2)}}));
  CHECK_FALSE(is_obstruction(p, {Kind::unequal_chains, {}}));
  CHECK_FALSE(is_obstruction(p, {Kind::unequal_chains, {element(0), element(1), element(2), element(3)}}));
  CHECK_FALSE(is_obstruction(p, {Kind::no_points, {}}));
}

TEST_CASE("named lattices are in their classes") {
  CHECK(is_distributive(boolean_lattice(7)));
  CHECK(is_eulerian(boolean_lattice(7)));
  CHECK(is_distributive(divisor_lattice(5040)));
  CHECK_FALSE(is_eulerian(divisor_lattice(4)));
  CHECK(is_distributive(grid(std::array<std::size_t, 3>{5, 6, 7})));
  const Poset m5 = ordinal_sum(ordinal_sum(chain(1), antichain(5)), chain(1));
  CHECK(is_modular(m5));
  CHECK(obstruction(product(m5, chain(20)), PosetClass::distributive)->kind == Kind::diamond);
  CHECK(obstruction(product(m5, boolean_lattice(3)), PosetClass::modular) == std::nullopt);
  const Poset n5 = ordinal_sum(ordinal_sum(chain(1), disjoint_union(chain(2), chain(1))), chain(1));
  CHECK(obstruction(product(n5, boolean_lattice(4)), PosetClass::distributive)->kind == Kind::pentagon);
  // Faces of a polygon, its own and the empty one included: an Eulerian lattice that is not modular.
  const Poset polygon = ordinal_sum(ordinal_sum(chain(1), crown(6)), chain(1));
  CHECK(is_eulerian(polygon));
  CHECK(is_lattice(polygon));
  CHECK_FALSE(is_modular(polygon));
  CHECK(is_n_free(ordinal_sum(antichain(1500), antichain(1500))));
  CHECK(is_semiorder(antichain(3000)));
  CHECK(is_interval_order(chain(3000)));
}

TEST_CASE("reasons are found in posets of more than sixty-four points") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    const Poset inside = random_poset(90, 0.02 * static_cast<double>(seed), seed);
    for (const Poset& p :
         {inside, ordinal_sum(ordinal_sum(chain(1), inside), chain(1)), product(fence(10), chain(9))}) {
      for (const PosetClass c : poset_classes) {
        const auto reason = obstruction(p, c);
        CHECK(reason.has_value() == !is_in(p, c));
        if (reason) CHECK(is_obstruction(p, *reason));
      }
    }
  }
}

TEST_CASE("the names of the classes are read back") {
  for (const PosetClass c : poset_classes) CHECK(poset_class(to_string(c)) == c);
  CHECK_ERROR(poset_class("latice"), Errc::invalid_argument, "lattice, modular");
  for (unsigned kind = 0; kind <= static_cast<unsigned>(Kind::interval); ++kind) {
    CHECK(obstruction_kind(to_string(static_cast<Kind>(kind))) == static_cast<Kind>(kind));
  }
  CHECK_ERROR(obstruction_kind("n6"), Errc::invalid_argument, "pentagon, diamond");
}

TEST_CASE("posets with too many pairs to compare are refused") {
  for (const PosetClass c : {PosetClass::interval_order, PosetClass::semiorder}) {
    CHECK_ERROR(obstruction(antichain(9000), c), Errc::too_large, "9000 elements");
  }
}
