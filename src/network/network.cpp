#include "tropiary/network/network.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary {

RationalVector TropicalNetwork::values(std::span<const Rational> x) const {
  if (x.size() != inputs_) {
    throw Error(Errc::dimension_mismatch, "TropicalNetwork: the point has " + std::to_string(x.size()) +
                                              " coordinates, the network " + std::to_string(inputs_) + " inputs");
  }
  RationalVector value(nodes_.size());
  std::copy(x.begin(), x.end(), value.begin());
  for (std::size_t i = inputs_; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    if (node.kind == Kind::affine) {
      Rational sum = node.constant;
      for (const WeightedNode& argument : node.arguments) {
        sum += argument.weight * value[static_cast<std::size_t>(argument.node)];
      }
      value[i] = std::move(sum);
    } else {
      const Rational* largest = node.has_constant ? &node.constant : nullptr;
      for (const WeightedNode& argument : node.arguments) {
        const Rational& candidate = value[static_cast<std::size_t>(argument.node)];
        if (largest == nullptr || *largest < candidate) largest = &candidate;
      }
      value[i] = Rational(*largest);
    }
  }
  return value;
}

RationalVector TropicalNetwork::operator()(std::span<const Rational> x) const {
  const RationalVector value = values(x);
  RationalVector result;
  result.reserve(outputs_.size());
  for (const NodeId output : outputs_) result.push_back(value[static_cast<std::size_t>(output)]);
  return result;
}

std::size_t TropicalNetwork::count_maxima() const noexcept {
  std::size_t count = 0;
  for (const Node& node : nodes_) {
    if (node.kind == Kind::maximum) count += node.arguments.size() + (node.has_constant ? 1 : 0) - 1;
  }
  return count;
}

std::size_t TropicalNetwork::depth() const {
  std::vector<std::size_t> depth(nodes_.size(), 0);
  for (std::size_t i = inputs_; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    for (const WeightedNode& argument : node.arguments) {
      depth[i] = std::max(depth[i], depth[static_cast<std::size_t>(argument.node)]);
    }
    if (node.kind == Kind::maximum) {
      const std::size_t width = node.arguments.size() + (node.has_constant ? 1 : 0);
      depth[i] += static_cast<std::size_t>(std::bit_width(width - 1));
    }
  }
  std::size_t result = 0;
  for (const NodeId output : outputs_) result = std::max(result, depth[static_cast<std::size_t>(output)]);
  return result;
}

}  // namespace tropiary
