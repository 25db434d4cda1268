#include "tropiary/io/export.hpp"

#include <algorithm>

#include "io/abbreviate.hpp"
#include "io/cpp_words.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/cpp_header.hpp"
#include "tropiary/io/layer_config.hpp"
#include "tropiary/io/npz.hpp"
#include "tropiary/io/onnx.hpp"
#include "tropiary/io/safetensors.hpp"

namespace tropiary {
namespace {

const NetworkFormat& format_of(const std::string& path) {
  const auto& formats = network_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const auto& format) { return path.ends_with(format.extension); });
  if (found != formats.end()) return *found;
  std::string known;
  for (const NetworkFormat& format : formats) known += (known.empty() ? "" : ", ") + std::string(format.extension);
  throw Error(Errc::invalid_argument, "export_network: the extension of " + io::quote(path) + " is none of " + known);
}

/// The file's name without folders and extension, as a name of C++.
std::string identifier_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  name = name.substr(0, name.find_last_of('.'));
  for (char& c : name) {
    const bool keeps = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!keeps) c = '_';
  }
  const bool is_free = !name.empty() && name[0] != '_' && !(name[0] >= '0' && name[0] <= '9') && !io::is_cpp_word(name);
  return is_free ? name : "network_" + name;
}

}  // namespace

const std::vector<NetworkFormat>& network_formats() {
  static const std::vector<NetworkFormat> formats = {
      {".onnx", "ONNX"},        {".safetensors", "tensors"},
      {".npz", "NumPy arrays"}, {".json", "layer config with exact rationals"},
      {".hpp", "C++17 header"}, {".cuh", "the same for CUDA"}};
  return formats;
}

void check_network_format(const std::string& path, Form form) {
  if (format_of(path).extension == ".onnx" && form == Form::dag) {
    throw Error(Errc::invalid_argument,
                "export_network: " + io::quote(path) + ": ONNX holds the forms of layers, not dag");
  }
}

std::string export_network(const CompiledNetwork& network, const std::string& path) {
  check_network_format(path, network.form);
  const std::string_view extension = format_of(path).extension;
  if (extension == ".onnx") return to_onnx(network);
  if (extension == ".safetensors") return to_safetensors(network);
  if (extension == ".npz") return to_npz(network);
  if (extension == ".json") return to_layer_config(network);
  return to_cpp_header(network, identifier_of(path));
}

}  // namespace tropiary
