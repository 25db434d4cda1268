#include "tropiary/order/element.hpp"

#include <algorithm>

namespace tropiary {

namespace {

/// The bits that exist in the last word of a set of `size` points.
std::uint64_t last_word_mask(std::size_t size) noexcept {
  return size % 64 == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << (size % 64)) - 1;
}

}  // namespace

ElementSet::ElementSet(std::size_t universe_size) : size_(universe_size) {
  if (size_ > 64) many_.resize((size_ + 63) / 64);
}

ElementSet ElementSet::full(std::size_t universe_size) { return ElementSet(universe_size).complement(); }

ElementSet ElementSet::from_word(std::size_t universe_size, std::uint64_t word) {
  ElementSet set(universe_size);
  set.words()[0] = word;
  return set;
}

std::size_t ElementSet::count() const noexcept {
  std::size_t total = 0;
  for (const std::uint64_t word : words()) total += static_cast<std::size_t>(std::popcount(word));
  return total;
}

bool ElementSet::empty() const noexcept {
  return std::ranges::all_of(words(), [](std::uint64_t word) { return word == 0; });
}

std::vector<Element> ElementSet::elements() const {
  std::vector<Element> result;
  result.reserve(count());
  for (const Element e : *this) result.push_back(e);
  return result;
}

ElementSet& ElementSet::operator|=(const ElementSet& other) noexcept {
  const auto theirs = other.words();
  for (std::size_t i = 0; std::uint64_t & word : words()) word |= theirs[i++];
  return *this;
}

ElementSet& ElementSet::operator&=(const ElementSet& other) noexcept {
  const auto theirs = other.words();
  for (std::size_t i = 0; std::uint64_t & word : words()) word &= theirs[i++];
  return *this;
}

ElementSet& ElementSet::operator-=(const ElementSet& other) noexcept {
  const auto theirs = other.words();
  for (std::size_t i = 0; std::uint64_t & word : words()) word &= ~theirs[i++];
  return *this;
}

ElementSet ElementSet::complement() const {
  ElementSet result = *this;
  for (std::uint64_t& word : result.words()) word = ~word;
  if (size_ == 0) {
    result.word_ = 0;
  } else {
    result.words().back() &= last_word_mask(size_);
  }
  return result;
}

bool ElementSet::is_subset_of(const ElementSet& other) const noexcept {
  const auto theirs = other.words();
  for (std::size_t i = 0; const std::uint64_t word : words()) {
    if ((word & ~theirs[i++]) != 0) return false;
  }
  return true;
}

bool ElementSet::intersects(const ElementSet& other) const noexcept {
  const auto theirs = other.words();
  for (std::size_t i = 0; const std::uint64_t word : words()) {
    if ((word & theirs[i++]) != 0) return true;
  }
  return false;
}

}  // namespace tropiary

std::size_t std::hash<tropiary::ElementSet>::operator()(const tropiary::ElementSet& set) const noexcept {
  std::size_t mixed = set.universe_size();
  for (const std::uint64_t word : set.words()) {
    mixed = (mixed ^ word) * 0xbf58476d1ce4e5b9ULL;
    mixed ^= mixed >> 31;
  }
  return mixed;
}
