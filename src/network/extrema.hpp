#pragma once

#include <utility>
#include <vector>

#include "tropiary/network/network.hpp"

namespace tropiary::detail {

inline NodeId negated(TropicalNetwork::Builder& builder, NodeId node) { return builder.affine({{node, -1}}); }

/// min(a, b, …) = −max(−a, −b, …)
inline NodeId minimum(TropicalNetwork::Builder& builder, std::vector<NodeId> nodes) {
  if (nodes.size() == 1) return nodes[0];
  for (NodeId& node : nodes) node = negated(builder, node);
  return negated(builder, builder.maximum(std::move(nodes)));
}

}  // namespace tropiary::detail
