#include "tropiary/polytope/graphs.hpp"

#include "polytope/faces/edges.hpp"
#include "polytope/faces/incidence.hpp"

namespace tropiary {

EdgeList vertex_graph(const Polytope& k) {
  if (k.dimension() <= 0) return {};
  const detail::Incidence on = detail::incidence(k);
  return detail::edges(on.vertices, on.facets, static_cast<std::size_t>(k.dimension()));
}

EdgeList dual_graph(const Polytope& k) {
  if (k.dimension() <= 0) return {};
  if (k.dimension() == 1) return {{0, 1}};  // two facets that share the empty face
  const detail::Incidence on = detail::incidence(k);
  return detail::edges(on.facets, on.vertices, static_cast<std::size_t>(k.dimension()));
}

}  // namespace tropiary
