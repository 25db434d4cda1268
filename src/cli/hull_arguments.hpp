#pragma once

#include <string>

#include "tropiary/polytope/convex_hull.hpp"

namespace CLI {
class App;
}

namespace tropiary::cli {

/// The options --engine and --threads of the commands that compute hulls.
struct HullArguments {
  std::string engine = "automatic";
  unsigned threads = 1;

  void add_to(CLI::App& command);
  /// On a terminal, the points inserted are shown during the work.
  [[nodiscard]] HullOptions options() const;
};

}  // namespace tropiary::cli
