#pragma once

#include <algorithm>
#include <cstdint>
#include <thread>

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary::detail {

/// What a hull under way knows of its options: counts inserted points for a Progress, ends the work when a stop was
/// requested, tells the number of threads.
class HullWatch {
 public:
  explicit HullWatch(const HullOptions& options) : options_(options) {}

  [[nodiscard]] std::size_t threads() const {
    return options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
  }

  void inserted() {
    if (options_.progress.stop.stop_requested()) throw Interrupted("convex_hull: stopped on request");
    constexpr std::uint64_t now_and_then = 64;
    if (++done_ % now_and_then == 0 && options_.progress.report) options_.progress.report(done_);
  }

 private:
  const HullOptions& options_;
  std::uint64_t done_ = 0;
};

}  // namespace tropiary::detail
