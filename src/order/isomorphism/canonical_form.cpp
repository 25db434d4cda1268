// A poset of at most 64 points is numbered by the search on machine words, a larger one by hashes alone if they tell
// the points apart, else by its modular decomposition.

#include <utility>

#include "order/isomorphism/bit_canonical.hpp"
#include "order/isomorphism/canonical_tree.hpp"
#include "order/isomorphism/quick_numbering.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"

namespace tropiary {

namespace {

template <class Word>
std::vector<Element> word_positions(const Poset& p) {
  const auto position = detail::canonical_positions(detail::bit_order<Word>(p));
  std::vector<Element> result;
  for (std::size_t x = 0; x < p.size(); ++x) result.push_back(element(position[x]));
  return result;
}

std::vector<Element> canonical_positions(const Poset& p) {
  if (p.size() <= detail::ShortOrder::capacity) return word_positions<std::uint16_t>(p);
  if (p.size() <= detail::LongOrder::capacity) return word_positions<std::uint64_t>(p);
  if (auto quick = detail::quick_numbering(p)) return std::move(quick->position);
  return detail::CanonicalTree(p).positions();
}

}  // namespace

Poset canonical_form(const Poset& p) { return relabelled(p, canonical_positions(p)).with_labels({}); }

SmallPoset canonical_form(const SmallPoset& p) {
  detail::ShortOrder order;
  order.size = p.size;
  order.below = p.below;
  for (std::size_t j = 0; j < p.size; ++j) {
    detail::for_each_member(p.below[j], [&](std::size_t i) { order.above[i] |= detail::bit_of<std::uint16_t>(j); });
  }
  const auto position = detail::canonical_positions(order);
  SmallPoset result;
  result.size = p.size;
  for (std::size_t j = 0; j < p.size; ++j) {
    std::uint16_t below = 0;
    detail::for_each_member(p.below[j], [&](std::size_t i) { below |= detail::bit_of<std::uint16_t>(position[i]); });
    result.below[position[j]] = below;
  }
  return result;
}

std::optional<std::vector<Element>> find_isomorphism(const Poset& a, const Poset& b) {
  if (a.size() != b.size() || a.count_covers() != b.count_covers()) return std::nullopt;
  const std::vector<Element> place_of_a = canonical_positions(a);
  const std::vector<Element> place_of_b = canonical_positions(b);
  std::vector<Element> at_place(b.size());
  for (std::size_t y = 0; y < b.size(); ++y) at_place[index(place_of_b[y])] = element(y);
  std::vector<Element> image(a.size());
  for (std::size_t x = 0; x < a.size(); ++x) image[x] = at_place[index(place_of_a[x])];
  return relabelled(a, image) == b ? std::optional(std::move(image)) : std::nullopt;
}

}  // namespace tropiary
