#include "cli/line_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "cli/output.hpp"
#include "tropiary/error.hpp"

namespace tropiary::cli {

namespace {

constexpr std::size_t first_block = std::size_t{1} << 16U;

}  // namespace

LineReader::LineReader(std::string path) : path_(std::move(path)), file_(STDIN_FILENO) {
  if (path_ != "-") file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0) {
    throw Error(Errc::io_error,
                "cannot read \"" + abbreviated(path_, 200) + "\": " + std::generic_category().message(errno));
  }
  buffer_.resize(first_block);
}

LineReader::~LineReader() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

std::string LineReader::place() const {
  return (path_ == "-" ? "standard input" : abbreviated(path_, 200)) + ", line " + std::to_string(line_number_);
}

/// Whether there is more.
bool LineReader::read_more() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) {
    if (end_ > longest_line) {
      ++line_number_;
      throw Error(Errc::too_large, place() + ": more than " + std::to_string(longest_line) + " bytes in one line");
    }
    buffer_.resize(2 * end_);
  }
  for (;;) {
    const ssize_t count = ::read(file_, buffer_.data() + end_, buffer_.size() - end_);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      throw Error(Errc::io_error,
                  "cannot read \"" + abbreviated(path_, 200) + "\": " + std::generic_category().message(errno));
    }
    end_ += static_cast<std::size_t>(count);
    return count > 0;
  }
}

std::optional<std::string_view> LineReader::next() {
  std::size_t searched = begin_;
  for (;;) {
    const void* found = std::memchr(buffer_.data() + searched, '\n', end_ - searched);
    const bool at_end = found == nullptr;
    if (at_end) {
      const std::size_t held = end_ - begin_;
      if (read_more()) {
        searched = held;
        continue;
      }
      if (begin_ == end_) return std::nullopt;  // a last line without an end is a line
    }
    const std::size_t stop = at_end ? end_ : static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
    std::string_view line(buffer_.data() + begin_, stop - begin_);
    begin_ = at_end ? end_ : stop + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++line_number_;
    return line;
  }
}

}  // namespace tropiary::cli
