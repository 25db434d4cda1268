#include "io/certificate_json.hpp"

namespace tropiary::io {

void write_certificate(JsonWriter& writer, const Certificate& certificate) {
  writer.begin_object().key("dtype").string(to_string(certificate.dtype)).key("box").begin_array();
  for (const Interval& interval : certificate.box)
    writer.begin_array().rational(interval.low).rational(interval.high).end_array();
  writer.end_array().key("grid").integer(certificate.grid);
  writer.key("worst_partial_sum").rational(certificate.worst_partial_sum);
  writer.key("worst_neuron").string(certificate.worst_neuron).key("exact").boolean(certificate.exact);
  if (!certificate.reasons.empty()) {
    writer.key("reasons").begin_array();
    for (const std::string& reason : certificate.reasons) writer.string(reason);
    writer.end_array();
  }
  writer.end_object();
}

std::string certificate_json(const Certificate& certificate) {
  JsonWriter writer;
  write_certificate(writer, certificate);
  return std::move(writer).text();
}

void write_summary(JsonWriter& writer, const CompiledNetwork& network) {
  writer.key("max_ops").number(network.max_ops).key("hidden_layers").number(network.hidden_layers);
  writer.key("widths").begin_array();
  for (const std::size_t width : network.widths) writer.number(width);
  writer.end_array().key("parameters").number(network.parameters);
  writer.key("form").string(to_string(network.form)).key("certificate");
  write_certificate(writer, network.certificate);
}

}  // namespace tropiary::io
