#include "polytope/minkowski/polytope_edges.hpp"

#include "polytope/faces/incidence.hpp"

namespace tropiary::detail {

// Two vertices are joined by an edge when no third vertex lies on all facets that hold both; that takes d − 1 facets at
// least, and these suffice at a vertex on d facets only.
std::vector<std::pair<std::uint32_t, std::uint32_t>> polytope_edges(const Polytope& k) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  if (k.dimension() < 1) return edges;
  const auto d = static_cast<std::size_t>(k.dimension());
  const Incidence on = incidence(k);
  const std::size_t n = k.vertices().size();
  std::vector<std::uint32_t> common(n);
  std::vector<std::uint64_t> face;
  for (std::size_t v = 0; v < n; ++v) {
    std::fill(common.begin(), common.end(), 0);
    std::size_t degree = 0;
    for_each_bit(on.vertices.row(v), [&](std::size_t f) {
      ++degree;
      for_each_bit(on.facets.row(f), [&](std::size_t w) { ++common[w]; });
    });
    for (std::size_t w = v + 1; w < n; ++w) {
      if (common[w] + 1 < d) continue;
      bool joined = degree == d;
      if (!joined) {
        face.assign(on.facets.words_per_row(), ~std::uint64_t{0});
        for_each_bit(on.vertices.row(v), [&](std::size_t f) {
          if (!on.vertices.test(w, f)) return;
          for (std::size_t i = 0; i < face.size(); ++i) face[i] &= on.facets.row(f)[i];
        });
        // Two facets of a segment share no vertex: the face is all of it.
        joined = d == 1 || count_bits(face) == 2;
      }
      if (joined) edges.emplace_back(static_cast<std::uint32_t>(v), static_cast<std::uint32_t>(w));
    }
  }
  return edges;
}

}  // namespace tropiary::detail
