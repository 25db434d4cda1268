// The files of cdd and lrs: https://people.inf.ethz.ch/fukudak/cdd_home, https://cgm.cs.mcgill.ca/~avis/C/lrs.html
//
//   name and comments
//   V-representation            (or H-representation)
//   linearity 1 3               (rows that are lines, or equations; counted from 1)
//   begin
//   3 4 rational                (rows, columns, number type; lrs writes ***** for a number of rows it did not know)
//   1 1/2 0 0                   (1 x: a point; 0 x: a ray; of H: b a for b + a·x ≥ 0)
//   ...
//   end
//   options

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"

namespace tropiary::io {
namespace {

// Options of the two programs that say what to compute or print, not what the polyhedron is.
constexpr std::array<std::string_view, 50> harmless = {"adjacency",
                                                       "allbases",
                                                       "bound",
                                                       "cache",
                                                       "cobas_on",
                                                       "debug",
                                                       "digits",
                                                       "dual",
                                                       "dynout_off",
                                                       "dynout_on",
                                                       "estimates",
                                                       "facet_listing",
                                                       "find_interior",
                                                       "geometric",
                                                       "getvolume",
                                                       "hull",
                                                       "incidence",
                                                       "incidence_all",
                                                       "initbas_at_bottom",
                                                       "input_adjacency",
                                                       "input_incidence",
                                                       "lexmax",
                                                       "lexmin",
                                                       "logfile_on",
                                                       "lponly",
                                                       "lrs",
                                                       "maxcutoff",
                                                       "maxdepth",
                                                       "maximize",
                                                       "maxindex",
                                                       "maxoutput",
                                                       "mincutoff",
                                                       "mindepth",
                                                       "minimize",
                                                       "minindex",
                                                       "mixcutoff",
                                                       "nodynout",
                                                       "output_adjacency",
                                                       "output_incidence",
                                                       "output_reordered",
                                                       "postanalysis",
                                                       "printcobasis",
                                                       "printslack",
                                                       "redund",
                                                       "seed",
                                                       "startingcobasis",
                                                       "testredund",
                                                       "threads",
                                                       "verbose",
                                                       "volume"};

class Reader {
 public:
  Reader(std::string_view text, PolyhedronFormat format)
      : scan_("parse_polyhedron: " + std::string(to_string(format)), std::string(text)),
        by_inequalities_(format == PolyhedronFormat::ine) {}

  PolyhedronDescription read() {
    read_head();
    read_matrix();
    read_options();
    return assemble();
  }

 private:
  void read_head() {
    for (;;) {
      if (scan_.at_end()) (void)scan_.word("a line \"begin\"");
      const std::string_view first = scan_.peek();
      if (first == "begin") break;
      if (first == "linearity" || first == "equality") {
        read_linearity();
      } else if (first == "V-representation" || first == "H-representation") {
        by_inequalities_ = first.front() == 'H';
      } else if (first == "nonnegative") {
        non_negative_ = true;
      }
      (void)scan_.line();  // a name, a comment, an option
    }
    (void)scan_.word("begin");
    scan_.end_line("\"begin\"");
  }

  void read_linearity() {
    (void)scan_.word("linearity");
    const std::size_t count = scan_.count("how many rows are linear");
    scan_.check_room(count, 1, "linear rows");
    for (std::size_t i = 0; i < count; ++i) linear_.insert(scan_.count("the number of a linear row"));
  }

  void read_matrix() {
    const std::string_view rows_word = scan_.peek();
    const bool unknown = !rows_word.empty() && rows_word.find_first_not_of('*') == std::string_view::npos;
    std::size_t rows = 0;
    if (unknown) {
      (void)scan_.word("");
    } else {
      rows = scan_.count("the number of rows");
    }
    columns_ = scan_.dimension("the number of columns");
    if (columns_ == 0) scan_.fail("a row has at least one entry");
    const std::string_view type = scan_.word("integer, rational or real");
    if (type != "integer" && type != "rational" && type != "real") {
      scan_.fail("the number type is integer, rational or real, not " + quote(type, 40));
    }
    scan_.end_line("the number type");
    if (!unknown) rows_ = scan_.matrix(rows, columns_, "row");
    while (unknown && scan_.peek() != "end") rows_.push_back(scan_.row(columns_, "row", rows_.size() + 1));
    if (scan_.word("\"end\"") != "end")
      scan_.fail("after row " + std::to_string(rows_.size()) + " \"end\" is expected");
    if (type == "integer") check_integers();
    scan_.end_line("\"end\"");
  }

  void check_integers() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const Rational& x : rows_[i]) {
        if (!x.is_integer())
          scan_.fail("row " + std::to_string(i + 1) + " has the entry " + x.to_string() +
                     ", but the number type is integer");
      }
    }
  }

  // What follows "end". An option that would change the polyhedron and is not known here is an error.
  void read_options() {
    while (!scan_.at_end()) {
      const std::string_view option = scan_.peek();
      if (option == "linearity" || option == "equality") {
        read_linearity();
        scan_.end_line("the linear rows");
        continue;
      }
      if (option == "nonnegative") {
        non_negative_ = true;
      } else if (option.front() != '*' && option.front() != '#' &&
                 std::ranges::find(harmless, option) == harmless.end()) {
        (void)scan_.word("");
        scan_.fail("the option " + quote(option, 40) + " is not supported: it might change the polyhedron");
      }
      const bool has_vector = option == "maximize" || option == "minimize";
      (void)scan_.line();
      if (has_vector && !scan_.at_end() && parse_number(scan_.peek())) (void)scan_.line();  // the objective's own line
    }
  }

  PolyhedronDescription assemble() {
    if (!linear_.empty() && (*linear_.begin() == 0 || *linear_.rbegin() > rows_.size())) {
      scan_.fail("linearity names row " + std::to_string(*linear_.begin() == 0 ? 0 : *linear_.rbegin()) +
                 ", but there are rows 1 to " + std::to_string(rows_.size()));
    }
    PolyhedronDescription result;
    result.ambient_dimension = columns_ - 1;
    result.by_inequalities = by_inequalities_;
    if (non_negative_ && !by_inequalities_) scan_.fail("the option \"nonnegative\" belongs to an H-representation");
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool linear = linear_.contains(i + 1);
      if (by_inequalities_) {
        (linear ? result.equations : result.inequalities).push_back(form_of(rows_[i]));
      } else {
        add(result, std::move(rows_[i]), linear, i + 1);
      }
    }
    constexpr std::size_t most = 4096;
    if (non_negative_ && columns_ > most)
      scan_.fail("nonnegative in more than " + std::to_string(most) + " coordinates");
    for (std::size_t j = 0; non_negative_ && j + 1 < columns_; ++j) {
      result.inequalities.push_back({0, std::vector<Integer>(columns_ - 1)});
      result.inequalities.back().normal[j] = 1;
    }
    // Rays alone are a cone, whose apex both programs take for granted.
    const bool is_cone = !by_inequalities_ && result.points.empty() && !rows_.empty();
    if (is_cone) result.points.emplace_back(columns_ - 1);
    return result;
  }

  void add(PolyhedronDescription& result, RationalVector row, bool linear, std::size_t position) {
    const std::string name = "row " + std::to_string(position);
    if (linear) {
      if (!row.front().is_zero()) scan_.fail(name + " is linear but no ray: its first entry is not 0");
      result.lines.push_back(tail(std::move(row)));
    } else if (!add_generator(result, std::move(row))) {
      scan_.fail(name + " is neither a point nor a ray: its first entry is negative");
    }
  }

  TextScanner scan_;
  bool by_inequalities_;
  bool non_negative_ = false;
  std::size_t columns_ = 0;
  RationalMatrix rows_;
  std::set<std::size_t> linear_;
};

bool are_integers(const RationalMatrix& rows) {
  return std::ranges::all_of(rows, [](const auto& row) { return std::ranges::all_of(row, &Rational::is_integer); });
}

std::string representation(const char* kind, const RationalMatrix& linear, const RationalMatrix& rows,
                           std::size_t columns) {
  std::string text = std::string(kind) + "\n";
  if (!linear.empty()) {
    text += "linearity " + std::to_string(linear.size());
    for (std::size_t i = 1; i <= linear.size(); ++i) text += " " + std::to_string(i);
    text += "\n";
  }
  const bool integers = are_integers(linear) && are_integers(rows);
  text += "begin\n" + std::to_string(linear.size() + rows.size()) + " " + std::to_string(columns) +
          (integers ? " integer\n" : " rational\n");
  append_rows(text, linear);
  append_rows(text, rows);
  return text + "end\n";
}

}  // namespace

PolyhedronDescription parse_cdd(std::string_view text, PolyhedronFormat format) { return Reader(text, format).read(); }

std::string format_ext(const Polyhedron& p) {
  RationalMatrix rows = homogeneous(p.vertices(), 1);
  RationalMatrix rays = homogeneous(rational_rows(p.rays()), 0);
  rows.insert(rows.end(), std::make_move_iterator(rays.begin()), std::make_move_iterator(rays.end()));
  return representation("V-representation", homogeneous(rational_rows(p.lines()), 0), rows, p.ambient_dimension() + 1);
}

std::string format_ine(const Polyhedron& p) {
  return representation("H-representation", homogeneous(p.equations()), homogeneous(p.facets()),
                        p.ambient_dimension() + 1);
}

}  // namespace tropiary::io
