#include "tropiary/operad/term.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

/// The arrays of several terms as one array, without a root; roots[i] is where the root of part i ended up. The largest
/// part keeps its place and the others are moved behind it, so that building a term of n points step by step costs
/// O(n log n) in whatever way it leans.
struct Forest {
  std::vector<Term::Node> nodes;
  std::vector<Term::Outer> outers;
  std::vector<std::size_t> roots;
};

struct Arrays {
  std::vector<Term::Node>& nodes;
  std::vector<Term::Outer>& outers;
};

void append(Forest& forest, Arrays part) {
  const std::size_t node_shift = forest.nodes.size();
  const std::size_t outer_shift = forest.outers.size();
  for (Term::Node& node : part.nodes) {
    for (std::size_t& child : node.children) child += node_shift;
    if (node.kind == Term::Kind::compose) node.outer += outer_shift;
  }
  std::move(part.nodes.begin(), part.nodes.end(), std::back_inserter(forest.nodes));
  std::move(part.outers.begin(), part.outers.end(), std::back_inserter(forest.outers));
}

Forest join(std::vector<Arrays> parts) {
  Forest forest;
  forest.roots.resize(parts.size());
  if (parts.empty()) return forest;
  const auto largest = std::max_element(
      parts.begin(), parts.end(), [](const Arrays& a, const Arrays& b) { return a.nodes.size() < b.nodes.size(); });
  forest.nodes = std::move(largest->nodes);
  forest.outers = std::move(largest->outers);
  forest.roots[static_cast<std::size_t>(largest - parts.begin())] = forest.nodes.size() - 1;
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    if (part == largest) continue;
    append(forest, *part);
    forest.roots[static_cast<std::size_t>(part - parts.begin())] = forest.nodes.size() - 1;
  }
  return forest;
}

[[noreturn]] void refuse(std::size_t node, const std::string& law) {
  throw Error(Errc::invalid_argument, "Term::from_nodes: node " + std::to_string(node) + " " + law);
}

}  // namespace

Term::Term() : nodes_(1) {}

Term Term::leaf(const Poset& p, std::string text) {
  if (p.empty()) return disjoint_union({});
  Term term;
  term.nodes_.assign(p.size() + 1, {});
  Node& root = term.nodes_.back();
  root.kind = Kind::compose;
  root.children.resize(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) root.children[i] = i;
  term.outers_.push_back({p, std::move(text)});
  term.size_ = p.size();
  return term;
}

Term Term::disjoint_union(std::vector<Term> parts) {
  if (parts.size() == 1) return std::move(parts[0]);
  Term term;
  term.size_ = 0;
  std::vector<Arrays> arrays;
  arrays.reserve(parts.size());
  for (Term& part : parts) {
    term.size_ += part.size_;
    arrays.push_back({part.nodes_, part.outers_});
  }
  Forest forest = join(std::move(arrays));
  forest.nodes.push_back({Kind::disjoint_union, std::move(forest.roots), 0});
  term.nodes_ = std::move(forest.nodes);
  term.outers_ = std::move(forest.outers);
  return term;
}

Term Term::ordinal_sum(std::vector<Term> parts) {
  const bool is_sum = parts.size() > 1;
  Term term = disjoint_union(std::move(parts));
  if (is_sum) term.nodes_.back().kind = Kind::ordinal_sum;
  return term;
}

Term Term::compose(const Poset& outer, std::vector<Term> blocks, std::string text) {
  if (outer.size() != blocks.size()) {
    throw Error(Errc::dimension_mismatch, "Term::compose: the outer poset has " + std::to_string(outer.size()) +
                                              " points, but there are " + std::to_string(blocks.size()) + " blocks");
  }
  if (outer.empty()) return disjoint_union({});
  Term term;
  term.size_ = 0;
  std::vector<Arrays> arrays;
  arrays.reserve(blocks.size());
  for (Term& block : blocks) {
    term.size_ += block.size_;
    arrays.push_back({block.nodes_, block.outers_});
  }
  Forest forest = join(std::move(arrays));
  forest.nodes.push_back({Kind::compose, std::move(forest.roots), forest.outers.size()});
  forest.outers.push_back({outer, std::move(text)});
  term.nodes_ = std::move(forest.nodes);
  term.outers_ = std::move(forest.outers);
  return term;
}

Term Term::from_nodes(std::vector<Node> nodes, std::vector<Outer> outers) {
  if (nodes.empty()) throw Error(Errc::invalid_argument, "Term::from_nodes: there are no nodes, so there is no root");
  std::vector<bool> has_parent(nodes.size(), false);
  std::size_t points = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.kind == Kind::point) {
      ++points;
      if (!node.children.empty()) refuse(i, "is a point with children");
    } else if (node.kind == Kind::compose) {
      if (node.outer >= outers.size()) refuse(i, "names an outer poset that is not there");
      if (outers[node.outer].poset.size() != node.children.size()) {
        refuse(i, "has " + std::to_string(node.children.size()) + " children, but its outer poset has " +
                      std::to_string(outers[node.outer].poset.size()) + " points");
      }
    }
    for (const std::size_t child : node.children) {
      if (child >= i) refuse(i, "comes before its child " + std::to_string(child));
      if (has_parent[child]) refuse(child, "has two parents");
      has_parent[child] = true;
    }
  }
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    if (!has_parent[i]) refuse(i, "has no parent and is not the last");
  }
  Term term;
  term.nodes_ = std::move(nodes);
  term.outers_ = std::move(outers);
  term.size_ = points;
  return term;
}

}  // namespace tropiary
