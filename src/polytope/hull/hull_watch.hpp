#pragma once

#include <cstdint>

#include "tropiary/progress.hpp"

namespace tropiary::detail {

/// Counts inserted points for a Progress and ends the work when a stop was requested.
class HullWatch {
 public:
  explicit HullWatch(const Progress* progress = nullptr) : progress_(progress) {}

  void inserted() {
    ++done_;
    if (progress_ == nullptr) return;
    if (progress_->stop.stop_requested()) throw Interrupted("convex_hull: stopped on request");
    constexpr std::uint64_t now_and_then = 64;
    if (done_ % now_and_then == 0 && progress_->report) progress_->report(done_);
  }

 private:
  const Progress* progress_;
  std::uint64_t done_ = 0;
};

}  // namespace tropiary::detail
