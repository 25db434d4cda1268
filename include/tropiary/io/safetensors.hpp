#pragma once

#include <string>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// The bytes of a .safetensors file: header padded with spaces so that the data begin at a multiple of 64 bytes,
/// tensors in the order of the buffers, metadata (all strings): format, form, source, dtype, certificate, max_ops,
/// widths, payload_sha256. The same network gives the same bytes.
std::string to_safetensors(const CompiledNetwork& network);

}  // namespace tropiary
