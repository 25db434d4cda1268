#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary::testing {

/// The bytes of small integers in a number type, by their definition: sign, exponent, significand.
inline std::vector<std::byte> bytes_of_integer(std::int64_t value, Dtype dtype) {
  struct Layout {
    unsigned exponent_bits, fraction_bits;
  };
  const Layout layout = dtype == Dtype::float64   ? Layout{11, 52}
                        : dtype == Dtype::float32 ? Layout{8, 23}
                        : dtype == Dtype::float16 ? Layout{5, 10}
                                                  : Layout{8, 7};
  std::uint64_t bits = 0;
  if (value != 0) {
    const std::uint64_t magnitude = static_cast<std::uint64_t>(value < 0 ? -value : value);
    unsigned exponent = 0;
    while (magnitude >> (exponent + 1) != 0) ++exponent;
    const std::uint64_t bias = (std::uint64_t{1} << (layout.exponent_bits - 1)) - 1;
    const std::uint64_t fraction = (magnitude - (std::uint64_t{1} << exponent)) << (layout.fraction_bits - exponent);
    bits = fraction | (exponent + bias) << layout.fraction_bits |
           std::uint64_t{value < 0 ? 1U : 0U} << (layout.fraction_bits + layout.exponent_bits);
  }
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i < byte_size(dtype); ++i) bytes.push_back(static_cast<std::byte>(bits >> (8 * i) & 255U));
  return bytes;
}

inline Buffer integer_buffer(std::string name, const std::vector<Rational>& values, std::vector<std::size_t> shape,
                             Dtype dtype) {
  const char* types[] = {"F64", "F32", "F16", "BF16"};
  Buffer buffer{std::move(name), types[static_cast<std::size_t>(dtype)], std::move(shape), {}};
  for (const Rational& value : values)
    for (const std::byte byte : bytes_of_integer(value.numerator().to_int64(), dtype)) buffer.bytes.push_back(byte);
  return buffer;
}

/// max(0, x₂, x₁ + x₂), the polynomial of the chain 1 < 2, as relu(relu(x₁) + (relu(x₂ + 64) − 64)).
inline CompiledNetwork chain_network(Dtype dtype = Dtype::float32) {
  CompiledNetwork network;
  network.form = Form::relu;
  network.inputs = 2;
  network.outputs = 1;
  network.max_ops = 2;
  network.hidden_layers = 2;
  network.widths = {2, 1};
  network.parameters = 11;
  network.source = "chain:2 \"quoted\" α";
  network.layers = {{2, 2, {1, 0, 0, 1}, {0, 64}}, {1, 2, {1, 1}, {-64}}, {1, 1, {1}, {0}}};
  network.certificate.dtype = dtype;
  network.certificate.box = {{-64, 64}, {-64, 64}};
  network.certificate.worst_partial_sum = 256;
  network.certificate.worst_neuron = "layer 1, unit 0";
  network.certificate.exact = true;
  for (std::size_t k = 0; k < network.layers.size(); ++k) {
    const DenseLayer& layer = network.layers[k];
    const std::string name = "layers." + std::to_string(k);
    network.buffers.push_back(integer_buffer(name + ".weight", layer.weights, {layer.rows, layer.columns}, dtype));
    network.buffers.push_back(integer_buffer(name + ".bias", layer.bias, {layer.rows}, dtype));
  }
  return network;
}

/// The same in the dag form: node 0 = max(0, x₁), node 1 = node 0 + x₂, node 2 = max(0, node 1).
inline CompiledNetwork chain_program() {
  CompiledNetwork network = chain_network();
  network.form = Form::dag;
  network.layers.clear();
  network.widths = {1, 1};
  network.program = {{2, 0, 2}, {0, 1, 3, 4}, {0, 1, 2, 3}, {1, 1, 1, 1}, {0, 0, 0}, {4}};
  network.buffers.clear();
  const auto words = [](std::vector<std::uint64_t> values, std::size_t size) {
    std::vector<std::byte> bytes;
    for (const std::uint64_t value : values)
      for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::byte>(value >> (8 * i) & 255U));
    return bytes;
  };
  network.buffers.push_back({"ops", "U8", {3}, words({2, 0, 2}, 1)});
  network.buffers.push_back({"row_starts", "I64", {4}, words({0, 1, 3, 4}, 8)});
  network.buffers.push_back({"slots", "U32", {4}, words({0, 1, 2, 3}, 4)});
  network.buffers.push_back(integer_buffer("weights", network.program.weights, {4}, Dtype::float32));
  network.buffers.push_back(integer_buffer("constants", network.program.constants, {3}, Dtype::float32));
  network.buffers.push_back({"outputs", "U32", {1}, words({4}, 4)});
  return network;
}

}  // namespace tropiary::testing
