#include "tropiary/io/draw.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "io/expect_error.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;
using tropiary::testing::expect_error;

namespace {

struct Disc {
  double x, y;
};

std::vector<std::vector<double>> numbers_of(const std::string& svg, const std::string& element,
                                            const std::vector<std::string>& attributes) {
  std::vector<std::vector<double>> rows;
  std::size_t start = 0;
  while ((start = svg.find("<" + element + " ", start)) != std::string::npos) {
    const std::size_t end = svg.find('>', start);
    const std::string tag = svg.substr(start, end - start);
    std::vector<double> row;
    for (const std::string& name : attributes) {
      const std::size_t at = tag.find(" " + name + "=\"");
      if (at != std::string::npos) row.push_back(std::stod(tag.substr(at + name.size() + 3)));
    }
    rows.push_back(std::move(row));
    start = end;
  }
  return rows;
}

std::vector<Disc> discs(const std::string& svg) {
  std::vector<Disc> result;
  for (const auto& row : numbers_of(svg, "circle", {"cx", "cy"})) result.push_back({row.at(0), row.at(1)});
  return result;
}

/// The edges, straight and bent.
std::vector<std::vector<Disc>> paths(const std::string& svg) {
  std::vector<std::vector<Disc>> result;
  for (const auto& line : numbers_of(svg, "line", {"x1", "y1", "x2", "y2"}))
    result.push_back({{line.at(0), line.at(1)}, {line.at(2), line.at(3)}});
  const std::string opening = "<polyline points=\"";
  for (std::size_t at = svg.find(opening); at != std::string::npos; at = svg.find(opening, at + 1)) {
    std::size_t from = at + opening.size();
    std::vector<Disc> path;
    while (svg[from - 1] != '"' || path.empty()) {
      const std::size_t comma = svg.find(',', from);
      const std::size_t end = svg.find_first_of(" \"", comma);
      path.push_back({std::stod(svg.substr(from, comma - from)), std::stod(svg.substr(comma + 1, end - comma - 1))});
      from = end + 1;
    }
    result.push_back(std::move(path));
  }
  return result;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

/// Distance of a point from a segment.
double distance(Disc p, Disc a, Disc b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double t = std::fmin(1, std::fmax(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)));
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

const DrawOptions plain{false, {}};

}  // namespace

TEST_CASE("in a Hasse diagram greater elements are higher") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_composed_poset(30, seed);
    const std::vector<Disc> disc = discs(to_svg(p, plain));
    REQUIRE(disc.size() == p.size());
    for (const Relation& cover : p.covers()) REQUIRE(disc[index(cover.lower)].y > disc[index(cover.upper)].y + 10);
  }
}

TEST_CASE("no two points of a Hasse diagram touch") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const std::vector<Disc> disc = discs(to_svg(testing::random_composed_poset(60, seed), plain));
    for (std::size_t i = 0; i < disc.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) REQUIRE(std::hypot(disc[i].x - disc[j].x, disc[i].y - disc[j].y) > 11);
  }
}

TEST_CASE("no edge runs through a point that is not its end") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const std::string svg = to_svg(testing::random_composed_poset(20 + 2 * seed, seed), plain);
    const std::vector<Disc> disc = discs(svg);
    for (const std::vector<Disc>& path : paths(svg)) {
      for (const Disc d : disc) {
        const auto is_end = [&](Disc end) { return std::hypot(d.x - end.x, d.y - end.y) < 1; };
        if (is_end(path.front()) || is_end(path.back())) continue;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) REQUIRE(distance(d, path[i], path[i + 1]) > 5);
      }
    }
  }
}

TEST_CASE("every cover is drawn once") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_composed_poset(80, seed);
    const std::string svg = to_svg(p);
    REQUIRE(count(svg, "<line ") + count(svg, "<polyline ") == p.count_covers());
  }
}

TEST_CASE("a chain is drawn as a vertical line") {
  const std::vector<Disc> disc = discs(to_svg(chain(7)));
  for (const Disc d : disc) REQUIRE(d.x == disc[0].x);
}

TEST_CASE("the N is drawn as the letter") {
  const std::vector<Disc> disc = discs(to_svg(paper_poset(12)));
  REQUIRE(disc[0].x == disc[1].x);
  REQUIRE(disc[2].x == disc[3].x);
  REQUIRE(disc[0].y == disc[2].y);
  REQUIRE(disc[1].y == disc[3].y);
}

TEST_CASE("the Boolean lattice of rank three is drawn as a hexagon around its middle") {
  const std::vector<Disc> disc = discs(to_svg(boolean_lattice(3)));
  REQUIRE(disc[0].x == disc[7].x);
  REQUIRE(disc[1].y == disc[2].y);
  REQUIRE(disc[2].y == disc[4].y);
  double sum = 0;
  for (const std::size_t atom : {1U, 2U, 4U}) sum += disc[atom].x;
  REQUIRE(sum == Approx(3 * disc[0].x));
}

TEST_CASE("a grid is drawn as a lattice of parallelograms") {
  const std::vector<std::size_t> lengths{3, 4};
  const std::vector<Disc> disc = discs(to_svg(grid(lengths)));
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      const std::size_t corner = 4 * i + j;
      REQUIRE(disc[corner].x + disc[corner + 5].x == Approx(disc[corner + 1].x + disc[corner + 4].x));
    }
  }
}

TEST_CASE("a drawing is the same each time") {
  const Poset p = testing::random_composed_poset(120, 5);
  REQUIRE(to_svg(p) == to_svg(p));
}

TEST_CASE("labels are escaped and long ones shortened") {
  const std::vector<Relation> none;
  const Poset p =
      Poset::from_relations(4, none, {"<&\">", std::string("\x01\xFF", 2), std::string(500, 'x'), "\xCE\xB1"});
  const std::string svg = to_svg(p);
  REQUIRE(svg.find("&lt;&amp;&quot;&gt;") != std::string::npos);
  REQUIRE(svg.find("\xEF\xBF\xBD\xEF\xBF\xBD") != std::string::npos);
  REQUIRE(svg.find(std::string(24, 'x') + "…") != std::string::npos);
  REQUIRE(svg.find("<title>" + std::string(500, 'x')) != std::string::npos);
  REQUIRE(svg.find(">\xCE\xB1<") != std::string::npos);
  const std::string dot = to_dot(p);
  REQUIRE(dot.find("\"<&\\\">\"") != std::string::npos);
}

TEST_CASE("dot text lists the covers from below") {
  REQUIRE(to_dot(chain(2)) ==
          "digraph {\n  rankdir=BT;\n  node [shape=circle];\n  edge [dir=none];\n  0 [label=\"1\"];\n"
          "  1 [label=\"2\"];\n  0 -> 1;\n}\n");
}

TEST_CASE("highlighted points are filled") {
  ElementSet set(4);
  set.insert(element(2));
  REQUIRE(count(to_svg(chain(4), {true, set}), "#f6b26b") == 1);
  expect_error(Errc::dimension_mismatch, "highlight", [&] { (void)to_svg(chain(5), {true, set}); });
}

TEST_CASE("the empty poset is an empty drawing") { REQUIRE(discs(to_svg(Poset())).empty()); }

TEST_CASE("a drawing of thousands of points is quick and more are refused") {
  REQUIRE(count(to_svg(testing::random_composed_poset(3000, 1)), "<text ") == 3000);
  REQUIRE(count(to_svg(chain(5000)), "<text ") == 5000);
  expect_error(Errc::too_large, "5001", [] { (void)to_svg(antichain(5001)); });
  expect_error(Errc::too_large, "covers", [] { (void)to_svg(ordinal_sum(antichain(2000), antichain(2000))); });
}
