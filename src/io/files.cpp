#include "tropiary/io/files.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

#include "io/abbreviate.hpp"
#include "io/temporary_file.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

[[noreturn]] void fail(std::string_view function, std::string_view verb, const std::string& path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  throw Error(full ? Errc::out_of_space : Errc::io_error, std::string(function) + ": cannot " + std::string(verb) +
                                                              " " + io::quote(path, 200) + ": " +
                                                              std::generic_category().message(error));
}

[[noreturn]] void refuse_size(const std::string& path, std::size_t max_bytes) {
  throw Error(Errc::too_large, "read_file: " + io::quote(path, 200) + " has more than " + std::to_string(max_bytes) +
                                   " bytes, the limit");
}

class Descriptor {
 public:
  explicit Descriptor(int value) noexcept : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int get() const noexcept { return value_; }
  [[nodiscard]] int close() noexcept {  // a full disk may show only here
    const int result = ::close(value_);
    value_ = -1;
    return result;
  }

 private:
  int value_;
};

void write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), std::size_t{1} << 30U));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write_files", "write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Where the bytes go: a link's target is replaced, not the link; devices and pipes are written to as they are.
struct Target {
  const OutputFile* file = nullptr;
  std::string path;
  bool is_stream = false;
  std::optional<mode_t> mode;  // of the file that is replaced
};

Target locate(const OutputFile& file) {
  if (file.path.empty()) throw Error(Errc::io_error, "write_files: a file name is empty");
  Target target{&file, file.path, false, std::nullopt};
  struct stat status {};
  if (::stat(file.path.c_str(), &status) != 0) {
    if (errno != ENOENT) fail("write_files", "write", file.path, errno);
    return target;
  }
  if (S_ISDIR(status.st_mode)) fail("write_files", "write", file.path, EISDIR);
  target.is_stream = !S_ISREG(status.st_mode);
  if (target.is_stream) return target;
  target.mode = status.st_mode & 07777U;
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(file.path.c_str(), nullptr), &std::free);
  if (real) target.path = real.get();
  return target;
}

void write_temporary(const io::TemporaryFile& temporary, const Target& target) {
  Descriptor file(::open(temporary.path(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.get() < 0) fail("write_files", "write", target.file->path, errno);
  if (target.mode) (void)::fchmod(file.get(), *target.mode);  // a foreign owner's file keeps our default mode
  write_all(file.get(), target.file->bytes, target.file->path);
  // Some file systems cannot sync (EINVAL); a disk that is full must be told.
  if (::fsync(file.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
    fail("write_files", "write", target.file->path, errno);
  if (file.close() != 0) fail("write_files", "write", target.file->path, errno);
}

void write_stream(const Target& target) {
  Descriptor file(::open(target.path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) fail("write_files", "write", target.path, errno);
  write_all(file.get(), target.file->bytes, target.path);
}

/// An interrupt waits until the renames are over, so that it finds all new files or none.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all{};
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// One rename that can be undone: the file replaced, if any, has a second name until all renames are done.
class Replacement {
 public:
  explicit Replacement(const Target& target) : target_(&target) {
    if (!target.mode) return;
    backup_.emplace(target.path);
    if (::link(target.path.c_str(), backup_->path()) != 0) backup_.reset();  // no hard links here: no way back
  }
  [[nodiscard]] bool rename(io::TemporaryFile& temporary) noexcept {
    if (::rename(temporary.path(), target_->path.c_str()) != 0) return false;
    temporary.keep();
    done_ = true;
    return true;
  }
  void undo() noexcept {
    if (!done_) return;
    if (backup_ && ::rename(backup_->path(), target_->path.c_str()) == 0) backup_->keep();
    if (!target_->mode) ::unlink(target_->path.c_str());
  }

 private:
  const Target* target_;
  std::optional<io::TemporaryFile> backup_;
  bool done_ = false;
};

void rename_all(const std::vector<Target>& targets, std::vector<io::TemporaryFile>& temporaries) {
  const SignalsBlocked blocked;
  std::vector<Replacement> replacements;
  replacements.reserve(targets.size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    replacements.emplace_back(targets[i]);
    if (replacements.back().rename(temporaries[i])) continue;
    const int error = errno;
    for (Replacement& replacement : replacements) replacement.undo();
    fail("write_files", "write", targets[i].file->path, error);
  }
}

}  // namespace

std::string read_file(const std::string& path, std::size_t max_bytes) {
  const bool is_stdin = path == "-";
  Descriptor opened(is_stdin ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const int file = is_stdin ? STDIN_FILENO : opened.get();
  if (file < 0) fail("read_file", "read", path, errno);
  struct stat status {};
  if (::fstat(file, &status) != 0) fail("read_file", "read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("read_file", "read", path, EISDIR);
  std::string bytes;
  std::size_t expected = 0;
  if (S_ISREG(status.st_mode)) {
    if (static_cast<std::uintmax_t>(status.st_size) > max_bytes) refuse_size(path, max_bytes);
    expected = static_cast<std::size_t>(status.st_size);
  }
  // A pipe announces no size and a file may grow while it is read: read until the end, doubling where it overflows.
  bytes.resize(expected + 1);
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(std::max<std::size_t>(2 * used, 65536));
    const ssize_t count = ::read(file, bytes.data() + used, std::min(bytes.size() - used, std::size_t{1} << 30U));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read_file", "read", path, errno);
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
    if (used > max_bytes) refuse_size(path, max_bytes);
  }
  bytes.resize(used);
  return bytes;
}

void write_files(const std::vector<OutputFile>& files) {
  std::vector<Target> replaced;
  std::vector<Target> streams;
  std::set<std::filesystem::path> seen;
  for (const OutputFile& file : files) {
    Target target = locate(file);
    if (target.is_stream) {
      streams.push_back(std::move(target));
      continue;
    }
    if (!seen.insert(std::filesystem::path(target.path).lexically_normal()).second)
      throw Error(Errc::io_error, "write_files: " + io::quote(file.path, 200) + " is named twice");
    replaced.push_back(std::move(target));
  }
  std::vector<io::TemporaryFile> temporaries;
  temporaries.reserve(replaced.size());
  for (const Target& target : replaced) {
    temporaries.emplace_back(target.path);
    write_temporary(temporaries.back(), target);
  }
  for (const Target& target : streams) write_stream(target);
  rename_all(replaced, temporaries);
}

}  // namespace tropiary
