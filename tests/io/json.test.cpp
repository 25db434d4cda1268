#include "tropiary/io/json.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "io/expect_error.hpp"
#include "support/json_schema.hpp"
#include "support/posets.hpp"
#include "tropiary/io/polyhedron_formats.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;
using tropiary::testing::expect_error;
using tropiary::testing::JsonSchema;

TEST_CASE("the JSON of a poset is its size and its covers and its labels") {
  REQUIRE(to_json(paper_poset(12)) == R"({"size": 4, "covers": [[0, 1], [2, 1], [2, 3]]})");
  REQUIRE(to_json(parse_relations("b<\"a\\\"\"")) == R"({"size": 2, "covers": [[0, 1]], "labels": ["b", "a\""]})");
  REQUIRE(to_json(Poset()) == R"({"size": 0, "covers": []})");
}

TEST_CASE("a poset's JSON is read back with numbering and labels and obeys its schema") {
  const JsonSchema schema("poset");
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(1 + seed, 0.3, seed);
    const std::string text = to_json(p);
    REQUIRE(poset_from_json(text) == p);
    REQUIRE(schema.check(text).empty());
  }
  const Poset named = parse_relations("low<high, \"\xCE\xB1\tβ\"");
  REQUIRE(poset_from_json(to_json(named)).labels() == named.labels());
  REQUIRE(schema.check(to_json(named)).empty());
  REQUIRE(schema.check(R"({"size": 1})") ==
          "value breaks oneOf [{\"required\":[\"covers\"]},{\"required\":[\"relations\"]}]");
}

TEST_CASE("relations or covers and members of no concern are accepted") {
  const Poset p = poset_from_json(R"({"relations": [[0,1],[1,2],[0,2]], "height": 3, "size": 3, "labels": null})");
  REQUIRE(p == chain(3));
}

TEST_CASE("a poset's JSON that denotes none is refused in one clear line") {
  struct Case {
    std::string text;
    Errc code;
    std::string part;
  };
  const std::string deep(1000000, '[');
  const std::vector<Case> cases{
      {"", Errc::parse_error, "line 1, column 1"},
      {"{\"size\": 4,\n \"relations\": [[0, 1], ", Errc::parse_error, "line 2, column 2"},
      {"{\"size\": 4,\n \"relations\": [[0, 1],, ]}", Errc::parse_error, "line 2, column 23"},
      {"{\"size\": 4} trailing", Errc::parse_error, "line 1, column 1"},
      {"{\"size\": 1e999, \"relations\": []}", Errc::parse_error, "line 1"},
      {"{\"size\": \"\xFF\"}", Errc::parse_error, "UTF-8"},
      {std::string("{\"si\0ze\": 4}", 12), Errc::parse_error, "line 1"},
      {deep, Errc::parse_error, "column 1000001"},
      {"[" + std::string(1000000, '"') + "]", Errc::parse_error, "line 1"},
      {"[]", Errc::invalid_argument, "must be an object"},
      {"{\"relations\": []}", Errc::invalid_argument, "\"size\" is missing"},
      {"{\"size\": 3}", Errc::invalid_argument, "\"relations\" is missing"},
      {"{\"size\": -1, \"relations\": []}", Errc::invalid_argument,
       "size must be an integer ≥ 0, not an integer \"-1\""},
      {"{\"size\": \"4\", \"relations\": []}", Errc::invalid_argument, "not a string"},
      {"{\"size\": 4.0, \"relations\": []}", Errc::invalid_argument, "no integer"},
      {"{\"size\": 1000000000000, \"relations\": []}", Errc::too_large, "1000000000000"},
      {"{\"size\": 99999999999999999999999999, \"relations\": []}", Errc::invalid_argument, "2^63"},
      {"{\"size\": 2, \"size\": 3, \"relations\": []}", Errc::invalid_argument, "\"size\" is given twice"},
      {"{\"size\": 2, \"relations\": [], \"covers\": []}", Errc::invalid_argument, "not both"},
      {"{\"size\": 2, \"relations\": 5}", Errc::invalid_argument, "relations must be an array"},
      {"{\"size\": 2, \"relations\": [[0, 1], [0]]}", Errc::invalid_argument, "relations[1] must be a pair"},
      {"{\"size\": 2, \"covers\": [[0, 2]]}", Errc::invalid_argument, "covers[0][1] is 2"},
      {"{\"size\": 2, \"relations\": [[0, -1]]}", Errc::invalid_argument, "relations[0][1]"},
      {"{\"size\": 2, \"relations\": [[0, 1], [1, 0]]}", Errc::cyclic_relations, ""},
      {"{\"size\": 2, \"relations\": [[1, 1]]}", Errc::cyclic_relations, ""},
      {"{\"size\": 2, \"relations\": [], \"labels\": [\"a\"]}", Errc::invalid_argument, "labels has 1"},
      {"{\"size\": 2, \"relations\": [], \"labels\": [\"a\", 1]}", Errc::invalid_argument,
       "labels[1] must be a string"},
      {"{\"size\": 2, \"relations\": [], \"labels\": [\"a\", \"a\"]}", Errc::invalid_argument, "a"},
      {"{\"" + std::string(1000000, 'k') + "\": 1, \"" + std::string(1000000, 'k') + "\": 1}", Errc::invalid_argument,
       "given twice"},
  };
  for (const Case& c : cases) {
    INFO("text: " << c.text.substr(0, 100));
    expect_error(c.code, c.part, [&] { (void)poset_from_json(c.text); });
  }
}

TEST_CASE("a member nested a million deep is passed over") {
  const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
  REQUIRE(poset_from_json(R"({"size": 1, "relations": [], "note": )" + deep + "}") == chain(1));
}

TEST_CASE("the JSON of a polytope is both descriptions with rational strings") {
  REQUIRE(to_json(order_polytope(chain(2))) ==
          R"({"dimension": 2, "ambient_dimension": 2, "vertices": [["0", "0"], ["0", "1"], ["1", "1"]], )"
          R"("facets": [[0, -1, 1], [0, 1, 0], [1, 0, -1]], "equations": []})");
  const JsonSchema schema("polytope");
  for (std::size_t k = 0; k < 16; ++k) REQUIRE(schema.check(to_json(order_polytope(paper_poset(k)))).empty());
  REQUIRE(schema.check(to_json(Polytope())).empty());
}

TEST_CASE("integers beyond two to the 53 are strings in JSON") {
  const Integer big = pow(Integer(2), 53);
  const Polytope k = Polytope::from_theorem(1, {{Rational(big)}, {Rational(big + 1)}},
                                            {{-big, {Integer(1)}}, {big + 1, {Integer(-1)}}}, {});
  REQUIRE(to_json(k).find(R"("facets": [[-9007199254740992, 1], ["9007199254740993", -1]])") != std::string::npos);
}

TEST_CASE("points are read from integers of any size and from strings") {
  const auto read = [](std::string_view text) { return parse_polyhedron(text, PolyhedronFormat::json); };
  const PolyhedronDescription file =
      read(R"({"points": [["1/2", 0], [-3, "12345678901234567890/7"], [123456789012345678901234567890, "0.25"]]})");
  REQUIRE(file.ambient_dimension == 2);
  REQUIRE_FALSE(file.by_inequalities);
  REQUIRE(file.points[0] == RationalVector{Rational(1, 2), 0});
  REQUIRE(file.points[1][1] == Rational(Integer("12345678901234567890"), 7));
  REQUIRE(file.points[2] == RationalVector{Rational(Integer("123456789012345678901234567890")), Rational(1, 4)});
  REQUIRE(read(R"({"vertices": [], "ambient_dimension": 3})").ambient_dimension == 3);
  const Polytope cube = order_polytope(antichain(3));
  REQUIRE(read(to_json(cube)).points == cube.vertices());
  REQUIRE(points_from_json(to_json(cube)).points == cube.vertices());
  const PolyhedronDescription cone = read(R"({"points": [[0, 0]], "rays": [["1/2", 1]], "lines": [[0, 3]]})");
  REQUIRE(cone.rays == RationalMatrix{{Rational(1, 2), 1}});
  REQUIRE(cone.lines == RationalMatrix{{0, 3}});
}

TEST_CASE("inequalities are read as primitive forms and told from points") {
  const auto read = [](std::string_view text) { return parse_polyhedron(text, PolyhedronFormat::json); };
  const PolyhedronDescription file =
      read(R"({"inequalities": [["1/2", "1/3", 0], [0, 4, -2]], "equations": [[0, 0, "3"]], "more": 1})");
  REQUIRE(file.by_inequalities);
  REQUIRE(file.ambient_dimension == 2);
  REQUIRE(file.inequalities == std::vector<AffineForm>{{3, {2, 0}}, {0, {2, -1}}});
  REQUIRE(file.equations == std::vector<AffineForm>{{0, {0, 1}}});
  REQUIRE(read(R"({"inequalities": [], "ambient_dimension": 3})").ambient_dimension == 3);

  const auto fails = [&](Errc code, const char* part, const char* text) {
    expect_error(code, part, [&] { (void)read(text); });
  };
  fails(Errc::invalid_argument, "not both", R"({"inequalities": [[0, 1]], "points": [[0]]})");
  fails(Errc::dimension_mismatch, "inequalities[1] has 2 entries, not 3", R"({"inequalities": [[0, 1, 2], [0, 1]]})");
  fails(Errc::dimension_mismatch, "equations[0]", R"({"inequalities": [[0, 1, 2]], "equations": [[1]]})");
  fails(Errc::dimension_mismatch, "inequalities[0] is empty", R"({"inequalities": [[]]})");
  fails(Errc::invalid_argument, "no inequalities and no ambient_dimension", R"({"inequalities": []})");
}

TEST_CASE("points that are none are refused in one clear line") {
  const auto refused = [](Errc code, const std::string& part, const std::string& text) {
    INFO("text: " << text);
    expect_error(code, part, [&] { (void)parse_polyhedron(text, PolyhedronFormat::json); });
  };
  refused(Errc::dimension_mismatch, "points[1] has 3 coordinates", R"({"points": [[0, 1], [0, 1, 2]]})");
  refused(Errc::invalid_argument, "points[0][1]", R"({"points": [[0, 0.5]]})");
  refused(Errc::invalid_argument, "points[0][1]", R"({"points": [[0, "x"]]})");
  refused(Errc::division_by_zero, "points[0][0]", R"({"points": [["1/0", 1]]})");
  refused(Errc::invalid_argument, "points[0] must be an array", R"({"points": [5]})");
  refused(Errc::invalid_argument, "\"points\" is missing", R"({"dots": []})");
  refused(Errc::invalid_argument, "not both", R"({"points": [], "vertices": []})");
  refused(Errc::invalid_argument, "no points", R"({"points": []})");
  refused(Errc::too_large, "ambient_dimension", R"({"points": [], "ambient_dimension": 1000000000000})");
  refused(Errc::parse_error, "line 1", R"({"points": [[0, 1)");
}

TEST_CASE("integers of any length are read from JSON with and without quotation marks") {
  const std::string digits = "-7" + std::string(5000, '3');
  const std::string text = R"({"points": [[)" + digits + ", 1], [\"" + digits + R"(", 0]], "label \" 1": 2})";
  const PointsFile file = points_from_json(text);
  CHECK(file.points[0][0] == Rational(std::string_view(digits)));
  CHECK(file.points[0][0] == file.points[1][0]);
  CHECK(file.points[0][1] == 1);
}
