#include "tropiary/order/order_complex.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/exact/linear_algebra.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/families.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// The masks of the chains of k elements, for k = 0, 1, ….
std::vector<std::vector<std::uint32_t>> brute_chains(const SmallOrder& order) {
  const std::size_t n = order.size();
  std::vector<std::vector<std::uint32_t>> chains(n + 1);
  for (std::uint32_t set = 0; set < (1U << n); ++set) {
    bool chain = true;
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < x; ++y) {
        if (((set >> x) & (set >> y) & 1U) != 0) chain = chain && (order.less(x, y) || order.less(y, x));
      }
    }
    if (chain) chains[static_cast<std::size_t>(std::popcount(set))].push_back(set);
  }
  while (chains.back().empty()) chains.pop_back();
  return chains;
}

/// From the ranks of the boundary matrices of the whole complex, by rational elimination.
std::vector<Integer> brute_betti_numbers(const SmallOrder& order) {
  const auto chains = brute_chains(order);
  std::vector<std::size_t> ranks{0};
  for (std::size_t k = 1; k < chains.size(); ++k) {
    RationalMatrix boundary;
    for (const std::uint32_t chain : chains[k]) {
      RationalVector row(chains[k - 1].size());
      int sign = 1;
      for (std::size_t x = 0; x < order.size(); ++x) {
        if (((chain >> x) & 1U) == 0) continue;
        const auto face = std::ranges::find(chains[k - 1], chain & ~(1U << x));
        row[static_cast<std::size_t>(face - chains[k - 1].begin())] = sign;
        sign = -sign;
      }
      boundary.push_back(std::move(row));
    }
    ranks.push_back(rank(boundary));
  }
  ranks.push_back(0);
  std::vector<Integer> result;
  for (std::size_t k = 1; k < chains.size(); ++k) result.emplace_back(chains[k].size() - ranks[k] - ranks[k + 1]);
  return result;
}

Poset without_bounds(const Poset& p) {
  std::vector<Element> kept;
  for (std::size_t x = 0; x < p.size(); ++x) {
    if (!p.lower_covers(element(x)).empty() && !p.upper_covers(element(x)).empty()) kept.push_back(element(x));
  }
  return induced_subposet(p, kept);
}

/// The faces of the triangulation of the projective plane with six vertices, by inclusion.
Poset projective_plane() {
  const std::array<std::array<std::uint32_t, 3>, 10> faces = {
      {{0, 1, 4}, {0, 1, 5}, {0, 2, 3}, {0, 2, 4}, {0, 3, 5}, {1, 2, 3}, {1, 2, 5}, {1, 3, 4}, {2, 4, 5}, {3, 4, 5}}};
  std::set<std::uint32_t> sets;
  for (const auto& face : faces) {
    const std::uint32_t all = (1U << face[0]) | (1U << face[1]) | (1U << face[2]);
    for (std::uint32_t set = all; set != 0; set = (set - 1) & all) sets.insert(set);
  }
  const std::vector<std::uint32_t> list(sets.begin(), sets.end());
  std::vector<Relation> relations;
  for (std::size_t x = 0; x < list.size(); ++x) {
    for (std::size_t y = 0; y < list.size(); ++y) {
      if (x != y && (list[x] & ~list[y]) == 0) relations.push_back({element(x), element(y)});
    }
  }
  return Poset::from_relations(list.size(), relations);
}

Integer alternating_sum(const std::vector<Integer>& values) {
  Integer sum;
  for (std::size_t i = values.size(); i-- > 0;) sum = values[i] - sum;
  return sum;
}

}  // namespace

TEST_CASE("the Moebius matrix is the inverse of the matrix of the order") {
  std::vector<Poset> posets = all_unlabelled_posets(5);
  for (Poset& p : all_labelled_posets(4)) posets.push_back(std::move(p));
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    posets.push_back(random_poset(40, 0.1 * static_cast<double>(seed), seed));
    posets.push_back(random_poset(70, 0.05 * static_cast<double>(seed), seed));
  }
  posets.push_back(boolean_lattice(7));
  for (const Poset& p : posets) {
    const auto matrix = mobius_matrix(p);
    for (std::size_t x = 0; x < p.size(); ++x) {
      std::vector<Integer> product(p.size());
      for (std::size_t z = 0; z < p.size(); ++z) {
        if (matrix[x][z].is_zero()) continue;
        REQUIRE(p.less_equal(element(x), element(z)));
        for (std::size_t y = 0; y < p.size(); ++y) {
          if (p.less_equal(element(z), element(y))) product[y] += matrix[x][z];
        }
      }
      for (std::size_t y = 0; y < p.size(); ++y) REQUIRE(product[y] == Integer(x == y ? 1 : 0));
      const std::size_t y = (7 * x + 3) % p.size();
      REQUIRE(mobius(p, element(x), element(y)) == matrix[x][y]);
    }
  }
}

TEST_CASE("Moebius functions of Boolean and partition and divisor lattices are the classical ones") {
  for (std::size_t n = 0; n <= 7; ++n) {
    CHECK(mobius(boolean_lattice(n), element(0), element((1U << n) - 1)) == Integer(n % 2 == 0 ? 1 : -1));
  }
  for (std::uint32_t n = 2; n <= 5; ++n) {
    const Poset p = partition_lattice(n);
    CHECK(abs(mobius(p, p.maximal_elements()[0], p.minimal_elements()[0])) == Integer(0));
    CHECK(mobius(p, p.minimal_elements()[0], p.maximal_elements()[0]) ==
          factorial(n - 1) * Integer(n % 2 == 0 ? -1 : 1));
  }
  CHECK(mobius(divisor_lattice(30), element(0), element(7)) == Integer(-1));
  CHECK(mobius(divisor_lattice(12), element(0), element(5)).is_zero());
  CHECK_ERROR(mobius(chain(3), element(0), element(3)), Errc::invalid_argument, "element 3");
  CHECK_ERROR(mobius_matrix(antichain(5000)), Errc::too_large, "5000");
}

TEST_CASE("faces and h-vector and Betti numbers and Euler characteristic are those of all chains") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) {
      const Poset p = to_poset(order);
      const auto chains = brute_chains(order);
      const std::vector<Integer> f = order_complex_f_vector(p);
      REQUIRE(f.size() + 1 == chains.size());
      for (std::size_t k = 1; k < chains.size(); ++k) REQUIRE(f[k - 1] == Integer(chains[k].size()));
      REQUIRE(euler_characteristic(p) == alternating_sum(f));
      REQUIRE(reduced_euler_characteristic(p) == alternating_sum(f) - 1);
      // h by its defining identity at x = 2 and at x = 3.
      const std::vector<Integer> h = order_complex_h_vector(p);
      REQUIRE(h.size() == f.size() + 1);
      for (const Integer x : {2, 3}) {
        Integer left;
        Integer right;
        for (std::uint32_t i = 0; i < h.size(); ++i) {
          const auto rest = static_cast<std::uint32_t>(f.size()) - i;
          left += h[i] * pow(x, rest);
          right += (i == 0 ? Integer(1) : f[i - 1]) * pow(x - 1, rest);
        }
        REQUIRE(left == right);
      }
      REQUIRE(reduced_betti_numbers(p).size() == height(p));
      if (n > 0) {
        std::vector<Integer> betti = brute_betti_numbers(order);
        CAPTURE(order.above);
        REQUIRE(reduced_betti_numbers(p) == betti);
        REQUIRE(alternating_sum(betti) == reduced_euler_characteristic(p));
      }
    }
  }
}

TEST_CASE("Betti numbers and the core of random posets agree with rational elimination over all chains") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    const Poset p = random_poset(10, 0.1 + 0.02 * static_cast<double>(seed % 20), seed);
    const std::vector<Integer> betti = brute_betti_numbers(to_small_order(p));
    REQUIRE(reduced_betti_numbers(p) == betti);
    const Poset core = homotopy_core(p);
    std::vector<Integer> of_core = reduced_betti_numbers(core);
    of_core.resize(height(p));
    REQUIRE(of_core == betti);
    for (std::size_t x = 0; x < core.size(); ++x) {
      REQUIRE(core.upper_covers(element(x)).size() != 1);
      REQUIRE(core.lower_covers(element(x)).size() != 1);
    }
  }
}

TEST_CASE("Betti numbers obey the Euler characteristic on larger random posets") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const Poset p = random_composed_poset(40, seed, 0.6);
    REQUIRE(alternating_sum(reduced_betti_numbers(p)) == reduced_euler_characteristic(p));
    const Poset q = random_poset(22, 0.12, seed);
    REQUIRE(alternating_sum(reduced_betti_numbers(q)) == reduced_euler_characteristic(q));
    REQUIRE(reduced_betti_numbers(q) == reduced_betti_numbers(dual(q)));
  }
}

TEST_CASE("proper parts of Boolean and partition lattices are wedges of spheres") {
  for (std::size_t n = 2; n <= 6; ++n) {
    std::vector<Integer> sphere(n - 1);
    sphere.back() = 1;
    CHECK(reduced_betti_numbers(without_bounds(boolean_lattice(n))) == sphere);
  }
  for (std::uint32_t n = 3; n <= 5; ++n) {
    std::vector<Integer> wedge(n - 2);
    wedge.back() = factorial(n - 1);
    CHECK(reduced_betti_numbers(without_bounds(partition_lattice(n))) == wedge);
  }
  CHECK(reduced_betti_numbers(crown(9)) == std::vector<Integer>{0, 1});
  CHECK(reduced_betti_numbers(antichain(5)) == std::vector<Integer>{4});
  CHECK(reduced_betti_numbers(boolean_lattice(5)) == std::vector<Integer>(6));
  CHECK(reduced_betti_numbers(Poset()).empty());
  CHECK(reduced_betti_numbers(chain(20'000)) == std::vector<Integer>(20'000));
}

TEST_CASE("the projective plane has no rational homology although it is not contractible") {
  const Poset p = projective_plane();
  REQUIRE(p.size() == 31);
  CHECK(order_complex_f_vector(p) == std::vector<Integer>{31, 90, 60});
  CHECK(reduced_betti_numbers(p) == std::vector<Integer>{0, 0, 0});
  CHECK(homotopy_core(p).size() == 31);
}

TEST_CASE("cores of bounded posets are points and cores of cores are cores") {
  CHECK(homotopy_core(boolean_lattice(6)).size() == 1);
  CHECK(homotopy_core(fence(40)).size() == 1);
  CHECK(homotopy_core(crown(7)).size() == 14);
  CHECK(homotopy_core(fence(8000)).size() == 1);
  CHECK(homotopy_core(chain(8000)).size() == 1);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Poset core = homotopy_core(random_poset(30, 0.1, seed));
    CHECK(homotopy_core(core) == core);
  }
}

TEST_CASE("homology of a core with too many chains is refused") {
  CHECK_ERROR(reduced_betti_numbers(without_bounds(boolean_lattice(5)), 100), Errc::too_large, "chains");
}
