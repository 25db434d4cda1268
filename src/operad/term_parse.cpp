#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary {

namespace {

constexpr std::size_t point_limit = std::size_t{1} << 24;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-';
}

/// Shift and reduce over an explicit stack of open parentheses:
///
///     expression = product ('+' product)*      product = factor ('*' factor)*
///     factor = '.' | '(' expression ')' | (name | '[' relations ']') [ '(' [ expression (',' expression)* ] ')' ]
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) { frames_.push_back({Frame::Kind::top, 0, {}, 0, 0, 0}); }

  Term run() && {
    while (true) {
      read_factor();
      while (!read_operator()) {
        if (frames_.empty()) return Term::from_nodes(std::move(nodes_), std::move(outers_));
      }
    }
  }

 private:
  using Kind = Term::Kind;

  /// What stands before '(': a kind of node, with its outer poset for Kind::compose and as many blocks as it takes.
  struct Head {
    Kind kind = Kind::point;
    std::size_t outer = 0;
    std::size_t size = 0;
  };
  /// An open parenthesis, and where its finished arguments, the products of the current sum and the factors of the
  /// current product begin on the stack of operands.
  struct Frame {
    enum class Kind : std::uint8_t { top, parenthesis, arguments } kind;
    std::size_t offset;
    Head head;
    std::size_t arguments_start;
    std::size_t sum_start;
    std::size_t product_start;
  };

  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const {
    throw_parse_error("parse_term", text_, offset, problem);
  }

  char peek() {
    while (position_ < text_.size() && is_space(text_[position_])) ++position_;
    return position_ < text_.size() ? text_[position_] : '\0';
  }
  bool at_end() { return peek() == '\0' && position_ == text_.size(); }
  bool take(char c) {
    if (peek() != c || at_end()) return false;
    ++position_;
    return true;
  }

  void open(Frame::Kind kind, std::size_t offset, Head head) {
    frames_.push_back({kind, offset, head, operands_.size(), operands_.size(), operands_.size()});
  }

  /// Opening parentheses and then one operand.
  void read_factor() {
    while (true) {
      const char c = peek();
      const std::size_t start = position_;
      if (take('(')) {
        open(Frame::Kind::parenthesis, start, {});
        continue;
      }
      if (take('.')) {
        add_points(1);
        return operands_.push_back(add_node(Kind::point, {}));
      }
      if (c != '[' && !is_name_character(c)) {
        fail(start, at_end() ? "the term ends where a poset was expected" : "expected '.', '(', '[' or a name");
      }
      const Head head = c == '[' ? read_relations() : read_name();
      if (!take('(')) return add_leaf(head);
      open(Frame::Kind::arguments, start, head);
      if (head.size == 0 && take(')')) return close_arguments();
    }
  }

  /// Whether an operator or comma follows, so that another operand is due; else closes one parenthesis, or everything
  /// at the end of the text.
  bool read_operator() {
    Frame& frame = frames_.back();
    const std::size_t start = (peek(), position_);
    if (take('*')) return true;
    if (take('+')) {
      close_product();
      return true;
    }
    if (frame.kind == Frame::Kind::arguments && take(',')) {
      close_sum();
      frame.sum_start = frame.product_start = operands_.size();
      return true;
    }
    if (at_end()) {
      if (frame.kind != Frame::Kind::top) fail(frame.offset, "the parenthesis that opens here is never closed");
      close_sum();
      frames_.pop_back();
      return false;
    }
    if (frame.kind == Frame::Kind::top || !take(')')) {
      fail(start, frame.kind == Frame::Kind::top           ? "expected '+', '*' or the end"
                  : frame.kind == Frame::Kind::parenthesis ? "expected '+', '*' or ')'"
                                                           : "expected '+', '*', ',' or ')'");
    }
    close_sum();
    if (frame.kind == Frame::Kind::arguments) {
      close_arguments();
    } else {
      frames_.pop_back();
    }
    return false;
  }

  std::size_t add_node(Kind kind, std::vector<std::size_t> children, std::size_t outer = 0) {
    nodes_.push_back({kind, std::move(children), outer});
    return nodes_.size() - 1;
  }

  std::vector<std::size_t> pop_operands(std::size_t start) {
    const auto first = operands_.begin() + static_cast<std::ptrdiff_t>(start);
    std::vector<std::size_t> popped(first, operands_.end());
    operands_.erase(first, operands_.end());
    return popped;
  }

  void reduce(Kind kind, std::size_t start) {
    if (operands_.size() - start < 2) return;
    std::vector<std::size_t> parts = pop_operands(start);
    operands_.push_back(add_node(kind, std::move(parts)));
  }
  void close_product() {
    reduce(Kind::ordinal_sum, frames_.back().product_start);
    frames_.back().product_start = operands_.size();
  }
  void close_sum() {
    close_product();
    reduce(Kind::disjoint_union, frames_.back().sum_start);
  }

  void close_arguments() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    const std::size_t given = operands_.size() - frame.arguments_start;
    if (given != frame.head.size) {
      fail(frame.offset, "a poset with " + std::to_string(frame.head.size) + " points is given " +
                             std::to_string(given) + (given == 1 ? " argument" : " arguments"));
    }
    add_head(frame.head, pop_operands(frame.arguments_start));
  }

  void add_leaf(const Head& head) {
    add_points(head.size);
    std::vector<std::size_t> points(head.size);
    for (std::size_t& point : points) point = add_node(Kind::point, {});
    add_head(head, std::move(points));
  }

  void add_head(const Head& head, std::vector<std::size_t> blocks) {
    if (blocks.empty()) {
      operands_.push_back(add_node(Kind::disjoint_union, {}));
    } else if (blocks.size() == 1 && head.kind != Kind::compose) {
      operands_.push_back(blocks[0]);
    } else {
      operands_.push_back(add_node(head.kind, std::move(blocks), head.outer));
    }
  }

  void add_points(std::size_t count) {
    points_ += count;
    if (points_ > point_limit) refuse_size();
  }
  [[noreturn]] static void refuse_size() {
    throw Error(Errc::too_large, "parse_term: the term has more than " + std::to_string(point_limit) + " points");
  }

  Head read_name() {
    const std::size_t start = position_;
    while (position_ < text_.size() && is_name_character(text_[position_])) ++position_;
    const std::string_view name = text_.substr(start, position_ - start);
    if (const auto known = heads_.find(name); known != heads_.end()) return known->second;
    Head head;
    // Sums of any length are nodes of their own: no poset is made for them.
    for (const auto& [prefix, kind] : {std::pair{std::string_view("chain:"), Kind::ordinal_sum},
                                       std::pair{std::string_view("antichain:"), Kind::disjoint_union}}) {
      const std::string_view digits = name.substr(std::min(prefix.size(), name.size()));
      if (!name.starts_with(prefix) || digits.empty() || digits.size() > 8) continue;
      if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) continue;
      head = {kind, 0, std::stoul(std::string(digits))};
      if (head.size > point_limit) refuse_size();
    }
    if (head.kind == Kind::point) {
      try {
        head = add_outer(named_poset(name), std::string(name));
      } catch (const Error& error) {
        if (error.code() != Errc::invalid_argument) throw;
        const std::string_view problem = error.what();
        fail(start, std::string(problem.substr(std::min(problem.find(": ") + 2, problem.size()))));
      }
    }
    return heads_.emplace(name, head).first->second;
  }

  Head read_relations() {
    const std::size_t start = position_++;
    for (bool quoted = false; position_ < text_.size() && (quoted || text_[position_] != ']'); ++position_) {
      const char c = text_[position_];
      if (c == '"') quoted = !quoted;
      if (quoted && c == '\\') ++position_;
      if (!quoted && c == '#') position_ = std::min(text_.find('\n', position_), text_.size() - 1);
    }
    if (position_ >= text_.size()) fail(start, "the bracket that opens here is never closed");
    const std::string_view bracket = text_.substr(start, ++position_ - start);
    if (const auto known = heads_.find(bracket); known != heads_.end()) return known->second;
    const std::string_view relations = bracket.substr(1, bracket.size() - 2);
    try {
      const Head head = add_outer(parse_relations(relations), std::string(bracket));
      return heads_.emplace(bracket, head).first->second;
    } catch (const Error& error) {
      if (error.code() != Errc::parse_error) throw;
    }
    // Once more behind blanks, so that line and column are those of the whole term.
    std::string blanked;
    for (const char c : text_.substr(0, start + 1)) {
      if (c == '\n') {
        blanked += c;
      } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        blanked += ' ';
      }
    }
    parse_relations(blanked += relations);
    fail(start, "malformed relations");
  }

  Head add_outer(Poset poset, std::string text) {
    const Head head{Kind::compose, outers_.size(), poset.size()};
    outer_points_ += head.size;
    if (outer_points_ > point_limit) refuse_size();
    outers_.push_back({std::move(poset), std::move(text)});
    return head;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::vector<Frame> frames_;
  std::vector<std::size_t> operands_;
  std::vector<Term::Node> nodes_;
  std::vector<Term::Outer> outers_;
  std::unordered_map<std::string_view, Head> heads_;  // what has been read before is shared
  std::size_t points_ = 0;
  std::size_t outer_points_ = 0;
};

}  // namespace

Term parse_term(std::string_view text) { return Parser(text).run(); }

}  // namespace tropiary
