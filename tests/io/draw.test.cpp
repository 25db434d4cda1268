#include "tropiary/io/draw.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "io/expect_error.hpp"
#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/names.hpp"

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
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_composed_poset(30, seed);
    const std::vector<Disc> disc = discs(to_svg(p, plain));
    REQUIRE(disc.size() == p.size());
    for (const Relation& cover : p.covers()) REQUIRE(disc[index(cover.lower)].y > disc[index(cover.upper)].y + 10);
  }
}

TEST_CASE("no two points of a Hasse diagram touch") {
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    CAPTURE(seed);
    const std::vector<Disc> disc = discs(to_svg(testing::random_composed_poset(60, seed), plain));
    for (std::size_t i = 0; i < disc.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) REQUIRE(std::hypot(disc[i].x - disc[j].x, disc[i].y - disc[j].y) > 11);
  }
}

TEST_CASE("no edge runs through a point that is not its end") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
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
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
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

TEST_CASE("a highlighted set is what it is claimed to be or is refused with a witness") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    testing::Random random(seed);
    const Poset p = testing::random_composed_poset(5, seed);
    for (std::uint32_t mask = 0; mask < 32; ++mask) {
      const ElementSet set = ElementSet::from_word(5, mask);
      const auto all = [&](auto law) {  // of every point inside and every other one
        for (const Element x : set) {
          for (std::size_t i = 0; i < 5; ++i) {
            if (element(i) != x && !law(x, element(i), set.contains(element(i)))) return false;
          }
        }
        return true;
      };
      const bool is_module = all([&](Element x, Element y, bool inside) {
        return inside || all([&](Element z, Element, bool) {
                 return p.less(x, y) == p.less(z, y) && p.less(y, x) == p.less(y, z);
               });
      });
      const std::pair<Highlight, bool> truths[] = {
          {Highlight::points, true},
          {Highlight::up_set, all([&](Element x, Element y, bool inside) { return inside || !p.less(x, y); })},
          {Highlight::down_set, all([&](Element x, Element y, bool inside) { return inside || !p.less(y, x); })},
          {Highlight::chain, all([&](Element x, Element y, bool inside) { return !inside || p.comparable(x, y); })},
          {Highlight::antichain,
           all([&](Element x, Element y, bool inside) { return !inside || !p.comparable(x, y); })},
          {Highlight::module, is_module}};
      for (const auto& [kind, holds] : truths) {
        CAPTURE(mask, to_string(kind));
        bool accepted = true;
        try {
          (void)to_dot(p, {true, set, kind});
        } catch (const Error& error) {
          accepted = false;
          REQUIRE(error.code() == Errc::invalid_argument);
        }
        REQUIRE(accepted == holds);
      }
    }
  }
  const auto with = [](Highlight kind) { return DrawOptions{true, ElementSet::from_word(4, 0b0011), kind}; };
  const Poset n = paper_poset(12);  // 1<2, 3<2, 3<4
  expect_error(Errc::invalid_argument, "2 is in it and is above 3",
               [&] { (void)to_svg(n, with(Highlight::down_set)); });
  expect_error(Errc::invalid_argument, "no antichain: 1 is below 2",
               [&] { (void)to_tikz(n, with(Highlight::antichain)); });
  expect_error(Errc::invalid_argument, "no module: 3 compares", [&] { (void)to_svg(n, with(Highlight::module)); });
  expect_error(Errc::invalid_argument, "no chain: 1 is not comparable with 2",
               [&] { (void)to_svg(antichain(4), with(Highlight::chain)); });
  expect_error(Errc::invalid_argument, "known: points, up_set", [] { (void)highlight_kind("filter"); });
  for (const char* name : {"points", "up_set", "down_set", "chain", "antichain", "module"})
    REQUIRE(to_string(highlight_kind(name)) == name);
}

TEST_CASE("covers inside a highlighted set are drawn strong and a module stands in a box") {
  const std::vector<Poset> blocks{chain(1), antichain(2), chain(1), chain(1)};
  const Poset p = lexicographic_sum(paper_poset(12), blocks);
  const DrawOptions module{true, ElementSet::from_word(5, 0b00110), Highlight::module};
  REQUIRE(count(to_svg(p, module), "stroke-dasharray") == 1);
  REQUIRE(count(to_tikz(p, module), "\\path[module]") == 1);
  REQUIRE(count(to_svg(p), "stroke-dasharray") == 0);
  const DrawOptions whole{true, ElementSet::full(5), Highlight::up_set};
  REQUIRE(count(to_svg(p, whole), "stroke-width=\"2.6\"") == p.count_covers());
  REQUIRE(count(to_dot(p, whole), "penwidth") == p.count_covers());
  REQUIRE(count(to_tikz(p, whole), "\\path[strong]") == p.count_covers());
}

TEST_CASE("a TikZ picture has a node for each point and a path for each cover") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_composed_poset(25, seed);
    const std::string tikz = to_tikz(p);
    REQUIRE(count(tikz, "\\node[") == p.size());
    REQUIRE(count(tikz, "\\path[cover]") == p.count_covers());
    REQUIRE(tikz.starts_with("\\begin{tikzpicture}"));
    REQUIRE(tikz.ends_with("\\end{tikzpicture}\n"));
    const std::string document = to_tikz(p, {}, true);
    REQUIRE(document.starts_with("\\documentclass[tikz"));
    REQUIRE(document.find(tikz) != std::string::npos);
  }
}

TEST_CASE("labels are escaped for LaTeX") {
  const std::vector<Relation> none;
  const Poset p = Poset::from_relations(3, none, {"\\a{b}#$%", "&_^~<>|\"", std::string("\x01\xFF∅⊥é", 10)});
  const std::string tikz = to_tikz(p);
  REQUIRE(tikz.find("{\\textbackslash{}a\\{b\\}\\#\\$\\%}") != std::string::npos);
  REQUIRE(tikz.find("{\\&\\_\\textasciicircum{}\\textasciitilde{}$<$$>$$|${''}}") != std::string::npos);
  REQUIRE(tikz.find("{??$\\emptyset$$\\bot$é}") != std::string::npos);
  REQUIRE(to_tikz(chain(1), {false, {}}).find("{};") != std::string::npos);
}

namespace {

/// The discs as multiples of a tenth, sorted, after a map of the plane.
template <class Map>
std::vector<std::pair<long, long>> placed(const std::vector<Disc>& discs, Map map) {
  std::vector<std::pair<long, long>> result;
  for (const Disc d : discs) {
    const Disc image = map(d);
    result.emplace_back(std::lround(10 * image.x), std::lround(10 * image.y));
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool is_mirror_symmetric(const std::vector<Disc>& discs) {
  double sum = 0;
  for (const Disc d : discs) sum += d.x;
  const double axis = 2 * sum / static_cast<double>(discs.size());
  return placed(discs, [](Disc d) { return d; }) == placed(discs, [&](Disc d) { return Disc{axis - d.x, d.y}; });
}

}  // namespace

TEST_CASE("symmetric posets are drawn symmetrically") {
  for (const char* name :
       {"diamond",  "boolean:3",   "crown:3", "crown:4",  "crown:6",      "fence:5",    "fence:9",
        "tree:2x4", "tree:3x3",    "root:A4", "root:A7",  "partitions:3", "standard:4", "antichain:4",
        "paper:11", "young:3-2-1", "weak:3",  "bruhat:3", "grid:4x4",     "grid:3x3",   "dominance:6"}) {
    CAPTURE(name);
    const std::vector<Disc> disc = discs(to_svg(named_poset(name), plain));
    REQUIRE(is_mirror_symmetric(disc));
  }
}

TEST_CASE("edges of grids and of other lattices of up-sets are parallel") {
  for (const char* name : {"grid:4x5", "grid:2x7", "boolean:2", "boolean:3", "divisors:60", "grid:2x2x3",
                           "divisors:360", "young:4-3-1", "young:4-2"}) {
    CAPTURE(name);
    std::set<std::pair<long, long>> directions;
    for (const std::vector<Disc>& path : paths(to_svg(named_poset(name), plain)))
      directions.emplace(std::lround(path[1].x - path[0].x), std::lround(path[1].y - path[0].y));
    REQUIRE(directions.size() <= 3);
  }
}

TEST_CASE("crossings are as few as any order of the levels allows") {
  // All connected posets of a size whose covers join neighbouring levels: every order of every level is tried.
  std::size_t compared = 0;
  for (std::size_t n = 2; n <= 6; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      if (count_connected_components(p) != 1) continue;
      const std::vector<Disc> disc = discs(to_svg(p, plain));
      std::map<long, std::vector<std::size_t>> levels;  // by height on the page
      for (std::size_t i = 0; i < n; ++i) levels[std::lround(disc[i].y)].push_back(i);
      std::vector<std::size_t> level(n);
      std::vector<std::vector<std::size_t>> rows;
      for (auto& [y, row] : levels) {
        for (const std::size_t i : row) level[i] = rows.size();
        rows.push_back(row);
      }
      bool is_short = true;
      for (const Relation& c : p.covers()) is_short = is_short && level[index(c.lower)] == level[index(c.upper)] + 1;
      if (!is_short) continue;
      const auto crossings = [&](const std::vector<double>& x) {
        std::size_t total = 0;
        for (const Relation& a : p.covers()) {
          for (const Relation& b : p.covers()) {
            if (level[index(a.lower)] != level[index(b.lower)]) continue;
            if (x[index(a.lower)] < x[index(b.lower)] && x[index(a.upper)] > x[index(b.upper)]) ++total;
          }
        }
        return total;
      };
      std::vector<double> drawn;
      for (const Disc d : disc) drawn.push_back(d.x);
      for (std::vector<std::size_t>& row : rows) std::sort(row.begin(), row.end());
      std::size_t fewest = std::numeric_limits<std::size_t>::max();
      for (bool more = true; more;) {
        std::vector<double> x(n);
        for (const std::vector<std::size_t>& row : rows) {
          for (std::size_t i = 0; i < row.size(); ++i) x[row[i]] = static_cast<double>(i);
        }
        fewest = std::min(fewest, crossings(x));
        more = false;
        for (std::vector<std::size_t>& row : rows) {
          more = std::next_permutation(row.begin(), row.end());
          if (more) break;
        }
      }
      INFO(to_dot(p));
      REQUIRE(crossings(drawn) == fewest);
      ++compared;
    }
  }
  REQUIRE(compared > 100);
}

TEST_CASE("the empty poset is an empty drawing") { REQUIRE(discs(to_svg(Poset())).empty()); }

TEST_CASE("a drawing of thousands of points is quick and more are refused") {
  REQUIRE(count(to_svg(testing::random_composed_poset(3000, 1)), "<text ") == 3000);
  REQUIRE(count(to_svg(chain(5000)), "<text ") == 5000);
  expect_error(Errc::too_large, "5001", [] { (void)to_svg(antichain(5001)); });
  expect_error(Errc::too_large, "covers", [] { (void)to_svg(ordinal_sum(antichain(2000), antichain(2000))); });
}
