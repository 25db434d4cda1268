#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/order/chains.hpp"

namespace tropiary {

MaximalChains::Iterator::Iterator(const Poset& poset)
    : poset_(&poset), starts_(poset.minimal_elements()), done_(false) {
  if (starts_.empty()) return;
  places_.push_back(0);
  chain_.push_back(starts_[0]);
  climb();
}

void MaximalChains::Iterator::climb() {
  for (auto covers = poset_->upper_covers(chain_.back()); !covers.empty();
       covers = poset_->upper_covers(chain_.back())) {
    places_.push_back(0);
    chain_.push_back(covers[0]);
  }
}

MaximalChains::Iterator& MaximalChains::Iterator::operator++() {
  while (!chain_.empty()) {
    chain_.pop_back();
    const std::span<const Element> choices =
        chain_.empty() ? std::span<const Element>(starts_) : poset_->upper_covers(chain_.back());
    if (++places_.back() < choices.size()) {
      chain_.push_back(choices[places_.back()]);
      climb();
      return *this;
    }
    places_.pop_back();
  }
  done_ = true;
  return *this;
}

Integer count_maximal_chains(const Poset& p) {
  std::vector<Integer> to(p.size());  // maximal chains of what lies at or below an element, up to it
  Integer total = p.empty() ? 1 : 0;
  for (const Element x : p.linear_extension()) {
    if (p.lower_covers(x).empty()) to[index(x)] = 1;
    for (const Element y : p.upper_covers(x)) to[index(y)] += to[index(x)];
    if (p.upper_covers(x).empty()) total += to[index(x)];
  }
  return total;
}

MaximalAntichains::Iterator::Iterator(const Poset& poset) : done_(false) {
  detail::check_pairs(poset, "maximal_antichains");
  for (std::size_t x = 0; x < poset.size(); ++x) {
    below_.push_back(poset.below(element(x)));
    above_.push_back(poset.above(element(x)));
  }
  down_set_ = close(ElementSet(poset.size()));
}

/// The closed set of `set`; the antichain that belongs to it becomes the current one.
ElementSet MaximalAntichains::Iterator::close(const ElementSet& set) {
  ElementSet up_set = ElementSet::full(set.universe_size());
  for (const Element x : set) up_set -= below_[index(x)];
  ElementSet down_set = ElementSet::full(set.universe_size());
  for (const Element x : up_set) down_set -= above_[index(x)];
  antichain_ = down_set & up_set;
  return down_set;
}

MaximalAntichains::Iterator& MaximalAntichains::Iterator::operator++() {
  // The next closed set in lectic order: for the greatest i outside whose closure with what comes before i adds nothing
  // before i.
  ElementSet before = down_set_;
  for (std::size_t i = below_.size(); i-- > 0;) {
    if (before.contains(element(i))) {
      before.erase(element(i));
      continue;
    }
    ElementSet with_i = before;
    with_i.insert(element(i));
    ElementSet closed = close(with_i);
    if (*(closed - before).begin() != element(i)) continue;
    down_set_ = std::move(closed);
    return *this;
  }
  done_ = true;
  return *this;
}

}  // namespace tropiary
