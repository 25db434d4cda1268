#include "tropiary/io/polyhedron_formats.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "support/errors.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

using Format = PolyhedronFormat;

// A segment times a quadrant times a line in R⁴, by both descriptions.
Polyhedron unbounded_example() {
  return Polyhedron::from_theorem(4, {{0, 0, 0, 0}, {Rational(1, 2), 0, 0, 0}}, {{0, 1, 0, 0}, {0, 0, 1, 0}},
                                  {{0, 0, 0, 1}},
                                  {{0, {1, 0, 0, 0}}, {1, {-2, 0, 0, 0}}, {0, {0, 1, 0, 0}}, {0, {0, 0, 1, 0}}}, {});
}

// Small texts of all formats, as the programs that read and write them have them.
const std::multimap<Format, std::string>& samples() {
  static const std::multimap<Format, std::string> texts = {
      {Format::json, R"({"points": [["1/2", 0], [0, 1]], "rays": [[1, 1]]})"},
      {Format::json, R"({"inequalities": [[0, 1, 0], [1, -1, 0]], "equations": [[0, 0, 1]]})"},
      {Format::polymake,
       R"({"_id":"cube","AFFINE_HULL":[{"cols":3}],"_attrs":{"FACETS":{"_type":"SparseMatrix<Rational, NonSymmetric>"}},)"
       R"("_type":"polytope::Polytope<Rational>","_ns":{"polymake":["https://polymake.org","4.6"]},)"
       R"("FACETS":[{"0":"1","1":"1"},{"0":"1","1":"-1"},{"0":"1","2":"1"},{"0":"1","2":"-1"},{"cols":3}]})"},
      {Format::polymake, R"({"_type":"polytope::Cone<Rational>","INPUT_RAYS":[["1","0"],["1","1"]]})"},
      {Format::ext,
       "lrs\n*Input taken from cube\nV-representation\nbegin\n***** 3 rational\n 1 1/2  0 \n 1  0  1 \n 0 1 1\nend\n"
       "*Totals: vertices=2 rays=1\n"},
      {Format::ine,
       "H-representation\nlinearity 1  3\nbegin\n 3 3 integer\n 0 1 0\n 1 -1 0\n 0 0 1\nend\nprintcobasis 10\n"},
      {Format::normaliz, "amb_space 2\n/* two\npoints */ vertices 2\n0 0 1\n1 0 2\ncone 1\n1 1\nHilbertBasis\n"},
      {Format::normaliz, "3\n2\n1 0\n0 1\n1 1\nintegral_closure\n"},
      {Format::latte, "3 3\n0 1 0\n1 -1 0\n0 0 1\nlinearity 1 3\n"},
      {Format::vrep, "3 3\n1 0 0\n1 1 0\n1 0 1/2\n"},
      {Format::off,
       "OFF # a tetrahedron\n4 4 6\n0 0 0\n1 0 0\n0 1.5 0\n0 0 -2e1\n3 0 2 1\n3 0 1 3 255 0 0\n"
       "3 0 3 2\n3 1 2 3\n"},
      {Format::stl,
       "solid t\n facet normal 0 0 1\n  outer loop\n   vertex 0 0 0\n   vertex 1 0 0\n   vertex 0 1 0.5\n"
       "  endloop\n endfacet\nendsolid t\n"},
      {Format::ply,
       "ply\nformat ascii 1.0\ncomment c\nelement vertex 3\nproperty float x\nproperty float y\nproperty "
       "float z\nproperty uchar red\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n"
       "0 0 0 255\n1 0 0 255\n0 1 0.25 0\n3 0 1 2\n"},
  };
  return texts;
}

}  // namespace

TEST_CASE("every format has a name and an extension") {
  for (const auto& [format, text] : samples()) {
    CHECK(polyhedron_format(to_string(format)) == format);
    const std::string extension = format == Format::polymake   ? "poly"
                                  : format == Format::normaliz ? "in"
                                                               : std::string(to_string(format));
    CHECK(polyhedron_format_of_path("some/File." + extension) == format);
  }
  CHECK(polyhedron_format_of_path("CUBE.HREP") == Format::latte);
  CHECK_FALSE(polyhedron_format_of_path("cube.txt"));
  CHECK_FALSE(polyhedron_format_of_path("ext"));
  CHECK_ERROR(polyhedron_format("obj"), Errc::invalid_argument, "normaliz");
}

TEST_CASE("texts of other programs are read as they mean them") {
  const auto read = [](Format format, std::size_t which) {
    auto it = samples().lower_bound(format);
    std::advance(it, which);
    return parse_polyhedron(it->second, format);
  };
  const PolyhedronDescription cube = read(Format::polymake, 0);
  CHECK(cube.by_inequalities);
  CHECK(cube.inequalities == std::vector<AffineForm>{{1, {1, 0}}, {1, {-1, 0}}, {1, {0, 1}}, {1, {0, -1}}});
  CHECK(read(Format::polymake, 1).points == RationalMatrix{{0, 0}});
  CHECK(read(Format::polymake, 1).rays == RationalMatrix{{1, 0}, {1, 1}});
  CHECK(read(Format::ext, 0).points == RationalMatrix{{Rational(1, 2), 0}, {0, 1}});
  CHECK(read(Format::ext, 0).rays == RationalMatrix{{1, 1}});
  CHECK(read(Format::ine, 0).inequalities == std::vector<AffineForm>{{0, {1, 0}}, {1, {-1, 0}}});
  CHECK(read(Format::ine, 0).equations == std::vector<AffineForm>{{0, {0, 1}}});
  CHECK(read(Format::latte, 0) == read(Format::ine, 0));
  CHECK(read(Format::json, 1) == read(Format::ine, 0));
  CHECK(read(Format::normaliz, 0).points == RationalMatrix{{0, 0}, {Rational(1, 2), 0}});
  CHECK(read(Format::normaliz, 0).rays == RationalMatrix{{1, 1}});
  CHECK(read(Format::normaliz, 1).points == RationalMatrix{{0, 0}});
  CHECK(read(Format::normaliz, 1).rays.size() == 3);
  CHECK(read(Format::off, 0).points[2] == RationalVector{0, Rational(3, 2), 0});
  CHECK(read(Format::off, 0).points[3] == RationalVector{0, 0, -20});
  CHECK(read(Format::stl, 0).points.size() == 3);
  CHECK(read(Format::ply, 0).points[2] == RationalVector{0, 1, Rational(1, 4)});
}

TEST_CASE("rows of inequalities mean the same in all formats that have them") {
  // x ≥ 0 and y ≥ 0 and x + y ≤ 1 and x = y
  const PolyhedronDescription expected = parse_polyhedron(
      R"({"inequalities": [[0, 1, 0], [0, 0, 1], [1, -1, -1]], "equations": [[0, 1, -1]]})", Format::json);
  CHECK(
      parse_polyhedron("H-representation\nlinearity 1 4\nbegin\n4 3 rational\n0 1 0\n0 0 1\n1/2 -1/2 -1/2\n0 1 -1\nend",
                       Format::ine) == expected);
  CHECK(parse_polyhedron("amb_space 2\ninhom_inequalities 3\n1 0 0\n0 1 0\n-1 -1 1\ninhom_equations 1\n1 -1 0\n",
                         Format::normaliz) == expected);
  CHECK(parse_polyhedron("4 3\n0 1 0\n0 0 1\n1 -1 -1\n0 1 -1\nlinearity 1 4", Format::latte) == expected);
  PolyhedronDescription reordered = expected;
  std::rotate(reordered.inequalities.begin(), reordered.inequalities.begin() + 2, reordered.inequalities.end());
  CHECK(parse_polyhedron("2 3\n1 -1 -1\n0 1 -1\nlinearity 1 2\nnonnegative 2 1 2", Format::latte) == reordered);
  CHECK(parse_polyhedron("begin\n2 3 integer\n1 -1 -1\n0 1 -1\nend\nlinearity 1 2\nnonnegative\n", Format::ine) ==
        reordered);
}

TEST_CASE("what is written is read again as the same generators or facets") {
  const Polyhedron p = unbounded_example();
  const PolyhedronDescription v = parse_polyhedron(format_polyhedron(p, Format::ext), Format::ext);
  CHECK(v.points == p.vertices());
  CHECK(v.rays.size() == 2);
  CHECK(v.lines == RationalMatrix{{0, 0, 0, 1}});
  for (const Format format : {Format::polymake, Format::normaliz, Format::json}) {
    CHECK(parse_polyhedron(format_polyhedron(p, format), format) == v);
  }
  const PolyhedronDescription h = parse_polyhedron(format_polyhedron(p, Format::ine), Format::ine);
  CHECK(h.inequalities == p.facets());
  CHECK(parse_polyhedron(format_polyhedron(p, Format::latte), Format::latte) == h);
  CHECK_ERROR(format_polyhedron(p, Format::vrep), Errc::invalid_argument, "vrep holds bounded polyhedra");
  CHECK_ERROR(format_polyhedron(p, Format::off), Errc::invalid_argument, "dimension 3 in R^3");
}

TEST_CASE("faces of surfaces are counterclockwise from outside") {
  const Polyhedron cube(order_polytope(antichain(3)));
  CHECK(format_polyhedron(cube, Format::off) ==
        "OFF\n8 6 12\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n4 0 2 6 4\n4 0 4 5 1\n4 0 1 3 2\n"
        "4 4 6 7 5\n4 2 3 7 6\n4 1 5 7 3\n");
  // Right-hand rule: twice the vector area of a face points out of the cube.
  const std::string stl = format_polyhedron(cube, Format::stl);
  CHECK(std::count(stl.begin(), stl.end(), '\n') == 12 * 7 + 2);
  CHECK_THAT(format_polyhedron(cube, Format::ply), Catch::Contains("element face 6"));
}

TEST_CASE("coordinates of surfaces are exact decimals where there are any") {
  // the tetrahedron x/a + y/b + z/c ≤ 1 in the octant
  const auto tetrahedron = [](const Rational& a, const Rational& b, const Rational& c) {
    RationalVector slope = {1, Rational(-1) / a, Rational(-1) / b, Rational(-1) / c};
    const std::vector<Integer> row = primitive(std::span<const Rational>(slope));
    return Polyhedron(Polytope::from_theorem(
        3, {{0, 0, 0}, {a, 0, 0}, {0, b, 0}, {0, 0, c}},
        {{0, {1, 0, 0}}, {0, {0, 1, 0}}, {0, {0, 0, 1}}, {row[0], {row[1], row[2], row[3]}}}, {}));
  };
  const std::string exact = format_polyhedron(tetrahedron(Rational(1, 8), Rational(-7, 5), Rational(100)), Format::off);
  CHECK_THAT(exact, Catch::Contains("\n0.125 0 0\n") && Catch::Contains("\n0 -1.4 0\n") && !Catch::Contains("rounded"));
  const std::string rounded = format_polyhedron(tetrahedron(Rational(2, 3), 1, Rational(-1, 7)), Format::off);
  CHECK_THAT(rounded, Catch::Contains("\n0.66666666666666666667 0 0\n"));
  CHECK_THAT(rounded, Catch::Contains("\n0 0 -0.14285714285714285714\n") && Catch::Contains("# coordinates"));
}

TEST_CASE("hostile texts of polyhedra are refused in one clear line") {
  struct Case {
    Format format;
    std::string text;
    std::string words;
  };
  const std::vector<Case> cases = {
      {Format::ext, "", "text ends where a line \"begin\" should follow, at line 1, column 1"},
      {Format::ext, "begin\n1000000000 4 rational\n1 0 0 0\nend", "declares 1000000000 rows with 4 entries"},
      {Format::ext, "begin\n2 4294967295 rational\n", "more than 65536"},
      {Format::ext, "begin\n99999999999 3 rational\n", "\"99999999999\" stands where the number of rows"},
      {Format::ext, "begin\n2 3 rational\n1 0\n1 0 0\nend", "row 1 has 2 entries, not 3, at line 3, column 3"},
      {Format::ext, "begin\n2 3 rational\n1 0 0 7\n1 0 0\nend", "row 1 has more than 3 entries, at line 3, column 7"},
      {Format::ext, "begin\n1 3 rational\n1 nan 0\nend", "\"nan\" stands where a number of row 1 should be, at line 3"},
      {Format::ext, "begin\n1 3 rational\n1 1/0 0\nend", "\"1/0\" divides by zero, at line 3, column 3"},
      {Format::ext, "begin\n1 3 real\n1 1e99999999 0\nend", "\"1e99999999\""},
      {Format::ext, "begin\n1 3 real\n1 0x10 0\nend", "\"0x10\""},
      {Format::ext, "begin\n1 3 integer\n1 1/2 0\nend", "the number type is integer"},
      {Format::ext, "begin\n1 3 complex\n1 1 0\nend", "not \"complex\""},
      {Format::ext, "begin\n1 3 integer\n1 1 0\n", "\"end\" should follow"},
      {Format::ext, "begin\n1 3 integer\n-1 1 0\nend", "its first entry is negative"},
      {Format::ext, "V-representation\nlinearity 1 1\nbegin\n1 2 integer\n1 1\nend", "no ray"},
      {Format::ine, "linearity 1 4\nbegin\n1 2 integer\n1 1\nend", "linearity names row 4"},
      {Format::ine, "linearity 1 0\nbegin\n1 2 integer\n1 1\nend", "linearity names row 0"},
      {Format::ine, "begin\n1 2 integer\n1 1\nend\nproject 1 1", "\"project\" is not supported"},
      {Format::ine, "begin\n1 0 integer\n\nend", "at least one entry"},
      {Format::normaliz, "amb_space 3\ncone 999999999\n1 0 0\n", "more than it holds"},
      {Format::normaliz, "amb_space 0\n", "dimension 0"},
      {Format::normaliz, "amb_space 2\ncone 1\n1 0\ninequalities 1\n1 0\n", "together"},
      {Format::normaliz, "amb_space 2\nlattice 1\n1 0\n", "\"lattice\" is not supported"},
      {Format::normaliz, "amb_space 2\nvertices 1\n1 0 0\n", "vertex 1 has the denominator 0"},
      {Format::normaliz, "amb_space 2\n/* cone 1\n1 0\n", "not closed, at line 2, column 1"},
      {Format::normaliz, "2\n2\n1 0\n0 1\nlattice_ideal\n", "\"lattice_ideal\" is not supported"},
      {Format::normaliz, "", "amb_space should follow"},
      {Format::latte, "2 3\n1 0 0\n0 1 0\nlinearity 1 3", "3 is none of the positions 1 to 2"},
      {Format::latte, "2 3\n1 0 0\n0 1 0\nlinearity 1000000000 1", "more than it holds"},
      {Format::latte, "2 3\n1 0 0\n1 10000\n", "row 2 has 2 entries"},
      {Format::vrep, "1 3\n1 0 0\n1 0 0\n", "follows the last row"},
      {Format::off, "COFF\n1 0 0\n0 0 0", "COFF"},
      {Format::off, "OFF\n1 1000000000 0\n0 0 0\n", "more than it holds"},
      {Format::off, "OFF\n1 1 0\n0 0 0\n3 0 0 1", "names vertex 1 of 1"},
      {Format::off, "OFF\n1 0 0\n0 0\n", "vertex 1 has 2 entries"},
      {Format::off, "OFF\n1 1 0\n0 0 0\n1000000000 0", "the text ends"},
      {Format::stl, std::string("\x01\x00\x00", 3), "binary STL is not read"},
      {Format::stl, "solid\nfacet normal 0 0 1\nouter loop\nvertex 0 0\nvertex 1 0 0", "vertex 1 has 2 entries"},
      {Format::ply, "ply\nformat binary_little_endian 1.0\n", "format ascii"},
      {Format::ply, "ply\nformat ascii 1.0\nelement vertex 4000000000\nproperty float x\nend_header\n", "more than"},
      {Format::ply, "ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nend_header\n1\n", "x, y and z"},
      {Format::polymake, "{}", "\"_type\" is missing"},
  };
  for (const Case& c : cases) {
    INFO(to_string(c.format) << ": " << c.text);
    const std::string found = testing::error_of([&] { (void)parse_polyhedron(c.text, c.format); });
    CHECK_THAT(found, Catch::Contains(c.words));
    CHECK(found.find('\n') == std::string::npos);
  }
  const auto polymake = [](const std::string& fields) {
    return testing::error_of([&] {
      (void)parse_polyhedron(R"({"_type":"polytope::Polytope<Rational>",)" + fields + "}", Format::polymake);
    });
  };
  CHECK_THAT(polymake(R"("POINTS":[{"0":"1"},{"cols":1000000000}])"), Catch::Contains("columns, more than"));
  CHECK_THAT(polymake(R"("POINTS":[{"7":"1"},{"cols":3}])"), Catch::Contains("names the column \"7\" of 3"));
  CHECK_THAT(polymake(R"("POINTS":[{"0":"1"}])"), Catch::Contains("does not tell its \"cols\""));
  CHECK_THAT(polymake(R"("POINTS":[["1","0"],["1"]])"), Catch::Contains("rows of 2 and of 1"));
  CHECK_THAT(polymake(R"("POINTS":[["1","nan"]])"), Catch::Contains("POINTS[0][1]"));
  CHECK_THAT(polymake(R"("POINTS":[["-1","0"]])"), Catch::Contains("negative"));
  CHECK_THAT(polymake(R"("N_POINTS":7)"), Catch::Contains("there are no VERTICES"));
  CHECK_THAT(
      testing::error_of([] { (void)parse_polyhedron(R"({"_type":"polytope::Polytope<Float>"})", Format::polymake); }),
      Catch::Contains("Polytope<Float>"));
}

TEST_CASE("a text cut off or changed anywhere is read or refused but never harms") {
  std::size_t refused = 0;
  for (const auto& [format, text] : samples()) {
    REQUIRE_NOTHROW(parse_polyhedron(text, format));
    const auto attempt = [&, format = format](const std::string& hostile) {
      try {
        (void)parse_polyhedron(hostile, format);
      } catch (const Error&) {
        ++refused;
      }
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      attempt(text.substr(0, i));
      attempt(text.substr(i));
      for (const char c : {'9', '-', ' ', '\n', 'x', '\0', '{', '\xff'}) {
        std::string changed = text;
        changed[i] = c;
        attempt(changed);
      }
      attempt(text.substr(0, i) + "4294967295" + text.substr(i));
    }
  }
  CHECK(refused > 1000);
}

}  // namespace tropiary
