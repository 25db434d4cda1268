#include "tropiary/io/files.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/io/compile_summary.hpp"
#include "tropiary/io/cpp_header.hpp"
#include "tropiary/io/export.hpp"
#include "tropiary/io/layer_config.hpp"
#include "tropiary/io/npz.hpp"
#include "tropiary/io/onnx.hpp"
#include "tropiary/io/safetensors.hpp"

namespace tropiary::python {

namespace {

/// What a function of the compiled network writes, as bytes of Python.
template <auto write>
nb::bytes bytes_of(const CompiledNetwork& network) {
  const std::string text = [&] {
    const nb::gil_scoped_release release;
    return write(network);
  }();
  return nb::bytes(text.data(), text.size());
}

}  // namespace

void bind_files(nb::module_& m) {
  using namespace nb::literals;
  m.def("to_onnx", &bytes_of<to_onnx>, "network"_a,
        "The bytes of an .onnx file (opset 13, IR 7; Gemm and Relu, or Gemm, Reshape and ReduceMax for the maxout and "
        "filters forms), input \"x\" of shape [batch, inputs], output \"y\". Raises Error for the dag form.");
  m.def("to_safetensors", &bytes_of<to_safetensors>, "network"_a,
        "The bytes of a .safetensors file; source, certificate and the payload's hash in its metadata.");
  m.def("to_npz", &bytes_of<to_npz>, "network"_a,
        "The bytes of an .npz file for numpy.load: an array for each buffer, and \"metadata\", bytes of JSON. NumPy "
        "has no "
        "bfloat16: such numbers are uint16, the bits.");
  m.def("to_cpp_header", &to_cpp_header, "network"_a, "name"_a = "network", without_gil(),
        "A header for C++17 and CUDA that needs nothing else: namespace `name` with evaluate(x, y) in straight lines.");
  m.def(
      "export_network",
      [](const CompiledNetwork& network, const std::string& path) {
        const std::string text = [&] {
          const nb::gil_scoped_release release;
          return export_network(network, path);
        }();
        return nb::bytes(text.data(), text.size());
      },
      "network"_a, "path"_a, "The bytes of a file in the format of the path's extension; nothing is written.");
  m.def(
      "check_network_format",
      [](const std::string& path, std::string_view name) { check_network_format(path, form(name)); }, "path"_a,
      "form"_a, "Raises Error for the path of no format, or of one that cannot hold the form.");
  m.def(
      "network_formats",
      [] {
        std::vector<std::pair<std::string, std::string>> formats;
        for (const auto& [extension, description] : network_formats()) {
          formats.emplace_back(std::string(extension), std::string(description));
        }
        return formats;
      },
      "Pairs (extension, description) of the formats of compiled networks.");
  m.def("to_layer_config", &to_layer_config, "network"_a, without_gil(),
        "The JSON layer config: source, shapes, exact rational weights, activations, certificate.");
  m.def(
      "to_compile_summary",
      [](const CompiledNetwork& network, const std::vector<std::string>& files) {
        return to_compile_summary(network, files);
      },
      "network"_a, "files"_a = nb::tuple(), without_gil(),
      "The JSON summary that `tropiary compile --json` prints, with the names of the files written.");
  m.def(
      "write_files",
      [](const std::vector<std::pair<std::string, nb::bytes>>& files) {
        std::vector<OutputFile> outputs;
        for (const auto& [path, bytes] : files) outputs.push_back({path, std::string(bytes.c_str(), bytes.size())});
        const nb::gil_scoped_release release;
        write_files(outputs);
      },
      "files"_a, "Writes pairs (path, bytes), all or none: to temporary names first, then all are renamed.");
}

}  // namespace tropiary::python
