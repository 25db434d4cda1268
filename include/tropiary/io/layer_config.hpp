#pragma once

#include <string>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary {

/// The JSON layer config (schema: docs/schemas/layer_config.schema.json): source, form, shapes, exact rational weights
/// and biases, activations, certificate with box and grid, payload hash.
std::string to_layer_config(const CompiledNetwork& network);

}  // namespace tropiary
