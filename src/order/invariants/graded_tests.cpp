#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

/// A longest chain that ends in x.
std::vector<Element> longest_chain_to(const Poset& p, Element x, const std::vector<std::size_t>& heights) {
  std::vector<Element> chain{x};
  while (heights[index(x)] > 1) {
    const auto lower = p.lower_covers(x);
    x = *std::ranges::find_if(lower, [&](Element y) { return heights[index(y)] + 1 == heights[index(x)]; });
    chain.push_back(x);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

void continue_upwards(const Poset& p, std::vector<Element>& chain) {
  while (!p.upper_covers(chain.back()).empty()) chain.push_back(p.upper_covers(chain.back())[0]);
}

}  // namespace

std::vector<std::size_t> detail::heights(const Poset& p) {
  std::vector<std::size_t> height(p.size(), 1);
  for (const Element x : p.linear_extension()) {
    for (const Element y : p.upper_covers(x)) height[index(y)] = std::max(height[index(y)], height[index(x)] + 1);
  }
  return height;
}

bool is_graded(const Poset& p) {
  const std::vector<std::size_t> height = detail::heights(p);
  const std::size_t total = height.empty() ? 0 : *std::max_element(height.begin(), height.end());
  for (const Element x : p.linear_extension()) {
    if (p.upper_covers(x).empty() && height[index(x)] != total) return false;
    for (const Element y : p.upper_covers(x)) {
      if (height[index(y)] != height[index(x)] + 1) return false;
    }
  }
  return true;
}

std::optional<std::vector<std::size_t>> rank_function(const Poset& p) {
  constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();
  std::vector<std::int64_t> rank(p.size(), unknown);
  std::vector<Element> component;
  for (const Element start : p.linear_extension()) {
    if (rank[index(start)] != unknown) continue;
    component.assign(1, start);
    rank[index(start)] = 0;
    std::int64_t least = 0;
    for (std::size_t i = 0; i < component.size(); ++i) {
      const Element x = component[i];
      for (const std::int64_t step : {1, -1}) {
        for (const Element y : step == 1 ? p.upper_covers(x) : p.lower_covers(x)) {
          const std::int64_t expected = rank[index(x)] + step;
          if (rank[index(y)] == unknown) {
            rank[index(y)] = expected;
            least = std::min(least, expected);
            component.push_back(y);
          } else if (rank[index(y)] != expected) {
            return std::nullopt;
          }
        }
      }
    }
    for (const Element x : component) rank[index(x)] -= least;
  }
  return std::vector<std::size_t>(rank.begin(), rank.end());
}

namespace detail {

std::optional<Obstruction> not_graded(const Poset& p) {
  const std::vector<std::size_t> height = heights(p);
  if (height.empty()) return std::nullopt;
  const auto top = static_cast<std::size_t>(std::max_element(height.begin(), height.end()) - height.begin());
  for (const Element x : p.linear_extension()) {
    std::vector<Element> one;
    std::vector<Element> other;
    if (p.upper_covers(x).empty() && height[index(x)] != height[top]) {
      one = longest_chain_to(p, x, height);
      other = longest_chain_to(p, element(top), height);
    } else {
      for (const Element y : p.upper_covers(x)) {
        if (height[index(y)] == height[index(x)] + 1) continue;
        // Two chains to y, and the same way up from there.
        one = longest_chain_to(p, x, height);
        one.push_back(y);
        continue_upwards(p, one);
        other = longest_chain_to(p, y, height);
        continue_upwards(p, other);
        break;
      }
    }
    if (one.empty()) continue;
    one.insert(one.end(), other.begin(), other.end());
    return Obstruction{Obstruction::Kind::unequal_chains, std::move(one)};
  }
  return std::nullopt;
}

std::optional<Obstruction> not_eulerian(const Poset& p) {
  if (auto found = unboundedness(p)) return found;
  if (auto found = not_graded(p)) return found;
  check_pairs(p, "is_eulerian");
  const std::vector<std::size_t> height = heights(p);
  ElementSet odd(p.size());
  for (std::size_t x = 0; x < p.size(); ++x) {
    if (height[x] % 2 != 0) odd.insert(element(x));
  }
  std::vector<ElementSet> down;
  for (std::size_t x = 0; x < p.size(); ++x) {
    down.push_back(p.below(element(x)));
    down.back().insert(element(x));
  }
  // All intervals of positive length have as many elements of even as of odd rank [stanley2012, §3.16]. Of those that
  // begin in x, the first that has not: in the intervals inside it μ is as it should be, so in itself it is not.
  for (const Element x : p.linear_extension()) {
    ElementSet up = p.above(x);
    up.insert(x);
    for (const Element y : p.linear_extension()) {
      if (x == y || !up.contains(y)) continue;
      std::size_t all = 0;
      std::size_t of_odd_rank = 0;
      for (std::size_t w = 0; w < up.words().size(); ++w) {
        const std::uint64_t interval = up.words()[w] & down[index(y)].words()[w];
        all += static_cast<std::size_t>(std::popcount(interval));
        of_odd_rank += static_cast<std::size_t>(std::popcount(interval & odd.words()[w]));
      }
      if (2 * of_odd_rank != all) return Obstruction{Obstruction::Kind::interval, {x, y}};
    }
  }
  return std::nullopt;
}

}  // namespace detail

}  // namespace tropiary
