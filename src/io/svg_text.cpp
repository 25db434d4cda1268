#include "io/svg_text.hpp"

#include <charconv>
#include <cmath>

#include "io/abbreviate.hpp"

namespace tropiary::io {

std::string svg_number(double value) {
  const double rounded = std::round(value * 10) / 10;
  char buffer[64];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded);
  return {buffer, result.ptr};
}

std::string svg_attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + svg_number(value) + "\"";
}

std::string svg_escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = utf8_character_length(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    if (length == 0 || byte < 0x20U || byte == 0x7FU)
      result += "\xEF\xBF\xBD";
    else if (byte == '&')
      result += "&amp;";
    else if (byte == '<')
      result += "&lt;";
    else if (byte == '>')
      result += "&gt;";
    else if (byte == '"')
      result += "&quot;";
    else
      result += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return result;
}

}  // namespace tropiary::io
