#pragma once

#include <string>
#include <string_view>

namespace tropiary::io {

/// Text fit for an error message: one line, at most `limit` characters, control characters and broken UTF-8 shown as
/// '?', what is left out shown as "…" with the length of the whole.
std::string abbreviate(std::string_view text, std::size_t limit = 80);

/// The same between double quotes.
std::string quote(std::string_view text, std::size_t limit = 80);

/// The length of the well-formed UTF-8 character that `text` starts with; 0 if there is none.
std::size_t utf8_character_length(std::string_view text) noexcept;

}  // namespace tropiary::io
