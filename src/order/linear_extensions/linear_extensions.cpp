#include "tropiary/order/linear_extensions.hpp"

#include <algorithm>

namespace tropiary {

LinearExtensions::Iterator::Iterator(const Poset& poset)
    : poset_(&poset),
      arrangement_(poset.linear_extension().begin(), poset.linear_extension().end()),
      place_(poset.size()),
      done_(false) {
  for (std::size_t k = 0; k < place_.size(); ++k) place_[k] = k;
}

// [varol1981]: number the elements by the first arrangement. The last element runs down from its own place until it
// meets something below it; then it goes back to its place and the element before it takes one step down, and so on as
// in an odometer. All arrangements in which the elements from k on stand at their own places are seen before k moves.
LinearExtensions::Iterator& LinearExtensions::Iterator::operator++() {
  const std::span<const Element> first = poset_->linear_extension();
  // Whoever is moved aside needs its place known; elements above k stand at their own places when k moves.
  for (std::size_t k = first.size(); k-- > 0;) {
    const Element x = first[k];
    std::size_t j = place_[k];
    if (j > 0 && !poset_->less(arrangement_[j - 1], x)) {
      arrangement_[j] = arrangement_[j - 1];
      arrangement_[j - 1] = x;
      place_[k] = j - 1;
      return *this;
    }
    for (; j < k; ++j) arrangement_[j] = arrangement_[j + 1];
    arrangement_[k] = x;
    place_[k] = k;
  }
  done_ = true;
  return *this;
}

bool is_linear_extension(const Poset& p, std::span<const Element> arrangement) {
  if (arrangement.size() != p.size()) return false;
  std::vector<std::size_t> place(p.size(), p.size());
  for (std::size_t i = 0; i < arrangement.size(); ++i) {
    if (index(arrangement[i]) >= p.size() || place[index(arrangement[i])] != p.size()) return false;
    place[index(arrangement[i])] = i;
  }
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (const Element y : p.upper_covers(element(x))) {
      if (place[index(y)] < place[x]) return false;
    }
  }
  return true;
}

}  // namespace tropiary
