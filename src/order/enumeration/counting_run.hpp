#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "order/enumeration/level_search.hpp"
#include "order/enumeration/search_run.hpp"
#include "tropiary/error.hpp"
#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

__extension__ using Wide = unsigned __int128;

/// The order of Aut(L).
inline std::uint64_t group_order(const LevelFrame& frame) {
  if (frame.roots == 0) return 1;
  std::uint64_t order = frame.branches[0].identity ? frame.roots : frame.roots + 1;
  for (std::size_t i = 0; i < frame.identity.runs; ++i) {
    for (int m = std::popcount(frame.identity.run[i].source); m > 1; --m) order *= static_cast<unsigned>(m);
  }
  return order;
}

/// A sum over all unlabelled posets with fewer than n points, in parts and threads. `Summand` is called with the frame
/// and the points of each, and copied for each thread.
template <class Summand>
class CountingRun {
 public:
  CountingRun(std::size_t n, const EnumerationOptions& options, const Summand& summand)
      : n_(n), options_(options), summand_(summand), report_(options.progress) {}

  Integer run() {
    std::vector<std::jthread> helpers = start_helpers(options_.threads, [this] { sum(false); });
    sum(true);
    helpers.clear();
    if (stopped_) throw Error(Errc::invalid_argument, "count_posets: stopped before the end");
    return Integer(static_cast<std::uint64_t>(total_ >> 64U)) * Integer(std::uint64_t{1} << 32U) *
               Integer(std::uint64_t{1} << 32U) +
           Integer(static_cast<std::uint64_t>(total_));
  }

 private:
  static constexpr std::uint64_t claim_size = 16;

  struct Gate final : NodeGate, PartGate {
    explicit Gate(CountingRun& owner) : PartGate(owner.options_), run(owner) {}
    bool take() override {
      const std::optional<std::uint64_t> number = number_of_next();
      if (!number) return false;
      const std::uint64_t wanted = *number / claim_size;
      while (!claimed || claim < wanted) {
        if (run.stopped_ || run.options_.progress.stop.stop_requested()) throw SearchStopped{};
        claim = run.next_claim_++;
        claimed = true;
      }
      if (claim == wanted && run.options_.progress.report) {
        const std::scoped_lock lock(run.mutex_);
        run.report_(*number);
      }
      return claim == wanted;
    }
    CountingRun& run;
    std::uint64_t claim = 0;
    bool claimed = false;
  };

  struct Sum {
    static constexpr bool wants_blocks = false;
    Summand summand;
    std::size_t least_points;  // smaller posets are above the nodes: one thread of one part takes them
    Wide* total;
    bool enter(const LevelFrame& frame, const SmallPoset& poset) {
      if (frame.points >= least_points) *total += summand(frame, poset);
      return true;
    }
  };

  void sum(bool is_first_thread) {
    Wide total = 0;
    try {
      Gate gate(*this);
      const bool takes_top = is_first_thread && options_.shard == 0;
      using Search = LevelSearch<Sum>;
      Search search(n_, {}, false, nullptr, &gate, Sum{summand_, takes_top ? 0 : split_size(n_), &total});
      PosetBlock block;
      search.next(block);
    } catch (const SearchStopped&) {
      stopped_ = true;
    }
    const std::scoped_lock lock(mutex_);
    total_ += total;
  }

  std::size_t n_;
  const EnumerationOptions& options_;
  const Summand& summand_;
  ProgressReport report_;
  std::mutex mutex_;
  std::atomic<std::uint64_t> next_claim_ = 0;
  std::atomic<bool> stopped_ = false;
  Wide total_ = 0;
};

template <class Summand>
Integer sum_over_smaller(std::size_t n, const EnumerationOptions& options, const Summand& summand) {
  return CountingRun<Summand>(n, options, summand).run();
}

}  // namespace tropiary::detail
