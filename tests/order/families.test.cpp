#include "tropiary/order/families.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/up_sets.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

Element least(const Poset& p) {
  REQUIRE(p.minimal_elements().size() == 1);
  return p.minimal_elements()[0];
}

/// The numbers of points by their distance from the least element.
std::vector<std::size_t> rank_sizes(const Poset& p) {
  std::vector<std::size_t> rank(p.size(), 0);
  std::vector<std::size_t> sizes;
  for (const Element e : p.linear_extension()) {
    for (const Element lower : p.lower_covers(e)) rank[index(e)] = std::max(rank[index(e)], rank[index(lower)] + 1);
    sizes.resize(std::max(sizes.size(), rank[index(e)] + 1), 0);
    ++sizes[rank[index(e)]];
  }
  return sizes;
}

/// Maximal chains of a poset with one least element.
Integer count_maximal_chains(const Poset& p) {
  std::vector<Integer> ways(p.size(), 0);
  Integer sum = 0;
  for (const Element e : p.linear_extension()) {
    if (p.lower_covers(e).empty()) ways[index(e)] = 1;
    for (const Element lower : p.lower_covers(e)) ways[index(e)] += ways[index(lower)];
    if (p.upper_covers(e).empty()) sum += ways[index(e)];
  }
  return sum;
}

/// μ(0̂, x) of every point.
std::vector<Integer> moebius(const Poset& p) {
  std::vector<Integer> value(p.size(), 0);
  for (const Element e : p.linear_extension()) {
    if (e == least(p)) {
      value[index(e)] = 1;
      continue;
    }
    for (const Element x : p.below(e)) value[index(e)] -= value[index(x)];
  }
  return value;
}

bool is_self_dual(const Poset& p) { return find_isomorphism(p, dual(p)).has_value(); }

std::size_t catalan(std::size_t n) {
  std::size_t result = 1;
  for (std::size_t k = 0; k < n; ++k) result = result * 2 * (2 * k + 1) / (k + 2);
  return result;
}

using Line = std::vector<std::size_t>;

Line digits(const std::string& label) {
  Line result;
  for (const char c : label) result.push_back(static_cast<std::size_t>(c - '0'));
  return result;
}

/// How many of the first i values are at least j.
std::size_t count_large(const Line& line, std::size_t i, std::size_t j) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(i),
                                                [j](std::size_t value) { return value >= j; }));
}

}  // namespace

TEST_CASE("the combinatorial posets of the reference are made by name") {
  const std::map<std::string, std::string> names{{"bruhatS4", "bruhat:4"},
                                                 {"weakS3", "weak:3"},
                                                 {"tamari3", "tamari:3"},
                                                 {"tamari4", "tamari:4"},
                                                 {"rootA3", "root:A3"},
                                                 {"rootA4", "root:A4"},
                                                 {"rootA7", "root:A7"},
                                                 {"bintree7", "tree:2x3"},
                                                 {"bintree15", "tree:2x4"},
                                                 {"bintree31", "tree:2x5"},
                                                 {"bintree63", "tree:2x6"},
                                                 {"star10", "tree:9x2"},
                                                 {"cells_5421", "diagram:5-4-2-1"},
                                                 {"partition4", "partitions:4"},
                                                 {"standard4", "standard:4"},
                                                 {"standard5", "standard:5"},
                                                 {"standard10", "standard:10"},
                                                 {"divides1to10", "divisibility:10"},
                                                 {"M3", "partitions:3"},
                                                 {"crown12", "crown:12"},
                                                 {"divisor5040", "divisors:5040"},
                                                 {"boolean5", "boolean:5"}};
  const nlohmann::json document =
      nlohmann::json::parse(std::ifstream(std::string(TROPIARY_TEST_DATA) + "/posets.json"));
  std::size_t compared = 0;
  for (const nlohmann::json& entry : document.at("posets")) {
    const auto name = names.find(entry.at("name").get<std::string>());
    if (name == names.end()) continue;
    CAPTURE(name->second);
    std::vector<Relation> covers;
    for (const nlohmann::json& pair : entry.at("covers"))
      covers.push_back({element(pair[0].get<std::size_t>()), element(pair[1].get<std::size_t>())});
    const Poset expected = Poset::from_relations(entry.at("n").get<std::size_t>(), covers);
    const Poset p = named_poset(name->second);
    const auto map = find_isomorphism(p, expected);
    REQUIRE(map);
    CHECK(p.count_covers() == expected.count_covers());
    for (const Relation& cover : p.covers())
      CHECK(expected.less((*map)[index(cover.lower)], (*map)[index(cover.upper)]));
    ++compared;
  }
  CHECK(compared == names.size());
}

TEST_CASE("linear extensions of a Young diagram are standard tableaux counted by hooks") {
  const std::vector<std::vector<std::size_t>> shapes{{},     {1},       {4},       {1, 1, 1},
                                                     {3, 2}, {4, 3, 1}, {3, 3, 3}, {5, 4, 2, 1}};
  for (const std::vector<std::size_t>& shape : shapes) {
    Integer product = 1;
    std::int64_t cells = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
      for (std::size_t j = 0; j < shape[i]; ++j) {
        std::size_t leg = 0;
        for (std::size_t k = i + 1; k < shape.size() && shape[k] > j; ++k) ++leg;
        product *= Integer(static_cast<std::int64_t>(shape[i] - j + leg));
        ++cells;
      }
    }
    Integer tableaux = 1;
    for (std::int64_t k = 2; k <= cells; ++k) tableaux *= k;
    tableaux = floor(Rational(tableaux, product));
    const Poset diagram = young_diagram(shape);
    CAPTURE(shape);
    CHECK(count_linear_extensions(diagram) == tableaux);
    // Partitions inside are the down-sets of the diagram, and tableaux the ways to build it.
    const Poset inside = young_interval(shape);
    CHECK(count_up_sets(diagram) == Integer(static_cast<std::int64_t>(inside.size())));
    CHECK(count_maximal_chains(inside) == tableaux);
    CHECK(is_lattice(inside));
    CHECK(is_graded(inside));
  }
  CHECK(young_interval(std::vector<std::size_t>{2, 2}).labels() ==
        std::vector<std::string>{"∅", "1", "11", "2", "21", "22"});
  CHECK(young_interval(std::vector<std::size_t>{12}).label(element(12)) == "12");
  CHECK(young_interval(std::vector<std::size_t>{11, 1}).label(element(2)) == "1-1");  // and not "11" twice
}

TEST_CASE("Young's lattice is graded by the numbers of partitions and differential") {
  const Poset p = young_lattice(9);
  CHECK(rank_sizes(p) == std::vector<std::size_t>{1, 1, 2, 3, 5, 7, 11, 15, 22, 30});  // OEIS A000041
  for (std::size_t x = 0; x + 30 < p.size(); ++x)  // one more above than below [stanley2012]
    CHECK(p.upper_covers(element(x)).size() == p.lower_covers(element(x)).size() + 1);
  CHECK(young_lattice(12).size() == 272);
  CHECK(dominance_order(12).size() == 77);
  // Involutions: the sum of the numbers of standard tableaux of size n [OEIS A000085].
  CHECK(count_maximal_chains(young_lattice(6)) == 76);
}

TEST_CASE("dominance compares the sums of the first parts") {
  for (std::size_t n = 0; n <= 8; ++n) {
    const Poset p = dominance_order(n);
    CAPTURE(n);
    const std::size_t partitions[] = {1, 1, 2, 3, 5, 7, 11, 15, 22};
    REQUIRE(p.size() == partitions[n]);
    const auto sums = [&](std::size_t x) {
      Line parts = n == 0 ? Line{} : digits(p.label(element(x)));
      parts.resize(n, 0);
      std::partial_sum(parts.begin(), parts.end(), parts.begin());
      return parts;
    };
    for (std::size_t x = 0; x < p.size(); ++x) {
      for (std::size_t y = 0; y < p.size(); ++y) {
        const Line a = sums(x);
        const Line b = sums(y);
        const bool dominated = std::equal(a.begin(), a.end(), b.begin(), std::less_equal<>());
        REQUIRE(p.less_equal(element(x), element(y)) == dominated);
      }
    }
    CHECK(is_lattice(p));
    CHECK(is_self_dual(p));
    CHECK(is_graded(p) == (n <= 6));
  }
}

TEST_CASE("compositions by refinement are a Boolean lattice") {
  CHECK(composition_lattice(0).size() == 1);
  for (std::size_t n = 1; n <= 6; ++n) CHECK(find_isomorphism(composition_lattice(n), boolean_lattice(n - 1)));
  CHECK(composition_lattice(12).label(element(1)) == "1-1-1-1-1-1-1-1-1-1-2");
  CHECK(composition_lattice(3).labels() == std::vector<std::string>{"111", "12", "21", "3"});
}

TEST_CASE("set partitions are counted by Bell and Stirling numbers") {
  const std::size_t bell[] = {1, 1, 2, 5, 15, 52, 203, 877};  // OEIS A000110
  for (std::size_t n = 0; n <= 7; ++n) {
    const Poset p = partition_lattice(n);
    CAPTURE(n);
    CHECK(p.size() == bell[n]);
    if (n > 5) continue;
    CHECK(is_lattice(p));
    CHECK(is_graded(p));
    if (n == 0) continue;
    Integer factorial = n % 2 == 1 ? 1 : -1;
    for (std::size_t k = 2; k < n; ++k) factorial *= Integer(static_cast<std::int64_t>(k));
    CHECK(moebius(p)[index(p.maximal_elements()[0])] == factorial);  // (−1)^(n−1) (n − 1)!
  }
  CHECK(rank_sizes(partition_lattice(5)) == std::vector<std::size_t>{1, 10, 25, 15, 1});
  CHECK(partition_lattice(3).labels() == std::vector<std::string>{"1|2|3", "12|3", "13|2", "1|23", "123"});
  CHECK(partition_lattice(10).label(element(0)) == "1|2|3|4|5|6|7|8|9|10");
}

TEST_CASE("noncrossing partitions are a self-dual graded lattice with Catalan and Narayana numbers") {
  for (std::size_t n = 1; n <= 7; ++n) {
    const Poset p = noncrossing_partition_lattice(n);
    CAPTURE(n);
    CHECK(p.size() == catalan(n));
    CHECK(is_lattice(p));
    CHECK(is_graded(p));
    CHECK(is_self_dual(p));
    Integer chains = 1;  // n^(n−2) maximal ones
    for (std::size_t k = 0; k + 2 < n; ++k) chains *= Integer(static_cast<std::int64_t>(n));
    CHECK(count_maximal_chains(p) == chains);
    const Integer sign = n % 2 == 1 ? 1 : -1;
    CHECK(moebius(p)[index(p.maximal_elements()[0])] == sign * Integer(static_cast<std::int64_t>(catalan(n - 1))));
  }
  CHECK(rank_sizes(noncrossing_partition_lattice(5)) == std::vector<std::size_t>{1, 10, 20, 10, 1});
  // The order is that of all partitions; what is missing has a crossing.
  const Poset all = partition_lattice(4);
  const Poset some = noncrossing_partition_lattice(4);
  std::vector<Element> kept;
  for (std::size_t x = 0; x < all.size(); ++x) {
    if (all.label(element(x)) != "13|24") kept.push_back(element(x));
  }
  CHECK(find_isomorphism(induced_subposet(all, kept), some));
  CHECK(noncrossing_partition_lattice(9).size() == 4862);
}

TEST_CASE("the Tamari lattice has as many intervals as Chapoton counts") {
  const std::size_t intervals[] = {1, 1, 3, 13, 68, 399, 2530};  // OEIS A000260
  for (std::size_t n = 0; n <= 6; ++n) {
    const Poset p = tamari_lattice(n);
    CAPTURE(n);
    CHECK(p.size() == catalan(n));
    CHECK(p.count_covers() == (n == 0 ? 0 : catalan(n) * (n - 1) / 2));
    CHECK(is_lattice(p));
    CHECK(is_self_dual(p));
    std::size_t pairs = p.size();
    for (std::size_t x = 0; x < p.size(); ++x) pairs += p.above(element(x)).count();
    CHECK(pairs == intervals[n]);
    // Every rotation is a cover: none follows from others.
    CHECK(Poset::from_relations(p.size(), p.covers()).count_covers() == p.count_covers());
  }
}

TEST_CASE("shuffles are counted by Greene's formulas") {
  const auto choose = [](std::size_t n, std::size_t k) {
    std::size_t result = 1;
    for (std::size_t i = 1; i <= k; ++i) result = result * (n - k + i) / i;
    return result;
  };
  for (std::size_t m = 0; m <= 3; ++m) {
    for (std::size_t n = 0; n <= 3; ++n) {
      const Poset p = shuffle_poset(m, n);
      CAPTURE(m, n);
      std::size_t points = 0;
      for (std::size_t j = 0; j <= std::min(m, n); ++j)
        points += (std::size_t{1} << (m + n - 2 * j)) * choose(m, j) * choose(n, j);
      CHECK(p.size() == points);
      CHECK(height(p) == m + n + 1);
      CHECK(is_graded(p));
      CHECK(is_lattice(p));
      const auto sign = (m + n) % 2 == 0 ? 1 : -1;
      CHECK(moebius(p)[index(p.maximal_elements()[0])] == sign * static_cast<std::int64_t>(choose(m + n, m)));
      CHECK(find_isomorphism(shuffle_poset(n, m), dual(p)));
    }
  }
  CHECK(find_isomorphism(shuffle_poset(4, 0), boolean_lattice(4)));
}

TEST_CASE("subspaces are counted by Gaussian binomials") {
  CHECK(rank_sizes(subspace_lattice(2, 4)) == std::vector<std::size_t>{1, 15, 35, 15, 1});
  CHECK(rank_sizes(subspace_lattice(3, 3)) == std::vector<std::size_t>{1, 13, 13, 1});
  CHECK(rank_sizes(subspace_lattice(4, 3)) == std::vector<std::size_t>{1, 21, 21, 1});
  CHECK(rank_sizes(subspace_lattice(256, 2)) == std::vector<std::size_t>{1, 257, 1});
  CHECK(subspace_lattice(9, 0).size() == 1);
  for (const auto& [q, n] : {std::pair<std::size_t, std::size_t>{2, 3}, {3, 3}, {4, 3}, {5, 2}, {8, 2}, {9, 2}}) {
    const Poset p = subspace_lattice(q, n);
    CAPTURE(q, n);
    CHECK(is_lattice(p));
    CHECK(is_graded(p));
    CHECK(is_self_dual(p));
    std::int64_t mu = n % 2 == 0 ? 1 : -1;  // (−1)^n q^(n choose 2)
    for (std::size_t k = 0; k < n * (n - 1) / 2; ++k) mu *= static_cast<std::int64_t>(q);
    CHECK(moebius(p)[index(p.maximal_elements()[0])] == mu);
  }
  // In a projective plane two points are on one line.
  const Poset plane = subspace_lattice(4, 3);
  for (std::size_t a = 1; a <= 21; ++a) {
    for (std::size_t b = 1; b < a; ++b) {
      const ElementSet lines = plane.above(element(a)) & plane.above(element(b));
      CHECK(lines.count() == 2);  // the line and the plane
    }
  }
  CHECK_ERROR(subspace_lattice(6, 2), Errc::invalid_argument, "6");
  CHECK_ERROR(subspace_lattice(1, 2), Errc::invalid_argument, "prime power");
  CHECK_ERROR(subspace_lattice(0, 2), Errc::invalid_argument, "prime power");
}

TEST_CASE("up-sets of root posets are counted by the Catalan numbers of the types") {
  const std::map<std::string, std::int64_t> nonnesting{
      {"A1", 2},   {"A2", 5},    {"A3", 14},    {"A7", 1430}, {"B2", 6},  {"B3", 20},
      {"B5", 252}, {"C4", 70},   {"D2", 4},     {"D3", 14},   {"D4", 50}, {"D5", 182},
      {"E6", 833}, {"E7", 4160}, {"E8", 25080}, {"F4", 105},  {"G2", 8}};
  for (const auto& [type, count] : nonnesting) {
    CAPTURE(type);
    const Poset p = root_poset(type);
    CHECK(count_up_sets(p) == count);
    CHECK(is_graded(p));
    CHECK(p.maximal_elements().size() == (type == "D2" ? 2 : 1));
  }
  CHECK(root_poset("E8").size() == 120);
  CHECK(height(root_poset("E8")) == 29);
  CHECK(root_poset("E8").label(element(119)) == "23465432");
  CHECK(root_poset("G2").label(element(5)) == "32");
  CHECK(find_isomorphism(root_poset("B4"), root_poset("C4")));
  CHECK(find_isomorphism(root_poset("A3"), root_poset("D3")));
  CHECK(root_poset("A40").size() == 820);
}

TEST_CASE("the Bruhat order compares the rank matrices of permutations") {
  for (const char* n : {"1", "2", "3", "4"}) {
    const Poset p = bruhat_order(n);
    const auto size = static_cast<std::size_t>(n[0] - '0');
    CAPTURE(n);
    for (std::size_t x = 0; x < p.size(); ++x) {
      for (std::size_t y = 0; y < p.size(); ++y) {
        bool below = true;
        for (std::size_t i = 1; i <= size; ++i) {
          for (std::size_t j = 1; j <= size; ++j)
            below = below &&
                    count_large(digits(p.label(element(x))), i, j) <= count_large(digits(p.label(element(y))), i, j);
        }
        REQUIRE(p.less_equal(element(x), element(y)) == below);
      }
    }
  }
}

TEST_CASE("Bruhat orders are graded by length and Eulerian and self-dual") {
  const std::map<std::string, std::vector<std::size_t>> lengths{{"4", {1, 3, 5, 6, 5, 3, 1}},
                                                                {"B3", {1, 3, 5, 7, 8, 8, 7, 5, 3, 1}},
                                                                {"C2", {1, 2, 2, 2, 1}},
                                                                {"D3", {1, 3, 5, 6, 5, 3, 1}},
                                                                {"G2", {1, 2, 2, 2, 2, 2, 1}}};
  for (const auto& [type, sizes] : lengths) {
    const Poset p = bruhat_order(type);
    CAPTURE(type);
    CHECK(rank_sizes(p) == sizes);
    CHECK(is_graded(p));
    CHECK(is_eulerian(p));
    CHECK(is_self_dual(p));
    CHECK(Poset::from_relations(p.size(), p.covers()).count_covers() == p.count_covers());
  }
  CHECK(bruhat_order("4").count_covers() == 58);  // OEIS A002538
  CHECK(bruhat_order("5").count_covers() == 444);
  CHECK(bruhat_order("6").count_covers() == 3708);
  CHECK(bruhat_order("F4").size() == 1152);
  CHECK(height(bruhat_order("F4")) == 25);
  CHECK_FALSE(is_lattice(bruhat_order("3")));
}

TEST_CASE("the weak order is a lattice whose maximal chains are reduced words") {
  for (const char* type : {"2", "3", "4", "B3", "D4", "G2", "A1"}) {
    const Poset p = weak_order(type);
    CAPTURE(type);
    CHECK(is_lattice(p));
    CHECK(is_graded(p));
    CHECK(is_self_dual(p));
    for (const Relation& cover : p.covers()) CHECK(bruhat_order(type).less(cover.lower, cover.upper));
  }
  CHECK(count_maximal_chains(weak_order("4")) == 16);  // staircase tableaux, OEIS A005118
  CHECK(count_maximal_chains(weak_order("5")) == 768);
  CHECK(count_maximal_chains(weak_order("B3")) == 42);
  CHECK(weak_order("4").count_covers() == 36);  // n!(n − 1)/2
  CHECK(weak_order("B2").labels() == std::vector<std::string>{"e", "1", "2", "12", "21", "121", "212", "1212"});
  CHECK(weak_order("0").size() == 1);
}

TEST_CASE("combinatorial posets too large for memory are refused at once") {
  const std::vector<std::size_t> column(5000, 1);
  const std::vector<std::size_t> square(100, 100);
  const std::vector<std::size_t> huge(4, std::size_t{1} << 62);
  const std::vector<std::size_t> rising{1, 2};
  CHECK_ERROR(young_diagram(huge), Errc::too_large, "young_diagram");
  CHECK_ERROR(young_interval(huge), Errc::too_large, "young_interval");
  CHECK_ERROR(young_interval(square), Errc::too_large, "young_interval");
  CHECK(young_interval(column).size() == 5001);
  CHECK_ERROR(young_interval(rising), Errc::invalid_argument, "part 2 after 1");
  CHECK_ERROR(young_diagram(rising), Errc::invalid_argument, "part 2 after 1");
  for (const std::size_t n : {std::size_t{16}, std::size_t{1000}, std::size_t{1} << 59}) {
    CAPTURE(n);
    CHECK_ERROR(partition_lattice(n), Errc::too_large, "partition_lattice");
    CHECK_ERROR(noncrossing_partition_lattice(n), Errc::too_large, "noncrossing_partition_lattice");
    CHECK_ERROR(tamari_lattice(n), Errc::too_large, "tamari_lattice");
    CHECK_ERROR(shuffle_poset(n, n), Errc::too_large, "shuffle_poset");
    CHECK_ERROR(shuffle_poset(n, 8), Errc::too_large, "shuffle_poset");
    CHECK_ERROR(subspace_lattice(2, n), Errc::too_large, "subspace_lattice");
    CHECK_ERROR(young_lattice(n * 8), Errc::too_large, "young_lattice");
    CHECK_ERROR(dominance_order(n * 8 + 4), Errc::too_large, "dominance_order");
    CHECK_ERROR(composition_lattice(n + 8), Errc::too_large, "composition_lattice");
    CHECK_ERROR(bruhat_order(std::to_string(n)), Errc::too_large, "bruhat_order");
    CHECK_ERROR(weak_order("D" + std::to_string(n)), Errc::too_large, "weak_order");
    if (n > 100) CHECK_ERROR(root_poset("B" + std::to_string(n)), Errc::too_large, "root_poset");
  }
  CHECK_ERROR(bruhat_order("E8"), Errc::too_large, "bruhat_order");
  for (const char* type : {"", "A", "A0", "B1", "D1", "E5", "E9", "F3", "G3", "H3", "a3", "A3x", "A-1", "Ω", "é2"}) {
    CAPTURE(type);
    CHECK_ERROR(root_poset(type), Errc::invalid_argument, "root_poset");
    CHECK_ERROR(weak_order(type), Errc::invalid_argument, "weak_order");
  }
}
