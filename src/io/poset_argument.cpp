#include "tropiary/io/poset_argument.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary {
namespace {

enum class Notation : std::uint8_t { name, relations, term, digraph6, json };

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// '<', '>', ',' or ';' outside brackets, parentheses, quotes and comments: only relations have them there.
bool has_relation_marks(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#') {
      i = text.find('\n', i);
      if (i == std::string_view::npos) return false;
    } else if (c == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i)
        if (text[i] == '\\') ++i;
    } else if (c == '(' || c == '[') {
      ++depth;
    } else if ((c == ')' || c == ']') && depth > 0) {
      --depth;
    } else if (depth == 0 && (c == '<' || c == '>' || c == ',' || c == ';')) {
      return true;
    }
  }
  return false;
}

bool is_word(std::string_view text) { return text.find_first_of(" \t\r\n\v\f()[]+*,;<>#") == std::string_view::npos; }

std::string_view before_colon(std::string_view word) { return word.substr(0, word.find(':')); }

/// "young:4,3,1": a name with a list of numbers, and no relations in spite of its commas.
bool is_name_with_list(std::string_view text) {
  return is_poset_name(before_colon(text)) && text.find_first_not_of("0123456789,", text.find(':') + 1) == text.npos &&
         text.find(':') != text.npos;
}

/// As terms have it, where a comma stands between operands.
std::string without_commas(std::string_view name) {
  std::string result(name);
  std::replace(result.begin(), result.end(), ',', '-');
  return result;
}

Notation notation_of(std::string_view text) {
  if (text.front() == '{') return Notation::json;
  if (text.front() == '&' || text.starts_with(">>digraph6<<")) return Notation::digraph6;
  if (is_name_with_list(text)) return Notation::name;
  if (text.front() == '"' || has_relation_marks(text)) return Notation::relations;
  if (text.find_first_not_of("0123456789 \t\r\n") == std::string_view::npos) return Notation::relations;
  if (is_word(text) && text != ".") return Notation::name;
  return Notation::term;
}

/// A byte order mark says nothing that UTF-8 does not; editors leave it at the start of a file.
std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return text;
}

/// In a file there are JSON and long relations too, and a list of labels, one on each line, is an antichain.
Notation notation_of_file(std::string_view text) {
  if (text.empty()) return Notation::relations;
  const Notation notation = notation_of(text);
  if (notation == Notation::name && !is_poset_name(before_colon(text))) return Notation::relations;
  if (notation == Notation::term && text != "." && text.find_first_of("()[]+*:") == std::string_view::npos)
    return Notation::relations;
  return notation;
}

/// The list of known names is named_poset's to give; a word of megabytes is not to be repeated.
Poset poset_of_name(std::string_view word) {
  if (!is_poset_name(before_colon(word)) && word.find_first_of("./") != std::string_view::npos)
    throw Error(Errc::invalid_argument,
                "poset argument: " + io::quote(word, 200) + " is no poset; the poset in a file is written @FILE");
  return is_poset_name(before_colon(word)) ? named_poset(without_commas(word)) : named_poset(io::abbreviate(word, 60));
}

std::optional<Poset> plain_poset(Notation notation, std::string_view text) {
  switch (notation) {
    case Notation::name:
      return poset_of_name(text);
    case Notation::relations:
      return parse_relations(text);
    case Notation::digraph6:
      return parse_digraph6(text);
    case Notation::json:
      return poset_from_json(text);
    case Notation::term:
      break;
  }
  return std::nullopt;
}

/// Errors in a file begin with its name.
template <class Read>
auto naming_file(const std::string& path, Read read) {
  try {
    return read();
  } catch (const Error& error) {
    throw Error(error.code(), (path == "-" ? "standard input" : io::abbreviate(path, 200)) + ": " + error.what());
  }
}

/// Lines and columns are counted in the whole file; a name and a digraph6 string have none.
template <class Value>
Value read_content(std::string_view file, Value (*read)(Notation, std::string_view)) {
  file = without_byte_order_mark(file);
  const std::string_view content = trimmed(file);
  const Notation notation = notation_of_file(content);
  const bool whole = notation != Notation::name && notation != Notation::digraph6;
  return read(notation, whole ? file : content);
}

template <class Value>
Value read_argument(std::string_view text, Value (*read)(Notation, std::string_view)) {
  const std::string_view argument = trimmed(text);
  if (argument.empty())
    throw Error(Errc::invalid_argument,
                "poset argument: the text is empty; give a name, relations, a term, a digraph6 string or @file");
  if (argument.front() != '@' && argument != "-") return read(notation_of(argument), argument);
  const std::string path(argument == "-" ? argument : argument.substr(1));
  if (path.empty()) throw Error(Errc::invalid_argument, "poset argument: '@' without a file name");
  const std::string file = read_file(path);
  return naming_file(path, [&] { return read_content(file, read); });
}

Poset read_poset(Notation notation, std::string_view text) {
  if (std::optional<Poset> p = plain_poset(notation, text)) return *std::move(p);
  return expand(parse_term(text));
}

Term read_term(Notation notation, std::string_view text) {
  if (std::optional<Poset> p = plain_poset(notation, text))
    return Term::leaf(*p, notation == Notation::name ? without_commas(text) : std::string());
  return parse_term(text);
}

}  // namespace

Term parse_term_argument(std::string_view text) { return read_argument(text, &read_term); }

Term parse_term_content(std::string_view content, const std::string& path) {
  return naming_file(path, [&] { return read_content(content, &read_term); });
}

Poset parse_poset_argument(std::string_view text) { return read_argument(text, &read_poset); }

}  // namespace tropiary
