// The input files of Normaliz: https://www.normaliz.uni-osnabrueck.de, chapter "Normaliz input files" of its manual.
//
//   amb_space 2                 /* and in the old style, block by block:   4        rows
//   vertices 3                                                             2        columns
//   0 0 1                          (numerators and a denominator)          0 0 ...
//   ...                                                                    polytope */
//   cone 1
//   1 1
//
// Without vertices, inhom_inequalities or inhom_equations it is a cone in R^n, and with polytope a polytope in R^(n−1).

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"

namespace tropiary::io {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : scan_("parse_polyhedron: normaliz", std::string(text)) {
    scan_.blank_block_comments("/*", "*/");
  }

  PolyhedronDescription read() {
    const std::string_view first = scan_.peek();
    if (!first.empty() && std::isdigit(static_cast<unsigned char>(first.front())) != 0) {
      read_old_style();
    } else {
      read_new_style();
    }
    return assemble();
  }

 private:
  void read_old_style() {
    while (!scan_.at_end() && std::isupper(static_cast<unsigned char>(scan_.peek().front())) == 0) {
      const std::size_t rows = scan_.count("the number of rows");
      const std::size_t columns = scan_.dimension("the number of columns");
      RationalMatrix matrix = scan_.matrix(rows, columns, "row");
      const std::string type(scan_.word("the type of the matrix"));
      std::size_t dimension = columns;
      if (type == "0" || type == "1" || type == "integral_closure" || type == "normalization") {
        move_to(cone_, matrix);
      } else if (type == "2" || type == "polytope") {
        move_to(polytope_, matrix);
        ++dimension;
      } else if (type == "4" || type == "hyperplanes" || type == "inequalities") {
        move_to(inequalities_, matrix);
        has_inequalities_ = true;
      } else if (type == "5" || type == "equations") {
        move_to(equations_, matrix);
        has_constraints_ = true;
      } else {
        unsupported(type);
      }
      set_dimension(dimension);
    }
    pass_over_goals();
  }

  void read_new_style() {
    if (scan_.word("amb_space") != "amb_space") scan_.fail("the file begins with amb_space, or with a number of rows");
    set_dimension(scan_.dimension("the dimension of the ambient space"));
    while (!scan_.at_end()) {
      if (std::isupper(static_cast<unsigned char>(scan_.peek().front())) != 0) {
        (void)scan_.line();  // what to compute
        continue;
      }
      const std::string item(scan_.word("an item"));
      if (!read_matrix_item(item) && !read_other_item(item)) unsupported(item);
    }
  }

  bool read_matrix_item(const std::string& item) {
    struct Item {
      std::string_view name;
      RationalMatrix Reader::*rows;
      int more;  // columns beside the coordinates
    };
    static constexpr std::array<Item, 8> items = {{{"cone", &Reader::cone_, 0},
                                                   {"subspace", &Reader::subspace_, 0},
                                                   {"polytope", &Reader::polytope_, -1},
                                                   {"vertices", &Reader::vertices_, 1},
                                                   {"inequalities", &Reader::inequalities_, 0},
                                                   {"equations", &Reader::equations_, 0},
                                                   {"inhom_inequalities", &Reader::inhom_inequalities_, 1},
                                                   {"inhom_equations", &Reader::inhom_equations_, 1}}};
    const auto found = std::ranges::find(items, item, &Item::name);
    if (found == items.end()) return false;
    const std::size_t rows = scan_.count("how many rows follow");
    if (dimension_ == 0 && found->more < 0) scan_.fail("a polytope needs an ambient space of dimension 1 at least");
    scan_.end_line("the number of rows: sparse and transposed matrices are not read");
    const std::size_t columns = found->more < 0 ? dimension_ - 1 : dimension_ + static_cast<std::size_t>(found->more);
    RationalMatrix matrix = scan_.matrix(rows, columns, "row");
    move_to(this->*(found->rows), matrix);
    has_inequalities_ = has_inequalities_ || item.ends_with("inequalities");
    has_constraints_ = has_constraints_ || item.ends_with("inequalities") || item.ends_with("equations");
    is_inhomogeneous_ = is_inhomogeneous_ || found->more > 0;
    is_polytope_ = is_polytope_ || item == "polytope";
    return true;
  }

  bool read_other_item(const std::string& item) {
    if (item == "nonnegative") {
      non_negative_ = has_inequalities_ = true;
    } else if (item == "signs") {
      signs_ = scan_.matrix(1, dimension_, "row")[0];
      has_inequalities_ = true;
    } else if (item == "grading") {  // changes what is counted, not where
      if (scan_.peek() == "unit_vector") {
        (void)scan_.line();
      } else {
        (void)scan_.matrix(1, is_polytope_ ? dimension_ - 1 : dimension_, "row");
      }
    } else if (item != "total_degree") {
      return false;
    }
    return true;
  }

  [[noreturn]] void unsupported(const std::string& item) {
    scan_.fail(quote(item, 40) +
               " is not supported; known are cone, subspace, polytope, vertices, inequalities, equations, "
               "inhom_inequalities, inhom_equations, nonnegative, signs and grading");
  }

  void pass_over_goals() {
    while (!scan_.at_end()) (void)scan_.line();
  }

  void set_dimension(std::size_t dimension) {
    if (dimension == 0) scan_.fail("the ambient space has dimension 0");
    if (dimension_ != 0 && dimension_ != dimension) {
      scan_.fail("matrices of the dimensions " + std::to_string(dimension_) + " and " + std::to_string(dimension) +
                 " stand together");
    }
    dimension_ = dimension;
  }

  static void move_to(RationalMatrix& target, RationalMatrix& rows) {
    target.insert(target.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }

  PolyhedronDescription assemble() {
    const bool generators = !cone_.empty() || !subspace_.empty() || !polytope_.empty() || !vertices_.empty();
    const bool constraints = has_constraints_ || has_inequalities_;
    if (generators && constraints) scan_.fail("generators and constraints together are not supported");
    if (!polytope_.empty() && (!cone_.empty() || !subspace_.empty() || !vertices_.empty())) {
      scan_.fail("polytope together with other generators is not supported");
    }
    if (dimension_ == 0) scan_.fail("no cone, polytope, vertices or inequalities are given");
    return constraints ? by_inequalities() : by_generators();
  }

  PolyhedronDescription by_generators() {
    PolyhedronDescription result;
    result.ambient_dimension = dimension_;
    if (is_polytope_ || !polytope_.empty()) {
      result.ambient_dimension = dimension_ - 1;
      result.points = std::move(polytope_);
      return result;
    }
    result.rays = std::move(cone_);
    result.lines = std::move(subspace_);
    for (std::size_t i = 0; i < vertices_.size(); ++i) {
      const Rational denominator = vertices_[i].back();
      if (denominator.sign() <= 0)
        scan_.fail("vertex " + std::to_string(i + 1) + " has the denominator " + denominator.to_string());
      vertices_[i].pop_back();
      for (Rational& x : vertices_[i]) x /= denominator;
    }
    result.points = std::move(vertices_);
    if (!is_inhomogeneous_) result.points.emplace_back(dimension_);
    return result;
  }

  PolyhedronDescription by_inequalities() {
    PolyhedronDescription result;
    result.ambient_dimension = dimension_;
    result.by_inequalities = true;
    const auto add = [](std::vector<AffineForm>& forms, const RationalMatrix& rows, bool has_constant) {
      for (RationalVector row : rows) {
        if (!has_constant) row.emplace_back(0);
        std::rotate(row.begin(), row.end() - 1, row.end());
        forms.push_back(form_of(row));
      }
    };
    add(result.inequalities, inequalities_, false);
    add(result.inequalities, inhom_inequalities_, true);
    add(result.equations, equations_, false);
    add(result.equations, inhom_equations_, true);
    // Where no inequality is given, Normaliz takes the coordinates to be non-negative.
    if (non_negative_ || !has_inequalities_) signs_.assign(dimension_, 1);
    if (signs_.size() > max_signs) scan_.fail("signs of more than " + std::to_string(max_signs) + " coordinates");
    for (std::size_t j = 0; j < signs_.size(); ++j) {
      if (signs_[j].is_zero()) continue;
      result.inequalities.push_back({0, std::vector<Integer>(dimension_)});
      result.inequalities.back().normal[j] = signs_[j].sign();
    }
    return result;
  }

  static constexpr std::size_t max_signs = 4096;
  TextScanner scan_;
  std::size_t dimension_ = 0;
  RationalMatrix cone_, subspace_, polytope_, vertices_;
  RationalMatrix inequalities_, equations_, inhom_inequalities_, inhom_equations_;
  RationalVector signs_;
  bool non_negative_ = false;
  bool has_inequalities_ = false;
  bool has_constraints_ = false;
  bool is_inhomogeneous_ = false;
  bool is_polytope_ = false;
};

void append_item(std::string& text, const char* name, const RationalMatrix& rows) {
  if (rows.empty()) return;
  text += std::string(name) + " " + std::to_string(rows.size()) + "\n";
  append_rows(text, rows);
}

}  // namespace

PolyhedronDescription parse_normaliz(std::string_view text) { return Reader(text).read(); }

std::string format_normaliz(const Polyhedron& p) {
  if (p.ambient_dimension() == 0) refuse("normaliz", "polyhedra in R^1 and higher spaces");
  std::string text = "amb_space " + std::to_string(p.ambient_dimension()) + "\n";
  if (p.empty()) {  // 0 ≥ 1
    RationalVector contradiction(p.ambient_dimension() + 1);
    contradiction.back() = -1;
    append_item(text, "inhom_inequalities", {contradiction});
    return text;
  }
  RationalMatrix vertices;
  for (const RationalVector& vertex : p.vertices()) {  // numerators over a common denominator
    RationalVector with_one = vertex;
    with_one.emplace_back(1);
    const std::vector<Integer> row = primitive(std::span<const Rational>(with_one));
    vertices.emplace_back(row.begin(), row.end());
  }
  append_item(text, "vertices", vertices);
  append_item(text, "cone", rational_rows(p.rays()));
  append_item(text, "subspace", rational_rows(p.lines()));
  return text;
}

}  // namespace tropiary::io
