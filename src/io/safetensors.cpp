#include "tropiary/io/safetensors.hpp"

#include "io/json_writer.hpp"
#include "io/payload.hpp"
#include "tropiary/error.hpp"

// The format [safetensors]: eight bytes N (little-endian), N bytes of JSON, the tensors one after another without
// holes.

namespace tropiary {
namespace {

constexpr std::size_t alignment = 64;
constexpr std::size_t max_header = 100'000'000;  // readers refuse more

std::string header_json(const CompiledNetwork& network, const std::vector<const Buffer*>& payload) {
  io::JsonWriter writer;
  writer.begin_object().key("__metadata__").begin_object();
  for (const auto& [name, value] : io::metadata(network, payload)) writer.key(name).string(value);
  writer.end_object();
  std::size_t offset = 0;
  for (const Buffer* buffer : payload) {
    writer.key(buffer->name).begin_object().key("dtype").string(buffer->dtype).key("shape").begin_array();
    for (const std::size_t length : buffer->shape) writer.number(length);
    writer.end_array().key("data_offsets").begin_array().number(offset);
    offset += buffer->bytes.size();
    writer.number(offset).end_array().end_object();
  }
  return std::move(writer.end_object()).text();
}

}  // namespace

std::string to_safetensors(const CompiledNetwork& network) {
  const std::vector<const Buffer*> payload = io::payload_order("to_safetensors", network.buffers);
  const std::string json = header_json(network, payload);
  const std::size_t start = (8 + json.size() + alignment - 1) / alignment * alignment;
  const std::size_t header_size = start - 8;
  if (header_size > max_header)
    throw Error(Errc::too_large, "to_safetensors: the header takes " + std::to_string(header_size) +
                                     " bytes, readers take at most " + std::to_string(max_header));
  std::size_t total = start;
  for (const Buffer* buffer : payload) total += buffer->bytes.size();
  std::string bytes;
  bytes.reserve(total);
  for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(header_size >> shift & 255U);
  bytes += json;
  bytes.resize(start, ' ');
  for (const Buffer* buffer : payload) bytes += io::bytes_of(*buffer);
  return bytes;
}

}  // namespace tropiary
