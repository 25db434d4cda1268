#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <stop_token>

namespace tropiary {

/// How long work is watched and ended early.
struct Progress {
  /// Work ends soon after a stop was requested.
  std::stop_token stop = {};
  /// Called now and then, never by two threads at once, with the pieces of work that are done.
  std::function<void(std::uint64_t done)> report = {};
};

/// Thrown by work that has nothing to return when it was stopped before its end.
class Interrupted : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace tropiary
