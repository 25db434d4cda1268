#include <algorithm>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

std::size_t height(const Poset& p) {
  const std::vector<std::size_t> height = detail::heights(p);
  return height.empty() ? 0 : *std::max_element(height.begin(), height.end());
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

}  // namespace tropiary
