#include <algorithm>
#include <numeric>

#include "io/layered_graph.hpp"

namespace tropiary::io {
namespace {

std::vector<std::size_t> positions(const LayeredGraph& graph) {
  std::vector<std::size_t> position(graph.size());
  for (const std::vector<std::size_t>& level : graph.order)
    for (std::size_t i = 0; i < level.size(); ++i) position[level[i]] = i;
  return position;
}

/// Inversions of the sequence of upper ends, by a Fenwick tree.
std::uint64_t crossings_above(const LayeredGraph& graph, std::size_t level, const std::vector<std::size_t>& position) {
  const std::size_t n = graph.order[level + 1].size();
  std::vector<std::uint64_t> tree(n + 1, 0);
  std::uint64_t inserted = 0;
  std::uint64_t crossings = 0;
  std::vector<std::size_t> ends;
  for (const std::size_t v : graph.order[level]) {
    ends.clear();
    for (const std::size_t u : graph.up[v]) ends.push_back(position[u]);
    for (const std::size_t end : ends) {
      std::uint64_t at_most = 0;
      for (std::size_t i = end + 1; i > 0; i &= i - 1) at_most += tree[i];
      crossings += inserted - at_most;
    }
    for (const std::size_t end : ends)
      for (std::size_t i = end + 1; i <= n; i += i & (~i + 1)) ++tree[i];
    inserted += ends.size();
  }
  return crossings;
}

class Sweeper {
 public:
  explicit Sweeper(LayeredGraph& graph) : graph_(graph), position_(positions(graph)) {}

  void sweep(bool upwards, bool ties_reversed) {
    const std::size_t levels = graph_.order.size();
    for (std::size_t k = 1; k < levels; ++k) {
      const std::size_t level = upwards ? k : levels - 1 - k;
      sort_by_barycentre(level, upwards ? graph_.down : graph_.up, ties_reversed);
    }
  }

  /// Exchanges neighbours while that removes crossings.
  void transpose() {
    constexpr int rounds = 8;
    bool improved = true;
    for (int round = 0; improved && round < rounds; ++round) {
      improved = false;
      for (std::vector<std::size_t>& level : graph_.order) {
        for (std::size_t i = 0; i + 1 < level.size(); ++i) {
          if (gain(level[i], level[i + 1]) <= 0) continue;
          std::swap(level[i], level[i + 1]);
          std::swap(position_[level[i]], position_[level[i + 1]]);
          improved = true;
        }
      }
    }
  }

 private:
  void sort_by_barycentre(std::size_t level, const std::vector<std::vector<std::size_t>>& neighbours, bool reversed) {
    std::vector<std::size_t>& row = graph_.order[level];
    std::vector<std::pair<double, std::size_t>> keyed;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::vector<std::size_t>& near = neighbours[row[i]];
      if (near.empty()) continue;  // keeps its place
      double sum = 0;
      for (const std::size_t u : near) sum += static_cast<double>(position_[u]);
      keyed.emplace_back(sum / static_cast<double>(near.size()), row[i]);
    }
    if (reversed) std::reverse(keyed.begin(), keyed.end());
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    auto next = keyed.begin();
    for (std::size_t& v : row)
      if (!neighbours[v].empty()) v = (next++)->second;
    for (std::size_t i = 0; i < row.size(); ++i) position_[row[i]] = i;
  }

  /// Crossings of v's edges with w's on one side while v is left of w, minus those after the exchange.
  long long gain_on(const std::vector<std::size_t>& of_v, const std::vector<std::size_t>& of_w) const {
    constexpr std::size_t too_many = 1U << 14U;
    if (of_v.size() * of_w.size() > too_many) return 0;
    long long gained = 0;
    for (const std::size_t a : of_v)
      for (const std::size_t b : of_w)
        gained += static_cast<int>(position_[a] > position_[b]) - static_cast<int>(position_[a] < position_[b]);
    return gained;
  }
  long long gain(std::size_t v, std::size_t w) const {
    return gain_on(graph_.up[v], graph_.up[w]) + gain_on(graph_.down[v], graph_.down[w]);
  }

  LayeredGraph& graph_;
  std::vector<std::size_t> position_;
};

}  // namespace

std::uint64_t count_crossings(const LayeredGraph& graph) {
  const std::vector<std::size_t> position = positions(graph);
  std::uint64_t crossings = 0;
  for (std::size_t level = 0; level + 1 < graph.order.size(); ++level)
    crossings += crossings_above(graph, level, position);
  return crossings;
}

std::uint64_t reduce_crossings(LayeredGraph& graph, std::size_t sweeps) {
  std::vector<std::vector<std::size_t>> best = graph.order;
  std::uint64_t fewest = count_crossings(graph);
  Sweeper sweeper(graph);
  for (std::size_t i = 0; i < sweeps && fewest > 0; ++i) {
    sweeper.sweep(i % 2 == 0, i % 4 >= 2);
    sweeper.transpose();
    const std::uint64_t crossings = count_crossings(graph);
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = graph.order;
  }
  graph.order = std::move(best);
  return fewest;
}

}  // namespace tropiary::io
