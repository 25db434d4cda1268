#pragma once

#include <string_view>

namespace tropiary::io {

/// Whether a name has a meaning in C++ already, so that no namespace can be called so.
bool is_cpp_word(std::string_view name) noexcept;

}  // namespace tropiary::io
