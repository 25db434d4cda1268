#include <bit>
#include <string>

#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary::detail {

namespace {

constexpr std::size_t most_lower_points = 14;
constexpr std::size_t most_lower_sets = 512;

std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

}  // namespace

// The lower part L is a down-set, so an up-set is an up-set U of the rest together with an up-set of L inside the
// points of L that U allows: those with everything above them, in the rest, in U. These make a block, and there are no
// more blocks than up-sets of L.
UpSetBlocks::UpSetBlocks(const Poset& p) : size_(p.size()) {
  if (size_ > 64) {
    throw Error(Errc::too_large, "for_each_up_set: " + std::to_string(size_) +
                                     " points, more than the 64 of a word; a visitor of ElementSet takes any number");
  }
  const std::span<const Element> extension = p.linear_extension();
  std::vector<std::size_t> position(size_);
  for (std::size_t k = 0; k < size_; ++k) position[index(extension[k])] = k;
  for (std::size_t k = 0; k < size_; ++k) {
    std::uint64_t positions = bit(k);
    std::uint64_t points = bit(index(extension[k]));
    for (const Element y : p.above(extension[k])) {
      positions |= bit(position[index(y)]);
      points |= bit(index(y));
    }
    closure_.push_back(positions);
    closure_of_.push_back(points);
    point_.push_back(bit(index(extension[k])));
  }
  choose_lower_part(p);
  block_of_.assign(std::size_t{1} << lower_, 0);
  blocks_.resize(1);
}

void UpSetBlocks::choose_lower_part(const Poset& p) {
  lower_sets_ = {0};
  for (; lower_ < size_ && lower_ < most_lower_points; ++lower_) {
    // The next point goes on top: with it, every up-set; without it, those with nothing below it.
    std::uint64_t below = 0;
    for (std::size_t k = 0; k < lower_; ++k) {
      if (p.less(p.linear_extension()[k], p.linear_extension()[lower_])) below |= bit(k);
    }
    std::vector<std::uint64_t> next;
    for (const std::uint64_t set : lower_sets_) {
      if ((set & below) == 0) next.push_back(set);
    }
    for (const std::uint64_t set : lower_sets_) next.push_back(set | bit(lower_));
    if (next.size() > most_lower_sets) return;
    lower_sets_ = std::move(next);
  }
}

// The up-sets of the rest in ascending order, as in UpSets.
bool UpSetBlocks::next() {
  if (stack_.empty()) {
    stack_.push_back({0, 0, 0});
  } else {
    const std::uint64_t outside = ~stack_.back().positions & (size_ == 64 ? ~std::uint64_t{0} : bit(size_) - 1);
    if (outside >> lower_ == 0) return false;
    const auto rank = static_cast<std::size_t>(63 - std::countl_zero(outside));
    while (stack_.size() > 1 && stack_.back().rank > rank) stack_.pop_back();
    stack_.push_back({rank, stack_.back().positions | closure_[rank], stack_.back().set | closure_of_[rank]});
  }
  find_block();
  return true;
}

void UpSetBlocks::find_block() {
  const std::uint64_t lower_points = bit(lower_) - 1;
  const std::uint64_t chosen = stack_.back().positions;
  std::uint64_t allowed = 0;
  for (std::size_t k = 0; k < lower_; ++k) {
    if ((closure_[k] & ~chosen & ~lower_points) == 0) allowed |= bit(k);
  }
  if (block_of_[allowed] == 0) {
    block_of_[allowed] = static_cast<std::uint32_t>(blocks_.size());
    std::vector<std::uint64_t>& block = blocks_.emplace_back();
    for (const std::uint64_t set : lower_sets_) {
      if ((set & ~allowed) != 0) continue;
      std::uint64_t points = 0;
      for (std::uint64_t rest = set; rest != 0; rest &= rest - 1) {
        points |= point_[static_cast<std::size_t>(std::countr_zero(rest))];
      }
      block.push_back(points);
    }
  }
  block_ = block_of_[allowed];
}

}  // namespace tropiary::detail
