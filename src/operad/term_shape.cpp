#include "operad/term_shape.hpp"

#include <algorithm>

#include "tropiary/order/constructions.hpp"

namespace tropiary::detail {

std::vector<std::size_t> node_sizes(const Term& term) {
  std::vector<std::size_t> sizes;
  sizes.reserve(term.nodes().size());
  for (const Term::Node& node : term.nodes()) {
    std::size_t size = node.kind == Term::Kind::point ? 1 : 0;
    for (const std::size_t child : node.children) size += sizes[child];
    sizes.push_back(size);
  }
  return sizes;
}

NonemptyBlocks::NonemptyBlocks(const Term& term, const Term::Node& node, const std::vector<std::size_t>& sizes) {
  std::vector<Element> kept;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (sizes[node.children[i]] == 0) continue;
    kept.push_back(element(i));
    children_.push_back(node.children[i]);
  }
  if (node.kind != Term::Kind::compose) return;
  const Poset& outer = term.outers()[node.outer].poset;
  if (kept.size() == outer.size()) {
    outer_ = &outer;
  } else {
    restricted_ = induced_subposet(outer, kept);
  }
}

bool has_only_points(const Term& term, const Term::Node& node) {
  return !node.children.empty() && std::ranges::all_of(node.children, [&](std::size_t child) {
    return term.nodes()[child].kind == Term::Kind::point;
  });
}

}  // namespace tropiary::detail
