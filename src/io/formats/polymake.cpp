// The JSON that polymake 4 saves: an object of type polytope::Polytope<Rational>, or Cone<Rational>, whose properties
// are matrices in homogeneous coordinates. Rows are lists of numbers, or, in a sparse matrix, objects {"column": entry}
// with {"cols": n} behind the last one; an empty matrix is [{"cols": n}].

#include <utility>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"
#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "tropiary/error.hpp"

namespace tropiary::io {
namespace {

constexpr std::string_view function = "parse_polyhedron: polymake";
constexpr std::size_t max_columns = std::size_t{1} << 16;
constexpr std::size_t max_entries = std::size_t{1} << 26;

[[noreturn]] void fail(const std::string& problem) {
  throw Error(Errc::invalid_argument, std::string(function) + ": " + problem);
}

struct Matrix {
  std::size_t columns = 0;
  bool knows_columns = false;
  RationalMatrix rows;
};

void set_columns(Matrix& matrix, std::size_t columns, std::string_view name) {
  if (columns > max_columns) {
    throw Error(Errc::too_large, std::string(function) + ": " + std::string(name) + " has " + std::to_string(columns) +
                                     " columns, more than " + std::to_string(max_columns));
  }
  if (matrix.knows_columns && matrix.columns != columns) {
    throw Error(Errc::dimension_mismatch, std::string(function) + ": " + std::string(name) + " has rows of " +
                                              std::to_string(matrix.columns) + " and of " + std::to_string(columns) +
                                              " entries");
  }
  matrix.columns = columns;
  matrix.knows_columns = true;
}

RationalVector dense_row(const JsonValue& row, std::string_view where) {
  RationalVector result;
  result.reserve(row.size());
  for (const JsonValue& entry : row) result.push_back(entry.rational(at_index(where, result.size())));
  return result;
}

RationalVector sparse_row(const JsonValue& row, std::size_t columns, std::string_view where) {
  RationalVector result(columns);
  for (auto it = row.begin(); it != row.end(); ++it) {
    const std::string_view key = (*it).text();
    ++it;
    const bool number =
        !key.empty() && key.size() < 10 && key.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t column = number ? static_cast<std::size_t>(Integer(key).to_int64()) : columns;
    if (column >= columns)
      fail(std::string(where) + " names the column " + quote(key, 20) + " of " + std::to_string(columns));
    result[column] = (*it).rational(where);
  }
  return result;
}

Matrix matrix_of(const JsonValue& value, std::string_view name) {
  Matrix result;
  (void)value.array(name);
  for (const JsonValue& row : value) {  // the columns come last, but sparse rows need them
    if (row.kind() == JsonValue::Kind::array) set_columns(result, row.size(), name);
    if (const auto columns = row.find("cols")) set_columns(result, columns->natural("cols"), name);
  }
  if (value.size() * result.columns > max_entries) {
    throw Error(Errc::too_large, std::string(function) + ": " + std::string(name) + " has " +
                                     std::to_string(value.size()) + " rows of " + std::to_string(result.columns) +
                                     " entries, more than are read");
  }
  std::size_t position = 0;
  for (const JsonValue& row : value) {
    const std::string where = at_index(name, position++);
    if (row.kind() == JsonValue::Kind::array) {
      result.rows.push_back(dense_row(row, where));
    } else if (!row.object(where).find("cols")) {
      if (!result.knows_columns) fail(std::string(name) + " is sparse and does not tell its \"cols\"");
      result.rows.push_back(sparse_row(row, result.columns, where));
    }
  }
  return result;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : document_(JsonDocument::parse(function, text)), root_(document_.root()) {
    (void)root_.object("a polymake object");
    const std::string type = root_.member("_type").string("_type");
    is_cone_ = type == "polytope::Cone<Rational>";
    if (!is_cone_ && type != "polytope::Polytope<Rational>") {
      fail("the type " + quote(type, 60) +
           " is not read, only polytope::Polytope<Rational> and polytope::Cone<Rational>");
    }
  }

  PolyhedronDescription read() {
    const char* irredundant = is_cone_ ? "RAYS" : "VERTICES";
    const char* given = is_cone_ ? "INPUT_RAYS" : "POINTS";
    const char* hull = is_cone_ ? "LINEAR_SPAN" : "AFFINE_HULL";
    // The computed properties come in pairs; one alone is taken only where the given ones are missing.
    if (has(irredundant) && (has("LINEALITY_SPACE") || !has(given))) {
      read_generators(irredundant, "LINEALITY_SPACE");
    } else if (has(given)) {
      read_generators(given, "INPUT_LINEALITY");
    } else if (has("FACETS") && (has(hull) || !has("INEQUALITIES"))) {
      read_inequalities("FACETS", has(hull) ? hull : "EQUATIONS");
    } else if (has("INEQUALITIES") || has("EQUATIONS")) {
      read_inequalities("INEQUALITIES", "EQUATIONS");
    } else {
      fail(std::string("there are no ") + irredundant + ", " + given + ", FACETS, INEQUALITIES or EQUATIONS");
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool has(std::string_view name) const { return root_.find(name).has_value(); }

  RationalMatrix rows(std::string_view name) {
    const auto value = root_.find(name);
    if (!value) return {};
    Matrix matrix = matrix_of(*value, name);
    if (!matrix.knows_columns) return {};
    set_columns(all_, matrix.columns, name);
    if (matrix.columns == 0 && !is_cone_) fail(std::string(name) + " has no homogeneous coordinate");
    return std::move(matrix.rows);
  }

  void find_dimension() {
    if (!all_.knows_columns)
      set_columns(all_, root_.member("CONE_AMBIENT_DIM").natural("CONE_AMBIENT_DIM"), "the cone");
    if (!is_cone_ && all_.columns == 0) fail("the ambient dimension is missing");
    result_.ambient_dimension = is_cone_ ? all_.columns : all_.columns - 1;
  }

  void read_generators(std::string_view generators, std::string_view lineality) {
    RationalMatrix points = rows(generators);
    RationalMatrix lines = rows(lineality);
    find_dimension();
    if (is_cone_) {
      result_.points.emplace_back(result_.ambient_dimension);
      result_.rays = std::move(points);
      result_.lines = std::move(lines);
      return;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!add_generator(result_, std::move(points[i])))
        fail(at_index(generators, i) + " begins with a negative number");
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].front().is_zero()) fail(at_index(lineality, i) + " is a point, not a direction");
      result_.lines.push_back(tail(std::move(lines[i])));
    }
  }

  void read_inequalities(std::string_view inequalities, std::string_view equations) {
    const RationalMatrix at_least = rows(inequalities);
    const RationalMatrix equal = rows(equations);
    find_dimension();
    result_.by_inequalities = true;
    const auto form = [&](const RationalVector& row) {
      if (!is_cone_) return form_of(row);
      RationalVector with_constant = {0};
      with_constant.insert(with_constant.end(), row.begin(), row.end());
      return form_of(with_constant);
    };
    for (const RationalVector& row : at_least) result_.inequalities.push_back(form(row));
    for (const RationalVector& row : equal) result_.equations.push_back(form(row));
  }

  JsonDocument document_;
  JsonValue root_;
  bool is_cone_ = false;
  Matrix all_;  // only its columns
  PolyhedronDescription result_;
};

void write_matrix(JsonWriter& writer, std::string_view name, const RationalMatrix& rows, std::size_t columns) {
  writer.key(name).begin_array();
  if (rows.empty()) writer.begin_object().key("cols").number(columns).end_object();
  for (const RationalVector& row : rows) {
    writer.begin_array();
    for (const Rational& x : row) writer.rational(x);
    writer.end_array();
  }
  writer.end_array();
}

// polymake counts the face at infinity among the facets where it is one.
bool has_facet_at_infinity(const Polyhedron& p) {
  RationalMatrix directions = rational_rows(p.rays());
  const RationalMatrix lines = rational_rows(p.lines());
  directions.insert(directions.end(), lines.begin(), lines.end());
  return !p.rays().empty() && rank(std::move(directions)) == static_cast<std::size_t>(p.dimension());
}

}  // namespace

PolyhedronDescription parse_polymake(std::string_view text) { return Reader(text).read(); }

std::string format_polymake(const Polyhedron& p) {
  const std::size_t columns = p.ambient_dimension() + 1;
  JsonWriter writer;
  writer.begin_object().key("_ns").begin_object().key("polymake").begin_array();
  writer.string("https://polymake.org").string("4.6").end_array().end_object();
  writer.key("_type").string("polytope::Polytope<Rational>");
  writer.key("CONE_AMBIENT_DIM").number(columns);
  RationalMatrix generators = homogeneous(p.vertices(), 1);
  RationalMatrix rays = homogeneous(rational_rows(p.rays()), 0);
  generators.insert(generators.end(), std::make_move_iterator(rays.begin()), std::make_move_iterator(rays.end()));
  write_matrix(writer, "VERTICES", generators, columns);
  write_matrix(writer, "LINEALITY_SPACE", homogeneous(rational_rows(p.lines()), 0), columns);
  if (!p.empty()) {
    RationalMatrix facets = homogeneous(p.facets());
    if (has_facet_at_infinity(p)) {
      facets.insert(facets.begin(), RationalVector(columns));
      facets.front().front() = 1;
    }
    write_matrix(writer, "FACETS", facets, columns);
    write_matrix(writer, "AFFINE_HULL", homogeneous(p.equations()), columns);
  }
  writer.end_object();
  return std::move(writer).text() + "\n";
}

}  // namespace tropiary::io
