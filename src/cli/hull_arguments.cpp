#include "cli/hull_arguments.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace tropiary::cli {
namespace {

/// A line of progress, wiped when the last hull that writes it is done.
struct ProgressLine {
  bool shown = false;
  ProgressLine() = default;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() {
    if (shown) std::cerr << "\r\033[K" << std::flush;
  }
};

}  // namespace

void HullArguments::add_to(CLI::App& command) {
  command.add_option("--engine", engine,
                     "automatic, beneath_beyond, double_description, cgal_planar, cgal_spatial, cgal_d or brute_force");
  command.add_option("--threads", threads, "threads for long hulls, 0 for one on each core; the result is the same");
}

HullOptions HullArguments::options() const {
  HullOptions result{hull_engine(engine), threads};
  if (::isatty(STDERR_FILENO) != 0) {
    result.progress.report = [line = std::make_shared<ProgressLine>()](std::uint64_t done) {
      constexpr std::uint64_t often_enough = 1024;
      if (done % often_enough != 0) return;
      line->shown = true;
      std::cerr << '\r' << done << " points inserted" << std::flush;
    };
  }
  return result;
}

}  // namespace tropiary::cli
