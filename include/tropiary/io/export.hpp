#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// A file format of compiled networks, found by the extension of a path.
struct NetworkFormat {
  std::string_view extension;    ///< ".onnx"
  std::string_view description;  ///< in a few words
};
/// .onnx, .safetensors, .npz, .json, .hpp, .cuh
const std::vector<NetworkFormat>& network_formats();

/// Throws invalid_argument, naming the formats, for the path of no format, and where the form has no such file.
void check_network_format(const std::string& path, Form form);

/// What is to be written to the path. Throws like check_network_format and the format's own function.
std::string export_network(const CompiledNetwork& network, const std::string& path);

}  // namespace tropiary
