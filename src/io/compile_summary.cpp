#include "tropiary/io/compile_summary.hpp"

#include "io/certificate_json.hpp"

namespace tropiary {

std::string to_compile_summary(const CompiledNetwork& network, std::span<const std::string> files) {
  io::JsonWriter writer;
  writer.begin_object();
  io::write_summary(writer, network);
  writer.key("files").begin_array();
  for (const std::string& file : files) writer.string(file);
  writer.end_array().end_object();
  return std::move(writer).text();
}

}  // namespace tropiary
