#include "io/abbreviate.hpp"
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

RationalMatrix rational_rows(std::string_view function, std::string_view name, const io::JsonValue& rows,
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
  std::vector<AffineForm> forms;
  for (const RationalVector& row : rows) {
    std::vector<Integer> entries = primitive(std::span<const Rational>(row));
    AffineForm form{std::move(entries[0]), {}};
    form.normal.assign(entries.begin() + 1, entries.end());
    forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace

std::string to_json(const Polytope& k) {
  io::JsonWriter writer;
  writer.begin_object().key("dimension").integer(k.dimension());
  writer.key("ambient_dimension").number(k.ambient_dimension());
  writer.key("vertices").begin_array();
  for (const RationalVector& vertex : k.vertices()) {
    writer.begin_array();
    for (const Rational& coordinate : vertex) writer.rational(coordinate);
    writer.end_array();
  }
  writer.end_array();
  write_forms(writer, "facets", k.facets());
  write_forms(writer, "equations", k.equations());
  return std::move(writer.end_object()).text();
}

PointsFile points_from_json(std::string_view text) {
  constexpr std::string_view function = "points_from_json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a polytope");
  const bool has_vertices = root.find("vertices").has_value();
  if (has_vertices && root.find("points"))
    throw Error(Errc::invalid_argument, std::string(function) + ": give \"points\" or \"vertices\", not both");
  const std::string_view name = has_vertices ? "vertices" : "points";
  const io::JsonValue rows = root.member(name).array(name);

  PointsFile file;
  file.ambient_dimension = ambient_dimension_of(function, root, name, rows, 0);
  file.points = rational_rows(function, name, rows, file.ambient_dimension, "coordinates");
  return file;
}

PointsFile generators_from_json(std::string_view text) {
  constexpr std::string_view function = "generators_from_json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a zonotope");
  const io::JsonValue rows = root.member("generators").array("generators");
  PointsFile file;
  file.ambient_dimension = ambient_dimension_of(function, root, "generators", rows, 0);
  file.points = rational_rows(function, "generators", rows, file.ambient_dimension, "coordinates");
  return file;
}

std::optional<InequalitiesFile> inequalities_from_json(std::string_view text) {
  constexpr std::string_view function = "inequalities_from_json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a polytope");
  if (!root.find("inequalities")) return std::nullopt;
  for (const std::string_view other : {"points", "vertices"}) {
    if (root.find(other))
      throw Error(Errc::invalid_argument,
                  std::string(function) + ": give \"inequalities\" or \"" + std::string(other) + "\", not both");
  }
  InequalitiesFile file;
  const io::JsonValue rows = root.member("inequalities").array("inequalities");
  file.ambient_dimension = ambient_dimension_of(function, root, "inequalities", rows, 1);
  file.inequalities = forms_of(rational_rows(function, "inequalities", rows, file.ambient_dimension + 1, "entries"));
  if (const std::optional<io::JsonValue> equations = root.find("equations")) {
    file.equations = forms_of(
        rational_rows(function, "equations", equations->array("equations"), file.ambient_dimension + 1, "entries"));
  }
  return file;
}

}  // namespace tropiary
