#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::testing {

/// The vertices of a graph below its edges: two such posets are isomorphic exactly when the graphs are, and an
/// automorphism of a graph without isolated edges is one of the poset.
inline Poset vertices_and_edges(std::size_t n, const std::function<bool(std::size_t, std::size_t)>& adjacent) {
  std::vector<Relation> relations;
  std::size_t size = n;
  for (std::size_t x = 0; x < n; ++x) {
    for (std::size_t y = x + 1; y < n; ++y) {
      if (!adjacent(x, y)) continue;
      relations.push_back({element(x), element(size)});
      relations.push_back({element(y), element(size)});
      ++size;
    }
  }
  return Poset::from_relations(size, relations);
}

/// The points below the blocks that contain them.
inline Poset points_and_blocks(std::size_t points, const std::vector<std::vector<std::size_t>>& blocks) {
  std::vector<Relation> relations;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    for (const std::size_t x : blocks[b]) relations.push_back({element(x), element(points + b)});
  }
  return Poset::from_relations(points + blocks.size(), relations);
}

/// The translates of the base blocks modulo n.
inline Poset cyclic_design(std::size_t n, const std::vector<std::vector<std::size_t>>& base_blocks) {
  std::vector<std::vector<std::size_t>> blocks;
  for (const auto& base : base_blocks) {
    for (std::size_t shift = 0; shift < n; ++shift) {
      blocks.emplace_back();
      for (const std::size_t x : base) blocks.back().push_back((x + shift) % n);
    }
  }
  return points_and_blocks(n, blocks);
}

}  // namespace tropiary::testing
