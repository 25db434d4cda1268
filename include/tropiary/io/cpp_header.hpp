#pragma once

#include <string>
#include <string_view>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// A header for C++17 and CUDA that needs nothing else: namespace `name` with the numbers of inputs and outputs and a
/// function evaluate(const Number* x, Number* y) in straight lines, its weights as hexadecimal literals of the network's
/// number type. Number is that type, or a wider one. NaNs propagate. Throws invalid_argument for a name that is no
/// identifier or a word of C++; too_large beyond 2²⁰ operations.
std::string to_cpp_header(const CompiledNetwork& network, std::string_view name = "network");

}  // namespace tropiary
