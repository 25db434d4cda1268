#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "io/drawing.hpp"
#include "io/drawing_symmetry.hpp"
#include "io/layered_graph.hpp"

namespace tropiary::io {

/// One component of a Hasse diagram: x of every node of its layered graph, y upwards of every point, in levels.
///
/// Many orders are tried for small diagrams, from different starts and made symmetric where the poset is; the picture
/// with the least cost stays, which counts slanted edges, crossings and edges through points, and gives a discount for
/// each symmetry that can be seen.
class ComponentDrawing {
 public:
  ComponentDrawing(const Poset& p, std::vector<Element> points, std::span<const double> levels,
                   std::span<const double> width, const DrawingRoom& room);

  [[nodiscard]] const std::vector<Element>& points() const { return points_; }
  [[nodiscard]] double x(std::size_t node) const { return x_[node]; }
  [[nodiscard]] double level(std::size_t point) const { return level_[point]; }

  struct Corner {
    double x;
    double level;
  };
  struct BentEdge {
    Element lower;
    Element upper;
    std::vector<Corner> via;
  };
  /// The edges whose straight line would run through a point, led around it.
  [[nodiscard]] std::vector<BentEdge> bent_edges() const;
  [[nodiscard]] double steepness() const;

 private:
  void arrange(const Poset& p, std::span<const double> levels);
  /// Tries what every lattice of up-sets and many others look good with: one direction for each chain of elements with
  /// one lower cover, and every point at the sum of the directions below it, so that edges are parallel.
  void try_parallel_edges(const Poset& p, Shuffle& shuffle);
  void consider_order();  // with coordinates of its own, unless it has been considered
  /// Keeps the current order, with these coordinates made better, if its picture is the best so far.
  void consider(std::vector<double> x);
  /// The symmetries that the current order has.
  [[nodiscard]] std::vector<PictureSymmetry> present_symmetries() const;
  void snap(std::vector<double>& x, bool around_zero) const;
  void improve(std::vector<double>& x, std::span<const PictureSymmetry> symmetries) const;
  [[nodiscard]] bool has_room(const std::vector<double>& x, std::size_t v) const;
  [[nodiscard]] double cost_of(const std::vector<double>& x) const;
  [[nodiscard]] std::size_t count_obstacles(const std::vector<double>& x, const std::vector<std::size_t>& path) const;
  [[nodiscard]] std::vector<Corner> lead_around(const std::vector<std::size_t>& path) const;
  [[nodiscard]] std::optional<Corner> corner_between(const Corner& low, const Corner& high) const;

  std::vector<Element> points_;
  DrawingRoom room_;
  LayeredGraph graph_;
  std::vector<double> level_;
  std::vector<std::vector<std::size_t>> rows_;  // the points of each level
  std::vector<double> x_;
  std::vector<std::vector<std::size_t>> best_order_;
  std::set<std::vector<std::vector<std::size_t>>> seen_;
  double least_cost_ = 0;
  double unit_ = 1;
  bool is_uniform_ = true;
  std::size_t relaxations_ = 16;
  bool is_small_ = false;
};

}  // namespace tropiary::io
