#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

#include "io/abbreviate.hpp"
#include "io/json_document.hpp"
#include "tropiary/error.hpp"

namespace tropiary::io {

// Receives the parser's events. The parser keeps its own stack on the heap, and so does this.
struct JsonDocument::Builder : nlohmann::json_sax<nlohmann::json> {
  Builder(JsonDocument& document, std::string_view text) : document_(document), text_(text) {}

  bool null() override { return scalar(Kind::null, "null"); }
  bool boolean(bool value) override { return scalar(Kind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return scalar(Kind::integer, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return scalar(Kind::integer, std::to_string(value)); }
  bool number_float(number_float_t /*rounded*/, const string_t& digits) override {
    // The parser takes integers beyond 64 bits for doubles; the digits know better.
    const bool is_integer = digits.find_first_of(".eE") == std::string::npos;
    return scalar(is_integer ? Kind::integer : Kind::real, digits);
  }
  bool string(string_t& value) override { return scalar(Kind::string, value); }
  bool binary(binary_t& /*value*/) override { return false; }  // no JSON text has one

  bool start_array(std::size_t /*unknown*/) override { return open(Kind::array); }
  bool end_array() override { return close(); }
  bool start_object(std::size_t /*unknown*/) override {
    keys_.emplace_back();
    return open(Kind::object);
  }
  bool end_object() override {
    keys_.pop_back();
    return close();
  }
  bool key(string_t& name) override {
    if (!keys_.back().insert(name).second)
      throw Error(Errc::invalid_argument, document_.function_ + ": the field " + quote(name) + " is given twice");
    append(Kind::string, name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string& last_token,
                   const nlohmann::json::exception& error) override {
    // "[json.exception.…] parse error at line 1, column 2: syntax error while … - problem; last read: '…'; expected …"
    std::string problem = error.what();
    if (const std::size_t start = problem.find("syntax error"); start != std::string::npos)
      problem.erase(0, start);
    else if (const std::size_t bracket = problem.find("] "); bracket != std::string::npos)
      problem.erase(0, bracket + 2);
    if (const std::size_t read = problem.find("; last read: '"); read != std::string::npos) {
      const std::size_t expected = problem.rfind("'; expected ");
      const std::string tail = expected != std::string::npos && expected > read ? problem.substr(expected + 1) : "";
      problem = problem.substr(0, read) + (last_token.empty() ? "" : "; last read: " + quote(last_token, 40)) + tail;
    }
    throw_parse_error(document_.function_, text_, position == 0 ? 0 : position - 1,
                      "malformed JSON: " + abbreviate(problem, 300));
  }

 private:
  void append(Kind kind, std::string_view characters) {
    Node node;
    node.kind = kind;
    node.end = document_.nodes_.size() + 1;
    node.offset = document_.characters_.size();
    node.length = characters.size();
    document_.characters_ += characters;
    document_.nodes_.push_back(node);
  }
  void count() {
    if (!open_.empty()) ++document_.nodes_[open_.back()].size;
  }
  bool scalar(Kind kind, std::string_view characters) {
    count();
    append(kind, characters);
    return true;
  }
  bool open(Kind kind) {
    count();
    open_.push_back(document_.nodes_.size());
    append(kind, "");
    return true;
  }
  bool close() {
    document_.nodes_[open_.back()].end = document_.nodes_.size();
    open_.pop_back();
    return true;
  }

  JsonDocument& document_;
  std::string_view text_;
  std::vector<std::size_t> open_;
  std::vector<std::unordered_set<std::string>> keys_;
};

namespace {

// The parser refuses integers beyond the range of doubles; as text they are read like any other. Nothing when there is
// none.
std::optional<std::string> with_long_integers_quoted(std::string_view text) {
  constexpr std::size_t long_digits = 300;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::optional<std::string> result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
      ++i;
      continue;
    }
    if (!is_digit(text[i]) && text[i] != '-') {
      ++i;
      continue;
    }
    const std::size_t start = i++;
    while (i < text.size() && is_digit(text[i])) ++i;
    const bool is_integer = i == text.size() || (text[i] != '.' && text[i] != 'e' && text[i] != 'E');
    const std::size_t first = start + (text[start] == '-' ? 1 : 0);
    if (i - start <= long_digits || !is_integer || text[first] == '0') {
      while (i < text.size() && (is_digit(text[i]) || text[i] == '.' || text[i] == 'e' || text[i] == 'E' ||
                                 text[i] == '+' || text[i] == '-')) {
        ++i;
      }
      continue;
    }
    if (!result) result.emplace();
    *result += text.substr(copied, start - copied);
    *result += '"' + std::string(text.substr(start, i - start)) + '"';
    copied = i;
  }
  if (result) *result += text.substr(copied);
  return result;
}

}  // namespace

JsonDocument JsonDocument::parse(std::string_view function, std::string_view given) {
  JsonDocument document;
  document.function_ = function;
  const std::optional<std::string> quoted = with_long_integers_quoted(given);
  const std::string_view text = quoted ? std::string_view(*quoted) : given;
  Builder builder(document, text);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return document;
}

}  // namespace tropiary::io
