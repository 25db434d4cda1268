#include "tropiary/order/names.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/families.hpp"

using namespace tropiary;

TEST_CASE("each name means its construction") {
  CHECK(named_poset("N") == paper_poset(12));
  CHECK(named_poset("diamond") == paper_poset(14));
  CHECK(named_poset("chain:4") == chain(4));
  CHECK(named_poset("antichain:3") == antichain(3));
  CHECK(named_poset("boolean:3") == boolean_lattice(3));
  CHECK(named_poset("fence:5") == fence(5));
  CHECK(named_poset("crown:3") == crown(3));
  CHECK(named_poset("grid:3x4") == grid(std::array<std::size_t, 2>{3, 4}));
  CHECK(named_poset("grid:2x2x2") == grid(std::array<std::size_t, 3>{2, 2, 2}));
  CHECK(named_poset("divisors:60") == divisor_lattice(60));
  CHECK(named_poset("divisibility:12") == divisibility_order(12));
  CHECK(named_poset("standard:4") == standard_example(4));
  CHECK(named_poset("tree:3x4") == complete_tree(3, 4));
  CHECK(named_poset("diagram:3-1") == young_diagram(std::array<std::size_t, 2>{3, 1}));
  CHECK(named_poset("young:3,1") == young_interval(std::array<std::size_t, 2>{3, 1}));
  CHECK(named_poset("young-lattice:4") == young_lattice(4));
  CHECK(named_poset("dominance:6") == dominance_order(6));
  CHECK(named_poset("compositions:4") == composition_lattice(4));
  CHECK(named_poset("partitions:4") == partition_lattice(4));
  CHECK(named_poset("noncrossing:4") == noncrossing_partition_lattice(4));
  CHECK(named_poset("tamari:4") == tamari_lattice(4));
  CHECK(named_poset("shuffles:2x1") == shuffle_poset(2, 1));
  CHECK(named_poset("subspaces:3x2") == subspace_lattice(3, 2));
  CHECK(named_poset("root:D4") == root_poset("D4"));
  CHECK(named_poset("bruhat:3") == bruhat_order("A2"));
  CHECK(named_poset("weak:B2") == weak_order("B2"));
  for (std::size_t k = 0; k < 16; ++k) CHECK(named_poset("paper:" + std::to_string(k)) == paper_poset(k));
}

TEST_CASE("the list of names has each word once and says what it means") {
  std::set<std::string> words;
  for (const NamedFamily& family : poset_families()) {
    CAPTURE(family.name);
    CHECK(is_poset_name(family.name));
    CHECK_FALSE(family.meaning.empty());
    CHECK(words.insert(family.name.substr(0, family.name.find(':'))).second);
  }
  CHECK(words.size() == 26);
}

TEST_CASE("a name is recognised by its word") {
  for (const char* name :
       {"N", "diamond", "chain", "antichain", "boolean", "fence", "crown", "grid", "divisors", "paper"}) {
    CAPTURE(name);
    CHECK(is_poset_name(name));
  }
  for (const char* name : {"", "n", "chains", "1<2", "Chain", "fence "}) {
    CAPTURE(name);
    CHECK_FALSE(is_poset_name(name));
  }
}

TEST_CASE("wrong names and wrong numbers are refused in one line that helps") {
  for (const char* name : {"",           "pentagon",      "chain",
                           "chain:",     "chain:x",       "chain:-1",
                           "chain:4 ",   "chain:4x",      "N:3",
                           "paper:16",   "paper:",        "crown:1",
                           "grid:3x",    "grid:x3",       "grid:",
                           "divisors:0", "boolean:1.5",   "tree:2",
                           "tree:2x3x4", "shuffles:x2",   "young:1-2",
                           "young:",     "root:",         "root:Q3",
                           "weak:",      "subspaces:6x2", "chain:99999999999999999999999999"}) {
    CAPTURE(name);
    try {
      (void)named_poset(name);
      FAIL_CHECK("accepted");
    } catch (const Error& error) {
      CHECK((error.code() == Errc::invalid_argument || error.code() == Errc::too_large));
      CHECK(std::string(error.what()).find('\n') == std::string::npos);
    }
  }
  try {
    (void)named_poset("pentagon");
  } catch (const Error& error) {
    for (const char* name : {"pentagon", "diamond", "antichain", "divisors"}) {
      CHECK(std::string(error.what()).find(name) != std::string::npos);
    }
  }
  for (const char* name : {"chain:99999999", "boolean:21", "boolean:999999", "antichain:99999999", "crown:99999999",
                           "grid:9999x9999", "fence:18446744073709551615"}) {
    CAPTURE(name);
    try {
      (void)named_poset(name);
      FAIL_CHECK("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == Errc::too_large);
    }
  }
}
