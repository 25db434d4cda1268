#include <algorithm>
#include <string>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

/// The number of elements of a longest chain that ends in each element.
std::vector<std::size_t> heights(const Poset& p) {
  std::vector<std::size_t> height(p.size(), 1);
  for (const Element x : p.linear_extension()) {
    for (const Element y : p.upper_covers(x)) height[index(y)] = std::max(height[index(y)], height[index(x)] + 1);
  }
  return height;
}

/// Whether every two elements have a greatest lower bound, in a poset with a least element. For a fixed x, the lower
/// bounds of x and y ≰ x are those of x and a lower cover of y: so the meet of x and y is the greatest of the meets of
/// x with the lower covers of y, if one of these is the greatest. Cost: O(n · covers) comparisons.
bool has_all_meets(const Poset& p) {
  const std::span<const Element> extension = p.linear_extension();
  std::vector<std::size_t> rank(p.size());
  for (std::size_t i = 0; i < extension.size(); ++i) rank[index(extension[i])] = i;
  std::vector<Element> meet(p.size());
  for (const Element x : extension) {
    for (const Element y : extension) {
      if (p.less_equal(y, x)) {
        meet[index(y)] = y;
        continue;
      }
      Element greatest = extension[0];
      for (const Element z : p.lower_covers(y)) {
        if (rank[index(meet[index(z)])] > rank[index(greatest)]) greatest = meet[index(z)];
      }
      for (const Element z : p.lower_covers(y)) {
        if (!p.less_equal(meet[index(z)], greatest)) return false;
      }
      meet[index(y)] = greatest;
    }
  }
  return true;
}

}  // namespace

std::size_t height(const Poset& p) {
  const std::vector<std::size_t> height = heights(p);
  return height.empty() ? 0 : *std::max_element(height.begin(), height.end());
}

bool is_graded(const Poset& p) {
  const std::vector<std::size_t> height = heights(p);
  const std::size_t total = height.empty() ? 0 : *std::max_element(height.begin(), height.end());
  for (const Element x : p.linear_extension()) {
    if (p.upper_covers(x).empty() && height[index(x)] != total) return false;
    for (const Element y : p.upper_covers(x)) {
      if (height[index(y)] != height[index(x)] + 1) return false;
    }
  }
  return true;
}

std::size_t count_connected_components(const Poset& p) {
  std::vector<bool> met(p.size(), false);
  std::vector<Element> stack;
  std::size_t components = 0;
  for (const Element start : p.linear_extension()) {
    if (met[index(start)]) continue;
    ++components;
    met[index(start)] = true;
    stack.push_back(start);
    while (!stack.empty()) {
      const Element x = stack.back();
      stack.pop_back();
      for (const auto& neighbours : {p.upper_covers(x), p.lower_covers(x)}) {
        for (const Element y : neighbours) {
          if (met[index(y)]) continue;
          met[index(y)] = true;
          stack.push_back(y);
        }
      }
    }
  }
  return components;
}

bool is_lattice(const Poset& p) {
  const std::uint64_t n = p.size();
  if (n == 0) return true;
  if (p.minimal_elements().size() != 1 || p.maximal_elements().size() != 1) return false;
  if (p.count_covers() == n - 1 && height(p) == n) return true;  // a chain
  // In a lattice no two elements have two common upper covers, so Σ_y C(#lower covers of y, 2) ≤ C(n, 2).
  std::uint64_t pairs = 0;
  for (const Element y : p.linear_extension()) {
    const std::uint64_t covers = p.lower_covers(y).size();
    pairs += covers * (covers - std::min<std::uint64_t>(covers, 1)) / 2;
    if (pairs > n * (n - 1) / 2) return false;
  }
  if (n > Poset::closure_limit) {
    throw Error(Errc::too_large, "is_lattice: " + std::to_string(n) +
                                     " elements, bounded and no chain; the test for "
                                     "meets compares pairs up to " +
                                     std::to_string(Poset::closure_limit) + " elements");
  }
  return has_all_meets(p);
}

}  // namespace tropiary
