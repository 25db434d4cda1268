#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "order/enumeration/poset_search.hpp"

// One part of a search in one or more threads. Every thread walks the top of the search tree, which is small; the nodes
// where it is cut are claimed in runs of a few, and what a run yields is collected and handed over in the order
// of the search, whoever made it. So nothing that is shown depends on the number of threads.

namespace tropiary::detail {

/// Leaves a search from inside.
struct SearchStopped {};

/// The threads beside the calling one that do `work`: `threads` in all, but no more than 1024 or than the system lets
/// start. Their number changes nothing but the time.
template <class Work>
std::vector<std::jthread> start_helpers(std::size_t threads, const Work& work) {
  constexpr std::size_t most = 1024;
  std::vector<std::jthread> helpers;
  try {
    while (helpers.size() + 1 < std::min(threads, most)) helpers.emplace_back(work);
  } catch (const std::system_error&) {
  }
  return helpers;
}

/// Says at most some times a second how far the work is.
class ProgressReport {
 public:
  explicit ProgressReport(const Progress& progress) : progress_(progress) {}
  void operator()(std::uint64_t done, bool is_end = false) {
    if (!progress_.report) return;
    const auto now = std::chrono::steady_clock::now();
    if (!is_end && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    progress_.report(done);
  }

 private:
  const Progress& progress_;
  std::chrono::steady_clock::time_point last_;
};

/// Counts the nodes of a part.
class PartGate {
 public:
  explicit PartGate(const EnumerationOptions& options)
      : shard_(options.shard), shards_(options.shards), first_(options.first_node) {}

 protected:
  /// The number of the node within the part, if it is there and not left out.
  std::optional<std::uint64_t> number_of_next() {
    const bool is_mine = residue_ == shard_;
    residue_ = residue_ + 1 == shards_ ? 0 : residue_ + 1;
    if (!is_mine || mine_++ < first_) return {};
    return mine_ - 1;
  }
  [[nodiscard]] std::uint64_t seen() const { return mine_; }

 private:
  std::uint64_t shard_;
  std::uint64_t shards_;
  std::uint64_t first_;
  std::uint64_t residue_ = 0;
  std::uint64_t mine_ = 0;
};

/// Collector: copyable; `bool add(block)` and `bool deliver(position)` return whether to go on; `std::size_t held()` is
/// its size in bytes; `take()` moves what is held to another collector, which is delivered. A position is the number of
/// nodes after which nothing is held, or nothing inside a node.
template <class Collector>
class SearchRun {
 public:
  SearchRun(std::size_t n, const EnumerationOptions& options, const Collector& empty)
      : n_(n), options_(options), empty_(empty), report_(options.progress) {}

  /// Whether the end was reached.
  bool run() {
    if (options_.threads <= 1) return run_alone();
    std::vector<std::jthread> helpers = start_helpers(options_.threads, [this] { run_claims(); });
    run_claims();
    helpers.clear();
    if (error_) std::rethrow_exception(error_);
    if (!stopped_) report_(end_, true);
    return !stopped_;
  }

 private:
  static constexpr std::size_t full = std::size_t{1} << 24;
  static constexpr std::size_t enough = std::size_t{1} << 18;

  struct Alone final : NodeGate, PartGate {
    explicit Alone(SearchRun& owner) : PartGate(owner.options_), run(owner), collector(owner.empty_) {}
    bool take() override {
      const std::optional<std::uint64_t> number = number_of_next();
      if (!number) return false;
      if (run.options_.progress.stop.stop_requested()) throw SearchStopped{};
      if (collector.held() >= enough && !collector.deliver(*number)) throw SearchStopped{};
      run.report_(*number);
      return true;
    }
    using PartGate::seen;
    SearchRun& run;
    Collector collector;
  };

  bool run_alone() try {
    Alone gate(*this);
    const auto search = make_search(n_, options_, gate);
    for (PosetBlock block; search->next(block);) {
      if (!gate.collector.add(block) || options_.progress.stop.stop_requested()) return false;
      if (gate.collector.held() >= full && !gate.collector.deliver(std::nullopt)) return false;
    }
    if (!gate.collector.deliver(gate.seen())) return false;
    report_(gate.seen(), true);
    return true;
  } catch (const SearchStopped&) {
    return false;
  }

  struct Claims final : NodeGate, PartGate {
    explicit Claims(SearchRun& owner) : PartGate(owner.options_), run(owner), collector(owner.empty_) {}
    bool take() override {
      const std::optional<std::uint64_t> number = number_of_next();
      if (!number) return false;
      const std::uint64_t wanted = (*number - run.options_.first_node) / run.claim_size_;
      while (!claim || *claim < wanted) {
        if (claim) run.finish(*this, (*claim + 1) * run.claim_size_ + run.options_.first_node);
        if (run.stopped_ || run.options_.progress.stop.stop_requested()) run.stop();
        claim = run.next_claim_++;
      }
      return *claim == wanted;
    }
    using PartGate::seen;
    SearchRun& run;
    Collector collector;
    std::optional<std::uint64_t> claim;
  };

  struct Parked {
    Collector collector;
    std::uint64_t position;
  };

  [[noreturn]] void stop() {
    {
      const std::scoped_lock lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    throw SearchStopped{};
  }

  void run_claims() {
    try {
      Claims gate(*this);
      const auto search = make_search(n_, options_, gate);
      for (PosetBlock block; search->next(block);) {
        if (!gate.collector.add(block) || stopped_ || options_.progress.stop.stop_requested()) stop();
        const std::size_t held = gate.collector.held();
        if (held >= full || (held >= enough && turn_ == *gate.claim)) hand_over_early(gate);
      }
      if (gate.claim) finish(gate, gate.seen());
      end_ = gate.seen();
    } catch (const SearchStopped&) {
    } catch (...) {
      {
        const std::scoped_lock lock(mutex_);
        if (!error_) error_ = std::current_exception();
        stopped_ = true;
      }
      changed_.notify_all();
    }
  }

  /// What one node yields may be more than fits: it goes out as soon as all before it has.
  void hand_over_early(Claims& gate) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || (turn_ == *gate.claim && !is_delivering_); });
    if (stopped_) throw SearchStopped{};
    lock.unlock();
    if (!gate.collector.deliver(std::nullopt)) stop();
  }

  void finish(Claims& gate, std::uint64_t position) {
    std::unique_lock lock(mutex_);
    parked_.emplace(*gate.claim, Parked{gate.collector.take(), position});
    gate.claim.reset();
    while (!stopped_ && !is_delivering_ && !parked_.empty() && parked_.begin()->first == turn_) {
      auto first = parked_.extract(parked_.begin());
      is_delivering_ = true;
      lock.unlock();
      bool goes_on = false;
      try {
        goes_on = first.mapped().collector.deliver(first.mapped().position);
        if (goes_on) report_(first.mapped().position);
      } catch (...) {
        lock.lock();
        is_delivering_ = false;
        throw;
      }
      lock.lock();
      is_delivering_ = false;
      ++turn_;
      if (!goes_on) stopped_ = true;
      changed_.notify_all();
    }
    changed_.wait(lock, [&] { return stopped_ || parked_.size() <= 8 * options_.threads; });
    if (stopped_) throw SearchStopped{};
  }

  std::size_t n_;
  std::uint64_t claim_size_ = n_ < 12 ? 16 : 1;
  const EnumerationOptions& options_;
  const Collector& empty_;
  ProgressReport report_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::atomic<std::uint64_t> next_claim_ = 0;
  std::atomic<std::uint64_t> turn_ = 0;  // the claim to be handed over next
  std::map<std::uint64_t, Parked> parked_;
  bool is_delivering_ = false;
  std::atomic<bool> stopped_ = false;
  std::atomic<std::uint64_t> end_ = 0;
  std::exception_ptr error_;
};

}  // namespace tropiary::detail
