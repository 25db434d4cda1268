#include "tropiary/polytope/graphs.hpp"

#include <algorithm>

#include "polytope/faces/incidence.hpp"

namespace tropiary {
namespace {

// The edges at v are the maximal ones among the sets of facets that v shares with the other vertices: every face of
// dimension two and more around v has an edge at v, which lies on more facets.
EdgeList edges(const detail::BitMatrix& vertices, std::size_t dimension) {
  EdgeList result;
  const std::size_t n = vertices.rows();
  const std::size_t w = vertices.words_per_row();
  struct Shared {
    std::size_t size;
    std::size_t vertex;
  };
  std::vector<Shared> shared;
  detail::BitMatrix common(n, vertices.columns());
  std::vector<std::size_t> kept;
  for (std::size_t v = 0; v < n; ++v) {
    shared.clear();
    for (std::size_t u = 0; u < n; ++u) {
      if (u == v) continue;
      const std::span<std::uint64_t> row = common.row(u);
      for (std::size_t i = 0; i < w; ++i) row[i] = std::as_const(vertices).row(v)[i] & vertices.row(u)[i];
      const std::size_t size = detail::count_bits(row);
      if (size + 1 >= dimension) shared.push_back({size, u});  // an edge lies on at least d − 1 facets
    }
    std::ranges::sort(shared, [](const Shared& a, const Shared& b) { return a.size > b.size; });
    kept.clear();
    for (const Shared& candidate : shared) {
      const detail::Words row = common.row(candidate.vertex);
      if (std::ranges::any_of(kept, [&](std::size_t u) { return detail::is_subset(row, common.row(u)); })) continue;
      kept.push_back(candidate.vertex);
    }
    for (const std::size_t u : kept) {
      if (v < u) result.emplace_back(v, u);
    }
  }
  std::ranges::sort(result);
  return result;
}

}  // namespace

EdgeList vertex_graph(const Polytope& k) {
  if (k.dimension() <= 0) return {};
  return edges(detail::incidence(k).vertices, static_cast<std::size_t>(k.dimension()));
}

EdgeList dual_graph(const Polytope& k) {
  if (k.dimension() <= 1) return {};
  return edges(detail::incidence(k).facets, static_cast<std::size_t>(k.dimension()));
}

}  // namespace tropiary
