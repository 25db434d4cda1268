#include <algorithm>

#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary::detail {

namespace {

/// How many points vary in a block. At most 720 endings, as for k points in w chains there are at most k! / Π lᵢ!.
std::size_t varying_points(const Poset& p) {
  const std::size_t n = p.size();
  if (n <= 6) return n;
  const std::size_t chains = p.size() > Poset::closure_limit ? n : width(p);
  return std::min<std::size_t>(n, chains <= 3 ? 8 : chains <= 4 ? 7 : 6);
}

constexpr std::size_t cache_slots = 1024;

}  // namespace

LinearExtensionBlocks::LinearExtensionBlocks(const Poset& p)
    : poset_(&p),
      fixed_(p.size() - varying_points(p)),
      arrangement_(fixed_ + most_varying),
      lower_covers_left_(p.size()),
      unplaced_(ElementSet::full(p.size())),
      candidates_(fixed_ + 1),
      choice_(fixed_ + 1, 0),
      cache_(cache_slots) {
  for (std::size_t x = 0; x < p.size(); ++x) {
    lower_covers_left_[x] = static_cast<std::uint32_t>(p.lower_covers(element(x)).size());
  }
  candidates_[0] = p.minimal_elements();
}

// The first n − k places are an odometer over the points that can come next.
bool LinearExtensionBlocks::next() {
  std::size_t place_now = 0;
  if (started_) {
    place_now = fixed_;
    for (;;) {
      if (place_now == 0) return false;
      take_back_at(--place_now);
      if (++choice_[place_now] < candidates_[place_now].size()) break;
    }
  }
  started_ = true;
  for (; place_now < fixed_; ++place_now) place_at(place_now);
  find_endings();
  return true;
}

void LinearExtensionBlocks::place_at(std::size_t place) {
  const Element x = candidates_[place][choice_[place]];
  arrangement_[place] = x;
  unplaced_.erase(x);
  std::vector<Element>& next = candidates_[place + 1];
  next.clear();
  for (const Element y : candidates_[place]) {
    if (y != x) next.push_back(y);
  }
  for (const Element y : poset_->upper_covers(x)) {
    if (--lower_covers_left_[index(y)] == 0) next.push_back(y);
  }
  choice_[place + 1] = 0;
}

void LinearExtensionBlocks::take_back_at(std::size_t place) {
  const Element x = arrangement_[place];
  unplaced_.insert(x);
  for (const Element y : poset_->upper_covers(x)) ++lower_covers_left_[index(y)];
}

void LinearExtensionBlocks::find_endings() {
  Ending rest{};
  std::size_t count = 0;
  std::uint64_t hash = 0;
  for (const Element x : unplaced_) {
    rest[count++] = x;
    hash = (hash ^ index(x)) * 0x9E3779B97F4A7C15U;
  }
  slot_ = static_cast<std::size_t>(hash >> 40U) % cache_slots;
  Cached& cached = cache_[slot_];
  if (!cached.endings.empty() && cached.rest == rest) return;
  cached.rest = rest;
  cached.endings = arrange(rest);
}

/// The linear extensions of the last points.
std::vector<LinearExtensionBlocks::Ending> LinearExtensionBlocks::arrange(const Ending& rest) const {
  const std::size_t k = poset_->size() - fixed_;
  std::array<std::uint32_t, most_varying> below{};
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      if (poset_->less(rest[j], rest[i])) below[i] |= 1U << j;
    }
  }
  std::vector<Ending> result;
  Ending ending{};
  std::array<std::size_t, most_varying + 1> choice{};
  std::uint32_t placed = 0;
  for (std::size_t depth = 0;;) {
    if (depth == k) {
      result.push_back(ending);
    } else {
      std::size_t& i = choice[depth];
      while (i < k && ((placed >> i & 1U) != 0 || (below[i] & ~placed) != 0)) ++i;
      if (i < k) {
        placed |= 1U << i;
        ending[depth++] = rest[i];
        choice[depth] = 0;
        continue;
      }
    }
    if (depth == 0) return result;
    --depth;
    placed &= ~(1U << choice[depth]);
    ++choice[depth];
  }
}

}  // namespace tropiary::detail
