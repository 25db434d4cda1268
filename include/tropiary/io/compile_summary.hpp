#pragma once

#include <span>
#include <string>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// What `tropiary compile --json` prints: {"max_ops", "hidden_layers", "widths", "parameters", "form", "certificate",
/// "files"} (schema: docs/schemas/compile.schema.json).
std::string to_compile_summary(const CompiledNetwork& network, std::span<const std::string> files);

}  // namespace tropiary
