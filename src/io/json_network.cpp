#include <algorithm>

#include "io/abbreviate.hpp"
#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary {
namespace {

constexpr std::string_view function = "network_from_json";

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(Errc::invalid_argument, std::string(function) + ": " + problem);
}

std::uint64_t position_of(NodeId id) { return static_cast<std::uint64_t>(id); }

void write_node(io::JsonWriter& writer, const TropicalNetwork::Node& node) {
  writer.begin_object().key("op");
  if (node.kind == TropicalNetwork::Kind::input) {
    writer.string("input").end_object();
    return;
  }
  const bool is_affine = node.kind == TropicalNetwork::Kind::affine;
  writer.string(is_affine ? "affine" : "max").key("args").begin_array();
  for (const WeightedNode& argument : node.arguments) {
    if (is_affine)
      writer.begin_array().number(position_of(argument.node)).rational(argument.weight).end_array();
    else
      writer.number(position_of(argument.node));
  }
  writer.end_array();
  if (is_affine || node.has_constant) writer.key("constant").rational(node.constant);
  writer.end_object();
}

/// Builds the network node by node; `nodes_` holds what each position of the file became.
class Reader {
 public:
  Reader(std::size_t inputs, const io::JsonValue& nodes) : inputs_(inputs), builder_(inputs) {
    nodes_.reserve(nodes.size());
    for (const io::JsonValue& node : nodes) {
      const std::string where = io::at_index("nodes", nodes_.size());
      nodes_.push_back(read(node.object(where), where));
    }
  }

  TropicalNetwork build(const io::JsonValue& outputs) && {
    std::vector<NodeId> ids;
    ids.reserve(outputs.size());
    for (const io::JsonValue& output : outputs) ids.push_back(reference(output, io::at_index("outputs", ids.size())));
    return std::move(builder_).build(std::move(ids));
  }

 private:
  /// Arguments precede results, so a cycle shows as a reference forward.
  NodeId reference(const io::JsonValue& value, const std::string& where) const {
    const std::uint64_t position = value.natural(where);
    if (position >= nodes_.size())
      refuse(where + " refers to node " + std::to_string(position) + ", but only nodes 0 to " +
             std::to_string(nodes_.size()) + " − 1 come before it");
    return nodes_[static_cast<std::size_t>(position)];
  }

  NodeId read(const io::JsonValue& node, const std::string& where) {
    const io::JsonValue op = node.member("op");
    if (nodes_.size() < inputs_) {
      if (!op.is_string("input")) refuse(where + ".op must be \"input\": the first nodes are the inputs");
      return builder_.input(nodes_.size());
    }
    if (op.is_string("affine")) return read_affine(node, where);
    if (op.is_string("max")) return read_maximum(node, where);
    op.fail(where + ".op", "\"affine\" or \"max\" behind the inputs");
  }

  NodeId read_affine(const io::JsonValue& node, const std::string& where) {
    const io::JsonValue args = node.member("args").array(where + ".args");
    std::vector<WeightedNode> arguments;
    arguments.reserve(args.size());
    for (const io::JsonValue& arg : args) {
      const std::string here = io::at_index(where + ".args", arguments.size());
      if (arg.array(here).size() != 2) arg.fail(here, "a pair [node, weight]");
      io::JsonValue::Iterator entry = arg.begin();
      const NodeId id = reference(*entry, here + "[0]");
      arguments.push_back({id, (*++entry).rational(here + "[1]")});
    }
    Rational constant = 0;
    if (const std::optional<io::JsonValue> value = node.find("constant"))
      constant = value->rational(where + ".constant");
    return builder_.affine(std::move(arguments), std::move(constant));
  }

  NodeId read_maximum(const io::JsonValue& node, const std::string& where) {
    const io::JsonValue args = node.member("args").array(where + ".args");
    std::vector<NodeId> arguments;
    arguments.reserve(args.size());
    for (const io::JsonValue& arg : args)
      arguments.push_back(reference(arg, io::at_index(where + ".args", arguments.size())));
    if (arguments.empty()) refuse(where + ".args is empty: a maximum has at least one argument");
    const NodeId maximum = builder_.maximum(std::move(arguments));
    const std::optional<io::JsonValue> constant = node.find("constant");
    return constant ? builder_.relu(maximum, constant->rational(where + ".constant")) : maximum;
  }

  std::size_t inputs_;
  TropicalNetwork::Builder builder_;
  std::vector<NodeId> nodes_;
};

}  // namespace

std::string to_json(const TropicalNetwork& network) {
  io::JsonWriter writer;
  writer.begin_object().key("inputs").number(network.count_inputs()).key("nodes").begin_array();
  for (const TropicalNetwork::Node& node : network.nodes()) write_node(writer, node);
  writer.end_array().key("outputs").begin_array();
  for (const NodeId output : network.outputs()) writer.number(position_of(output));
  return std::move(writer.end_array().end_object()).text();
}

TropicalNetwork network_from_json(std::string_view text) {
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a network");
  const std::uint64_t inputs = root.member("inputs").natural("inputs");
  const io::JsonValue nodes = root.member("nodes").array("nodes");
  const io::JsonValue outputs = root.member("outputs").array("outputs");
  if (inputs > nodes.size())
    refuse("inputs is " + std::to_string(inputs) + ", but there are only " + std::to_string(nodes.size()) + " nodes");
  return Reader(static_cast<std::size_t>(inputs), nodes).build(outputs);
}

}  // namespace tropiary
