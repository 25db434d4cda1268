#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// By the recursion e(F) = Σ e(F ∖ {x}), x minimal in the up-set F, on bit masks.
Integer count_by_up_sets(const Poset& p) {
  const SmallOrder order = to_small_order(p);
  std::vector<Integer> count(std::size_t{1} << p.size());
  count[0] = 1;
  for (std::uint32_t set : brute_up_sets(p)) {
    for (std::size_t x = 0; x < p.size(); ++x) {
      const std::uint32_t rest = set & ~(1U << x);
      if (rest == set) continue;
      bool minimal = true;
      for (std::size_t y = 0; y < p.size(); ++y) minimal = minimal && (((rest >> y) & 1U) == 0 || !order.less(y, x));
      if (minimal) count[set] += count[rest];
    }
  }
  return count.back();
}

Poset random_oriented_tree(std::size_t n, Random& random) {
  std::vector<Relation> relations;
  for (std::size_t i = 1; i < n; ++i) {
    const std::size_t parent = random.below(i);
    relations.push_back(random.chance(0.5) ? Relation{element(i), element(parent)}
                                           : Relation{element(parent), element(i)});
  }
  return Poset::from_relations(n, relations);
}

}  // namespace

TEST_CASE("linear extensions are counted as by trying all orders of the points") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : all_labelled_posets(n))
      REQUIRE(count_linear_extensions(p) == Integer(brute_count_linear_extensions(p)));
  }
  for (const Poset& p : all_unlabelled_posets(6)) {
    REQUIRE(count_linear_extensions(p) == Integer(brute_count_linear_extensions(p)));
  }
}

TEST_CASE("every method that applies counts the same linear extensions") {
  using enum LinearExtensionMethod;
  const auto agree = [](const Poset& p) {
    const Integer count = count_linear_extensions(p);
    for (const LinearExtensionMethod method : {components, levels})
      REQUIRE(count_linear_extensions(p, method) == count);
  };
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : all_labelled_posets(n)) agree(p);
  }
  for (const Poset& p : all_unlabelled_posets(6)) agree(p);
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    agree(random_poset(5 + random.below(30), 0.05 + 0.005 * static_cast<double>(seed), seed));
    agree(random_composed_poset(10 + random.below(10), seed, 0.6));
    const Poset tree = random_oriented_tree(2 + random.below(25), random);
    REQUIRE(count_linear_extensions(tree, LinearExtensionMethod::tree) == count_linear_extensions(tree, components));
    const Poset series_parallel = random_series_parallel(12, seed);
    REQUIRE(count_linear_extensions(series_parallel, decomposition) ==
            count_linear_extensions(series_parallel, levels));
  }
  // Symmetric and self-dual ones, an odd number of points among them, and sets of more than one word.
  for (const Poset& p : {boolean_lattice(4), crown(7), grid(std::vector<std::size_t>{3, 3, 3}),
                         grid(std::vector<std::size_t>{5, 7}), grid(std::vector<std::size_t>{2, 35}),
                         grid(std::vector<std::size_t>{3, 25}), grid(std::vector<std::size_t>{2, 70}),
                         ordinal_sum(fence(4), antichain(3)), disjoint_union(crown(4), chain(3))}) {
    agree(p);
  }
}

TEST_CASE("linear extensions of a product of two chains are Young tableaux: beyond 64 and 128 and 256 points") {
  for (const std::size_t n : {31U, 33U, 64U, 65U, 129U}) {
    CAPTURE(n);
    // The Catalan numbers.
    const Integer catalan = binomial(2 * n, n) / Integer(n + 1);
    REQUIRE(count_linear_extensions(grid(std::vector<std::size_t>{2, n})) == catalan);
    REQUIRE(count_linear_extensions(grid(std::vector<std::size_t>{2, n}), LinearExtensionMethod::components) ==
            catalan);
  }
}

TEST_CASE("linear extensions of the boolean lattice on six atoms") {
  // A046873.
  REQUIRE(count_linear_extensions(boolean_lattice(6)).to_string() ==
          "141377911697227887117195970316200795630205476957716480");
}

TEST_CASE("a method that does not apply and a limit that is too small are refused with a reason") {
  CHECK_ERROR(count_linear_extensions(crown(3), LinearExtensionMethod::decomposition), Errc::invalid_argument,
              "not series-parallel");
  CHECK_ERROR(count_linear_extensions(crown(3), LinearExtensionMethod::tree), Errc::invalid_argument, "not a tree");
  CHECK_ERROR(linear_extension_method("fast"), Errc::invalid_argument,
              "automatic, decomposition, tree, components, levels");
  for (const auto method :
       {LinearExtensionMethod::automatic, LinearExtensionMethod::components, LinearExtensionMethod::levels}) {
    CHECK_ERROR(count_linear_extensions(boolean_lattice(6), method, 10'000), Errc::too_large, "memory_limit_states");
  }
}

TEST_CASE("linear extensions are counted as by recursion over up-sets") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const std::size_t n = 7 + seed % 8;
    REQUIRE(count_linear_extensions(random_poset(n, 0.015 * static_cast<double>(seed % 20), seed)) ==
            count_by_up_sets(random_poset(n, 0.015 * static_cast<double>(seed % 20), seed)));
    const Poset composed = random_composed_poset(n, seed, 0.6);
    REQUIRE(count_linear_extensions(composed) == count_by_up_sets(composed));
  }
}

TEST_CASE("prime posets and trees with random posets put into their points") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Poset outer = seed % 2 == 0 ? random_oriented_tree(6, random) : crown(3);
    std::vector<Poset> blocks;
    for (std::size_t i = 0; i < 6; ++i) blocks.push_back(random_poset(1 + random.below(4), 0.5, 10 * seed + i));
    const Poset p = lexicographic_sum(outer, blocks);
    if (p.size() > 17) continue;
    REQUIRE(count_linear_extensions(p) == count_by_up_sets(p));
  }
}

TEST_CASE("trees of any orientation agree with the recursion over up-sets") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Poset tree = random_oriented_tree(2 + seed % 14, random);
    REQUIRE(count_linear_extensions(tree) == count_by_up_sets(tree));
  }
}

TEST_CASE("linear extensions of fences are the Euler zigzag numbers") {
  // A000111 by the boustrophedon triangle.
  std::vector<Integer> row{Integer(1)};
  for (std::size_t n = 1; n <= 120; ++n) {
    std::vector<Integer> next{Integer(0)};
    for (std::size_t k = 0; k < n; ++k) next.push_back(next[k] + row[n - 1 - k]);
    row = std::move(next);
    REQUIRE(count_linear_extensions(fence(n)) == row.back());
  }
}

TEST_CASE("linear extensions of forests obey the hook length formula") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::size_t n = 400;
    std::vector<Relation> relations;
    std::vector<std::size_t> parent(n, n);
    for (std::size_t i = 1; i < n; ++i) {
      if (random.chance(0.02)) continue;
      parent[i] = random.below(i);
      relations.push_back({element(parent[i]), element(i)});
    }
    std::vector<std::uint64_t> hook(n, 1);
    Integer hooks = 1;
    for (std::size_t i = n; i-- > 0;) {
      hooks *= Integer(hook[i]);
      if (parent[i] < n) hook[parent[i]] += hook[i];
    }
    REQUIRE(count_linear_extensions(Poset::from_relations(n, relations)) * hooks == factorial(n));
  }
}

TEST_CASE("linear extensions of a union are shuffles and of an ordinal sum pairs") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const Poset p = random_composed_poset(60, seed);
    const Poset q = random_poset(18, 0.15, seed);
    const Integer e = count_linear_extensions(p) * count_linear_extensions(q);
    REQUIRE(count_linear_extensions(disjoint_union(p, q)) == e * binomial(78, 18));
    REQUIRE(count_linear_extensions(ordinal_sum(p, q)) == e);
    REQUIRE(count_linear_extensions(dual(p)) == count_linear_extensions(p));
  }
}

TEST_CASE("numbers of linear extensions in the tables") {
  CHECK(count_linear_extensions(boolean_lattice(4)) == 1680384);  // A046873
  CHECK(count_linear_extensions(boolean_lattice(5)) == Integer("14807804035657359360"));
  CHECK(count_linear_extensions(grid(std::array<std::size_t, 2>{7, 7})) == Integer("475073684264389879228560"));
  CHECK(count_linear_extensions(antichain(1000)) == factorial(1000));
  CHECK(count_linear_extensions(chain(100'000)) == 1);
  const std::int64_t sums[] = {1, 1, 3, 14, 96, 895, 11751};
  const std::size_t distinct[] = {1, 1, 2, 4, 9, 23, 62};
  for (std::size_t n = 0; n <= 6; ++n) {
    Integer sum;
    std::set<std::string> values;
    for (const Poset& p : all_unlabelled_posets(n)) {
      sum += count_linear_extensions(p);
      values.insert(count_linear_extensions(p).to_string());
    }
    CHECK(sum == sums[n]);
    CHECK(values.size() == distinct[n]);
  }
}

TEST_CASE("a composed poset of twelve hundred points has its linear extensions counted") {
  const Poset p = random_composed_poset(1200, 12);
  const Integer e = count_linear_extensions(p);
  CHECK(e == count_linear_extensions(dual(p)));
  CHECK(e > 1);
}

TEST_CASE("a prime factor that needs too many states is refused") {
  CHECK_ERROR(count_linear_extensions(crown(8), 20), Errc::too_large, "more than 20 connected up-sets");
  const Poset cube = grid(std::vector<std::size_t>{8, 8, 8});
  CHECK_ERROR(count_linear_extensions(cube, 10'000), Errc::too_large, "a part of 510 points has more than 10000");
  const Poset long_chains = lexicographic_sum(crown(3), std::vector<Poset>(6, chain(1300)));
  CHECK_ERROR(count_linear_extensions(long_chains), Errc::too_large, "7800 points");
}
