#include "order/isomorphism/quick_numbering.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "order/mixed.hpp"

namespace tropiary::detail {

namespace {

using Hashes = std::vector<std::uint64_t>;

/// Each point takes up the hashes of its lower covers, which took up those of theirs, and so on; then the same from
/// above.
void sweep(const Poset& p, Hashes& hash) {
  const std::span<const Element> extension = p.linear_extension();
  const std::size_t n = extension.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Element x = extension[i];
    std::uint64_t sum = 0;
    for (const Element y : p.lower_covers(x)) sum += mixed(hash[index(y)] ^ 0x9e3779b97f4a7c15U);
    hash[index(x)] = mixed(hash[index(x)] + 3 * sum + 1);
  }
  for (std::size_t i = n; i-- > 0;) {
    const Element x = extension[i];
    std::uint64_t sum = 0;
    for (const Element y : p.upper_covers(x)) sum += mixed(hash[index(y)] ^ 0xd1b54a32d192ed03U);
    hash[index(x)] = mixed(hash[index(x)] + 5 * sum + 2);
  }
}

}  // namespace

std::optional<QuickNumbering> quick_numbering(const Poset& p) {
  const std::size_t n = p.size();
  constexpr int sweeps = 3;
  Hashes hash(n);
  for (int i = 0; i < sweeps; ++i) sweep(p, hash);
  // The length of the longest chain below comes first, so that the numbering is a linear extension.
  std::vector<std::uint32_t> level(n);
  for (const Element x : p.linear_extension()) {
    for (const Element y : p.lower_covers(x)) level[index(x)] = std::max(level[index(x)], level[index(y)] + 1);
  }
  std::vector<Element> order(n);
  for (std::size_t x = 0; x < n; ++x) order[x] = element(x);
  const auto key = [&](Element x) { return std::pair(level[index(x)], hash[index(x)]); };
  std::sort(order.begin(), order.end(),
            [&](Element x, Element y) { return std::tuple(key(x), index(x)) < std::tuple(key(y), index(y)); });
  QuickNumbering result;
  result.position.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    result.position[index(order[i])] = element(i);
    if (i == 0 || key(order[i]) != key(order[i - 1])) {
      result.twins.emplace_back();
    } else if (!std::ranges::equal(p.lower_covers(order[i]), p.lower_covers(order[i - 1])) ||
               !std::ranges::equal(p.upper_covers(order[i]), p.upper_covers(order[i - 1]))) {
      return std::nullopt;
    }
    result.twins.back().push_back(order[i]);
  }
  return result;
}

}  // namespace tropiary::detail
