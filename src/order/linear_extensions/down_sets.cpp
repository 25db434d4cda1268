#include "order/linear_extensions/down_sets.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "order/linear_extensions/extension_counts.hpp"
#include "order/linear_extensions/fixed_width.hpp"
#include "order/point_bits.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

DownSets::DownSets(const Poset& p, std::size_t limit, const char* function) {
  if (p.size() > 64) {
    throw Error(Errc::too_large, std::string(function) + ": " + std::to_string(p.size()) +
                                     " points that do not decompose, more than 64");
  }
  limit = std::min<std::size_t>(limit, ~std::uint32_t{0} - 1);
  for (std::size_t x = 0; x < p.size(); ++x) below_.push_back(p.below(element(x)).words()[0]);
  sets_.push_back(0);
  grow();
  // Each is found from every smaller one that it covers.
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    for (std::uint64_t rest = addable(sets_[i]); rest != 0; rest &= rest - 1) {
      const std::uint64_t next = sets_[i] | (rest & -rest);
      const std::size_t slot = slot_of(next);
      if (table_[slot] != 0) continue;
      if (sets_.size() >= limit) {
        throw Error(Errc::too_large,
                    std::string(function) + ": more than " + std::to_string(limit) + " down-sets (max_down_sets)");
      }
      sets_.push_back(next);
      table_[slot] = static_cast<std::uint32_t>(sets_.size());
      if (2 * sets_.size() > table_.size()) grow();
    }
  }
}

void DownSets::grow() {
  table_.assign(std::max<std::size_t>(16, 2 * table_.size()), 0);
  for (std::size_t i = 0; i < sets_.size(); ++i) table_[slot_of(sets_[i])] = static_cast<std::uint32_t>(i + 1);
}

std::size_t DownSets::slot_of(std::uint64_t set) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = PointBits<1>{{set}}.hash() & mask;
  while (table_[slot] != 0 && sets_[table_[slot] - 1] != set) slot = (slot + 1) & mask;
  return slot;
}

std::size_t DownSets::place_of(std::uint64_t set) const { return table_[slot_of(set)] - 1; }

std::uint64_t DownSets::addable(std::uint64_t set) const {
  std::uint64_t result = 0;
  const std::size_t n = below_.size();
  for (std::size_t x = 0; x < n; ++x) {
    result |= static_cast<std::uint64_t>((below_[x] & ~set) == 0) << x;
  }
  return result & ~set;
}

Integer DownSetWays::operator[](std::size_t place) const {
  const Integer word = pow(Integer(2), 64);
  Integer result;
  for (std::size_t i = limbs; i-- > 0;) result = result * word + Integer(words[place * limbs + i]);
  return result;
}

namespace {

template <class Sum>
DownSetWays sums(const Poset& p, const DownSets& down_sets, Sum sum) {
  DownSetWays result;
  with_fixed_width(bits_for_linear_extensions(p), [&](auto zero) {
    std::vector<decltype(zero)> values(down_sets.size());
    sum(values);
    result.limbs = zero.limbs.size();
    result.words.reserve(values.size() * result.limbs);
    for (const auto& value : values) result.words.insert(result.words.end(), value.limbs.begin(), value.limbs.end());
  });
  return result;
}

}  // namespace

DownSetWays ways_to_fill(const Poset& p, const DownSets& down_sets) {
  return sums(p, down_sets, [&](auto& values) {
    values.front().limbs[0] = 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::uint64_t rest = down_sets.addable(down_sets[i]); rest != 0; rest &= rest - 1) {
        values[down_sets.place_of(down_sets[i] | (rest & -rest))] += values[i];
      }
    }
  });
}

DownSetWays ways_to_complete(const Poset& p, const DownSets& down_sets) {
  return sums(p, down_sets, [&](auto& values) {
    values.back().limbs[0] = 1;
    for (std::size_t i = values.size() - 1; i-- > 0;) {
      for (std::uint64_t rest = down_sets.addable(down_sets[i]); rest != 0; rest &= rest - 1) {
        values[i] += values[down_sets.place_of(down_sets[i] | (rest & -rest))];
      }
    }
  });
}

}  // namespace tropiary::detail
