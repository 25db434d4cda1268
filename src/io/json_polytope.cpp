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
  if (const std::optional<io::JsonValue> ambient = root.find("ambient_dimension")) {
    const std::uint64_t dimension = ambient->natural("ambient_dimension");
    if (dimension > std::uint64_t{1} << 24U)
      throw Error(Errc::too_large,
                  std::string(function) + ": ambient_dimension " + std::to_string(dimension) + " exceeds 2^24");
    file.ambient_dimension = static_cast<std::size_t>(dimension);
  } else if (rows.size() > 0) {
    file.ambient_dimension = (*rows.begin()).array(io::at_index(name, 0)).size();
  } else {
    throw Error(Errc::invalid_argument,
                std::string(function) + ": no " + std::string(name) + " and no ambient_dimension");
  }
  file.points.reserve(rows.size());
  for (const io::JsonValue& row : rows) {
    const std::string where = io::at_index(name, file.points.size());
    if (row.array(where).size() != file.ambient_dimension)
      throw Error(Errc::dimension_mismatch, std::string(function) + ": " + where + " has " +
                                                std::to_string(row.size()) + " coordinates, not " +
                                                std::to_string(file.ambient_dimension) + " as expected");
    RationalVector point;
    point.reserve(row.size());
    for (const io::JsonValue& entry : row) point.push_back(entry.rational(io::at_index(where, point.size())));
    file.points.push_back(std::move(point));
  }
  return file;
}

}  // namespace tropiary
