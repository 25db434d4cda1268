#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tropiary::io {

/// Protocol buffers on the wire [protobuf]: a message is a sequence of (field number, value); a nested message is its
/// bytes.
class ProtobufWriter {
 public:
  ProtobufWriter& integer(std::uint32_t field, std::uint64_t value) {
    varint(std::uint64_t{field} << 3U);
    varint(value);
    return *this;
  }
  ProtobufWriter& bytes(std::uint32_t field, std::string_view value) {
    varint(std::uint64_t{field} << 3U | 2U);
    varint(value.size());
    text_ += value;
    return *this;
  }
  ProtobufWriter& message(std::uint32_t field, const ProtobufWriter& value) { return bytes(field, value.text_); }
  [[nodiscard]] std::string text() && noexcept { return std::move(text_); }

 private:
  void varint(std::uint64_t value) {
    for (; value > 127; value >>= 7U) text_ += static_cast<char>((value & 127U) | 128U);
    text_ += static_cast<char>(value);
  }
  std::string text_;
};

}  // namespace tropiary::io
