#pragma once

#include <string>
#include <string_view>

namespace tropiary::cli {

/// Standard output for long lists: complete lines in large blocks, so that a run that is cut off ends with a line.
class LineWriter {
 public:
  LineWriter() = default;
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;
  ~LineWriter() { flush(); }

  /// The text of the next line goes here, and then `end_line`.
  std::string& text() { return text_; }
  bool end_line();  ///< false when nobody reads on
  bool write_line(std::string_view line) {
    text_ += line;
    return end_line();
  }
  /// Lines with their ends, at once.
  bool write_lines(std::string_view lines);
  void flush();

 private:
  void write(std::string_view bytes);
  std::string text_;
  bool open_ = true;
};

}  // namespace tropiary::cli
