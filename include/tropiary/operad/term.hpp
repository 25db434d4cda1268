#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

/// A formal composition of posets: a tree that is never expanded unless asked, so terms of 10⁶ points and of any depth
/// are ordinary values. Nodes lie in one array, children before parents, the root last. Points are numbered from left
/// to right.
class Term {
 public:
  enum class Kind : std::uint8_t { point, disjoint_union, ordinal_sum, compose };
  struct Node {
    Kind kind = Kind::point;
    std::vector<std::size_t> children;  ///< of an ordinal sum from bottom to top; of compose one per point of `outer`
    std::size_t outer = 0;              ///< for Kind::compose: position in outers()
  };
  struct Outer {
    Poset poset;
    std::string text;  ///< how it was written, e.g. "N"; relations in brackets otherwise
  };

  Term();  ///< the unit: one point
  static Term point() { return {}; }
  /// A poset as a leaf: compose(poset; point, …, point), in the numbering of the poset.
  static Term leaf(const Poset& p, std::string text = {});
  static Term disjoint_union(std::vector<Term> parts);  ///< no parts: the empty poset
  static Term ordinal_sum(std::vector<Term> parts);     ///< bottom to top
  static Term compose(const Poset& outer, std::vector<Term> blocks, std::string text = {});  ///< Throws dimension_mismatch
  /// Takes an array of nodes as it is. Throws invalid_argument unless children precede parents, every node but the
  /// last has one parent, and compose nodes fit their outer poset.
  static Term from_nodes(std::vector<Node> nodes, std::vector<Outer> outers);

  [[nodiscard]] const std::vector<Node>& nodes() const noexcept { return nodes_; }
  [[nodiscard]] const std::vector<Outer>& outers() const noexcept { return outers_; }
  [[nodiscard]] std::size_t root() const noexcept { return nodes_.size() - 1; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }  ///< number of points

 private:
  std::vector<Node> nodes_;
  std::vector<Outer> outers_;
  std::size_t size_ = 1;
};

/// Reads `N(chain:2, ., antichain:3, .)`, `A + B` (disjoint union), `A * B` (ordinal sum, A below, binding tighter),
/// parentheses, `.` for the point, a named poset, relations in brackets `[a<b, c]`, which may have arguments too.
/// Nesting of any depth. Throws parse_error with line and column, too_large beyond 2²⁴ points.
Term parse_term(std::string_view text);
std::string to_string(const Term& term);  ///< parse_term reads it back

/// The poset that the term denotes, points from left to right. With `labels`: a node whose children are all points gives
/// them the labels of its outer poset (1, 2, … for a union or ordinal sum), so that a leaf keeps its own; any other node
/// puts the block before the label, `block.label`, as lexicographic_sum does.
/// Throws too_large before memory is taken for more than 2²⁸ covers, or for labels of more than 2²⁸ bytes in all.
Poset expand(const Term& term, bool labels = true);

Integer count_up_sets(const Term& term);            ///< by the closed formulas on the tree, nothing expanded
Integer count_linear_extensions(const Term& term);  ///< likewise
Integer count_covers(const Term& term);             ///< likewise

/// The modular decomposition seen as a term, with the element of p that each of its points stands for, left to right.
struct Factorisation {
  Term term;
  std::vector<Element> points;
};
Factorisation factorise(const Poset& p);

}  // namespace tropiary
