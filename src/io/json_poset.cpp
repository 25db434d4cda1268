#include <algorithm>

#include "io/abbreviate.hpp"
#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary {
namespace {

constexpr std::string_view function = "poset_from_json";

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(Errc::invalid_argument, std::string(function) + ": " + problem);
}

/// A size alone proves nothing: more than 2²⁴ points are believed only in a text that is about as long.
std::size_t read_size(const io::JsonValue& root, std::size_t text_size) {
  const std::uint64_t size = root.member("size").natural("size");
  const std::uint64_t limit = std::max<std::uint64_t>(std::uint64_t{1} << 24U, text_size);
  if (size > limit)
    throw Error(Errc::too_large, std::string(function) + ": size " + std::to_string(size) + " exceeds " +
                                     std::to_string(limit) + ", the limit for a text of this length");
  return static_cast<std::size_t>(size);
}

Element read_point(const io::JsonValue& value, std::size_t size, const std::string& where) {
  const std::uint64_t position = value.natural(where);
  if (position >= size)
    refuse(where + " is " + std::to_string(position) + ", but positions run from 0 to size − 1 for size " +
           std::to_string(size));
  return element(static_cast<std::size_t>(position));
}

std::vector<Relation> read_relations(const io::JsonValue& root, std::size_t size) {
  const bool has_covers = root.find("covers").has_value();
  if (has_covers && root.find("relations")) refuse("give \"relations\" or \"covers\", not both");
  const std::string_view name = has_covers ? "covers" : "relations";
  const io::JsonValue rows = root.member(name).array(name);
  std::vector<Relation> relations;
  relations.reserve(rows.size());
  for (const io::JsonValue& row : rows) {
    const std::string where = io::at_index(name, relations.size());
    if (row.array(where).size() != 2) row.fail(where, "a pair [lower, upper]");
    io::JsonValue::Iterator ends = row.begin();
    const Element lower = read_point(*ends, size, where + "[0]");
    const Element upper = read_point(*++ends, size, where + "[1]");
    relations.push_back({lower, upper});
  }
  return relations;
}

std::vector<std::string> read_labels(const io::JsonValue& root, std::size_t size) {
  std::vector<std::string> labels;
  const std::optional<io::JsonValue> values = root.find("labels");
  if (!values || values->kind() == io::JsonValue::Kind::null) return labels;
  if (values->array("labels").size() != size)
    refuse("labels has " + std::to_string(values->size()) + " entries, but size is " + std::to_string(size));
  labels.reserve(size);
  for (const io::JsonValue& value : *values) labels.push_back(value.string(io::at_index("labels", labels.size())));
  return labels;
}

}  // namespace

std::string to_json(const Poset& p) {
  io::JsonWriter writer;
  writer.begin_object().key("size").number(p.size()).key("covers").begin_array();
  for (const Relation& cover : p.covers())
    writer.begin_array().number(index(cover.lower)).number(index(cover.upper)).end_array();
  writer.end_array();
  if (p.has_labels()) {
    writer.key("labels").begin_array();
    for (const std::string& label : p.labels()) writer.string(label);
    writer.end_array();
  }
  return std::move(writer.end_object()).text();
}

Poset poset_from_json(std::string_view text) {
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a poset");
  const std::size_t size = read_size(root, text.size());
  std::vector<Relation> relations = read_relations(root, size);
  return Poset::from_relations(size, relations, read_labels(root, size));
}

}  // namespace tropiary
