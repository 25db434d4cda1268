#include "tropiary/io/layer_config.hpp"

#include "io/certificate_json.hpp"
#include "io/json_writer.hpp"
#include "io/payload.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

std::string_view activation(const CompiledNetwork& network, std::size_t k) {
  if (network.form == Form::relu) return k + 1 == network.layers.size() ? "identity" : "relu";
  return network.layers[k].pieces == 1 ? "identity" : "max";
}

void write_layers(io::JsonWriter& writer, const CompiledNetwork& network) {
  const std::vector<DenseLayer>& layers = network.layers;
  writer.key("layers").begin_array();
  for (std::size_t k = 0; k < layers.size(); ++k) {
    const DenseLayer& layer = layers[k];
    if (layer.weights.size() != layer.rows * layer.columns || layer.bias.size() != layer.rows || layer.pieces == 0 ||
        layer.rows % layer.pieces != 0)
      throw Error(Errc::invalid_argument,
                  "to_layer_config: layer " + std::to_string(k) +
                      " does not hold rows · columns weights and rows biases in groups of its pieces");
    writer.begin_object().key("rows").number(layer.rows).key("columns").number(layer.columns);
    writer.key("activation").string(activation(network, k));
    if (network.form != Form::relu) writer.key("pieces").number(layer.pieces);
    writer.key("weights").begin_array();
    for (std::size_t i = 0; i < layer.rows; ++i) {
      writer.begin_array();
      for (std::size_t j = 0; j < layer.columns; ++j) writer.rational(layer.weights[i * layer.columns + j]);
      writer.end_array();
    }
    writer.end_array().key("bias").begin_array();
    for (const Rational& b : layer.bias) writer.rational(b);
    writer.end_array().end_object();
  }
  writer.end_array();
}

template <class Number>
void write_numbers(io::JsonWriter& writer, std::string_view name, const std::vector<Number>& numbers) {
  writer.key(name).begin_array();
  for (const Number number : numbers) writer.number(number);
  writer.end_array();
}

void write_rationals(io::JsonWriter& writer, std::string_view name, const std::vector<Rational>& numbers) {
  writer.key(name).begin_array();
  for (const Rational& number : numbers) writer.rational(number);
  writer.end_array();
}

void write_program(io::JsonWriter& writer, const DagProgram& program) {
  writer.key("program").begin_object();
  write_numbers(writer, "ops", program.ops);
  write_numbers(writer, "row_starts", program.row_starts);
  write_numbers(writer, "slots", program.slots);
  write_rationals(writer, "weights", program.weights);
  write_rationals(writer, "constants", program.constants);
  write_numbers(writer, "outputs", program.outputs);
  writer.end_object();
}

}  // namespace

std::string to_layer_config(const CompiledNetwork& network) {
  io::JsonWriter writer;
  writer.begin_object().key("format").string(io::format_name).key("source").string(network.source);
  writer.key("inputs").number(network.inputs).key("outputs").number(network.outputs);
  io::write_summary(writer, network);
  if (network.form == Form::dag)
    write_program(writer, network.program);
  else
    write_layers(writer, network);
  writer.key("payload_sha256").string(io::payload_sha256(io::payload_order("to_layer_config", network.buffers)));
  return std::move(writer.end_object()).text() + "\n";
}

}  // namespace tropiary
