#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <limits>
#include <string>

namespace tropiary::benchmarks {

/// CPU seconds of this process so far, all threads together.
inline double cpu_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// CPU seconds of one call of f: the best of `repeats` measurements, each long enough (10 ms) to be measured.
template <class F>
double best_seconds(int repeats, F&& f) {
  double best = std::numeric_limits<double>::infinity();
  std::size_t calls = 1;
  for (int done = 0; done < repeats;) {
    const double began = cpu_seconds();
    for (std::size_t i = 0; i < calls; ++i) f();
    const double taken = cpu_seconds() - began;
    if (taken < 0.01) {
      calls *= 4;
      continue;
    }
    best = std::min(best, taken / static_cast<double>(calls));
    ++done;
  }
  return best;
}

/// The line that side_by_side.py reads. `answer` is compared between the programs of a case; no quotes in the texts.
inline void report(const std::string& what, const std::string& program, double seconds, const std::string& answer,
                   std::size_t items = 1) {
  std::printf("{\"case\": \"%s\", \"program\": \"%s\", \"seconds\": %.9g, \"items\": %zu, \"answer\": \"%s\"}\n",
              what.c_str(), program.c_str(), seconds, items, answer.c_str());
}

}  // namespace tropiary::benchmarks
