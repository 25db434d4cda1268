#include <string>

#include "passes.hpp"
#include "rounding.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

std::string safetensors_name(Dtype dtype) {
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
  return "?";
}

void append_little_endian(std::vector<std::byte>& bytes, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::byte>((value >> (8 * i)) & 0xffU));
}

Buffer rounded(std::string name, std::vector<std::size_t> shape, std::span<const Rational> values, Dtype dtype) {
  Buffer buffer{std::move(name), safetensors_name(dtype), std::move(shape), {}};
  buffer.bytes.reserve(values.size() * byte_size(dtype));
  for (const Rational& value : values) {
    const Rounded number = round_to(value, dtype);
    if (number.overflow) {
      throw Error(Errc::too_large, "quantise: " + buffer.name + " holds " + value.to_string() +
                                       ", beyond the range of " + std::string(to_string(dtype)));
    }
    append_little_endian(buffer.bytes, number.bits, byte_size(dtype));
  }
  return buffer;
}

template <class T>
Buffer integers(std::string name, std::string type, std::span<const T> values) {
  Buffer buffer{std::move(name), std::move(type), {values.size()}, {}};
  buffer.bytes.reserve(values.size() * sizeof(T));
  for (const T value : values) append_little_endian(buffer.bytes, value, sizeof(T));
  return buffer;
}

}  // namespace

std::vector<Buffer> quantise(std::span<const DenseLayer> layers, Dtype dtype) {
  std::vector<Buffer> buffers;
  for (std::size_t k = 0; k < layers.size(); ++k) {
    const std::string name = "layers." + std::to_string(k);
    buffers.push_back(rounded(name + ".weight", {layers[k].rows, layers[k].columns}, layers[k].weights, dtype));
    buffers.push_back(rounded(name + ".bias", {layers[k].rows}, layers[k].bias, dtype));
  }
  return buffers;
}

std::vector<Buffer> quantise(const DagProgram& program, Dtype dtype) {
  std::vector<Buffer> buffers;
  buffers.push_back(integers<std::uint8_t>("ops", "U8", program.ops));
  buffers.push_back(integers<std::uint64_t>("row_starts", "I64", program.row_starts));
  buffers.push_back(integers<std::uint32_t>("slots", "U32", program.slots));
  buffers.push_back(rounded("weights", {program.weights.size()}, program.weights, dtype));
  buffers.push_back(rounded("constants", {program.constants.size()}, program.constants, dtype));
  buffers.push_back(integers<std::uint32_t>("outputs", "U32", program.outputs));
  return buffers;
}

}  // namespace tropiary::detail
