#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace tropiary::io {

/// A file that grows at its end and that no other process writes meanwhile. Its functions throw io_error, naming the
/// path; out_of_space.
class AppendFile {
 public:
  /// Opens the file, or makes it. Throws io_error when another AppendFile has it.
  explicit AppendFile(std::string path);
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;
  ~AppendFile();

  [[nodiscard]] std::uint64_t size() const;
  /// Leaves the first `size` bytes; what is written next follows them.
  void cut_to(std::uint64_t size);
  void write(std::string_view bytes);
  void sync();
  /// Gives the file its final name, replacing what has it.
  void rename_to(const std::string& path);

 private:
  [[noreturn]] void fail(std::string_view verb) const;
  std::string path_;
  int file_ = -1;
};

/// Calls `visit` with the bytes of a file in order, in blocks.
void read_blocks(const std::string& path, const std::function<void(std::string_view)>& visit);

bool file_exists(const std::string& path);
bool is_regular_file(const std::string& path);
void remove_file(const std::string& path);

}  // namespace tropiary::io
