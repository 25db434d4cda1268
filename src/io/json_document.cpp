#include "io/json_document.hpp"

#include <algorithm>
#include <unordered_set>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"

namespace tropiary::io {
namespace {

std::string_view name_of(JsonDocument::Kind kind) {
  switch (kind) {
    case JsonDocument::Kind::null:
      return "null";
    case JsonDocument::Kind::boolean:
      return "a truth value";
    case JsonDocument::Kind::integer:
      return "an integer";
    case JsonDocument::Kind::real:
      return "a number that is no integer";
    case JsonDocument::Kind::string:
      return "a string";
    case JsonDocument::Kind::array:
      return "an array";
    case JsonDocument::Kind::object:
      return "an object";
  }
  return "";
}

}  // namespace

JsonValue JsonDocument::root() const { return {this, 0}; }

std::string_view JsonValue::text() const noexcept {
  return std::string_view(document_->characters_).substr(node().offset, node().length);
}

std::optional<JsonValue> JsonValue::find(std::string_view name) const {
  if (kind() != Kind::object) return std::nullopt;
  for (Iterator key = begin(); key != end();) {
    const bool found = (*key).text() == name;
    ++key;
    if (found) return *key;
    ++key;
  }
  return std::nullopt;
}

void JsonValue::fail(std::string_view where, std::string_view expected) const {
  std::string found(name_of(kind()));
  if (kind() == Kind::string || kind() == Kind::integer || kind() == Kind::real) found += " " + quote(text(), 40);
  throw Error(Errc::invalid_argument, document_->function() + ": " + abbreviate(where) + " must be " +
                                          std::string(expected) + ", not " + found);
}

JsonValue JsonValue::object(std::string_view where) const {
  if (kind() != Kind::object) fail(where, "an object {…}");
  return *this;
}

JsonValue JsonValue::array(std::string_view where) const {
  if (kind() != Kind::array) fail(where, "an array […]");
  return *this;
}

JsonValue JsonValue::member(std::string_view name) const {
  if (const std::optional<JsonValue> value = find(name)) return *value;
  throw Error(Errc::invalid_argument, document_->function() + ": the field \"" + std::string(name) + "\" is missing");
}

std::string JsonValue::string(std::string_view where) const {
  if (kind() != Kind::string) fail(where, "a string");
  return std::string(text());
}

bool JsonValue::boolean(std::string_view where) const {
  if (kind() != Kind::boolean) fail(where, "true or false");
  return text() == "true";
}

std::uint64_t JsonValue::natural(std::string_view where) const {
  constexpr std::string_view expected = "an integer ≥ 0";
  if (kind() != Kind::integer || text().starts_with('-')) fail(where, expected);
  const Integer value(text());
  if (!value.fits_int64()) fail(where, "an integer below 2^63");
  return static_cast<std::uint64_t>(value.to_int64());
}

Rational JsonValue::rational(std::string_view where) const {
  if (kind() != Kind::integer && kind() != Kind::string) fail(where, "an integer or a string \"p/q\"");
  try {
    return Rational(text());
  } catch (const Error& error) {
    throw Error(error.code() == Errc::division_by_zero ? Errc::division_by_zero : Errc::invalid_argument,
                document_->function() + ": " + abbreviate(where) + " must be an integer or a string \"p/q\", not " +
                    quote(text(), 40) + (error.code() == Errc::division_by_zero ? ": division by zero" : ""));
  }
}

std::string at_index(std::string_view name, std::size_t i) { return std::string(name) + "[" + std::to_string(i) + "]"; }

}  // namespace tropiary::io
