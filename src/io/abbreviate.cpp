#include "io/abbreviate.hpp"

namespace tropiary::io {

std::size_t utf8_character_length(std::string_view text) noexcept {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80U) return 1;
  const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  // Overlong forms, surrogates and code points beyond U+10FFFF.
  if (lead == 0xE0U && byte(1) < 0xA0U) return 0;
  if (lead == 0xEDU && byte(1) > 0x9FU) return 0;
  if (lead == 0xF0U && byte(1) < 0x90U) return 0;
  if (lead == 0xF4U && byte(1) > 0x8FU) return 0;
  return length;
}

std::string abbreviate(std::string_view text, std::size_t limit) {
  std::string result;
  std::size_t position = 0;
  for (std::size_t shown = 0; position < text.size() && shown < limit; ++shown) {
    const std::size_t length = utf8_character_length(text.substr(position));
    const auto byte = static_cast<unsigned char>(text[position]);
    if (length == 0 || byte < 0x20U || byte == 0x7FU) {
      result += byte == '\n' || byte == '\t' ? ' ' : '?';
      ++position;
    } else {
      result += text.substr(position, length);
      position += length;
    }
  }
  if (position < text.size()) result += "… (" + std::to_string(text.size()) + " bytes)";
  return result;
}

std::string quote(std::string_view text, std::size_t limit) { return '"' + abbreviate(text, limit) + '"'; }

}  // namespace tropiary::io
