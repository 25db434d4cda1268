#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// A graph without directions: the neighbours of vertex i are targets[starts[i]], …; each edge stands at both ends.
struct SparseGraph {
  std::vector<std::size_t> starts;
  std::vector<int> degrees;
  std::vector<int> targets;

  explicit SparseGraph(const std::vector<std::vector<int>>& neighbours);
};

struct Labelling {
  std::vector<int> vertices;  ///< in canonical order: first by colour
  Integer automorphisms = 1;  ///< those that keep the colours
  std::vector<std::vector<int>> generators;
};

/// The canonical labelling of a coloured graph by nauty. nauty keeps its work space in static variables, so calls wait
/// for each other. Throws std::runtime_error when nauty fails. Ref [mckay2014].
Labelling nauty_labelling(SparseGraph graph, std::span<const std::uint32_t> colours);

}  // namespace tropiary::detail
