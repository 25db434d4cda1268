#include "io/append_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"

namespace tropiary::io {

namespace {

[[noreturn]] void fail_on(const std::string& path, std::string_view verb, int error) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  throw Error(full ? Errc::out_of_space : Errc::io_error,
              "cannot " + std::string(verb) + " " + quote(path, 200) + ": " + std::generic_category().message(error));
}

}  // namespace

AppendFile::AppendFile(std::string path) : path_(std::move(path)) {
  file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) fail("write");
  const bool is_free = ::flock(file_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
  struct stat status {};
  if (!is_free || ::fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(file_);
    file_ = -1;
    throw Error(Errc::io_error, "cannot write " + quote(path_, 200) +
                                    (is_free ? ": it is no regular file" : ": another process writes it"));
  }
}

AppendFile::~AppendFile() {
  if (file_ >= 0) ::close(file_);
}

void AppendFile::fail(std::string_view verb) const { fail_on(path_, verb, errno); }

std::uint64_t AppendFile::size() const {
  struct stat status {};
  if (::fstat(file_, &status) != 0) fail("read");
  return static_cast<std::uint64_t>(status.st_size);
}

void AppendFile::cut_to(std::uint64_t size) {
  if (::ftruncate(file_, static_cast<off_t>(size)) != 0 || ::lseek(file_, 0, SEEK_END) < 0) fail("write");
}

void AppendFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), std::min(bytes.size(), std::size_t{1} << 30U));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AppendFile::sync() {
  if (::fdatasync(file_) != 0 && errno != EINVAL && errno != ENOTSUP) fail("write");
}

void AppendFile::rename_to(const std::string& path) {
  if (std::rename(path_.c_str(), path.c_str()) != 0) fail_on(path, "write", errno);
}

void read_blocks(const std::string& path, const std::function<void(std::string_view)>& visit) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail_on(path, "read", errno);
  std::vector<char> block(std::size_t{1} << 20U);
  for (;;) {
    const ssize_t count = ::read(file, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    const int error = errno;
    if (count <= 0) ::close(file);
    if (count < 0) fail_on(path, "read", error);
    if (count == 0) return;
    visit({block.data(), static_cast<std::size_t>(count)});
  }
}

bool file_exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

bool is_regular_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

void remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail_on(path, "remove", errno);
}

}  // namespace tropiary::io
