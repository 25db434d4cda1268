#include <bit>
#include <random>
#include <string>

#include "order/linear_extensions/down_sets.hpp"
#include "order/linear_extensions/random_integer.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary {

namespace {

std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

}  // namespace

LinearExtensionIndex::LinearExtensionIndex(const Poset& p, std::size_t max_down_sets)
    : down_sets_(p, max_down_sets, "LinearExtensionIndex"),
      completions_(ways_to_complete(p, down_sets_)),
      count_(completions_[0]) {}

std::vector<Element> LinearExtensionIndex::unrank(Integer number) const {
  if (number < 0 || number >= count()) {
    throw Error(Errc::invalid_argument, "LinearExtensionIndex::unrank: number " + number.to_string() + " of " +
                                            count().to_string() + ", must be at least 0 and less");
  }
  std::vector<Element> arrangement;
  std::uint64_t down_set = 0;
  while (arrangement.size() < down_sets_.points()) {
    std::uint64_t rest = down_sets_.addable(down_set);
    for (;; rest &= rest - 1) {
      const Integer ways = completions_[down_sets_.place_of(down_set | (rest & -rest))];
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
  const std::size_t size = down_sets_.points();
  if (arrangement.size() != size) refuse(std::to_string(arrangement.size()) + " of " + std::to_string(size));
  Integer number;
  std::uint64_t down_set = 0;
  for (const Element x : arrangement) {
    const std::uint64_t candidates = down_sets_.addable(down_set);
    if (index(x) >= size || (candidates & bit(index(x))) == 0) refuse("element " + std::to_string(index(x)));
    for (std::uint64_t before = candidates & (bit(index(x)) - 1); before != 0; before &= before - 1) {
      number += completions_[down_sets_.place_of(down_set | (before & -before))];
    }
    down_set |= bit(index(x));
  }
  return number;
}

std::vector<std::vector<Element>> LinearExtensionIndex::sample(std::size_t how_many, std::uint64_t seed) const {
  std::mt19937_64 generator(seed);
  std::vector<std::vector<Element>> result;
  for (std::size_t i = 0; i < how_many; ++i) result.push_back(unrank(detail::random_below(count(), generator)));
  return result;
}

}  // namespace tropiary
