#include "tropiary/io/poset_argument.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "io/expect_error.hpp"
#include "io/scratch_folder.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/relations.hpp"

using namespace tropiary;
using tropiary::testing::expect_error;
using tropiary::testing::ScratchFolder;

namespace {

Poset from_pairs(std::size_t size, const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  std::vector<Relation> relations;
  for (const auto& [lower, upper] : pairs) relations.push_back({element(lower), element(upper)});
  return Poset::from_relations(size, relations);
}

std::string read(std::string_view text) { return to_relations_text(parse_poset_argument(text)); }

}  // namespace

TEST_CASE("each form of POSET argument denotes its poset") {
  struct Case {
    std::string text;
    Poset expected;
  };
  const Poset n = from_pairs(4, {{0, 1}, {2, 1}, {2, 3}});
  const std::vector<std::size_t> three_by_four{3, 4};
  const std::vector<Case> cases{
      // names
      {"N", n},
      {" N ", n},
      {"paper:12", n},
      {"diamond", from_pairs(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}})},
      {"chain:4", chain(4)},
      {"chain:0", Poset()},
      {"antichain:3", antichain(3)},
      {"boolean:3", boolean_lattice(3)},
      {"fence:5", from_pairs(5, {{0, 1}, {2, 1}, {2, 3}, {4, 3}})},
      {"crown:3", crown(3)},
      {"grid:3x4", grid(three_by_four)},
      {"divisors:60", divisor_lattice(60)},
      // relations
      {"1<2, 3<2, 3<4", n},
      {"1<2;3<2;3<4", n},
      {"1<2>3<4", n},
      {"1<3, 2<3<4; 5", from_pairs(5, {{0, 2}, {1, 2}, {2, 3}})},
      {"b<a", from_pairs(2, {{0, 1}})},
      {"10<9, x", from_pairs(3, {{1, 0}})},
      {"a, b, c", antichain(3)},
      {"7", antichain(1)},
      {"1<2 # one (below two\n2<3", chain(3)},
      {"\"a,b\"<\"c>d\"", chain(2)},
      {"\"1\"", antichain(1)},
      // terms
      {".", antichain(1)},
      {". + .", antichain(2)},
      {". * . * .", chain(3)},
      {"(. + .) * N", ordinal_sum(antichain(2), n)},
      {". + . * .", from_pairs(3, {{1, 2}})},
      {"N(chain:2, ., antichain:3, .)",
       from_pairs(7, {{0, 1}, {1, 2}, {3, 2}, {4, 2}, {5, 2}, {3, 6}, {4, 6}, {5, 6}})},
      {"N([a<b], ., ., .)", from_pairs(5, {{0, 1}, {1, 2}, {3, 2}, {3, 4}})},
      {"[a<b, c] * .", from_pairs(4, {{0, 1}, {1, 3}, {2, 3}})},
      {"chain:2 + chain:3", disjoint_union(chain(2), chain(3))},
      // digraph6
      {"&C?KG", from_pairs(4, {{2, 0}, {2, 1}, {3, 2}})},
      {">>digraph6<<&AO", chain(2)},
      {"&?", Poset()},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(parse_poset_argument(c.text) == c.expected);
    CHECK(expand(parse_term_argument(c.text)) == c.expected);
    CHECK(parse_term_argument(c.text).size() == c.expected.size());
  }
}

TEST_CASE("a POSET argument in a file denotes what it would denote on the command line") {
  const ScratchFolder folder;
  struct Case {
    std::string bytes;
    Poset expected;
  };
  const Poset n = paper_poset(12);
  const std::vector<Case> cases{
      {R"({"size": 4, "relations": [[0, 1], [2, 1], [2, 3]], "labels": ["a", "b", "c", "d"]})", n},
      {"\n  {\"size\": 4, \"covers\": [[0, 1], [2, 1], [2, 3]]}\n", n},
      {"&COD?\n", n},
      {">>digraph6<<&COD?\n", n},
      {"1<2\n3<2\n3<4\n", n},
      {"# the N\n1<2>3<4\n", n},
      {"N\n", n},
      {"N(., ., ., .)\n", n},
      {"chain:2 *\n  (. + .)\n", ordinal_sum(chain(2), antichain(2))},
      {"a\nb\nc\n", antichain(3)},
      {"a\n", antichain(1)},
      {"", Poset()},
      {"\n\n", Poset()},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    write_files({{folder / "p", c.bytes}});
    CHECK(parse_poset_argument("@" + (folder / "p")) == c.expected);
    CHECK(expand(parse_term_argument("@" + (folder / "p"))) == c.expected);
  }
}

TEST_CASE("the labels of a POSET argument are kept and a composed one has block dot label") {
  REQUIRE(parse_poset_argument("low<high").labels() == std::vector<std::string>{"low", "high"});
  REQUIRE(parse_poset_argument("10<9").labels() == std::vector<std::string>{"9", "10"});
  REQUIRE(parse_poset_argument("divisors:6").labels() == std::vector<std::string>{"1", "2", "3", "6"});
  REQUIRE(parse_poset_argument("chain:2 + .").labels() == std::vector<std::string>{"1.1", "1.2", "2.1"});
}

TEST_CASE("a POSET argument that denotes nothing is refused in one clear line") {
  const ScratchFolder folder;
  const auto file = [&](const std::string& bytes) {
    write_files({{folder / "p", bytes}});
    return "@" + (folder / "p");
  };
  struct Case {
    std::string text;
    Errc code;
    std::string part;
  };
  const std::vector<Case> cases{
      {"", Errc::invalid_argument, "empty"},
      {" \n ", Errc::invalid_argument, "empty"},
      {"@", Errc::invalid_argument, "without a file name"},
      {"M", Errc::invalid_argument, "unknown poset name \"M\"; known names: N, diamond, chain:n"},
      {"cube:3", Errc::invalid_argument, "known names"},
      {std::string(1000000, 'q'), Errc::invalid_argument, "known names"},
      {"chain", Errc::invalid_argument, "needs a number"},
      {"chain:x", Errc::invalid_argument, "chain"},
      {"chain:-1", Errc::invalid_argument, "chain"},
      {"chain:99999999999999999999", Errc::too_large, "chain"},
      {"chain:10000000000", Errc::too_large, "chain"},
      {"boolean:60", Errc::too_large, "boolean"},
      {"paper:16", Errc::invalid_argument, "16"},
      {"crown:1", Errc::invalid_argument, "crown"},
      {"grid:0x", Errc::invalid_argument, "grid"},
      {"1<2<1", Errc::cyclic_relations, "1"},
      {"a<b, b<c, c<a", Errc::cyclic_relations, "a"},
      {"1<", Errc::parse_error, "line 1, column 3"},
      {"1<2 3", Errc::parse_error, "line 1, column 5"},
      {"1 2", Errc::parse_error, "line 1, column 3"},
      {"N(., .)", Errc::parse_error, "2 arguments"},
      {"N(., ., ., .", Errc::parse_error, "line 1"},
      {"chain:2 +", Errc::parse_error, "line 1"},
      {"N(., foo, ., .)", Errc::parse_error, "unknown poset name \"foo\""},
      {"&C?K", Errc::parse_error, "announced"},
      {"&~~~~~~~~", Errc::parse_error, "announced"},
      {"@" + (folder / "missing"), Errc::io_error, "No such file"},
      {"@" + folder.path(), Errc::io_error, "Is a directory"},
      {file(R"({"size": 4, "relations": [[0, 1], )"), Errc::parse_error, "line 1"},
  };
  for (const Case& c : cases) {
    INFO("argument: " << c.text.substr(0, 100));
    expect_error(c.code, c.part, [&] { (void)parse_poset_argument(c.text); });
    expect_error(c.code, c.part, [&] { (void)parse_term_argument(c.text); });
  }
  // Errors in a file name the file and count its lines.
  expect_error(Errc::parse_error, "/p: parse_relations", [&] { (void)read(file("1<2\n2<\n")); });
  expect_error(Errc::parse_error, "line 3, column 1", [&] { (void)read(file("1<2\n2<\n")); });
  expect_error(Errc::cyclic_relations, "/p: ", [&] { (void)read(file("1<2\n2<1\n")); });
}
