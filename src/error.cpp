#include "tropiary/error.hpp"

#include <algorithm>

namespace tropiary {

std::string_view to_string(Errc code) noexcept {
  switch (code) {
    case Errc::invalid_argument:
      return "invalid_argument";
    case Errc::parse_error:
      return "parse_error";
    case Errc::cyclic_relations:
      return "cyclic_relations";
    case Errc::dimension_mismatch:
      return "dimension_mismatch";
    case Errc::division_by_zero:
      return "division_by_zero";
    case Errc::too_large:
      return "too_large";
    case Errc::inexact:
      return "inexact";
    case Errc::io_error:
      return "io_error";
    case Errc::out_of_space:
      return "out_of_space";
  }
  return "unknown";
}

void throw_parse_error(std::string_view function, std::string_view text, std::size_t offset, std::string_view problem) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  // Columns count characters, not bytes: UTF-8 continuation bytes are skipped.
  const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  throw Error(Errc::parse_error, std::string(function) + ": " + std::string(problem) + ", at line " +
                                     std::to_string(line) + ", column " + std::to_string(column));
}

}  // namespace tropiary
