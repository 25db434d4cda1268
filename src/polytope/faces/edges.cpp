#include "polytope/faces/edges.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tropiary::detail {

// Two vertices are joined by an edge when no third vertex lies on all facets that hold both; that takes d − 1 facets at
// least, and these suffice at a vertex on d facets only. Few pairs have as many in common, so these are counted first.
EdgeList edges(const BitMatrix& vertices, const BitMatrix& facets, std::size_t d) {
  EdgeList result;
  const std::size_t n = vertices.rows();
  if (d == 1) {
    result.emplace_back(0, 1);
    return result;
  }
  std::vector<std::uint32_t> common(n);
  std::vector<std::uint64_t> face(facets.words_per_row());
  for (std::size_t v = 0; v < n; ++v) {
    std::fill(common.begin(), common.end(), 0);
    std::size_t degree = 0;
    for_each_bit(vertices.row(v), [&](std::size_t f) {
      ++degree;
      for_each_bit(facets.row(f), [&](std::size_t u) { ++common[u]; });
    });
    for (std::size_t u = v + 1; u < n; ++u) {
      if (common[u] + 1 < d) continue;
      if (degree != d) {
        std::fill(face.begin(), face.end(), ~std::uint64_t{0});
        for_each_bit(vertices.row(v), [&](std::size_t f) {
          if (!vertices.test(u, f)) return;
          for (std::size_t i = 0; i < face.size(); ++i) face[i] &= facets.row(f)[i];
        });
        if (count_bits(face) != 2) continue;
      }
      result.emplace_back(v, u);
    }
  }
  return result;
}

}  // namespace tropiary::detail
