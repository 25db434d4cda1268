#pragma once

#include <vector>

#include "tropiary/operad/term.hpp"

namespace tropiary::detail {

/// The number of points below each node.
std::vector<std::size_t> node_sizes(const Term& term);

/// The node's children that are not empty, and its outer poset restricted to them: empty blocks drop out, and what they
/// separated may become a cover.
class NonemptyBlocks {
 public:
  NonemptyBlocks(const Term& term, const Term::Node& node, const std::vector<std::size_t>& sizes);
  [[nodiscard]] const std::vector<std::size_t>& children() const noexcept { return children_; }
  [[nodiscard]] const Poset& outer() const noexcept { return outer_ != nullptr ? *outer_ : restricted_; }

 private:
  std::vector<std::size_t> children_;
  const Poset* outer_ = nullptr;
  Poset restricted_;
};

/// Whether the node has children and all of them are points.
bool has_only_points(const Term& term, const Term::Node& node);

}  // namespace tropiary::detail
