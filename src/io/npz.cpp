#include "tropiary/io/npz.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "io/json_writer.hpp"
#include "io/payload.hpp"
#include "tropiary/error.hpp"

// A .npz file is a ZIP archive of .npy files [npy]. Entries are stored, not compressed, and dated 1980-01-01,
// the first day that ZIP knows, so that the same arrays give the same bytes.

namespace tropiary {
namespace {

constexpr std::uint64_t most_bytes = 0xffffffffU;  // beyond, ZIP needs its 64-bit fields
constexpr std::uint16_t first_day = (1U << 5U) | 1U;
constexpr std::size_t alignment = 64;  // of a .npy file's data within it

std::string little_endian(std::uint64_t value, unsigned bytes) {
  std::string text;
  for (unsigned i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 255U);
  return text;
}

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t c = i;
    for (int k = 0; k < 8; ++k) c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1U) : c >> 1U;
    table[i] = c;
  }
  return table;
}();

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t c = 0xffffffffU;
  for (const char byte : bytes) c = crc_table[(c ^ static_cast<unsigned char>(byte)) & 255U] ^ (c >> 8U);
  return ~c;
}

std::string_view numpy_type(std::string_view dtype) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> types = {
      {{"F64", "<f8"}, {"F32", "<f4"}, {"F16", "<f2"}, {"BF16", "<u2"}, {"U8", "|u1"}, {"U32", "<u4"}, {"I64", "<i8"}}};
  for (const auto& [ours, numpy] : types) {
    if (ours == dtype) return numpy;
  }
  return "";
}

std::string npy(std::string_view type, const std::vector<std::size_t>& shape, std::string_view data) {
  std::string header = "{'descr': '" + std::string(type) + "', 'fortran_order': False, 'shape': (";
  for (const std::size_t length : shape) header += std::to_string(length) + ", ";
  header += "), }";
  const std::size_t prefix = 10;  // magic, version, length
  header.append(alignment - 1 - (prefix + header.size()) % alignment, ' ');
  header += '\n';
  return std::string("\x93NUMPY\x01\x00", 8) + little_endian(header.size(), 2) + header + std::string(data);
}

class Archive {
 public:
  void add(const std::string& name, const std::string& bytes) {
    check(bytes.size());
    const std::string common = little_endian(20, 2) + little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 2) +
                               little_endian(first_day, 2) + little_endian(crc32(bytes), 4) +
                               little_endian(bytes.size(), 4) + little_endian(bytes.size(), 4) +
                               little_endian(name.size(), 2) + little_endian(0, 2);
    directory_ += std::string("PK\x01\x02", 4) + little_endian(20, 2) + common + little_endian(0, 2) +
                  little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) + little_endian(bytes_.size(), 4) +
                  name;
    bytes_ += std::string("PK\x03\x04", 4) + common + name + bytes;
    ++count_;
  }

  std::string finish() && {
    const std::size_t start = bytes_.size();
    check(directory_.size());
    bytes_ += directory_;
    bytes_ += std::string("PK\x05\x06", 4) + little_endian(0, 2) + little_endian(0, 2) + little_endian(count_, 2) +
              little_endian(count_, 2) + little_endian(directory_.size(), 4) + little_endian(start, 4) +
              little_endian(0, 2);
    return std::move(bytes_);
  }

 private:
  void check(std::size_t more) const {
    if (bytes_.size() + more + 1024 > most_bytes || count_ >= 0xfffeU) {
      throw Error(Errc::too_large, "to_npz: the arrays take more than the 2^32 - 1 bytes or 65534 files of an archive");
    }
  }

  std::string bytes_;
  std::string directory_;
  std::size_t count_ = 0;
};

std::string metadata_json(const CompiledNetwork& network, const std::vector<const Buffer*>& payload) {
  io::JsonWriter writer;
  writer.begin_object();
  for (const auto& [name, value] : io::metadata(network, payload)) writer.key(name).string(value);
  return std::move(writer.end_object()).text();
}

}  // namespace

std::string to_npz(const CompiledNetwork& network) {
  const std::vector<const Buffer*> payload = io::payload_order("to_npz", network.buffers);
  Archive archive;
  const std::string metadata = metadata_json(network, payload);
  archive.add("metadata.npy", npy("|S" + std::to_string(metadata.size()), {}, metadata));
  for (const Buffer* buffer : payload) {
    archive.add(buffer->name + ".npy", npy(numpy_type(buffer->dtype), buffer->shape, io::bytes_of(*buffer)));
  }
  return std::move(archive).finish();
}

}  // namespace tropiary
