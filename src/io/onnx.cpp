#include "tropiary/io/onnx.hpp"

#include <map>

#include "io/abbreviate.hpp"
#include "io/payload.hpp"
#include "io/protobuf_writer.hpp"
#include "tropiary/error.hpp"
#include "tropiary/version.hpp"

namespace tropiary {
namespace {

using io::ProtobufWriter;

constexpr std::uint64_t ir_version = 7;
constexpr std::uint64_t opset = 13;
constexpr std::uint64_t max_bytes = (std::uint64_t{1} << 31U) - 1;  // of any protocol buffers message

// Field numbers and values of onnx.proto [onnx].
namespace model_field {
constexpr std::uint32_t ir_version = 1, producer_name = 2, producer_version = 3, graph = 7, opset_import = 8,
                        metadata_props = 14;
}
namespace graph_field {
constexpr std::uint32_t node = 1, name = 2, initializer = 5, input = 11, output = 12;
}
namespace node_field {
constexpr std::uint32_t input = 1, output = 2, name = 3, op_type = 4, attribute = 5;
}
namespace attribute_field {
constexpr std::uint32_t name = 1, integer = 3, integers = 8, type = 20;
}
namespace tensor_field {
constexpr std::uint32_t dims = 1, data_type = 2, name = 8, raw_data = 9;
}
constexpr std::uint64_t attribute_type_integer = 2;
constexpr std::uint64_t attribute_type_integers = 7;
constexpr std::uint64_t data_type_int64 = 7;

std::uint64_t data_type(Dtype dtype) {
  switch (dtype) {
    case Dtype::float32:
      return 1;
    case Dtype::float16:
      return 10;
    case Dtype::float64:
      return 11;
    case Dtype::bfloat16:
      return 16;
  }
  return 0;
}

std::string_view buffer_type(Dtype dtype) {
  switch (dtype) {
    case Dtype::float64:
      return "F64";
    case Dtype::float32:
      return "F32";
    case Dtype::float16:
      return "F16";
    case Dtype::bfloat16:
      return "BF16";
  }
  return "";
}

[[noreturn]] void refuse(const std::string& problem) { throw Error(Errc::invalid_argument, "to_onnx: " + problem); }

void require_dense(const CompiledNetwork& network) {
  if (network.form == Form::dag) refuse("the dag form has no layers, and ONNX no program of rows");
  if (network.layers.empty()) refuse("the network has no layers");
  std::size_t columns = network.inputs;
  for (std::size_t k = 0; k < network.layers.size(); ++k) {
    const DenseLayer& layer = network.layers[k];
    const std::string name = "layer " + std::to_string(k);
    if (layer.columns != columns)
      refuse(name + " takes " + std::to_string(layer.columns) + " numbers, but gets " + std::to_string(columns));
    if (layer.rows == 0 || layer.columns == 0)
      refuse(name + " has shape " + std::to_string(layer.rows) + " × " + std::to_string(layer.columns) +
             "; ONNX has no matrices without entries");
    if (layer.pieces == 0 || layer.rows % layer.pieces != 0)
      refuse(name + " has " + std::to_string(layer.rows) + " rows in groups of " + std::to_string(layer.pieces));
    columns = layer.rows / layer.pieces;
  }
  if (columns != network.outputs)
    refuse("the last layer gives " + std::to_string(columns) + " numbers, not " + std::to_string(network.outputs));
}

class ModelWriter {
 public:
  explicit ModelWriter(const CompiledNetwork& network)
      : network_(network), payload_(io::payload_order("to_onnx", network.buffers)) {
    std::uint64_t total = 0;
    for (const Buffer* buffer : payload_) {
      by_name_[buffer->name] = buffer;
      total += buffer->bytes.size();
    }
    if (total > max_bytes)
      throw Error(Errc::too_large, "to_onnx: the weights take " + std::to_string(total) +
                                       " bytes, an ONNX file holds at most " + std::to_string(max_bytes));
  }

  std::string write() {
    ProtobufWriter opset_import;
    opset_import.bytes(1, "").integer(2, opset);
    ProtobufWriter model;
    model.integer(model_field::ir_version, ir_version)
        .bytes(model_field::producer_name, "tropiary")
        .bytes(model_field::producer_version, version)
        .message(model_field::graph, graph())
        .message(model_field::opset_import, opset_import);
    for (const auto& [name, value] : io::metadata(network_, payload_))
      model.message(model_field::metadata_props, ProtobufWriter().bytes(1, name).bytes(2, value));
    return std::move(model).text();
  }

 private:
  ProtobufWriter graph() {
    ProtobufWriter graph;
    std::string value = "x";
    for (std::size_t k = 0; k < network_.layers.size(); ++k) {
      const std::string name = "layers." + std::to_string(k);
      const bool is_last = k + 1 == network_.layers.size();
      const bool has_maxima = network_.layers[k].pieces > 1;
      const std::string sum = is_last && !has_maxima ? "y" : name + ".sum";
      graph.message(graph_field::node, gemm(value, name, sum));
      value = sum;
      if (has_maxima) {
        value = is_last ? "y" : name + ".max";
        graph.message(graph_field::node, reshape(sum, name));
        graph.message(graph_field::node, reduce_max(name + ".groups", value));
      } else if (network_.form == Form::relu && !is_last) {
        value = name + ".relu";
        graph.message(graph_field::node, unary("Relu", sum, value));
      }
    }
    graph.bytes(graph_field::name, "tropiary");
    for (std::size_t k = 0; k < network_.layers.size(); ++k) {
      const DenseLayer& layer = network_.layers[k];
      const std::string name = "layers." + std::to_string(k);
      graph.message(graph_field::initializer, tensor(name + ".weight", {layer.rows, layer.columns}));
      graph.message(graph_field::initializer, tensor(name + ".bias", {layer.rows}));
      if (layer.pieces > 1) graph.message(graph_field::initializer, group_shape(name, layer));
    }
    return graph.message(graph_field::input, value_info("x", network_.inputs))
        .message(graph_field::output, value_info("y", network_.outputs));
  }

  static ProtobufWriter unary(const std::string& operation, const std::string& input, const std::string& output) {
    return ProtobufWriter()
        .bytes(node_field::input, input)
        .bytes(node_field::output, output)
        .bytes(node_field::name, output)
        .bytes(node_field::op_type, operation);
  }

  /// batch × rows to batch × groups × pieces: a 0 keeps the length.
  static ProtobufWriter reshape(const std::string& input, const std::string& name) {
    return ProtobufWriter()
        .bytes(node_field::input, input)
        .bytes(node_field::input, name + ".shape")
        .bytes(node_field::output, name + ".groups")
        .bytes(node_field::name, name + ".reshape")
        .bytes(node_field::op_type, "Reshape");
  }
  static ProtobufWriter group_shape(const std::string& name, const DenseLayer& layer) {
    std::string numbers;
    for (const std::uint64_t length :
         {std::uint64_t{0}, std::uint64_t{layer.rows / layer.pieces}, std::uint64_t{layer.pieces}}) {
      for (unsigned shift = 0; shift < 64; shift += 8) numbers += static_cast<char>(length >> shift & 255U);
    }
    return ProtobufWriter()
        .integer(tensor_field::dims, 3)
        .integer(tensor_field::data_type, data_type_int64)
        .bytes(tensor_field::name, name + ".shape")
        .bytes(tensor_field::raw_data, numbers);
  }
  static ProtobufWriter reduce_max(const std::string& input, const std::string& output) {
    return unary("ReduceMax", input, output)
        .message(node_field::attribute, ProtobufWriter()
                                            .bytes(attribute_field::name, "axes")
                                            .integer(attribute_field::integers, 2)
                                            .integer(attribute_field::type, attribute_type_integers))
        .message(node_field::attribute, ProtobufWriter()
                                            .bytes(attribute_field::name, "keepdims")
                                            .integer(attribute_field::integer, 0)
                                            .integer(attribute_field::type, attribute_type_integer));
  }

  static ProtobufWriter gemm(const std::string& input, const std::string& name, const std::string& output) {
    return ProtobufWriter()
        .bytes(node_field::input, input)
        .bytes(node_field::input, name + ".weight")
        .bytes(node_field::input, name + ".bias")
        .bytes(node_field::output, output)
        .bytes(node_field::name, name + ".gemm")
        .bytes(node_field::op_type, "Gemm")
        .message(node_field::attribute, ProtobufWriter()
                                            .bytes(attribute_field::name, "transB")
                                            .integer(attribute_field::integer, 1)
                                            .integer(attribute_field::type, attribute_type_integer));
  }

  ProtobufWriter tensor(const std::string& name, const std::vector<std::size_t>& shape) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) refuse("there is no buffer " + io::quote(name));
    const Buffer& buffer = *found->second;
    if (buffer.shape != shape || buffer.dtype != buffer_type(network_.certificate.dtype))
      refuse("buffer " + io::quote(name) + " does not have its layer's shape or number type");
    ProtobufWriter tensor;
    for (const std::size_t length : shape) tensor.integer(tensor_field::dims, length);
    return tensor.integer(tensor_field::data_type, data_type(network_.certificate.dtype))
        .bytes(tensor_field::name, name)
        .bytes(tensor_field::raw_data, io::bytes_of(buffer));
  }

  /// A matrix of any number of rows, "batch".
  [[nodiscard]] ProtobufWriter value_info(std::string_view name, std::size_t columns) const {
    const ProtobufWriter shape = ProtobufWriter()
                                     .message(1, ProtobufWriter().bytes(2, "batch"))
                                     .message(1, ProtobufWriter().integer(1, columns));
    const ProtobufWriter tensor_type =
        ProtobufWriter().integer(1, data_type(network_.certificate.dtype)).message(2, shape);
    return ProtobufWriter().bytes(1, name).message(2, ProtobufWriter().message(1, tensor_type));
  }

  const CompiledNetwork& network_;
  std::vector<const Buffer*> payload_;
  std::map<std::string_view, const Buffer*> by_name_;
};

}  // namespace

std::string to_onnx(const CompiledNetwork& network) {
  require_dense(network);
  return ModelWriter(network).write();
}

}  // namespace tropiary
