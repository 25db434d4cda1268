#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/drawing.hpp"
#include "tropiary/io/draw.hpp"

namespace tropiary::io {

/// What SVG and TikZ have in common: places in pixels, labels as they are shown, what stands out.
struct Picture {
  struct Box {
    double left, top, right, bottom;
  };
  double radius = 14;               // half the height of a point
  std::vector<std::string> labels;  // shortened when long; empty ones without labels
  std::vector<double> widths;       // of the points
  Drawing drawing;
  std::vector<bool> is_filled;    // of each point
  std::vector<bool> is_strong;    // of each edge: between filled points
  std::optional<Box> module_box;  // around a highlighted module
  bool is_dense = false;          // so many edges that they are drawn thin
};

/// Throws, naming `function`, unless the highlighted set is what it is claimed to be.
void require_highlight(const char* function, const Poset& p, const DrawOptions& options);

/// Throws like to_svg.
Picture make_picture(const char* function, const Poset& p, const DrawOptions& options);

}  // namespace tropiary::io
