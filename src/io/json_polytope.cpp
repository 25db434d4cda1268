#include <algorithm>
#include <utility>

#include "io/abbreviate.hpp"
#include "io/formats/formats.hpp"
#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary {
namespace {

void write_forms(io::JsonWriter& writer, std::string_view name, const std::vector<AffineForm>& forms) {
  writer.key(name).begin_array();
  for (const AffineForm& form : forms) {
    writer.begin_array().integer(form.constant);
    for (const Integer& entry : form.normal) writer.integer(entry);
    writer.end_array();
  }
  writer.end_array();
}

// As given, or from the length of the first row, which has `more` entries beside the coordinates.
std::size_t ambient_dimension_of(std::string_view function, const io::JsonValue& root, std::string_view name,
                                 const io::JsonValue& rows, std::size_t more) {
  if (const std::optional<io::JsonValue> ambient = root.find("ambient_dimension")) {
    const std::uint64_t dimension = ambient->natural("ambient_dimension");
    if (dimension > std::uint64_t{1} << 24U)
      throw Error(Errc::too_large,
                  std::string(function) + ": ambient_dimension " + std::to_string(dimension) + " exceeds 2^24");
    return static_cast<std::size_t>(dimension);
  }
  if (rows.size() == 0) {
    throw Error(Errc::invalid_argument,
                std::string(function) + ": no " + std::string(name) + " and no ambient_dimension");
  }
  const std::size_t length = (*rows.begin()).array(io::at_index(name, 0)).size();
  if (length < more)
    throw Error(Errc::dimension_mismatch, std::string(function) + ": " + io::at_index(name, 0) + " is empty");
  return length - more;
}

RationalMatrix json_rows(std::string_view function, std::string_view name, const io::JsonValue& rows,
                         std::size_t length, std::string_view entries) {
  RationalMatrix result;
  result.reserve(rows.size());
  for (const io::JsonValue& row : rows) {
    const std::string where = io::at_index(name, result.size());
    if (row.array(where).size() != length)
      throw Error(Errc::dimension_mismatch, std::string(function) + ": " + where + " has " +
                                                std::to_string(row.size()) + " " + std::string(entries) + ", not " +
                                                std::to_string(length) + " as expected");
    RationalVector entry_row;
    entry_row.reserve(row.size());
    for (const io::JsonValue& entry : row) entry_row.push_back(entry.rational(io::at_index(where, entry_row.size())));
    result.push_back(std::move(entry_row));
  }
  return result;
}

std::vector<AffineForm> forms_of(const RationalMatrix& rows) {
  std::vector<AffineForm> forms(rows.size());
  std::transform(rows.begin(), rows.end(), forms.begin(), io::form_of);
  return forms;
}

// The fields before and behind those of a polyhedron alone.
template <class Value>
void begin_polyhedron(io::JsonWriter& writer, const Value& k) {
  writer.begin_object().key("dimension").integer(k.dimension());
  writer.key("ambient_dimension").number(k.ambient_dimension());
  writer.key("vertices").begin_array();
  for (const RationalVector& vertex : k.vertices()) {
    writer.begin_array();
    for (const Rational& coordinate : vertex) writer.rational(coordinate);
    writer.end_array();
  }
  writer.end_array();
}

template <class Value>
std::string end_polyhedron(io::JsonWriter& writer, const Value& k) {
  write_forms(writer, "facets", k.facets());
  write_forms(writer, "equations", k.equations());
  writer.end_object();
  return std::move(writer).text();
}

void write_directions(io::JsonWriter& writer, std::string_view name, const std::vector<std::vector<Integer>>& rows) {
  writer.key(name).begin_array();
  for (const auto& row : rows) {
    writer.begin_array();
    for (const Integer& entry : row) writer.integer(entry);
    writer.end_array();
  }
  writer.end_array();
}

}  // namespace

std::string to_json(const Polytope& k) {
  io::JsonWriter writer;
  begin_polyhedron(writer, k);
  return end_polyhedron(writer, k);
}

std::string to_json(const Polyhedron& p) {
  io::JsonWriter writer;
  begin_polyhedron(writer, p);
  if (!p.is_bounded()) {
    write_directions(writer, "rays", p.rays());
    write_directions(writer, "lines", p.lines());
  }
  return end_polyhedron(writer, p);
}

// {"points": […]} or {"vertices": […]}, perhaps with "rays" and "lines"; or {"inequalities": […]}, perhaps with
// "equations".
PolyhedronDescription io::parse_json_polyhedron(std::string_view text) {
  constexpr std::string_view function = "parse_polyhedron: json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a polyhedron");
  if (root.find("_type") && root.find("_ns")) return parse_polymake(text);
  std::string_view name = "points";
  for (const std::string_view other : {"vertices", "inequalities"}) {
    if (!root.find(other)) continue;
    if (root.find(name))
      throw Error(Errc::invalid_argument, std::string(function) + ": give \"" + std::string(name) + "\" or \"" +
                                              std::string(other) + "\", not both");
    name = other;
  }
  PolyhedronDescription result;
  result.by_inequalities = name == "inequalities";
  const std::size_t more = result.by_inequalities ? 1 : 0;
  const io::JsonValue rows = root.member(name).array(name);
  result.ambient_dimension = ambient_dimension_of(function, root, name, rows, more);
  const std::size_t length = result.ambient_dimension + more;
  const auto read = [&](std::string_view field, std::string_view entries) {
    const std::optional<io::JsonValue> value = root.find(field);
    return value ? json_rows(function, field, value->array(field), length, entries) : RationalMatrix{};
  };
  if (result.by_inequalities) {
    result.inequalities = forms_of(read(name, "entries"));
    result.equations = forms_of(read("equations", "entries"));
    return result;
  }
  result.points = read(name, "coordinates");
  result.rays = read("rays", "coordinates");
  result.lines = read("lines", "coordinates");
  return result;
}

namespace {

PointsFile point_rows(std::string_view function, const io::JsonValue& root, std::string_view name) {
  const io::JsonValue rows = root.member(name).array(name);
  PointsFile file;
  file.ambient_dimension = ambient_dimension_of(function, root, name, rows, 0);
  file.points = json_rows(function, name, rows, file.ambient_dimension, "coordinates");
  return file;
}

}  // namespace

PointsFile points_from_json(std::string_view text) {
  constexpr std::string_view function = "points_from_json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a list of points");
  const bool has_vertices = root.find("vertices").has_value();
  if (has_vertices && root.find("points"))
    throw Error(Errc::invalid_argument, std::string(function) + ": give \"points\" or \"vertices\", not both");
  return point_rows(function, root, has_vertices ? "vertices" : "points");
}

PointsFile generators_from_json(std::string_view text) {
  constexpr std::string_view function = "generators_from_json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  return point_rows(function, document.root().object("a zonotope"), "generators");
}

}  // namespace tropiary
