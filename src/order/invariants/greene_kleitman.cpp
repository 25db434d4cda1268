// λ₁ + … + λ_k is the most that k units of flow can collect in a network in which each element is an edge that pays 1
// once and lets further units pass for nothing, joined along the covers; λ_k is what the k-th cheapest augmentation
// adds [frank1980]. Shortest paths by Dijkstra's method with potentials.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <queue>
#include <vector>

#include "tropiary/order/chains.hpp"

namespace tropiary {

namespace {

class Network {
 public:
  explicit Network(const Poset& p) : out_(2 * p.size() + 2), potential_(2 * p.size() + 2, 0) {
    const std::size_t source = 2 * p.size();
    for (std::size_t x = 0; x < p.size(); ++x) {
      join(2 * x, 2 * x + 1, -1, 1);
      join(2 * x, 2 * x + 1, 0, unlimited);
      for (const Element y : p.upper_covers(element(x))) join(2 * x + 1, 2 * index(y), 0, unlimited);
      if (p.lower_covers(element(x)).empty()) join(source, 2 * x, 0, unlimited);
      if (p.upper_covers(element(x)).empty()) join(2 * x + 1, source + 1, 0, unlimited);
    }
    // First distances in the acyclic network.
    for (const Element e : p.linear_extension()) {
      const std::size_t x = 2 * index(e);
      potential_[x + 1] = potential_[x] - 1;
      for (const Element y : p.upper_covers(e)) {
        potential_[2 * index(y)] = std::min(potential_[2 * index(y)], potential_[x + 1]);
      }
      potential_[source + 1] = std::min(potential_[source + 1], potential_[x + 1]);
    }
  }

  /// Sends one more unit of flow where it collects most; how much that is.
  std::int64_t augment() {
    const std::size_t source = out_.size() - 2;
    const std::size_t sink = source + 1;
    constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> distance(out_.size(), far);
    std::vector<std::uint32_t> arrived(out_.size());
    using Entry = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance[source] = 0;
    queue.emplace(0, source);
    while (!queue.empty()) {
      const auto [d, x] = queue.top();
      queue.pop();
      if (d != distance[x]) continue;
      for (const std::uint32_t i : out_[x]) {
        const Edge& edge = edges_[i];
        if (edge.capacity == 0) continue;
        const std::int64_t longer = d + edge.cost + potential_[x] - potential_[edge.to];
        if (longer >= distance[edge.to]) continue;
        distance[edge.to] = longer;
        arrived[edge.to] = i;
        queue.emplace(longer, edge.to);
      }
    }
    for (std::size_t x = 0; x < out_.size(); ++x) potential_[x] += std::min(distance[x], distance[sink]);
    for (std::size_t x = sink; x != source; x = edges_[arrived[x] ^ 1U].to) {
      --edges_[arrived[x]].capacity;
      ++edges_[arrived[x] ^ 1U].capacity;
    }
    return potential_[source] - potential_[sink];
  }

 private:
  static constexpr std::uint32_t unlimited = std::numeric_limits<std::uint32_t>::max() / 2;
  struct Edge {
    std::size_t to;
    std::int64_t cost;
    std::uint32_t capacity;
  };

  void join(std::size_t from, std::size_t to, std::int64_t cost, std::uint32_t capacity) {
    out_[from].push_back(static_cast<std::uint32_t>(edges_.size()));
    edges_.push_back({to, cost, capacity});
    out_[to].push_back(static_cast<std::uint32_t>(edges_.size()));
    edges_.push_back({from, -cost, 0});
  }

  std::vector<Edge> edges_;  // an edge and its reverse stand side by side
  std::vector<std::vector<std::uint32_t>> out_;
  std::vector<std::int64_t> potential_;
};

}  // namespace

std::vector<std::size_t> greene_kleitman_shape(const Poset& p) {
  std::vector<std::size_t> shape;
  Network network(p);
  for (std::size_t covered = 0; covered < p.size(); covered += shape.back()) {
    // Parts descend: after a part 1 all are 1.
    shape.push_back(!shape.empty() && shape.back() == 1 ? 1 : static_cast<std::size_t>(network.augment()));
  }
  return shape;
}

}  // namespace tropiary
