#include "tropiary/order/constructions.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <functional>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/up_sets.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// Whether x < y in p exactly when less(x, y), on n points.
bool is_order(const Poset& p, std::size_t n, const std::function<bool(std::size_t, std::size_t)>& less) {
  if (p.size() != n) return false;
  for (std::size_t x = 0; x < n; ++x) {
    for (std::size_t y = 0; y < n; ++y) {
      if (p.less(element(x), element(y)) != (x != y && less(x, y))) return false;
    }
  }
  return true;
}

bool less(const Poset& p, std::size_t x, std::size_t y) { return p.less(element(x), element(y)); }

Errc code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error was thrown");
  return Errc::io_error;
}

}  // namespace

TEST_CASE("chains and antichains and Boolean lattices and divisor lattices are what they are called") {
  CHECK(chain(0).empty());
  CHECK(antichain(0).empty());
  CHECK(is_order(chain(7), 7, [](std::size_t x, std::size_t y) { return x < y; }));
  CHECK(is_order(antichain(7), 7, [](std::size_t, std::size_t) { return false; }));
  CHECK(is_order(boolean_lattice(0), 1, [](std::size_t, std::size_t) { return false; }));
  CHECK(is_order(boolean_lattice(6), 64, [](std::size_t x, std::size_t y) { return (x & ~y) == 0; }));
  for (std::uint64_t n : {1U, 2U, 12U, 60U, 97U, 360U, 2310U}) {
    std::vector<std::uint64_t> divisors;
    for (std::uint64_t d = 1; d <= n; ++d) {
      if (n % d == 0) divisors.push_back(d);
    }
    const Poset p = divisor_lattice(n);
    CAPTURE(n);
    REQUIRE(is_order(p, divisors.size(), [&](std::size_t x, std::size_t y) { return divisors[y] % divisors[x] == 0; }));
    for (std::size_t i = 0; i < divisors.size(); ++i) REQUIRE(p.label(element(i)) == std::to_string(divisors[i]));
  }
}

TEST_CASE("the divisors of a large number do not take long to find") {
  CHECK(divisor_lattice(std::uint64_t{1} << 63).size() == 64);
  CHECK(divisor_lattice(18446744073709551557U).size() == 2);                     // the largest prime below 2^64
  CHECK(divisor_lattice(4294967291U * std::uint64_t{4294967279U}).size() == 4);  // the two largest below 2^32
  CHECK(divisor_lattice(4294967291U * std::uint64_t{4294967291U}).size() == 3);
  CHECK(divisor_lattice(std::uint64_t{2} * 3 * 5 * 7 * 11 * 13 * 17 * 19 * 23 * 29 * 31 * 37 * 41 * 43 * 47).size() ==
        32768);
}

TEST_CASE("a grid is the product of chains with the last coordinate running fastest") {
  const std::array<std::size_t, 3> lengths{3, 4, 2};
  CHECK(is_order(grid(lengths), 24, [](std::size_t x, std::size_t y) {
    return x / 8 <= y / 8 && x / 2 % 4 <= y / 2 % 4 && x % 2 <= y % 2;
  }));
  CHECK(grid(std::array<std::size_t, 2>{5, 0}).empty());
  CHECK(grid(std::span<const std::size_t>{}).size() == 1);
  CHECK(grid(std::array<std::size_t, 1>{6}) == chain(6));
}

TEST_CASE("fences start low and crowns are cycles") {
  CHECK(fence(5).covers() ==
        std::vector<Relation>{
            {element(0), element(1)}, {element(2), element(1)}, {element(2), element(3)}, {element(4), element(3)}});
  CHECK(fence(1) == chain(1));
  CHECK(fence(0).empty());
  for (std::size_t n = 2; n <= 7; ++n) {
    CHECK(is_order(crown(n), 2 * n, [n](std::size_t x, std::size_t y) {
      return x < n && y >= n && (y - n == x || y - n == (x + 1) % n);
    }));
  }
  CHECK(code_of([] { (void)crown(1); }) == Errc::invalid_argument);
}

TEST_CASE("the sixteen posets of the paper have the numbers of its table") {
  struct Row {
    const char* covers;  // pairs of 1-based labels
    std::int64_t up_sets, extensions;
  };
  const Row rows[16] = {{"14 24 34", 9, 6}, {"", 16, 24},       {"12", 12, 12},        {"13 23 34", 6, 2},
                        {"13 23", 10, 8},   {"12 13", 10, 8},   {"12 34", 9, 6},       {"12 23 24", 6, 2},
                        {"12 23", 8, 4},    {"12 13 14", 9, 6}, {"12 13 34", 7, 3},    {"13 14 23 24", 7, 4},
                        {"12 32 34", 8, 5}, {"12 23 34", 5, 1}, {"12 13 24 34", 6, 2}, {"13 24 34", 7, 3}};
  std::set<SmallOrder> types;
  for (std::size_t k = 0; k < 16; ++k) {
    CAPTURE(k);
    std::vector<Relation> covers;
    const std::string text = rows[k].covers;
    for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
      covers.push_back(
          {element(static_cast<std::size_t>(text[i] - '1')), element(static_cast<std::size_t>(text[i + 1] - '1'))});
    }
    const Poset p = paper_poset(k);
    CHECK(p == Poset::from_relations(4, covers));
    CHECK(count_up_sets(p) == rows[k].up_sets);
    CHECK(count_linear_extensions(p) == rows[k].extensions);
    types.insert(brute_canonical_form(to_small_order(p)));
  }
  CHECK(types.size() == 16);
  CHECK(code_of([] { (void)paper_poset(16); }) == Errc::invalid_argument);
}

TEST_CASE("dual and product and disjoint union and ordinal sum obey their definitions") {
  std::vector<Poset> posets{Poset(), chain(1), chain(2), paper_poset(12), fence(5), crown(3)};
  for (std::uint64_t seed = 1; seed <= 6; ++seed) posets.push_back(random_poset(3 + seed, 0.3, seed));
  for (const Poset& p : posets) {
    REQUIRE(is_order(dual(p), p.size(), [&](std::size_t x, std::size_t y) { return less(p, y, x); }));
    REQUIRE(dual(dual(p)) == p);
    for (const Poset& q : posets) {
      const std::size_t m = p.size();
      const std::size_t n = q.size();
      REQUIRE(is_order(product(p, q), m * n, [&](std::size_t x, std::size_t y) {
        return p.less_equal(element(x / n), element(y / n)) && q.less_equal(element(x % n), element(y % n));
      }));
      const auto inside = [&](std::size_t x, std::size_t y) {
        return (x < m && y < m && less(p, x, y)) || (x >= m && y >= m && less(q, x - m, y - m));
      };
      REQUIRE(is_order(disjoint_union(p, q), m + n, inside));
      REQUIRE(is_order(ordinal_sum(p, q), m + n,
                       [&](std::size_t x, std::size_t y) { return inside(x, y) || (x < m && y >= m); }));
    }
  }
}

TEST_CASE("a lexicographic sum compares blocks first and points of one block second") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Poset outer = random_poset(random.below(6), 0.4, seed);
    std::vector<Poset> blocks;
    std::vector<std::pair<std::size_t, std::size_t>> place;  // (block, position in it) of each point
    for (std::size_t i = 0; i < outer.size(); ++i) {
      blocks.push_back(random_poset(random.below(4), 0.5, 100 * seed + i));  // a quarter of them empty
      for (std::size_t j = 0; j < blocks[i].size(); ++j) place.emplace_back(i, j);
    }
    const Poset sum = lexicographic_sum(outer, blocks);
    REQUIRE(is_order(sum, place.size(), [&](std::size_t x, std::size_t y) {
      const auto [bx, ix] = place[x];
      const auto [by, iy] = place[y];
      return bx == by ? less(blocks[bx], ix, iy) : less(outer, bx, by);
    }));
  }
}

TEST_CASE("an empty block lets the order pass through it") {
  const std::vector<Poset> blocks{antichain(2), Poset(), antichain(2)};
  CHECK(lexicographic_sum(chain(3), blocks) == ordinal_sum(antichain(2), antichain(2)));
}

TEST_CASE("labels of a lexicographic sum are block and point joined by a dot") {
  const Poset outer = chain(2).with_labels({"a", "b"});
  const std::vector<Poset> blocks{antichain(2).with_labels({"x", "y"}), chain(1)};
  CHECK(lexicographic_sum(outer, blocks).labels() == std::vector<std::string>{"a.x", "a.y", "b.1"});
  const std::vector<Poset> one{chain(1)};
  CHECK(code_of([&] { (void)lexicographic_sum(chain(2), one); }) == Errc::dimension_mismatch);
}

TEST_CASE("an induced subposet keeps the order and the labels of its elements in the order given") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Poset p = random_composed_poset(20, seed);
    std::vector<Element> chosen;
    for (std::size_t i : random.permutation(20)) {
      if (random.chance(0.5)) chosen.push_back(element(i));
    }
    const Poset sub = induced_subposet(p, chosen);
    REQUIRE(is_order(sub, chosen.size(), [&](std::size_t x, std::size_t y) { return p.less(chosen[x], chosen[y]); }));
  }
  const Poset named = chain(3).with_labels({"x", "y", "z"});
  CHECK(induced_subposet(named, std::vector{element(2), element(0)}).labels() == std::vector<std::string>{"z", "x"});
  CHECK(code_of([] { (void)induced_subposet(chain(2), std::vector{element(2)}); }) == Errc::invalid_argument);
  CHECK(code_of([] {
          (void)induced_subposet(chain(2), std::vector{element(1), element(1)});
        }) == Errc::invalid_argument);
}

TEST_CASE("relabelling moves point i to its image") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const Poset p = random_poset(9, 0.3, seed);
    std::vector<Element> image;
    for (std::size_t i : random.permutation(9)) image.push_back(element(i));
    const Poset q = relabelled(p, image);
    for (std::size_t x = 0; x < 9; ++x) {
      for (std::size_t y = 0; y < 9; ++y) REQUIRE(q.less(image[x], image[y]) == less(p, x, y));
    }
  }
  const Poset moved = relabelled(chain(2).with_labels({"low", "high"}), std::vector{element(1), element(0)});
  CHECK(moved.labels() == std::vector<std::string>{"high", "low"});
  CHECK(moved.less(element(1), element(0)));
  CHECK(code_of([] { (void)relabelled(chain(2), std::vector{element(0), element(0)}); }) == Errc::invalid_argument);
}

TEST_CASE("divisibility and standard examples and complete trees obey their rules") {
  for (const std::size_t n : {0U, 1U, 2U, 12U, 64U})
    CHECK(is_order(divisibility_order(n), n, [](std::size_t x, std::size_t y) { return (y + 1) % (x + 1) == 0; }));
  for (std::size_t n = 0; n <= 6; ++n) {
    CHECK(is_order(standard_example(n), 2 * n,
                   [n](std::size_t x, std::size_t y) { return x < n && y >= n && y - n != x; }));
  }
  for (std::size_t n = 2; n <= 4; ++n) CHECK(dimension(standard_example(n)) == n);
  for (std::size_t arity = 0; arity <= 4; ++arity) {
    for (std::size_t levels = 0; levels <= 4; ++levels) {
      const Poset p = complete_tree(arity, levels);
      CAPTURE(arity, levels);
      std::size_t points = 0;
      std::size_t power = 1;
      for (std::size_t k = 0; k < levels; ++k, power *= arity) points += power;
      CHECK(p.size() == points);
      CHECK(height(p) == (arity == 0 ? std::min<std::size_t>(levels, 1) : levels));
      for (const Element e : p.linear_extension()) {
        const std::size_t above = p.upper_covers(e).size();
        CHECK((above == 0 || above == arity));
        CHECK(p.lower_covers(e).size() == (index(e) == 0 ? 0 : 1));
      }
    }
  }
}

TEST_CASE("an interval consists of what lies between its ends") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Poset p = random_poset(9, 0.3, seed);
    for (std::size_t x = 0; x < 9; ++x) {
      for (std::size_t y = 0; y < 9; ++y) {
        if (!p.less_equal(element(x), element(y))) {
          REQUIRE(code_of([&] { (void)interval(p, element(x), element(y)); }) == Errc::invalid_argument);
          continue;
        }
        std::vector<std::size_t> between;
        for (std::size_t z = 0; z < 9; ++z) {
          if (p.less_equal(element(x), element(z)) && p.less_equal(element(z), element(y))) between.push_back(z);
        }
        const Poset part = interval(p, element(x), element(y));
        REQUIRE(is_order(part, between.size(),
                         [&](std::size_t a, std::size_t b) { return less(p, between[a], between[b]); }));
        for (std::size_t z = 0; z < between.size(); ++z)
          REQUIRE(part.label(element(z)) == p.label(element(between[z])));
      }
    }
  }
  CHECK(code_of([] { (void)interval(chain(2), element(0), element(2)); }) == Errc::invalid_argument);
}

TEST_CASE("the intervals of a poset are ordered by inclusion") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Poset p = random_poset(7, 0.35, seed);
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    for (std::size_t x = 0; x < 7; ++x) {
      for (std::size_t y = 0; y < 7; ++y) {
        if (p.less_equal(element(x), element(y))) ends.emplace_back(x, y);
      }
    }
    const Poset q = interval_poset(p);
    REQUIRE(is_order(q, ends.size(), [&](std::size_t i, std::size_t j) {
      return p.less_equal(element(ends[j].first), element(ends[i].first)) &&
             p.less_equal(element(ends[i].second), element(ends[j].second));
    }));
    REQUIRE(Poset::from_relations(q.size(), q.covers()).count_covers() == q.count_covers());
  }
  CHECK(interval_poset(chain(2)).labels() == std::vector<std::string>{"[1,1]", "[1,2]", "[2,2]"});
  CHECK(interval_poset(Poset()).empty());
  // Faces of the n-cube but the empty one are the intervals of the Boolean lattice: 3^n.
  CHECK(interval_poset(boolean_lattice(5)).size() == 243);
}

TEST_CASE("adjoined bounds are below and above all") {
  for (const Poset& p : {Poset(), antichain(3), paper_poset(12), random_poset(8, 0.3, 5)}) {
    const std::size_t n = p.size();
    CHECK(is_order(with_bottom(p), n + 1,
                   [&](std::size_t x, std::size_t y) { return x == n || (y < n && less(p, x, y)); }));
    CHECK(with_top(p) == dual(with_bottom(dual(p))));
    CHECK(with_bounds(p) == with_top(with_bottom(p)));
    CHECK(is_order(with_bounds(p), n + 2, [&](std::size_t x, std::size_t y) {
      return y == n + 1 || (x == n && y != n) || (x < n && y < n && less(p, x, y));
    }));
  }
  CHECK(with_bounds(chain(1)).labels() == std::vector<std::string>{"1", "⊥", "⊤"});
  CHECK(with_bottom(with_bottom(chain(1))).labels() == std::vector<std::string>{"1", "⊥", "⊥'"});
}

TEST_CASE("points of a product of labelled posets are labelled by pairs") {
  const Poset letters = chain(2).with_labels({"a", "b"});
  CHECK(product(letters, chain(2)).labels() == std::vector<std::string>{"(a,1)", "(a,2)", "(b,1)", "(b,2)"});
  CHECK_FALSE(product(chain(2), chain(2)).has_labels());
  const Poset commas = chain(2).with_labels({"a,b", "a"});
  CHECK_FALSE(product(commas, antichain(2).with_labels({"c", "b,c"})).has_labels());  // (a,b,c) would come twice
}

TEST_CASE("constructions too large for memory are refused at once") {
  CHECK(code_of([] { (void)chain(std::size_t{1} << 29); }) == Errc::too_large);
  CHECK(code_of([] { (void)antichain(std::size_t{1} << 40); }) == Errc::too_large);
  CHECK(code_of([] { (void)boolean_lattice(40); }) == Errc::too_large);
  CHECK(code_of([] { (void)boolean_lattice(400); }) == Errc::too_large);
  CHECK(code_of([] { (void)crown(std::size_t{1} << 63); }) == Errc::too_large);
  CHECK(code_of([] { (void)fence(std::size_t{1} << 40); }) == Errc::too_large);
  CHECK(code_of([] {
          (void)grid(std::array<std::size_t, 4>{1U << 16, 1U << 16, 1U << 16, 1U << 16});
        }) == Errc::too_large);
  CHECK(code_of([] { (void)ordinal_sum(antichain(100'000), antichain(100'000)); }) == Errc::too_large);
  CHECK(code_of([] { (void)product(chain(100'000), chain(100'000)); }) == Errc::too_large);
  CHECK(code_of([] { (void)interval_poset(chain(30'000)); }) == Errc::too_large);
  CHECK(code_of([] { (void)divisibility_order(std::size_t{1} << 63); }) == Errc::too_large);
  CHECK(code_of([] { (void)standard_example(std::size_t{1} << 20); }) == Errc::too_large);
  CHECK(code_of([] { (void)complete_tree(1, std::size_t{1} << 63); }) == Errc::too_large);
  CHECK(code_of([] { (void)complete_tree(std::size_t{1} << 40, std::size_t{1} << 63); }) == Errc::too_large);
}
