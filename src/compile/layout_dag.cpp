#include "passes.hpp"

namespace tropiary::detail {

DagProgram layout_dag(const TropicalNetwork& network) {
  DagProgram program;
  const std::size_t inputs = network.count_inputs();
  const std::size_t nodes = network.nodes().size() - inputs;
  program.ops.reserve(nodes);
  program.row_starts.reserve(nodes + 1);
  program.constants.reserve(nodes);
  program.row_starts.push_back(0);
  for (const TropicalNetwork::Node& node : network.nodes().subspan(inputs)) {
    const bool is_affine = node.kind == TropicalNetwork::Kind::affine;
    program.ops.push_back(is_affine ? 0 : (node.has_constant ? 2 : 1));
    for (const WeightedNode& argument : node.arguments) {
      program.slots.push_back(static_cast<std::uint32_t>(argument.node));
      program.weights.push_back(argument.weight);
    }
    program.row_starts.push_back(program.slots.size());
    program.constants.push_back(node.constant);
  }
  for (const NodeId output : network.outputs()) program.outputs.push_back(static_cast<std::uint32_t>(output));
  return program;
}

}  // namespace tropiary::detail
