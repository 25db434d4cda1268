#include "cli/line_writer.hpp"

#include <unistd.h>

#include <cerrno>
#include <iostream>

namespace tropiary::cli {

bool LineWriter::end_line() {
  text_ += '\n';
  if (text_.size() >= std::size_t{1} << 16) flush();
  return open_;
}

bool LineWriter::write_lines(std::string_view lines) {
  flush();
  write(lines);
  return open_;
}

void LineWriter::flush() {
  write(text_);
  text_.clear();
}

void LineWriter::write(std::string_view rest) {
  while (open_ && !rest.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      open_ = false;
      std::cout.setstate(std::ios::badbit);  // run() reports it
    } else {
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
}

}  // namespace tropiary::cli
