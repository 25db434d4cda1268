#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/order/poset.hpp"

// The Hasse diagram of one connected poset on its way to paper, after Sugiyama, Tagawa and Toda [sugiyama1981]: levels,
// then an order within each level with few crossings, then horizontal coordinates. Floating point is for paper only.

namespace tropiary::io {

/// A level for every point (of any poset, connected or not): its height, but points that hang from above are pulled up
/// and points with room on both sides go to the middle of it, perhaps half-way between two levels.
std::vector<double> levels_of(const Poset& p);

/// One connected component with its long edges cut at every level they pass: nodes 0 … points−1 are points, the rest
/// are such cuts. Edges join neighbouring levels, unless there would be too many cuts.
struct LayeredGraph {
  struct Edge {
    std::size_t lower;  // node
    std::size_t upper;
    double weight;  // how much it wants to be vertical
  };
  std::size_t points = 0;
  std::vector<std::vector<std::size_t>> order;  // nodes of each level from left to right
  std::vector<std::size_t> level;               // of each node
  std::vector<double> width;                    // room taken by each node
  std::vector<Edge> edges;
  std::vector<std::vector<std::size_t>> up;    // nodes on the next level
  std::vector<std::vector<std::size_t>> down;  // nodes on the level before
  /// Cover relations that might run through a point: nodes from bottom to top, points at both ends, cuts between.
  std::vector<std::vector<std::size_t>> paths;
  [[nodiscard]] std::size_t size() const noexcept { return level.size(); }
};

/// The component of the given points, ordered as they come; `rank` is each point's level, `width` its room.
LayeredGraph make_layered_graph(const Poset& p, std::span<const Element> points, std::span<const double> levels,
                                std::span<const double> width, double cut_width);

/// Pairs of edges between neighbouring levels that cross.
std::uint64_t count_crossings(const LayeredGraph& graph);

/// Barycentre sweeps both ways, each refined by exchanging neighbours, from the order given; keeps the best order met.
/// Returns its number of crossings.
std::uint64_t reduce_crossings(LayeredGraph& graph, std::size_t sweeps);

/// For each node a horizontal coordinate that keeps the order and the room, with Σ weight · (x_upper − x_lower)² small.
std::vector<double> horizontal_coordinates(const LayeredGraph& graph, double gap, std::size_t sweeps);

/// Sorts each row by the wishes; the coordinates nearest to them that keep the room.
std::vector<double> place_rows(LayeredGraph& graph, double gap, const std::vector<double>& wishes);

}  // namespace tropiary::io
