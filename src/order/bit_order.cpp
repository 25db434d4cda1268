#include "order/bit_order.hpp"

#include "order/lanes.hpp"

namespace tropiary::detail {

template <class Word>
BitOrder<Word> bit_order(const Poset& p) {
  BitOrder<Word> order;
  order.size = p.size();
  for (std::size_t x = 0; x < p.size(); ++x) {
    order.above[x] = static_cast<Word>(p.above(element(x)).words()[0]);
    order.below[x] = static_cast<Word>(p.below(element(x)).words()[0]);
  }
  return order;
}

template BitOrder<std::uint16_t> bit_order(const Poset& p);
template BitOrder<std::uint64_t> bit_order(const Poset& p);

bool close(ShortOrder& order) {
  const std::size_t n = order.size;
  std::uint32_t loops = 0;
  for (std::size_t k = 0; k < n; ++k) {
    const Lanes above(order.above);
    order.above = (above | (has_bit(above, k) & Lanes(order.above[k]))).row();
  }
  const Lanes own_bit(Lanes::powers);
  Lanes below;
  for (std::size_t k = 0; k < n; ++k) {
    below = below | (((Lanes(order.above[k]) & own_bit) == own_bit) & Lanes(Lanes::powers[k]));
    loops |= std::uint32_t{order.above[k]} & Lanes::powers[k];
  }
  order.below = below.row();
  return loops == 0;
}

bool close(LongOrder& order) {
  const std::size_t n = order.size;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) order.above[i] |= order.above[k] & (0 - (order.above[i] >> k & 1U));
  }
  order.below = {};
  std::uint64_t loops = 0;
  for (std::size_t k = 0; k < n; ++k) {
    loops |= order.above[k] & bit_of<std::uint64_t>(k);
    for_each_member(order.above[k], [&](std::size_t i) { order.below[i] |= bit_of<std::uint64_t>(k); });
  }
  return loops == 0;
}

std::array<std::uint16_t, ShortOrder::capacity> upper_covers(const ShortOrder& order) {
  const Lanes above(order.above);
  Lanes two_steps;
  for (std::size_t k = 0; k < order.size; ++k) {
    two_steps = two_steps | (has_bit(above, k) & Lanes(order.above[k]));
  }
  return (above & ~two_steps).row();
}

std::array<std::uint64_t, LongOrder::capacity> upper_covers(const LongOrder& order) {
  std::array<std::uint64_t, LongOrder::capacity> covers = order.above;
  for (std::size_t i = 0; i < order.size; ++i) {
    for_each_member(order.above[i], [&](std::size_t k) { covers[i] &= ~order.above[k]; });
  }
  return covers;
}

}  // namespace tropiary::detail
