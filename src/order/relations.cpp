#include "tropiary/order/relations.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

enum class TokenKind { label, less, greater, separator, line_end, end };

struct Token {
  TokenKind kind;
  std::size_t offset;
  std::string label;
  bool quoted = false;
};

constexpr std::string_view special = ",;<>()[]#\"";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_plain(char c) { return !is_space(c) && !is_control(c) && special.find(c) == std::string_view::npos; }

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  Token next() {
    skip_blanks();
    const std::size_t start = position_;
    if (start == text_.size()) return {TokenKind::end, start, {}};
    switch (const char c = text_[position_++]) {
      case '\n':
        return {TokenKind::line_end, start, {}};
      case ',':
      case ';':
        return {TokenKind::separator, start, {}};
      case '<':
        return {TokenKind::less, start, {}};
      case '>':
        return {TokenKind::greater, start, {}};
      case '"':
        return quoted_label(start);
      default:
        if (is_control(c)) fail(start, "unexpected control character " + std::to_string(static_cast<int>(c)));
        if (!is_plain(c)) fail(start, std::string("unexpected '") + c + "'");
        while (position_ < text_.size() && is_plain(text_[position_])) ++position_;
        return {TokenKind::label, start, std::string(text_.substr(start, position_ - start))};
    }
  }

  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const {
    throw_parse_error("parse_relations", text_, offset, problem);
  }

 private:
  void skip_blanks() {
    while (position_ < text_.size()) {
      if (text_[position_] == '#') {
        position_ = std::min(text_.find('\n', position_), text_.size());
      } else if (is_space(text_[position_]) && text_[position_] != '\n') {
        ++position_;
      } else {
        return;
      }
    }
  }

  Token quoted_label(std::size_t start) {
    std::string label;
    while (true) {
      if (position_ == text_.size()) fail(start, "the quoted label has no end");
      const char c = text_[position_++];
      if (c == '"') return {TokenKind::label, start, std::move(label), true};
      if (c == '\\' && position_ < text_.size()) {
        label += text_[position_++];
      } else {
        label += c;
      }
    }
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

bool is_numeric(const std::string& label) {
  return !label.empty() && std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
}

/// Order of numeric labels of any length by value.
bool numerically_less(std::string_view a, std::string_view b) {
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// The labels in order of appearance and the relations between them.
struct Names {
  struct Name {
    std::string label;
    bool numeric;
  };
  std::vector<Name> names;
  std::unordered_map<std::string, std::size_t> positions;

  std::size_t position(Token token) {
    const auto [entry, is_new] = positions.try_emplace(token.label, names.size());
    if (is_new) {
      const bool numeric = !token.quoted && is_numeric(token.label);
      names.push_back({std::move(token.label), numeric});
    }
    return entry->second;
  }

  /// Numeric labels by value, then the others by appearance: old positions in their new order.
  [[nodiscard]] std::vector<std::size_t> sorted() const {
    std::vector<std::size_t> order(names.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      if (!names[a].numeric || !names[b].numeric) return names[a].numeric && !names[b].numeric;
      return numerically_less(names[a].label, names[b].label);
    });
    return order;
  }
};

}  // namespace

Poset parse_relations(std::string_view text) {
  Tokens tokens(text);
  Names names;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;

  Token token = tokens.next();
  const auto skip_line_ends = [&] {
    while (token.kind == TokenKind::line_end) token = tokens.next();
  };
  skip_line_ends();
  while (token.kind != TokenKind::end) {
    if (token.kind != TokenKind::label) tokens.fail(token.offset, "expected a label");
    std::size_t left = names.position(std::move(token));
    token = tokens.next();
    while (true) {
      const bool line_ended = token.kind == TokenKind::line_end;
      skip_line_ends();
      if (token.kind != TokenKind::less && token.kind != TokenKind::greater) {
        if (token.kind == TokenKind::label && !line_ended) {
          tokens.fail(token.offset, "expected '<', '>', ',' or ';' between two labels");
        }
        break;
      }
      const bool ascending = token.kind == TokenKind::less;
      token = tokens.next();
      skip_line_ends();
      if (token.kind != TokenKind::label) tokens.fail(token.offset, "expected a label");
      const std::size_t right = names.position(std::move(token));
      pairs.emplace_back(ascending ? left : right, ascending ? right : left);
      left = right;
      token = tokens.next();
    }
    if (token.kind == TokenKind::separator) {
      token = tokens.next();
      skip_line_ends();
    }
  }

  const std::vector<std::size_t> order = names.sorted();
  std::vector<std::size_t> new_position(order.size());
  std::vector<std::string> labels;
  labels.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    new_position[order[i]] = i;
    labels.push_back(names.names[order[i]].label);
  }
  std::vector<Relation> relations;
  relations.reserve(pairs.size());
  for (const auto& [lower, upper] : pairs)
    relations.push_back({element(new_position[lower]), element(new_position[upper])});
  const std::size_t size = labels.size();
  return Poset::from_relations(size, relations, std::move(labels));
}

std::string to_relations_text(const Poset& p) {
  std::vector<std::string> labels = p.labels();
  // Numeric labels that are not ascending and first would be reordered on reading; quoted they are not numbers.
  bool in_order = true;
  for (std::size_t i = 1; i < labels.size(); ++i) {
    const bool numeric = is_numeric(labels[i]);
    in_order = in_order && (!numeric || (is_numeric(labels[i - 1]) && numerically_less(labels[i - 1], labels[i])));
  }
  for (std::string& label : labels) {
    // A text that begins like JSON, digraph6 or a file name is no relations to a reader of POSET arguments.
    const bool is_misleading = !label.empty() && std::string_view("{&@-").find(label[0]) != std::string_view::npos;
    if (!label.empty() && !is_misleading && std::ranges::all_of(label, is_plain) && (in_order || !is_numeric(label)))
      continue;
    std::string quoted = "\"";
    for (const char c : label) {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
    label = quoted + "\"";
  }
  std::string text;
  const auto add = [&](const std::string& item) { text += (text.empty() ? "" : ", ") + item; };
  // An element is named by itself when its covers alone would not make it appear in its place.
  const bool by_value = in_order && std::ranges::all_of(labels, is_numeric);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Element e = element(i);
    if (!by_value || (p.upper_covers(e).empty() && p.lower_covers(e).empty())) add(labels[i]);
  }
  for (const Relation& c : p.covers()) add(labels[index(c.lower)] + "<" + labels[index(c.upper)]);
  return text;
}

}  // namespace tropiary
