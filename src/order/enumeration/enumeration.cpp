#include "tropiary/order/enumeration.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>
#include <vector>

#include "order/enumeration/enumeration_check.hpp"
#include "order/enumeration/poset_count.hpp"
#include "order/enumeration/search_run.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

using detail::PosetBlock;

bool show(const PosetBlock& block, const std::function<bool(const SmallPoset&)>& visitor) {
  for (const detail::PointMask set : block.sets) {
    block.poset->below[block.point] = set;
    if (!visitor(*block.poset)) return false;
  }
  return true;
}

struct ShowAtOnce {
  const std::function<bool(const SmallPoset&)>* visitor;
  bool add(const PosetBlock& block) { return show(block, *visitor); }
  static std::size_t held() { return 0; }
  [[nodiscard]] ShowAtOnce take() const { return *this; }
  static bool deliver(std::optional<std::uint64_t>) { return true; }
};

/// Keeps blocks; most posets take two bytes.
struct ShowInTurn {
  struct Header {
    SmallPoset poset;
    std::size_t point;
    std::size_t count;
  };
  const std::function<bool(const SmallPoset&)>* visitor;
  std::vector<Header> headers;
  std::vector<detail::PointMask> sets;

  bool add(const PosetBlock& block) {
    headers.push_back({*block.poset, block.point, block.sets.size()});
    sets.insert(sets.end(), block.sets.begin(), block.sets.end());
    return true;
  }
  [[nodiscard]] std::size_t held() const { return headers.size() * sizeof(Header) + sets.size() * sizeof(sets[0]); }
  ShowInTurn take() { return std::exchange(*this, ShowInTurn{visitor, {}, {}}); }
  bool deliver(std::optional<std::uint64_t>) {
    std::size_t from = 0;
    for (Header& header : headers) {
      if (!show({&header.poset, header.point, std::span(sets).subspan(from, header.count)}, *visitor)) return false;
      from += header.count;
    }
    headers.clear();
    sets.clear();
    return true;
  }
};

}  // namespace

Poset to_poset(const SmallPoset& p) {
  std::vector<Relation> covers;
  for (std::size_t j = 0; j < p.size; ++j) {
    unsigned lower = p.below[j];
    for (unsigned rest = p.below[j]; rest != 0; rest &= rest - 1) {
      lower &= ~static_cast<unsigned>(p.below[static_cast<std::size_t>(std::countr_zero(rest))]);
    }
    for (; lower != 0; lower &= lower - 1) {
      covers.push_back({element(static_cast<std::size_t>(std::countr_zero(lower))), element(j)});
    }
  }
  std::sort(covers.begin(), covers.end());
  return detail::poset_from_covers_unchecked(p.size, std::move(covers));
}

bool for_each_poset(std::size_t n, const EnumerationOptions& options,
                    const std::function<bool(const SmallPoset&)>& visitor) {
  detail::check_enumeration("for_each_poset", n, options);
  if (options.threads <= 1) return detail::SearchRun(n, options, ShowAtOnce{&visitor}).run();
  return detail::SearchRun(n, options, ShowInTurn{&visitor, {}, {}}).run();
}

namespace detail {

/// The search of a range, with the block that it is in.
class PosetCursor {
 public:
  PosetCursor(std::size_t n, const EnumerationOptions& options)
      : gate_(options), search_(make_search(n, options, gate_)) {}

  const SmallPoset* next() try {
    if (i_ == block_.sets.size()) {
      i_ = 0;
      if (!search_->next(block_)) return nullptr;
    }
    block_.poset->below[block_.point] = block_.sets[i_++];
    return block_.poset;
  } catch (const SearchStopped&) {
    return nullptr;
  }

 private:
  struct Gate final : NodeGate, PartGate {
    explicit Gate(const EnumerationOptions& options)
        : PartGate(options), progress(options.progress), report(progress) {}
    bool take() override {
      const std::optional<std::uint64_t> number = number_of_next();
      if (!number) return false;
      if (progress.stop.stop_requested()) throw SearchStopped{};
      report(*number);
      return true;
    }
    Progress progress;
    ProgressReport report;
  };
  Gate gate_;
  std::unique_ptr<PosetSearch> search_;
  PosetBlock block_;
  std::size_t i_ = 0;
};

}  // namespace detail

Posets::Posets(std::size_t n, EnumerationOptions options) : n_(n), options_(std::move(options)) {
  detail::check_enumeration("posets", n_, options_);
}

Posets::Iterator::Iterator(std::size_t n, const EnumerationOptions& options)
    : cursor_(std::make_shared<detail::PosetCursor>(n, options)), current_(cursor_->next()) {}

Posets::Iterator& Posets::Iterator::operator++() {
  current_ = cursor_->next();
  return *this;
}

}  // namespace tropiary
