#include "io/layered_graph.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tropiary::io {
namespace {

constexpr std::size_t max_cuts = 60000;

/// Longest chain from below.
std::vector<double> heights(const Poset& p) {
  std::vector<double> level(p.size(), 0.0);
  for (const Element e : p.linear_extension())
    for (const Element lower : p.lower_covers(e)) level[index(e)] = std::max(level[index(e)], level[index(lower)] + 1);
  return level;
}

double lowest_above(const Poset& p, const std::vector<double>& level, Element e) {
  double lowest = std::numeric_limits<double>::infinity();
  for (const Element upper : p.upper_covers(e)) lowest = std::min(lowest, level[index(upper)]);
  return lowest;
}

double highest_below(const Poset& p, const std::vector<double>& level, Element e) {
  double highest = -1;
  for (const Element lower : p.lower_covers(e)) highest = std::max(highest, level[index(lower)]);
  return highest;
}

}  // namespace

std::vector<double> levels_of(const Poset& p) {
  std::vector<double> level = heights(p);
  const std::span<const Element> extension = p.linear_extension();
  // More edges above than below: every level up makes them shorter in sum.
  for (std::size_t i = extension.size(); i-- > 0;) {
    const Element e = extension[i];
    if (p.upper_covers(e).size() > p.lower_covers(e).size()) level[index(e)] = lowest_above(p, level, e) - 1;
  }
  // As many on both sides: to the middle of the room, so that a chain beside a longer one is spread evenly.
  constexpr int rounds = 24;
  for (int round = 0; round < rounds; ++round) {
    for (const Element e : extension) {
      const std::size_t below = p.lower_covers(e).size();
      if (below == 0 || below != p.upper_covers(e).size()) continue;
      level[index(e)] = (highest_below(p, level, e) + lowest_above(p, level, e)) / 2;
    }
  }
  // Large diagrams are read row by row.
  constexpr std::size_t free_size = 40;
  for (double& x : level) x = p.size() > free_size ? std::floor(x + 1e-6) : std::floor(x * 2 + 0.5 + 1e-6) / 2;
  return level;
}

LayeredGraph make_layered_graph(const Poset& p, std::span<const Element> points, std::span<const double> levels,
                                std::span<const double> width, double cut_width) {
  LayeredGraph graph;
  graph.points = points.size();
  std::vector<std::size_t> node(p.size(), points.size());
  double lowest = std::numeric_limits<double>::infinity();
  for (const Element e : points) lowest = std::min(lowest, std::floor(levels[index(e)]));
  for (std::size_t i = 0; i < points.size(); ++i) {
    node[index(points[i])] = i;
    graph.level.push_back(static_cast<std::size_t>(std::floor(levels[index(points[i])]) - lowest));
    graph.width.push_back(width[index(points[i])]);
  }
  std::size_t cuts = 0;
  for (const Element e : points)
    for (const Element upper : p.upper_covers(e))
      cuts += graph.level[node[index(upper)]] - graph.level[node[index(e)]] - 1;
  const bool cut = cuts <= max_cuts;
  // Between two levels nothing is in the way of an edge, unless points stand half-way.
  const bool may_pass_points = std::any_of(points.begin(), points.end(),
                                           [&](Element e) { return levels[index(e)] != std::floor(levels[index(e)]); });

  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::span<const Element> uppers = p.upper_covers(points[i]);
    for (const Element upper : uppers) {
      const std::size_t target = node[index(upper)];
      const std::span<const Element> lowers = p.lower_covers(upper);
      // The only link between two parts stands straight, a leaf nearly so.
      const bool is_leaf =
          uppers.size() + p.lower_covers(points[i]).size() == 1 || lowers.size() + p.upper_covers(upper).size() == 1;
      const bool is_link = uppers.size() == 1 && lowers.size() == 1;
      if (!cut || graph.level[target] == graph.level[i] + 1) {
        graph.edges.push_back({i, target, is_link ? 20.0 : is_leaf ? 2.0 : 1.0});
        if (may_pass_points) graph.paths.push_back({i, target});
        continue;
      }
      // Inner pieces of a long edge want to be straight most of all [gansner1993].
      std::vector<std::size_t> path{i};
      for (std::size_t level = graph.level[i] + 1; level < graph.level[target]; ++level) {
        path.push_back(graph.level.size());
        graph.level.push_back(level);
        graph.width.push_back(cut_width);
        graph.edges.push_back({path[path.size() - 2], path.back(), path.size() == 2 ? 2.0 : 8.0});
      }
      graph.edges.push_back({path.back(), target, 2.0});
      path.push_back(target);
      graph.paths.push_back(std::move(path));
    }
  }
  graph.up.resize(graph.size());
  graph.down.resize(graph.size());
  graph.order.resize(1 + *std::max_element(graph.level.begin(), graph.level.end()));
  for (std::size_t v = 0; v < graph.size(); ++v) graph.order[graph.level[v]].push_back(v);
  for (const LayeredGraph::Edge& edge : graph.edges) {
    if (graph.level[edge.lower] + 1 != graph.level[edge.upper]) continue;
    graph.up[edge.lower].push_back(edge.upper);
    graph.down[edge.upper].push_back(edge.lower);
  }
  return graph;
}

}  // namespace tropiary::io
