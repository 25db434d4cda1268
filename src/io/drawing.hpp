#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::io {

struct DrawnPoint {
  double x = 0;
  double y = 0;  // downwards, as on a screen
};

/// A cover relation on paper: straight, unless a straight line would run through another point.
struct DrawnEdge {
  Element lower;
  Element upper;
  std::vector<DrawnPoint> via;  // from bottom to top
};

struct Drawing {
  double width = 0;
  double height = 0;
  std::vector<DrawnPoint> points;
  std::vector<DrawnEdge> edges;
};

struct DrawingRoom {
  double gap = 26;          // between the points of a level
  double level_gap = 66;    // between levels, at least
  double half_height = 14;  // of a point
};

/// A Hasse diagram, smaller elements below: components side by side, each in levels. `width` is the room that each
/// point takes. The same input gives the same drawing.
Drawing draw_hasse_diagram(const Poset& p, std::span<const double> width, const DrawingRoom& room);

}  // namespace tropiary::io
