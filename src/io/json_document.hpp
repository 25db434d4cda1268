#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/rational.hpp"

namespace tropiary::io {

class JsonValue;

/// A parsed JSON text. Numbers keep their digits, so integers of any size arrive exactly. The values lie in one array
/// in the order of the text, containers before their contents, so nesting of any depth costs no stack.
class JsonDocument {
 public:
  enum class Kind : std::uint8_t { null, boolean, integer, real, string, array, object };

  /// Throws parse_error with line and column; invalid_argument naming a key used twice in one object.
  /// `function` names the caller in messages.
  static JsonDocument parse(std::string_view function, std::string_view text);

  [[nodiscard]] JsonValue root() const;
  [[nodiscard]] const std::string& function() const noexcept { return function_; }

 private:
  friend class JsonValue;
  struct Builder;
  struct Node {
    Kind kind = Kind::null;
    std::size_t end = 0;     // the first node behind this value and all it contains
    std::size_t size = 0;    // of an array: its elements; of an object: its members (a key node, then a value, each)
    std::size_t offset = 0;  // a scalar's text
    std::size_t length = 0;
  };
  std::string function_;
  std::vector<Node> nodes_;
  std::string characters_;
};

/// A value inside a JsonDocument, which must outlive it. `where` names it in messages, e.g. "relations[2]".
class JsonValue {
 public:
  using Kind = JsonDocument::Kind;

  [[nodiscard]] Kind kind() const noexcept { return node().kind; }
  [[nodiscard]] std::size_t size() const noexcept { return node().size; }  ///< of an array or object
  [[nodiscard]] std::string_view text() const noexcept;                    ///< of a string or number
  [[nodiscard]] bool is_string(std::string_view value) const noexcept {
    return kind() == Kind::string && text() == value;
  }

  /// The member of that name, if this is an object and has it.
  [[nodiscard]] std::optional<JsonValue> find(std::string_view name) const;

  // What follows throws invalid_argument naming `where` unless the value is as asked for.
  [[nodiscard]] JsonValue object(std::string_view where) const;
  [[nodiscard]] JsonValue array(std::string_view where) const;
  [[nodiscard]] JsonValue member(std::string_view name) const;  ///< of an object, required
  [[nodiscard]] std::string string(std::string_view where) const;
  [[nodiscard]] bool boolean(std::string_view where) const;
  [[nodiscard]] std::uint64_t natural(std::string_view where) const;  ///< an integer from 0 to 2⁶³ − 1
  [[nodiscard]] Rational rational(std::string_view where) const;      ///< an integer, or a string "p/q"

  [[noreturn]] void fail(std::string_view where, std::string_view expected) const;

  /// The elements of an array.
  class Iterator {
   public:
    using value_type = JsonValue;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const JsonDocument* document, std::size_t position) : document_(document), position_(position) {}
    JsonValue operator*() const { return JsonValue(document_, position_); }
    Iterator& operator++() {
      position_ = document_->nodes_[position_].end;
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const JsonDocument* document_ = nullptr;
    std::size_t position_ = 0;
  };
  [[nodiscard]] Iterator begin() const { return {document_, position_ + 1}; }
  [[nodiscard]] Iterator end() const { return {document_, node().end}; }

 private:
  friend class JsonDocument;
  JsonValue(const JsonDocument* document, std::size_t position) : document_(document), position_(position) {}
  [[nodiscard]] const JsonDocument::Node& node() const noexcept { return document_->nodes_[position_]; }
  const JsonDocument* document_;
  std::size_t position_;
};

/// "name[i]", for messages.
std::string at_index(std::string_view name, std::size_t i);

}  // namespace tropiary::io
