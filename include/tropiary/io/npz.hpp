#pragma once

#include <string>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// The bytes of an .npz file for numpy.load: an uncompressed archive of one array for each buffer, and of "metadata",
/// the bytes of a JSON object with the strings of a safetensors file. NumPy has no bfloat16: such numbers are uint16,
/// the bits. The same network gives the same bytes. Throws too_large beyond 2³² − 1 bytes. Ref [npy].
std::string to_npz(const CompiledNetwork& network);

}  // namespace tropiary
