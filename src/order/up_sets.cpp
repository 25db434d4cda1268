#include "tropiary/order/up_sets.hpp"

namespace tropiary {

// As binary numbers over the linear extension, its last element the lowest digit, the up-sets are visited in ascending
// order. The successor of F: let i be the last element outside F; then F restricted to what comes before i, closed
// upwards, together with i and all above it. The stack holds the closures of those restrictions.

UpSets::Iterator::Iterator(const Poset& poset) : poset_(&poset), done_(false) {
  stack_.push_back({0, ElementSet(poset.size())});
}

UpSets::Iterator& UpSets::Iterator::operator++() {
  const auto extension = poset_->linear_extension();
  const ElementSet& current = stack_.back().closure;
  std::size_t rank = extension.size();
  while (rank > 0 && current.contains(extension[rank - 1])) --rank;
  if (rank == 0) {
    done_ = true;
    return *this;
  }
  --rank;
  while (stack_.size() > 1 && stack_.back().rank > rank) stack_.pop_back();
  ElementSet next = stack_.back().closure | poset_->above(extension[rank]);
  next.insert(extension[rank]);
  stack_.push_back({rank, std::move(next)});
  return *this;
}

bool is_up_set(const Poset& p, const ElementSet& set) {
  for (const Element e : set) {
    for (const Element above : p.upper_covers(e)) {
      if (!set.contains(above)) return false;
    }
  }
  return true;
}

namespace {

/// What can be reached from the set along `next`, the set included.
template <class Next>
ElementSet closure(const ElementSet& set, Next next) {
  ElementSet result = set;
  std::vector<Element> stack = set.elements();
  while (!stack.empty()) {
    const Element e = stack.back();
    stack.pop_back();
    for (const Element neighbour : next(e)) {
      if (result.contains(neighbour)) continue;
      result.insert(neighbour);
      stack.push_back(neighbour);
    }
  }
  return result;
}

}  // namespace

ElementSet up_closure(const Poset& p, const ElementSet& set) {
  return closure(set, [&](Element e) { return p.upper_covers(e); });
}

ElementSet down_closure(const Poset& p, const ElementSet& set) {
  return closure(set, [&](Element e) { return p.lower_covers(e); });
}

ElementSet minimal_elements(const Poset& p, const ElementSet& set) {
  ElementSet result = set;
  for (const Element e : set) {
    if (p.below(e).intersects(set)) result.erase(e);
  }
  return result;
}

ElementSet maximal_elements(const Poset& p, const ElementSet& set) {
  ElementSet result = set;
  for (const Element e : set) {
    if (p.above(e).intersects(set)) result.erase(e);
  }
  return result;
}

}  // namespace tropiary
