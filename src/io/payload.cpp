#include "io/payload.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "io/abbreviate.hpp"
#include "io/certificate_json.hpp"
#include "io/sha256.hpp"
#include "tropiary/error.hpp"

namespace tropiary::io {
namespace {

std::size_t number_size(std::string_view function, const Buffer& buffer) {
  if (buffer.dtype == "F64" || buffer.dtype == "I64") return 8;
  if (buffer.dtype == "F32" || buffer.dtype == "U32") return 4;
  if (buffer.dtype == "F16" || buffer.dtype == "BF16") return 2;
  if (buffer.dtype == "U8") return 1;
  throw Error(Errc::invalid_argument, std::string(function) + ": buffer " + quote(buffer.name) +
                                          " has the unknown number type " + quote(buffer.dtype));
}

void check_shape(std::string_view function, const Buffer& buffer) {
  std::size_t bytes = number_size(function, buffer);
  for (const std::size_t length : buffer.shape) {
    if (length != 0 && bytes > std::numeric_limits<std::size_t>::max() / length) bytes = 0;
    bytes *= length;
  }
  if (bytes != buffer.bytes.size())
    throw Error(Errc::invalid_argument, std::string(function) + ": buffer " + quote(buffer.name) + " holds " +
                                            std::to_string(buffer.bytes.size()) +
                                            " bytes, its shape and number type take " + std::to_string(bytes));
}

std::string list_text(const std::vector<std::size_t>& numbers) {
  std::string text = "[";
  for (const std::size_t number : numbers) text += (text.size() == 1 ? "" : ", ") + std::to_string(number);
  return text + "]";
}

}  // namespace

std::vector<const Buffer*> payload_order(std::string_view function, std::span<const Buffer> buffers) {
  std::vector<const Buffer*> order;
  std::set<std::string_view> names;
  for (const Buffer& buffer : buffers) {
    check_shape(function, buffer);
    if (!names.insert(buffer.name).second || buffer.name == "__metadata__")
      throw Error(Errc::invalid_argument,
                  std::string(function) + ": the buffer name " + quote(buffer.name) + " is used already");
    order.push_back(&buffer);
  }
  std::ranges::stable_sort(
      order, [&](const Buffer* a, const Buffer* b) { return number_size(function, *a) > number_size(function, *b); });
  return order;
}

std::string_view bytes_of(const Buffer& buffer) {
  return {reinterpret_cast<const char*>(buffer.bytes.data()), buffer.bytes.size()};
}

std::string payload_sha256(std::span<const Buffer* const> payload) {
  Sha256 hash;
  for (const Buffer* buffer : payload) hash.update(bytes_of(*buffer));
  return hash.hexadecimal();
}

std::vector<std::pair<std::string, std::string>> metadata(const CompiledNetwork& network,
                                                          std::span<const Buffer* const> payload) {
  std::vector<std::pair<std::string, std::string>> result = {
      {"format", std::string(format_name)},
      {"form", std::string(to_string(network.form))},
      {"source", network.source},
      {"dtype", std::string(to_string(network.certificate.dtype))},
      {"certificate", certificate_json(network.certificate)},
      {"inputs", std::to_string(network.inputs)},
      {"outputs", std::to_string(network.outputs)},
      {"max_ops", std::to_string(network.max_ops)},
      {"hidden_layers", std::to_string(network.hidden_layers)},
      {"widths", list_text(network.widths)},
      {"parameters", std::to_string(network.parameters)},
      {"payload_sha256", payload_sha256(payload)}};
  if (network.form == Form::maxout || network.form == Form::filters) {
    std::vector<std::size_t> pieces;
    for (const DenseLayer& layer : network.layers) pieces.push_back(layer.pieces);
    result.emplace_back("pieces", list_text(pieces));
  }
  return result;
}

}  // namespace tropiary::io
