#include "tropiary/network/network.hpp"

#include <optional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary::python {

namespace {

const char* to_string(TropicalNetwork::Kind kind) {
  switch (kind) {
    case TropicalNetwork::Kind::input:
      return "input";
    case TropicalNetwork::Kind::affine:
      return "affine";
    case TropicalNetwork::Kind::maximum:
      return "maximum";
  }
  return "";
}

/// A builder that knows whether it was used up, and its nodes' range: Python cannot be trusted to move.
class Builder {
 public:
  explicit Builder(std::size_t inputs) : builder_(std::in_place, inputs), inputs_(inputs) {}

  NodeId input(std::size_t i) {
    if (i >= inputs_) {
      throw Error(Errc::invalid_argument, "Builder.input: input " + std::to_string(i) + " is not one of the " +
                                              std::to_string(inputs_) + " inputs, counted from 0");
    }
    return open().input(i);
  }
  NodeId affine(std::vector<WeightedNode> arguments, Rational constant) {
    for (const WeightedNode& argument : arguments) check(argument.node);
    return open().affine(std::move(arguments), std::move(constant));
  }
  NodeId sum(const std::vector<NodeId>& nodes) {
    for (const NodeId node : nodes) check(node);
    return open().sum(nodes);
  }
  NodeId maximum(std::vector<NodeId> nodes) {
    for (const NodeId node : nodes) check(node);
    return open().maximum(std::move(nodes));
  }
  NodeId relu(NodeId node, Rational threshold) {
    check(node);
    return open().relu(node, std::move(threshold));
  }
  std::vector<TropicalNetwork::Node> nodes() { return open().nodes(); }
  TropicalNetwork build(std::vector<NodeId> outputs) {
    for (const NodeId node : outputs) check(node);
    TropicalNetwork network = std::move(open()).build(std::move(outputs));
    builder_.reset();
    return network;
  }

 private:
  TropicalNetwork::Builder& open() {
    if (!builder_) throw Error(Errc::invalid_argument, "Builder: build was called already; start a new Builder");
    return *builder_;
  }
  void check(NodeId node) {
    const std::size_t count = open().nodes().size();
    if (static_cast<std::size_t>(node) < count) return;
    throw Error(Errc::invalid_argument, "Builder: node " + std::to_string(static_cast<std::size_t>(node)) +
                                            " is not one of the " + std::to_string(count) + " nodes made so far");
  }
  std::optional<TropicalNetwork::Builder> builder_;
  std::size_t inputs_;
};

}  // namespace

void bind_network(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<TropicalNetwork> network(m, "TropicalNetwork",
                                      "An exact network: a directed acyclic graph of inputs, affine maps and maxima "
                                      "with rational weights. network(x) is the tuple of its outputs, Fractions; made "
                                      "by TropicalNetwork.Builder, `lower` or network_from_json.");
  using Node = TropicalNetwork::Node;
  nb::class_<Node>(network, "Node", "A node of a TropicalNetwork.")
      .def_prop_ro(
          "kind", [](const Node& node) { return to_string(node.kind); }, "\"input\", \"affine\" or \"maximum\".")
      .def_ro("arguments", &Node::arguments, "Pairs (node, weight), ascending; of a maximum with weight 1.")
      .def_ro("constant", &Node::constant, "Of an affine node the bias; of a maximum see has_constant.")
      .def_ro("has_constant", &Node::has_constant, "Whether the constant of a maximum takes part, as in max(x, t).");
  nb::class_<Builder>(network, "Builder",
                      "Builds a TropicalNetwork; nodes are ints. Equal nodes are made once, zero weights dropped, an "
                      "affine node that is a copy is its argument.")
      .def(nb::init<std::size_t>(), "inputs"_a, "A builder whose network will have this many inputs.")
      .def("input", &Builder::input, "i"_a, "The node of input i, from 0.")
      .def("affine", &Builder::affine, "arguments"_a, "constant"_a = nb::int_(0),
           "The node constant + the sum of weight · node over pairs (node, weight).")
      .def("sum", &Builder::sum, "nodes"_a, "The sum of nodes.")
      .def("maximum", &Builder::maximum, "nodes"_a, "The maximum of nodes.")
      .def("relu", &Builder::relu, "node"_a, "threshold"_a = nb::int_(0), "max(node, threshold).")
      .def_prop_ro("nodes", &Builder::nodes, "The nodes made so far.")
      .def("build", &Builder::build, "outputs"_a,
           "The network with these outputs; nodes that no output uses are dropped. The builder is used up.");
  network.def_prop_ro("count_inputs", &TropicalNetwork::count_inputs, "The number of inputs.")
      .def_prop_ro(
          "nodes", [](const TropicalNetwork& n) { return std::vector(n.nodes().begin(), n.nodes().end()); },
          "All nodes, arguments before results, the inputs first.")
      .def_prop_ro(
          "outputs", [](const TropicalNetwork& n) { return std::vector(n.outputs().begin(), n.outputs().end()); },
          "The output nodes.")
      .def_prop_ro("count_maxima", &TropicalNetwork::count_maxima,
                   "Two-argument maxima: a maximum of k arguments counts k - 1.")
      .def_prop_ro("depth", &TropicalNetwork::depth,
                   "The largest number of maxima on a path: the hidden layers needed.")
      .def(
          "__call__", [](const TropicalNetwork& n, const RationalVector& x) { return n(x); }, "x"_a, without_gil(),
          "The outputs at x, exactly.")
      .def(
          "values", [](const TropicalNetwork& n, const RationalVector& x) { return n.values(x); }, "x"_a, without_gil(),
          "The value of every node at x, exactly.")
      .def("__repr__", [](const TropicalNetwork& n) {
        return "<TropicalNetwork with " + std::to_string(n.count_inputs()) + " inputs, " +
               std::to_string(n.outputs().size()) + " outputs, " + std::to_string(n.count_maxima()) + " maxima>";
      });

  m.def("lower", nb::overload_cast<const Poset&>(&lower), "p"_a, without_gil(),
        "An exact network with f_P as its one output, by the rewrite rules of the modular decomposition; up-sets are "
        "never listed.");
  m.def("lower", nb::overload_cast<const Term&>(&lower), "term"_a, without_gil(),
        "The same for the poset that a term denotes; nothing is expanded.");
  m.def("lower", nb::overload_cast<const TropicalPolynomial&>(&lower), "f"_a, without_gil(),
        "A tropical polynomial as it is written: one affine node per monomial and their maximum.");
  m.def("lower_by_up_sets", &lower_by_up_sets, "p"_a, "max_up_sets"_a = std::size_t{1} << 16, without_gil(),
        "The baseline: the maximum over all up-sets, one affine node each.");
}

}  // namespace tropiary::python
