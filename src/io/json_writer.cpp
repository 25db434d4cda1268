#include "io/json_writer.hpp"

#include "io/abbreviate.hpp"

namespace tropiary::io {
namespace {

constexpr std::uint64_t largest_number = std::uint64_t{1} << 53U;

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) text_ += ", ";
  needs_comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ": ";
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  const std::string digits = std::to_string(value);
  return value <= largest_number ? raw(digits) : string(digits);
}

JsonWriter& JsonWriter::integer(const Integer& value) {
  const std::string digits = value.to_string();
  return abs(value) <= Integer(largest_number) ? raw(digits) : string(digits);
}

JsonWriter& JsonWriter::string(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  separate();
  text_ += '"';
  while (!text.empty()) {
    const std::size_t length = utf8_character_length(text);
    const char c = text[0];
    if (length == 0) {
      text_ += "\xEF\xBF\xBD";
    } else if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (c == '\n') {
      text_ += "\\n";
    } else if (c == '\t') {
      text_ += "\\t";
    } else if (length == 1 && static_cast<unsigned char>(c) < 0x20U) {
      text_ += "\\u00";
      text_ += digits[static_cast<unsigned char>(c) >> 4U];
      text_ += digits[static_cast<unsigned char>(c) & 15U];
    } else {
      text_ += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  text_ += '"';
  return *this;
}

}  // namespace tropiary::io
