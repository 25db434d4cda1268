#include <algorithm>
#include <bit>
#include <random>
#include <string>

#include "tropiary/error.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary {

namespace {

std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

/// Uniform in 0 … bound − 1, by rejection.
Integer random_below(const Integer& bound, std::mt19937_64& generator) {
  const std::size_t bits = (bound - 1).bit_length();
  for (;;) {
    Integer value;
    for (std::size_t done = 0; done < bits; done += 32) {
      const std::size_t width = std::min<std::size_t>(32, bits - done);
      value = value * Integer(bit(width)) + Integer(generator() >> (64 - width));
    }
    if (value < bound) return value;
  }
}

}  // namespace

LinearExtensionIndex::LinearExtensionIndex(const Poset& p, std::size_t max_down_sets) : size_(p.size()) {
  if (size_ > 64) {
    throw Error(Errc::too_large, "LinearExtensionIndex: " + std::to_string(size_) + " points, more than 64");
  }
  below_.resize(size_);
  for (std::size_t x = 0; x < size_; ++x) below_[x] = p.below(element(x)).words()[0];
  // All down-sets by size, each found from every smaller one that it covers.
  std::vector<std::uint64_t> found{0};
  completions_.emplace(0, 0);
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::uint64_t rest = addable(found[i]); rest != 0; rest &= rest - 1) {
      const std::uint64_t next = found[i] | (rest & -rest);
      if (!completions_.emplace(next, 0).second) continue;
      if (found.size() >= max_down_sets) {
        throw Error(Errc::too_large,
                    "LinearExtensionIndex: more than " + std::to_string(max_down_sets) + " down-sets (max_down_sets)");
      }
      found.push_back(next);
    }
  }
  completions_[found.back()] = 1;  // the whole poset
  for (std::size_t i = found.size() - 1; i-- > 0;) {
    Integer sum;
    for (std::uint64_t rest = addable(found[i]); rest != 0; rest &= rest - 1) {
      sum += completions_.at(found[i] | (rest & -rest));
    }
    completions_[found[i]] = std::move(sum);
  }
}

std::uint64_t LinearExtensionIndex::addable(std::uint64_t down_set) const {
  std::uint64_t result = 0;
  for (std::size_t x = 0; x < size_; ++x) {
    if ((down_set & bit(x)) == 0 && (below_[x] & ~down_set) == 0) result |= bit(x);
  }
  return result;
}

std::vector<Element> LinearExtensionIndex::unrank(Integer number) const {
  if (number < 0 || number >= count()) {
    throw Error(Errc::invalid_argument, "LinearExtensionIndex::unrank: number " + number.to_string() + " of " +
                                            count().to_string() + ", must be at least 0 and less");
  }
  std::vector<Element> arrangement;
  std::uint64_t down_set = 0;
  while (arrangement.size() < size_) {
    std::uint64_t rest = addable(down_set);
    for (;; rest &= rest - 1) {
      const Integer& ways = completions_.at(down_set | (rest & -rest));
      if (number < ways) break;
      number -= ways;
    }
    arrangement.push_back(element(static_cast<std::size_t>(std::countr_zero(rest))));
    down_set |= rest & -rest;
  }
  return arrangement;
}

Integer LinearExtensionIndex::rank(std::span<const Element> arrangement) const {
  const auto refuse = [](const std::string& why) {
    throw Error(Errc::invalid_argument, "LinearExtensionIndex::rank: no linear extension: " + why);
  };
  if (arrangement.size() != size_) refuse(std::to_string(arrangement.size()) + " of " + std::to_string(size_));
  Integer number;
  std::uint64_t down_set = 0;
  for (const Element x : arrangement) {
    const std::uint64_t candidates = addable(down_set);
    if (index(x) >= size_ || (candidates & bit(index(x))) == 0) refuse("element " + std::to_string(index(x)));
    for (std::uint64_t before = candidates & (bit(index(x)) - 1); before != 0; before &= before - 1) {
      number += completions_.at(down_set | (before & -before));
    }
    down_set |= bit(index(x));
  }
  return number;
}

std::vector<std::vector<Element>> LinearExtensionIndex::sample(std::size_t how_many, std::uint64_t seed) const {
  std::mt19937_64 generator(seed);
  std::vector<std::vector<Element>> result;
  for (std::size_t i = 0; i < how_many; ++i) result.push_back(unrank(random_below(count(), generator)));
  return result;
}

}  // namespace tropiary
