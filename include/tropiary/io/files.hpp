#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tropiary {

/// The whole file; "-" is standard input. Throws io_error naming the path; too_large beyond `max_bytes`.
std::string read_file(const std::string& path, std::size_t max_bytes = std::size_t{1} << 32);

struct OutputFile {
  std::string path;
  std::string bytes;
};
/// Writes all files or none: each to a temporary name beside its target first, then all are renamed. On failure, and on
/// an interrupt while remove_temporary_files is the signal's handler, no temporary file stays. Throws io_error;
/// out_of_space when the disk is full.
void write_files(const std::vector<OutputFile>& files);

/// Safe in a signal handler: unlinks the temporary files of a write_files under way.
void remove_temporary_files() noexcept;

/// Lower-case hexadecimal SHA-256.
std::string sha256(std::string_view bytes);

}  // namespace tropiary
