#pragma once

#include <string>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// The bytes of an .onnx file of a strict MLP (opset 13, IR version 7; only Gemm and Relu): input "x" of shape
/// [batch, inputs], output "y" of shape [batch, outputs], certificate and source in metadata_props. The same network
/// gives the same bytes. Throws invalid_argument for the dag form.
std::string to_onnx(const CompiledNetwork& network);

}  // namespace tropiary
