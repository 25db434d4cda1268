#include <algorithm>
#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/network/network.hpp"

namespace tropiary {

namespace {

using Node = TropicalNetwork::Node;
using Kind = TropicalNetwork::Kind;

constexpr std::uint32_t vacant = 0xffffffffU;

std::size_t position(NodeId node) noexcept { return static_cast<std::size_t>(node); }

std::size_t mix(std::size_t hash, std::size_t value) noexcept {
  hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 29);
}

std::size_t hash_of(const Node& node) {
  const std::hash<Rational> rational_hash;
  std::size_t hash = mix(static_cast<std::size_t>(node.kind), node.has_constant ? 2 : 1);
  hash = mix(hash, rational_hash(node.constant));
  for (const WeightedNode& argument : node.arguments) {
    hash = mix(hash, position(argument.node));
    hash = mix(hash, rational_hash(argument.weight));
  }
  return hash;
}

bool equal(const Node& a, const Node& b) {
  return a.kind == b.kind && a.has_constant == b.has_constant && a.constant == b.constant && a.arguments == b.arguments;
}

void require_node(NodeId node, std::size_t size, const char* function) {
  if (position(node) < size) return;
  throw Error(Errc::invalid_argument, std::string(function) + ": node " + std::to_string(position(node)) +
                                          " is none of the " + std::to_string(size) + " nodes made so far");
}

bool is_constant(const std::vector<Node>& nodes, NodeId node) {
  return nodes[position(node)].kind == Kind::affine && nodes[position(node)].arguments.empty();
}

}  // namespace

TropicalNetwork::Builder::Builder(std::size_t inputs) : inputs_(inputs) {
  if (inputs >= vacant) {
    throw Error(Errc::too_large,
                "TropicalNetwork::Builder: " + std::to_string(inputs) + " inputs, at most 2^32 - 2 are possible");
  }
  nodes_.resize(inputs, Node{Kind::input, {}, 0, false});
}

NodeId TropicalNetwork::Builder::input(std::size_t i) const {
  if (i >= inputs_) {
    throw Error(Errc::invalid_argument, "TropicalNetwork::Builder::input: input " + std::to_string(i) + " of " +
                                            std::to_string(inputs_) + " (0-based)");
  }
  return static_cast<NodeId>(i);
}

NodeId TropicalNetwork::Builder::affine(std::vector<WeightedNode> arguments, Rational constant) {
  for (const WeightedNode& argument : arguments) require_node(argument.node, nodes_.size(), "Builder::affine");
  std::sort(arguments.begin(), arguments.end(),
            [](const WeightedNode& a, const WeightedNode& b) { return a.node < b.node; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < arguments.size();) {
    WeightedNode merged = std::move(arguments[i]);
    for (++i; i < arguments.size() && arguments[i].node == merged.node; ++i) merged.weight += arguments[i].weight;
    if (merged.weight.is_zero()) continue;
    // A constant node among the arguments is folded into the constant.
    if (is_constant(nodes_, merged.node)) {
      constant += merged.weight * nodes_[position(merged.node)].constant;
      continue;
    }
    arguments[kept++] = std::move(merged);
  }
  arguments.resize(kept);
  if (kept == 1 && constant.is_zero() && arguments[0].weight == Rational(1)) return arguments[0].node;
  return intern(Node{Kind::affine, std::move(arguments), std::move(constant), false});
}

NodeId TropicalNetwork::Builder::sum(std::span<const NodeId> nodes) {
  std::vector<WeightedNode> arguments;
  arguments.reserve(nodes.size());
  for (const NodeId node : nodes) arguments.push_back({node, 1});
  return affine(std::move(arguments));
}

NodeId TropicalNetwork::Builder::maximum(std::vector<NodeId> nodes) {
  if (nodes.empty()) {
    throw Error(Errc::invalid_argument, "Builder::maximum: no nodes; the empty maximum is -infinity, no number");
  }
  for (const NodeId node : nodes) require_node(node, nodes_.size(), "Builder::maximum");
  std::vector<WeightedNode> arguments;
  arguments.reserve(nodes.size());
  std::vector<NodeId> sorted = nodes;
  std::sort(sorted.begin(), sorted.end());
  const bool distinct = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  for (const NodeId node : nodes) {
    if (!distinct) {  // keep the first of equal ones
      const auto place = std::lower_bound(sorted.begin(), sorted.end(), node);
      const auto stop = std::upper_bound(place, sorted.end(), node);
      if (place == stop) continue;
      sorted.erase(place, stop);
    }
    arguments.push_back({node, 1});
  }
  if (arguments.size() == 1) return arguments[0].node;
  if (std::all_of(arguments.begin(), arguments.end(), [&](const auto& a) { return is_constant(nodes_, a.node); })) {
    const auto by_value = [&](const WeightedNode& a, const WeightedNode& b) {
      return nodes_[position(a.node)].constant < nodes_[position(b.node)].constant;
    };
    return std::max_element(arguments.begin(), arguments.end(), by_value)->node;
  }
  return intern(Node{Kind::maximum, std::move(arguments), 0, false});
}

NodeId TropicalNetwork::Builder::relu(NodeId node, Rational threshold) {
  require_node(node, nodes_.size(), "Builder::relu");
  if (is_constant(nodes_, node)) {
    return affine({}, std::max(nodes_[position(node)].constant, threshold));
  }
  return intern(Node{Kind::maximum, {{node, 1}}, std::move(threshold), true});
}

std::vector<NodeId> TropicalNetwork::Builder::append(const TropicalNetwork& network,
                                                     std::span<const NodeId> arguments) {
  if (arguments.size() != network.count_inputs()) {
    throw Error(Errc::dimension_mismatch, "Builder::append: " + std::to_string(arguments.size()) +
                                              " arguments for a network of " + std::to_string(network.count_inputs()) +
                                              " inputs");
  }
  for (const NodeId argument : arguments) require_node(argument, nodes_.size(), "Builder::append");
  std::vector<NodeId> image(arguments.begin(), arguments.end());
  image.reserve(network.nodes().size());
  for (const Node& node : network.nodes().subspan(arguments.size())) {
    if (node.kind == Kind::affine) {
      std::vector<WeightedNode> terms = node.arguments;
      for (WeightedNode& term : terms) term.node = image[position(term.node)];
      image.push_back(affine(std::move(terms), node.constant));
      continue;
    }
    std::vector<NodeId> nodes;
    for (const WeightedNode& argument : node.arguments) nodes.push_back(image[position(argument.node)]);
    const NodeId highest = maximum(std::move(nodes));
    image.push_back(node.has_constant ? relu(highest, node.constant) : highest);
  }
  std::vector<NodeId> outputs;
  for (const NodeId output : network.outputs()) outputs.push_back(image[position(output)]);
  return outputs;
}

NodeId TropicalNetwork::Builder::intern(Node node) {
  if (table_.empty()) table_.assign(64, vacant);
  // At most half full: every probe ends at a vacant place.
  if (2 * (nodes_.size() - inputs_ + 1) > table_.size()) {
    table_.assign(2 * table_.size(), vacant);
    for (std::size_t i = inputs_; i < nodes_.size(); ++i) {
      std::size_t slot = hash_of(nodes_[i]) & (table_.size() - 1);
      while (table_[slot] != vacant) slot = (slot + 1) & (table_.size() - 1);
      table_[slot] = static_cast<std::uint32_t>(i);
    }
  }
  std::size_t slot = hash_of(node) & (table_.size() - 1);
  for (; table_[slot] != vacant; slot = (slot + 1) & (table_.size() - 1)) {
    if (equal(nodes_[table_[slot]], node)) return static_cast<NodeId>(table_[slot]);
  }
  if (nodes_.size() + 1 >= vacant) throw Error(Errc::too_large, "TropicalNetwork::Builder: more than 2^32 - 2 nodes");
  table_[slot] = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(std::move(node));
  return static_cast<NodeId>(table_[slot]);
}

TropicalNetwork TropicalNetwork::Builder::build(std::vector<NodeId> outputs) && {
  std::vector<bool> used(nodes_.size(), false);
  for (const NodeId output : outputs) {
    require_node(output, nodes_.size(), "Builder::build");
    used[position(output)] = true;
  }
  for (std::size_t i = nodes_.size(); i-- > inputs_;) {
    if (!used[i]) continue;
    for (const WeightedNode& argument : nodes_[i].arguments) used[position(argument.node)] = true;
  }
  TropicalNetwork network;
  network.inputs_ = inputs_;
  std::vector<NodeId> image(nodes_.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (i >= inputs_ && !used[i]) continue;
    for (WeightedNode& argument : nodes_[i].arguments) argument.node = image[position(argument.node)];
    image[i] = static_cast<NodeId>(kept);
    if (kept != i) nodes_[kept] = std::move(nodes_[i]);
    ++kept;
  }
  nodes_.resize(kept);
  table_.clear();
  network.nodes_ = std::move(nodes_);
  for (NodeId& output : outputs) output = image[position(output)];
  network.outputs_ = std::move(outputs);
  return network;
}

}  // namespace tropiary
