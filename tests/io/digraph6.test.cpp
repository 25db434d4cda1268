#include "tropiary/io/digraph6.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "io/expect_error.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/relations.hpp"

using namespace tropiary;
using tropiary::testing::expect_error;

TEST_CASE("digraph6 strings are those of nauty") {
  // By hand, after formats.txt: N(n), then the matrix row by row.
  REQUIRE(to_digraph6(Poset()) == "&?");
  REQUIRE(to_digraph6(chain(1)) == "&@?");
  REQUIRE(to_digraph6(chain(2)) == "&AO");
  REQUIRE(to_digraph6(paper_poset(12)) == "&COD?");
  REQUIRE(parse_digraph6("&C?KG") == parse_relations("1; 2; 3<1; 3<2; 4<3"));
  REQUIRE(to_digraph6(parse_digraph6("&C?KG")) == "&C?KG");
  REQUIRE(to_digraph6(antichain(62)).substr(0, 3) == "&}?");
  REQUIRE(to_digraph6(antichain(63)).substr(0, 6) == "&~??~?");
  REQUIRE(to_digraph6(antichain(64)).substr(0, 6) == "&~?@??");
}

TEST_CASE("the digraph6 example of formats.txt is read back: five vertices and arcs 0-2 0-4 3-1 3-4") {
  const Poset p = parse_digraph6("&DI?AO?");
  REQUIRE(p.covers() ==
          std::vector<Relation>{
              {element(0), element(2)}, {element(0), element(4)}, {element(3), element(1)}, {element(3), element(4)}});
  REQUIRE(to_digraph6(p) == "&DI?AO?");
}

TEST_CASE("digraph6 keeps the numbering of every small poset") {
  for (std::size_t n = 0; n <= 4; ++n)
    for (const Poset& p : testing::all_labelled_posets(n)) REQUIRE(parse_digraph6(to_digraph6(p)) == p);
}

TEST_CASE("digraph6 keeps random posets around the sizes where the header grows") {
  for (const std::size_t n : {1U, 2U, 61U, 62U, 63U, 64U, 65U, 200U}) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      CAPTURE(n, seed);
      const Poset p = testing::random_poset(n, 0.1, seed);
      REQUIRE(parse_digraph6(to_digraph6(p)) == p);
    }
  }
}

TEST_CASE("digraph6 relations may be the whole order or the covers") {
  // 1 < 2 < 3 with and without 1 < 3.
  REQUIRE(parse_digraph6("&BP?") == chain(3));
  REQUIRE(parse_digraph6("&BX?") == chain(3));
}

TEST_CASE("a digraph6 header and a line end are accepted") {
  REQUIRE(parse_digraph6(">>digraph6<<&AO\n") == chain(2));
  REQUIRE(parse_digraph6("&AO\r\n") == chain(2));
}

TEST_CASE("a digraph6 string that is broken is refused in one line") {
  expect_error(Errc::parse_error, "'&' expected", [] { (void)parse_digraph6(""); });
  expect_error(Errc::parse_error, "'&' expected", [] { (void)parse_digraph6("C~"); });
  expect_error(Errc::parse_error, "ends too early", [] { (void)parse_digraph6("&"); });
  expect_error(Errc::parse_error, "ends too early", [] { (void)parse_digraph6("&~?"); });
  expect_error(Errc::parse_error, "take 3 characters, but the text has 2", [] { (void)parse_digraph6("&C?K"); });
  expect_error(Errc::parse_error, "but the text has 4", [] { (void)parse_digraph6("&C?KG?"); });
  expect_error(Errc::parse_error, "column 4", [] { (void)parse_digraph6("&C? G"); });
  expect_error(Errc::parse_error, "padding", [] { (void)parse_digraph6("&AP"); });
  expect_error(Errc::cyclic_relations, "loop", [] { (void)parse_digraph6("&@_"); });
  expect_error(Errc::cyclic_relations, "", [] { (void)parse_digraph6("&AW"); });
}

TEST_CASE("a digraph6 header of ten billion points takes no memory") {
  // 10^10 in six groups of six bits.
  std::string text = "&~~";
  for (int shift = 30; shift >= 0; shift -= 6)
    text += static_cast<char>(63 + (std::uint64_t{10000000000} >> static_cast<unsigned>(shift) & 63U));
  expect_error(Errc::parse_error, "10000000000 vertices", [&] { (void)parse_digraph6(text); });
  expect_error(Errc::parse_error, "68719476735 vertices", [&] { (void)parse_digraph6("&~~~~~~~~"); });
}

TEST_CASE("digraph6 of too many points is refused") {
  expect_error(Errc::too_large, "65537", [] { (void)to_digraph6(antichain(65537)); });
}
