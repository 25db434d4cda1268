#include "cli/source.hpp"

#include <nlohmann/json.hpp>

#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/io/network_argument.hpp"
#include "tropiary/io/poset_argument.hpp"

namespace tropiary::cli {

const char* const source_help =
    "a POSET (see tropiary poset info --help), a tropical polynomial in ordinary arithmetic (\"max(0, x1, 1/2 + x1 + "
    "2*x2)\"), a network by name (sort:N, median:N, largest:N:K, sum-of-largest:N:K, order-statistic:N:POSITION, "
    "spanning-tree:N, bellman-ford:N, reachability:N, heaviest-chain:POSET) or @FILE with one of these or their JSON; "
    "- is standard input";

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_maximum(const std::string& text) {
  return text.find("max(") != std::string::npos || text.find("max (") != std::string::npos;
}

/// A constant: -inf, or an expression in numbers alone. A plain "4" is left out: it is the poset with one element 4.
bool is_constant(const std::string& text) {
  if (text == "-inf") return true;
  return text.find_first_not_of("0123456789+-*/.() ") == std::string::npos &&
         text.find_first_of("+-*/") != std::string::npos && text.find_first_of("0123456789") != std::string::npos;
}

/// An expression mentions max(...) or a variable x1, x2, ... and none of the marks of a POSET, or is a constant.
bool is_expression(const std::string& text) {
  if (is_constant(text)) return true;
  if (text.find_first_of("<>[&@;:.") != std::string::npos && text.find("max") == std::string::npos) return false;
  if (is_maximum(text)) return true;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == 'x' && is_digit(text[i + 1]) && (i == 0 || !std::isalnum(static_cast<unsigned char>(text[i - 1])))) {
      return true;
    }
  }
  return false;
}

/// Whether JSON text has a field of this name, which a label of this name is not.
bool has_field(const std::string& content, const std::string& name) {
  const std::string quoted = '"' + name + '"';
  for (std::size_t place = content.find(quoted); place != std::string::npos; place = content.find(quoted, place + 1)) {
    const std::size_t next = content.find_first_not_of(" \t\r\n", place + quoted.size());
    if (next != std::string::npos && content[next] == ':') return true;
  }
  return false;
}

}  // namespace

Source parse_source(const std::string& text, std::size_t variables) {
  if (auto named = parse_network_argument(text)) return std::move(named->network);
  if (is_expression(text) || (variables > 0 && text.find_first_not_of("0123456789") == std::string::npos)) {
    return parse_tropical_polynomial(text, variables);
  }
  if (text.starts_with('@') || text == "-") {
    // Which JSON it is shows in its fields; anything else is an expression or a POSET.
    const std::string path = text == "-" ? text : text.substr(1);
    const std::string content = read_file(path);
    if (has_field(content, "monomials")) return tropical_polynomial_from_json(content);
    if (has_field(content, "nodes")) return network_from_json(content);
    if (content.find('"') == std::string::npos && is_maximum(content))
      return parse_tropical_polynomial(content, variables);
    return parse_term_content(content, path);
  }
  return parse_term_argument(text);
}

}  // namespace tropiary::cli
