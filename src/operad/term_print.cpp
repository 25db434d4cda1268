#include <optional>
#include <string>
#include <vector>

#include "operad/term_shape.hpp"
#include "tropiary/error.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary {

namespace {

/// The name an outer poset was given, if it is really its name; else its relations in brackets.
std::string outer_text(const Term::Outer& outer) {
  if (is_poset_name(outer.text)) {
    try {
      const Poset named = named_poset(outer.text);
      if (named == outer.poset && named.labels() == outer.poset.labels()) return outer.text;
    } catch (const Error&) {
      // "chain:x" begins like a name and is none
    }
  }
  return "[" + to_relations_text(outer.poset) + "]";
}

class Printer {
 public:
  explicit Printer(const Term& term) : term_(term) {
    for (const Term::Outer& outer : term.outers()) outer_texts_.push_back(outer_text(outer));
  }

  std::string run() && {
    open(term_.root(), std::nullopt);
    while (!stack_.empty()) {
      Visit& visit = stack_.back();
      const Term::Node& node = term_.nodes()[visit.node];
      if (visit.next_child == node.children.size()) {
        if (visit.closing) text_ += ')';
        stack_.pop_back();
        continue;
      }
      if (visit.next_child > 0) {
        text_ += node.kind == Kind::compose ? ", " : node.kind == Kind::ordinal_sum ? " * " : " + ";
      }
      open(node.children[visit.next_child++], node.kind);
    }
    return std::move(text_);
  }

 private:
  using Kind = Term::Kind;
  struct Visit {
    std::size_t node;
    std::size_t next_child;
    bool closing;  // a ')' follows the last child
  };

  void open(std::size_t position, std::optional<Kind> parent) {
    const auto is_sum = [](Kind kind) { return kind == Kind::disjoint_union || kind == Kind::ordinal_sum; };
    while (is_sum(term_.nodes()[position].kind) && term_.nodes()[position].children.size() == 1) {
      position = term_.nodes()[position].children[0];
    }
    const Term::Node& node = term_.nodes()[position];
    if (node.kind == Kind::point) {
      text_ += '.';
    } else if (node.children.empty()) {
      text_ += "antichain:0";
    } else if (node.kind == Kind::compose) {
      text_ += outer_texts_[node.outer];
      if (detail::has_only_points(term_, node)) return;
      text_ += '(';
      stack_.push_back({position, 0, true});
    } else if (detail::has_only_points(term_, node)) {
      text_ += (node.kind == Kind::ordinal_sum ? "chain:" : "antichain:") + std::to_string(node.children.size());
    } else {
      const bool parentheses =
          parent == node.kind || (parent == Kind::ordinal_sum && node.kind == Kind::disjoint_union);
      if (parentheses) text_ += '(';
      stack_.push_back({position, 0, parentheses});
    }
  }

  const Term& term_;
  std::vector<std::string> outer_texts_;
  std::vector<Visit> stack_;
  std::string text_;
};

}  // namespace

std::string to_string(const Term& term) { return Printer(term).run(); }

}  // namespace tropiary
