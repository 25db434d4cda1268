#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/rational.hpp"

namespace tropiary::io {

/// Writes JSON text in the order it is told, on one line: {"size": 4, "covers": [[0, 1]]}. No recursion, no tree.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);  ///< broken UTF-8 becomes U+FFFD
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  JsonWriter& number(std::uint64_t value);    ///< like integer
  JsonWriter& integer(const Integer& value);  ///< a string beyond 2⁵³, which doubles cannot count past
  JsonWriter& rational(const Rational& value) { return string(value.to_string()); }
  /// A value that is JSON text already.
  JsonWriter& raw(std::string_view json);

  [[nodiscard]] const std::string& text() const& noexcept { return text_; }
  [[nodiscard]] std::string text() && noexcept { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace tropiary::io
