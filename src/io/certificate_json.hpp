#pragma once

#include "io/json_writer.hpp"
#include "tropiary/compile/compiled_network.hpp"

namespace tropiary::io {

/// {"dtype", "box": [[low, high], …], "grid", "worst_partial_sum", "worst_neuron", "exact", "reasons"}, one interval
/// for each input; the same in every file and on the command line. The field "reasons" is there when the network is not
/// exact.
void write_certificate(JsonWriter& writer, const Certificate& certificate);
std::string certificate_json(const Certificate& certificate);

/// The members max_ops, hidden_layers, widths, parameters, form and certificate, into an open object.
void write_summary(JsonWriter& writer, const CompiledNetwork& network);

}  // namespace tropiary::io
