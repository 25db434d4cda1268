#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/exact/linear_algebra.hpp"

namespace tropiary {

/// Handle of a node of a TropicalNetwork: its position.
enum class NodeId : std::uint32_t {};

/// weight · node, a summand of an affine node.
struct WeightedNode {
  NodeId node;
  Rational weight;
  friend bool operator==(const WeightedNode&, const WeightedNode&) = default;
};

/// An exact network: a directed acyclic graph of inputs, affine maps and maxima with rational weights. Nodes come in
/// an order in which arguments precede results. Its evaluation is the reference semantics of the compiler.
class TropicalNetwork {
 public:
  enum class Kind : std::uint8_t { input, affine, maximum };
  struct Node {
    Kind kind;
    /// Of an affine node ascending, weights ≠ 0. Of a maximum with weight 1, distinct, in the order given: where
    /// several are largest the first is the one chosen (a constant comes before all), as a subgradient needs.
    std::vector<WeightedNode> arguments;
    Rational constant;          ///< affine: the bias; maximum: see has_constant
    bool has_constant = false;  ///< maximum: whether the constant takes part, as in ReLU_t (t = constant)
  };

  /// Equal nodes are made once (hash-consing), zero weights dropped, an affine node that is a copy is its argument, a
  /// maximum of constants is a constant.
  class Builder {
   public:
    explicit Builder(std::size_t inputs);
    NodeId input(std::size_t i) const;  ///< Throws invalid_argument, as all of these do for a node that is none
    NodeId affine(std::vector<WeightedNode> arguments, Rational constant = 0);
    NodeId sum(std::span<const NodeId> nodes);
    NodeId maximum(std::vector<NodeId> nodes);         ///< Throws invalid_argument for no nodes: −∞ is no number
    NodeId relu(NodeId node, Rational threshold = 0);  ///< ReLU_t(x) = max(x, t)
    /// The nodes of another network on these arguments in place of its inputs; returns its outputs' nodes. Throws
    /// dimension_mismatch.
    std::vector<NodeId> append(const TropicalNetwork& network, std::span<const NodeId> arguments);
    [[nodiscard]] const std::vector<Node>& nodes() const noexcept { return nodes_; }
    TropicalNetwork build(std::vector<NodeId> outputs) &&;  ///< drops nodes that no output uses; inputs stay

   private:
    NodeId intern(Node node);
    std::size_t inputs_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> table_;  // open addressing over nodes_
  };

  [[nodiscard]] std::size_t count_inputs() const noexcept { return inputs_; }
  [[nodiscard]] std::span<const Node> nodes() const noexcept { return nodes_; }
  [[nodiscard]] std::span<const NodeId> outputs() const noexcept { return outputs_; }

  [[nodiscard]] RationalVector operator()(std::span<const Rational> x) const;  ///< outputs; Throws dimension_mismatch
  [[nodiscard]] RationalVector values(std::span<const Rational> x) const;      ///< of every node

  /// Two-argument maxima: a maximum of k arguments counts k − 1, the constant of a ReLU_t as an argument.
  [[nodiscard]] std::size_t count_maxima() const noexcept;
  /// Hidden layers of ReLUs needed: over the paths, the largest sum of ⌈log₂ k⌉ for the maxima of k arguments on it.
  [[nodiscard]] std::size_t depth() const;

 private:
  std::size_t inputs_ = 0;
  std::vector<Node> nodes_;
  std::vector<NodeId> outputs_;
};

}  // namespace tropiary
