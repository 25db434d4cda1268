#pragma once

#include <string>

namespace tropiary::io {

/// A name beside `target` that no file has, unlinked by the destructor and by remove_temporary_files unless `keep` was
/// called. The names lie in static storage, for a signal handler may read them at any moment.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& target);  ///< Throws io_error for a name too long or too many at once
  TemporaryFile(TemporaryFile&& other) noexcept : slot_(other.slot_) { other.slot_ = none; }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile();

  [[nodiscard]] const char* path() const noexcept;
  /// The name now belongs to nobody: it was renamed away.
  void keep() noexcept;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t slot_;
};

}  // namespace tropiary::io
