#include "tropiary/io/polyhedron_files.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/polytope/polyhedron_from.hpp"

namespace tropiary {
namespace {

using testing::Random;

constexpr PolyhedronFormat all_formats[] = {PolyhedronFormat::json, PolyhedronFormat::polymake, PolyhedronFormat::ext,
                                            PolyhedronFormat::ine,  PolyhedronFormat::normaliz, PolyhedronFormat::latte,
                                            PolyhedronFormat::vrep, PolyhedronFormat::off,      PolyhedronFormat::stl,
                                            PolyhedronFormat::ply};

bool is_surface_format(PolyhedronFormat format) {
  return format == PolyhedronFormat::off || format == PolyhedronFormat::stl || format == PolyhedronFormat::ply;
}

bool can_hold(PolyhedronFormat format, const Polyhedron& p) {
  if (format == PolyhedronFormat::vrep) return p.is_bounded();
  return !is_surface_format(format) || (p.is_bounded() && p.dimension() == 3 && p.ambient_dimension() == 3);
}

}  // namespace

TEST_CASE("a polyhedron written in any format is read as the same") {
  const std::uint64_t seed = 17;
  CAPTURE(seed);
  Random random(seed);
  std::size_t surfaces = 0;
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + random.below(4);
    const bool bounded = random.chance(0.5);
    // Fourths and halves, so that surfaces have finite decimals; sevenths for the others.
    const bool decimal = n == 3 && random.chance(0.7);
    const auto rows = [&](std::size_t most) {
      RationalMatrix result = testing::random_points(random, random.below(most + 1), n, 5);
      for (RationalVector& row : result) {
        for (Rational& x : row) x /= decimal ? 4 : 7;
      }
      return result;
    };
    const Polyhedron p = polyhedron_from_generators(n, rows(8), bounded ? RationalMatrix{} : rows(3),
                                                    bounded ? RationalMatrix{} : rows(1));
    for (const PolyhedronFormat format : all_formats) {
      CAPTURE(round, n, to_string(format));
      if (!can_hold(format, p)) {
        CHECK_ERROR(format_polyhedron(p, format), Errc::invalid_argument, to_string(format).data());
        continue;
      }
      if (is_surface_format(format) && !decimal) continue;
      surfaces += is_surface_format(format) ? 1U : 0U;
      CHECK(to_polyhedron(parse_polyhedron(format_polyhedron(p, format), format)) == p);
    }
  }
  CHECK(surfaces > 20);
}

TEST_CASE("files are read and written by their extension") {
  const auto folder = std::filesystem::temp_directory_path() / "tropiary_polyhedron_files_test";
  std::filesystem::create_directories(folder);
  const Polyhedron p = polyhedron_from_generators(2, {{0, 0}}, {{1, 2}, {2, 1}});
  for (const char* name : {"a.json", "a.poly", "a.ext", "a.ine", "a.in", "a.hrep"}) {
    const std::string path = (folder / name).string();
    write_polyhedron(path, p);
    CHECK(read_polyhedron(path) == p);
  }
  CHECK_ERROR(write_polyhedron((folder / "a.txt").string(), p), Errc::invalid_argument, ".poly");
  write_polyhedron((folder / "a.txt").string(), p, PolyhedronFormat::ine);
  CHECK(read_polyhedron((folder / "a.txt").string(), PolyhedronFormat::ine) == p);
  // refused before anything is written
  CHECK_ERROR(write_polyhedron((folder / "b.off").string(), p), Errc::invalid_argument, "off");
  CHECK_FALSE(std::filesystem::exists(folder / "b.off"));
  write_files({{(folder / "c.ext").string(), "begin\n1000000000 9 rational\n"}});
  CHECK_ERROR(read_polyhedron((folder / "c.ext").string()), Errc::parse_error, "line 2");
  CHECK_ERROR(read_polyhedron((folder / "none.ext").string()), Errc::io_error, "none.ext");
  std::filesystem::remove_all(folder);
}

// What Normaliz and the two programs of rays take for granted.
TEST_CASE("cones have their apex at the origin without saying so") {
  const Polyhedron quadrant = polyhedron_from_generators(2, {{0, 0}}, {{1, 0}, {0, 1}});
  const auto read = [](std::string_view text, PolyhedronFormat format) {
    return to_polyhedron(parse_polyhedron(text, format));
  };
  CHECK(read("V-representation\nbegin\n2 3 integer\n0 1 0\n0 0 1\nend\n", PolyhedronFormat::ext) == quadrant);
  CHECK(read("amb_space 2\ncone 2\n1 0\n0 1\n", PolyhedronFormat::normaliz) == quadrant);
  CHECK(read("amb_space 2\ninequalities 2\n1 0\n0 1\n", PolyhedronFormat::normaliz) == quadrant);
  CHECK(read("amb_space 2\nnonnegative\n", PolyhedronFormat::normaliz) == quadrant);
  CHECK(read("amb_space 2\nequations 1\n1 -1\n", PolyhedronFormat::normaliz) ==
        polyhedron_from_generators(2, {{0, 0}}, {{1, 1}}));
  CHECK(read("amb_space 3\npolytope 2\n0 0\n1 1\n", PolyhedronFormat::normaliz) ==
        polyhedron_from_generators(2, {{0, 0}, {1, 1}}));
}

}  // namespace tropiary
