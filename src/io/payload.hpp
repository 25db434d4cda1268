#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tropiary/compile/compiled_network.hpp"

namespace tropiary::io {

/// The buffers in the order of a file's data: wider numbers first, else as they are, so that each is aligned to its own
/// numbers without holes. Throws invalid_argument for a buffer whose bytes, shape and type do not fit, or a name used
/// twice.
std::vector<const Buffer*> payload_order(std::string_view function, std::span<const Buffer> buffers);

std::string_view bytes_of(const Buffer& buffer);

/// SHA-256 of the payload.
std::string payload_sha256(std::span<const Buffer* const> payload);

/// What a file of numbers says about itself: format, form, source, dtype, certificate, inputs, outputs, max_ops,
/// hidden_layers, widths, pieces (maxout and filters), parameters, payload_sha256; all as text.
std::vector<std::pair<std::string, std::string>> metadata(const CompiledNetwork& network,
                                                          std::span<const Buffer* const> payload);

inline constexpr std::string_view format_name = "tropiary-1";

}  // namespace tropiary::io
