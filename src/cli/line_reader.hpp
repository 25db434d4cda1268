#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tropiary::cli {

/// The lines of a file of any size, "-" being standard input, read in large blocks. Throws io_error; too_large for a
/// line of more than `longest_line` bytes.
class LineReader {
 public:
  static constexpr std::size_t longest_line = std::size_t{1} << 30U;

  explicit LineReader(std::string path);
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader();

  /// The next line without its end ("\n" or "\r\n"); valid until the next call.
  std::optional<std::string_view> next();
  [[nodiscard]] std::size_t line_number() const noexcept { return line_number_; }  ///< of the last line, from 1
  [[nodiscard]] std::string place() const;                                         ///< "FILE, line 7"

 private:
  bool read_more();

  std::string path_;
  int file_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what was not handed out yet
  std::size_t end_ = 0;
  std::size_t line_number_ = 0;
};

}  // namespace tropiary::cli
