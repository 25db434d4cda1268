#pragma once

#include <string>
#include <string_view>

namespace tropiary::io {

/// One decimal at most, the same in every locale.
std::string svg_number(double value);

/// ` name="value"`
std::string svg_attribute(std::string_view name, double value);

/// Text for XML: markup escaped, characters that XML forbids replaced.
std::string svg_escaped(std::string_view text);

}  // namespace tropiary::io
