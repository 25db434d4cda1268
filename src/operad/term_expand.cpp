#include <string>
#include <utility>
#include <vector>

#include "operad/term_shape.hpp"
#include "tropiary/error.hpp"
#include "tropiary/operad/term.hpp"

namespace tropiary {

namespace {

constexpr std::size_t cover_limit = std::size_t{1} << 28;
constexpr std::size_t label_byte_limit = std::size_t{1} << 28;
constexpr std::size_t none = ~std::size_t{0};

/// For each node that is a point its number, counted from left to right.
std::vector<std::size_t> number_points(const Term& term) {
  std::vector<std::size_t> numbers(term.nodes().size(), none);
  std::vector<std::size_t> stack{term.root()};
  std::size_t next = 0;
  while (!stack.empty()) {
    const std::size_t node = stack.back();
    stack.pop_back();
    if (term.nodes()[node].kind == Term::Kind::point) numbers[node] = next++;
    const std::vector<std::size_t>& children = term.nodes()[node].children;
    stack.insert(stack.end(), children.rbegin(), children.rend());
  }
  return numbers;
}

/// Disjoint sets of points as linked lists, so that joining two takes constant time.
class Lists {
 public:
  struct List {
    std::size_t first = none;
    std::size_t last = none;
  };
  explicit Lists(std::size_t points) : next_(points, none) {}

  void append(List& to, const List& list) {
    if (list.first == none) return;
    (to.first == none ? to.first : next_[to.last]) = list.first;
    to.last = list.last;
  }
  [[nodiscard]] std::size_t next(std::size_t point) const { return next_[point]; }

 private:
  std::vector<std::size_t> next_;
};

/// The cover relations, by the closed rule: those inside blocks, and every maximal point of a block with every minimal
/// point of a block that covers it.
class Covers {
 public:
  Covers(const Term& term, std::size_t expected)
      : term_(term),
        sizes_(detail::node_sizes(term)),
        minimal_lists_(term.size()),
        maximal_lists_(term.size()),
        minimal_(sizes_.size()),
        maximal_(sizes_.size()) {
    covers_.reserve(expected);
  }

  std::vector<Relation> all() && {
    const std::vector<std::size_t> numbers = number_points(term_);
    for (std::size_t i = 0; i < sizes_.size(); ++i) add_node(i, numbers[i]);
    return std::move(covers_);
  }

 private:
  void add_node(std::size_t i, std::size_t number) {
    const Term::Node& node = term_.nodes()[i];
    if (node.kind == Term::Kind::point) {
      minimal_[i] = maximal_[i] = {number, number};
      return;
    }
    const detail::NonemptyBlocks nonempty(term_, node, sizes_);
    const std::vector<std::size_t>& blocks = nonempty.children();
    // All covers come before any lists are joined, as joining changes where a block's list ends.
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      if (node.kind == Term::Kind::ordinal_sum && k + 1 < blocks.size()) put_below(blocks[k], blocks[k + 1]);
      if (node.kind != Term::Kind::compose) continue;
      for (const Element upper : nonempty.outer().upper_covers(element(k))) put_below(blocks[k], blocks[index(upper)]);
    }
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      bool is_bottom = true;
      bool is_top = true;
      if (node.kind == Term::Kind::ordinal_sum) {
        is_bottom = k == 0;
        is_top = k + 1 == blocks.size();
      } else if (node.kind == Term::Kind::compose) {
        is_bottom = nonempty.outer().lower_covers(element(k)).empty();
        is_top = nonempty.outer().upper_covers(element(k)).empty();
      }
      if (is_bottom) minimal_lists_.append(minimal_[i], minimal_[blocks[k]]);
      if (is_top) maximal_lists_.append(maximal_[i], maximal_[blocks[k]]);
    }
  }

  void put_below(std::size_t low, std::size_t high) {
    for (std::size_t a = maximal_[low].first; a != none; a = maximal_lists_.next(a)) {
      for (std::size_t b = minimal_[high].first; b != none; b = minimal_lists_.next(b)) {
        covers_.push_back({element(a), element(b)});
      }
    }
  }

  const Term& term_;
  std::vector<std::size_t> sizes_;
  Lists minimal_lists_;
  Lists maximal_lists_;
  std::vector<Lists::List> minimal_;
  std::vector<Lists::List> maximal_;
  std::vector<Relation> covers_;
};

/// How a node calls its blocks: by the labels of its outer poset, unless one has a dot and `block.label` could be read
/// in two ways.
class BlockNames {
 public:
  explicit BlockNames(const Term& term) : term_(term) {
    for (const Term::Outer& outer : term.outers()) {
      bool dotted = false;
      for (std::size_t i = 0; i < outer.poset.size() && outer.poset.has_labels(); ++i) {
        dotted = dotted || outer.poset.label(element(i)).find('.') != std::string::npos;
      }
      dotted_.push_back(dotted);
    }
  }
  [[nodiscard]] std::string of_block(const Term::Node& node, std::size_t i) const {
    return node.kind == Term::Kind::compose && !dotted_[node.outer] ? of_point(node, i) : std::to_string(i + 1);
  }
  /// Where all blocks are points they are the points of the outer poset.
  [[nodiscard]] std::string of_point(const Term::Node& node, std::size_t i) const {
    return node.kind == Term::Kind::compose ? term_.outers()[node.outer].poset.label(element(i))
                                            : std::to_string(i + 1);
  }

 private:
  const Term& term_;
  std::vector<bool> dotted_;
};

std::vector<std::string> all_labels(const Term& term) {
  const BlockNames names(term);
  std::vector<std::string> labels;
  std::size_t bytes = 0;
  const auto add = [&](std::string label) {
    bytes += label.size();
    if (bytes > label_byte_limit) {
      throw Error(Errc::too_large, "expand: the labels of a term nested so deeply are longer than " +
                                       std::to_string(label_byte_limit) + " bytes");
    }
    labels.push_back(std::move(label));
  };
  struct Visit {
    std::size_t node;
    std::size_t next_child;
    std::size_t prefix_length;  // of everything before this node
  };
  std::string prefix;
  std::vector<Visit> stack{{term.root(), 0, 0}};
  while (!stack.empty()) {
    Visit& visit = stack.back();
    prefix.resize(visit.prefix_length);
    const Term::Node& node = term.nodes()[visit.node];
    if (node.kind == Term::Kind::point) {
      add(prefix + "1");
    } else if (visit.next_child == 0 && detail::has_only_points(term, node)) {
      for (std::size_t i = 0; i < node.children.size(); ++i) add(prefix + names.of_point(node, i));
    } else if (visit.next_child < node.children.size()) {
      const std::size_t i = visit.next_child++;
      prefix += names.of_block(node, i) + ".";
      stack.push_back({node.children[i], 0, prefix.size()});
      continue;
    }
    stack.pop_back();
  }
  return labels;
}

}  // namespace

Poset expand(const Term& term, bool labels) {
  const Integer covers = count_covers(term);
  if (covers > Integer(cover_limit)) {
    throw Error(Errc::too_large, "expand: a term of " + std::to_string(term.size()) + " points with " +
                                     covers.to_string() + " covers, at most " + std::to_string(cover_limit));
  }
  std::vector<std::string> names;
  if (labels) names = all_labels(term);
  return detail::poset_from_covers_unchecked(
      term.size(), Covers(term, static_cast<std::size_t>(covers.to_int64())).all(), std::move(names));
}

}  // namespace tropiary
