// The files of LattE: https://www.math.ucdavis.edu/~latte. Numbers of rows and columns, then rows (b, a) for
// b + a·x ≥ 0, or (1, x) for a vertex; behind them perhaps
//   linearity 2 1 3             rows 1 and 3 are equations
//   nonnegative 2 1 2           x1 ≥ 0 and x2 ≥ 0

#include <algorithm>
#include <set>
#include <utility>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"

namespace tropiary::io {
namespace {

struct Table {
  std::size_t columns = 0;
  RationalMatrix rows;
};

Table read_table(TextScanner& scan) {
  Table table;
  const std::size_t rows = scan.count("the number of rows");
  table.columns = scan.dimension("the number of columns");
  if (table.columns == 0) scan.fail("a row has at least one entry");
  scan.end_line("the size of the matrix");
  table.rows = scan.matrix(rows, table.columns, "row");
  return table;
}

// "2 1 3": how many, and which, of 1, …, largest.
std::set<std::size_t> read_positions(TextScanner& scan, std::size_t largest) {
  const std::size_t count = scan.count("how many positions follow");
  scan.check_room(count, 1, "positions");
  std::set<std::size_t> result;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t position = scan.count("a position");
    if (position == 0 || position > largest) {
      scan.fail(std::to_string(position) + " is none of the positions 1 to " + std::to_string(largest));
    }
    result.insert(position);
  }
  return result;
}

}  // namespace

PolyhedronDescription parse_latte(std::string_view text) {
  TextScanner scan("parse_polyhedron: latte", std::string(text));
  const Table table = read_table(scan);
  std::set<std::size_t> linear;
  std::set<std::size_t> non_negative;
  while (!scan.at_end()) {
    const std::string item(scan.word("linearity or nonnegative"));
    if (item == "linearity") {
      linear.merge(read_positions(scan, table.rows.size()));
    } else if (item == "nonnegative") {
      non_negative.merge(read_positions(scan, table.columns - 1));
    } else {
      scan.fail(quote(item, 40) + " is not supported; known are linearity and nonnegative");
    }
  }
  PolyhedronDescription result;
  result.ambient_dimension = table.columns - 1;
  result.by_inequalities = true;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    (linear.contains(i + 1) ? result.equations : result.inequalities).push_back(form_of(table.rows[i]));
  }
  constexpr std::size_t most = std::size_t{1} << 26;
  if (non_negative.size() * table.columns > most) scan.fail("more non-negative coordinates than are read");
  for (const std::size_t j : non_negative) {
    result.inequalities.push_back({0, std::vector<Integer>(table.columns - 1)});
    result.inequalities.back().normal[j - 1] = 1;
  }
  return result;
}

PolyhedronDescription parse_vrep(std::string_view text) {
  TextScanner scan("parse_polyhedron: vrep", std::string(text));
  Table table = read_table(scan);
  if (!scan.at_end()) {
    const std::string more(scan.word(""));
    scan.fail(quote(more, 40) + " follows the last row");
  }
  PolyhedronDescription result;
  result.ambient_dimension = table.columns - 1;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!add_generator(result, std::move(table.rows[i]))) {
      scan.fail("row " + std::to_string(i + 1) + " is neither a point nor a ray: its first entry is negative");
    }
  }
  return result;
}

std::string format_latte(const Polyhedron& p) {
  const RationalMatrix equations = homogeneous(p.equations());
  const RationalMatrix facets = homogeneous(p.facets());
  std::string text =
      std::to_string(equations.size() + facets.size()) + " " + std::to_string(p.ambient_dimension() + 1) + "\n";
  append_rows(text, equations);
  append_rows(text, facets);
  if (equations.empty()) return text;
  text += "linearity " + std::to_string(equations.size());
  for (std::size_t i = 1; i <= equations.size(); ++i) text += " " + std::to_string(i);
  return text + "\n";
}

std::string format_vrep(const Polyhedron& p) {
  if (!p.is_bounded()) refuse("vrep", "bounded polyhedra; write .latte, .ext or .json for this one");
  std::string text = std::to_string(p.vertices().size()) + " " + std::to_string(p.ambient_dimension() + 1) + "\n";
  append_rows(text, homogeneous(p.vertices(), 1));
  return text;
}

}  // namespace tropiary::io
