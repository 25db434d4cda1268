#include "tropiary/order/relations.hpp"

#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

void check_round_trip(const Poset& p) {
  const std::string text = to_relations_text(p);
  CAPTURE(text);
  const Poset again = parse_relations(text);
  REQUIRE(again == p);
  REQUIRE(again.labels() == p.labels());
}

std::string message_of(std::string_view text, Errc expected) {
  try {
    (void)parse_relations(text);
  } catch (const Error& error) {
    CHECK(error.code() == expected);
    return error.what();
  }
  FAIL_CHECK("accepted: " << text);
  return {};
}

}  // namespace

TEST_CASE("relations are runs of labels joined by signs") {
  const Poset p = parse_relations("1<3, 2<3<4; 5");
  CHECK(p ==
        Poset::from_relations(
            5, std::vector<Relation>{{element(0), element(2)}, {element(1), element(2)}, {element(2), element(3)}}));
  CHECK(parse_relations("1<2, 3<2, 3<4") == paper_poset(12));
  CHECK(parse_relations("2>1; 2>3 , 4>3") == paper_poset(12));
  CHECK(parse_relations("1<2>3<4") == fence(4));
  CHECK(parse_relations("1<2\n2<3\n") == chain(3));
  CHECK(parse_relations("# nothing but\n1 < 2 # a comment, with 9<8\n;3") == parse_relations("1<2;3"));
  CHECK(parse_relations("").empty());
  CHECK(parse_relations(" \n # only a comment").empty());
}

TEST_CASE("numeric labels come by value and other labels by appearance after them") {
  CHECK(parse_relations("10<9, 2").labels() == std::vector<std::string>{"2", "9", "10"});
  CHECK(parse_relations("b<a, c<a").labels() == std::vector<std::string>{"b", "a", "c"});
  CHECK(parse_relations("z<7, a<3").labels() == std::vector<std::string>{"3", "7", "z", "a"});
  CHECK(parse_relations("99999999999999999999999<100000000000000000000000 , 5").labels() ==
        std::vector<std::string>{"5", "99999999999999999999999", "100000000000000000000000"});
}

TEST_CASE("every labelled poset on four points reads back from its text") {
  for (const Poset& p : all_labelled_posets(4)) {
    check_round_trip(p);
    check_round_trip(p.with_labels({"w", "b", "c", "a"}));
    check_round_trip(p.with_labels({"4", "3", "2", "1"}));
    check_round_trip(p.with_labels({"x", "3", "y", "1"}));
    check_round_trip(p.with_labels({"1", "2", "x", "y"}));
  }
  check_round_trip(Poset());
}

TEST_CASE("random posets with labels that need quotes read back from their text") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::size_t n = random.below(14);
    const Poset p = random_poset(n, 0.25, seed);
    const char* awkward[] = {"a b",  "x<y", "1,2", "\"", "\\", "",  "#no", "(1)",
                             "f[0]", "1.2", "007", "7",  "-3", "é", "a;b", "1;\n2"};
    std::vector<std::string> labels;
    for (std::size_t i : random.permutation(16)) labels.emplace_back(awkward[i]);
    labels.resize(n);
    check_round_trip(p.with_labels(labels));
  }
}

TEST_CASE("labels of a composition read back") {
  const std::vector<Poset> blocks(4, chain(2));
  check_round_trip(lexicographic_sum(paper_poset(12), blocks));
}

TEST_CASE("malformed relations are refused with line and column") {
  struct Case {
    const char* text;
    const char* place;
  };
  for (const Case& c : {Case{"1<", "line 1, column 3"},
                        {"<1", "line 1, column 1"},
                        {"1<2,,3", "line 1, column 5"},
                        {"1<2\n2<<3", "line 2, column 3"},
                        {"1 2", "line 1, column 3"},
                        {"1<2\n# fine\n3<(4)", "line 3, column 3"},
                        {"a<\"b", "line 1, column 3"}}) {
    CAPTURE(c.text);
    const std::string message = message_of(c.text, Errc::parse_error);
    CAPTURE(message);
    CHECK(message.find(c.place) != std::string::npos);
  }
}

TEST_CASE("cyclic relations in a text name the cycle") {
  CHECK(message_of("a<b<c, c<a, d", Errc::cyclic_relations).find("<") != std::string::npos);
  CHECK(message_of("7<7", Errc::cyclic_relations).find("7 < 7") != std::string::npos);
}
