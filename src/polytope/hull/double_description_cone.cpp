#include <algorithm>
#include <utility>

#include "polytope/hull/cone_facets.hpp"
#include "polytope/hull/dual_graph_hull.hpp"
#include "polytope/hull/hull_watch.hpp"
#include "polytope/span.hpp"

namespace tropiary::detail {
namespace {

std::vector<std::size_t> first_basis(const IntegerPoints& rays, const std::vector<std::size_t>& order) {
  const std::size_t k = rays[0].size();
  std::vector<std::size_t> basis;
  Span span;
  for (auto it = order.begin(); basis.size() < k; ++it) {
    if (span.insert(RationalVector(rays[*it].begin(), rays[*it].end()))) basis.push_back(*it);
  }
  return basis;
}

// form i is positive on ray basis[i] and 0 on the other ones: the columns of the inverse of their matrix.
std::vector<AffineForm> dual_basis(const IntegerPoints& rays, const std::vector<std::size_t>& basis) {
  const std::size_t k = basis.size();
  RationalMatrix rows;
  for (std::size_t i = 0; i < k; ++i) {
    rows.emplace_back(rays[basis[i]].begin(), rays[basis[i]].end());
    rows.back().resize(2 * k);
    rows.back()[k + i] = 1;
  }
  rows = reduced_row_echelon(std::move(rows)).rows;
  std::vector<AffineForm> forms;
  for (std::size_t i = 0; i < k; ++i) {
    RationalVector column;
    for (std::size_t j = 0; j < k; ++j) column.push_back(rows[j][k + i]);
    forms.push_back({0, primitive(std::span<const Rational>(column))});
  }
  return forms;
}

// −rays[last] lies in the cone of the rays inserted so far, given by `facets`, and so in its face on the facets that
// are 0 there; with rays[last] added, that face becomes a linear space.
std::vector<std::size_t> rays_of_face(const IntegerPoints& rays, const std::vector<AffineForm>& facets,
                                      const std::vector<std::size_t>& inserted, std::size_t last) {
  std::vector<std::size_t> result = {last};
  std::vector<const AffineForm*> tight;
  for (const AffineForm& facet : facets) {
    if (value_at(facet, rays[last]).is_zero()) tight.push_back(&facet);
  }
  for (const std::size_t i : inserted) {
    const bool in_face =
        std::all_of(tight.begin(), tight.end(), [&](const auto* form) { return value_at(*form, rays[i]).is_zero(); });
    if (in_face) result.push_back(i);
  }
  return result;
}

ConeFacets facets_in_order(const IntegerPoints& rays, const std::vector<std::size_t>& order,
                           const HullOptions& options) {
  std::vector<std::size_t> inserted = first_basis(rays, order);
  std::vector<bool> done(rays.size());
  for (const std::size_t i : inserted) done[i] = true;
  HullWatch watch(options);
  DualGraphHull hull(rays, inserted, dual_basis(rays, inserted));
  for (const std::size_t i : order) {
    watch.inserted();
    if (done[i]) continue;
    if (!hull.insert(i)) return {{}, {}, rays_of_face(rays, hull.facets(), inserted, i)};
    inserted.push_back(i);
  }
  FacetsAndVertices result = hull.result();
  return {std::move(result.facets), std::move(result.vertices), {}};
}

ConeFacets on_a_line(const IntegerPoints& rays) {
  if (rays.size() == 2) return {{}, {}, {0, 1}};
  return {{{0, {rays[0][0].sign()}}}, {0}, {}};
}

Integer cross(const std::vector<Integer>& a, const std::vector<Integer>& b) { return a[0] * b[1] - a[1] * b[0]; }

// The cone from rays[low] to rays[high], the second to the left of the first, grows by one ray after another.
ConeFacets in_a_plane(const IntegerPoints& rays) {
  std::size_t low = 0;
  std::size_t high = 1;
  while (cross(rays[low], rays[high]).is_zero()) ++high;
  if (cross(rays[low], rays[high]).sign() < 0) std::swap(low, high);
  for (std::size_t i = 0; i < rays.size(); ++i) {
    const int above = cross(rays[low], rays[i]).sign();
    const int below = cross(rays[i], rays[high]).sign();
    if (above > 0 && below >= 0) continue;
    if (below > 0 && above >= 0) continue;
    if (above < 0 && below < 0) return {{}, {}, {i, low, high}};
    if (above == 0) return {{}, {}, {i, low}};
    if (below == 0) return {{}, {}, {i, high}};
    (above < 0 ? low : high) = i;
  }
  const std::vector<Integer>& a = rays[low];
  const std::vector<Integer>& b = rays[high];
  return {{{0, {-a[1], a[0]}}, {0, {b[1], -b[0]}}}, {std::min(low, high), std::max(low, high)}, {}};
}

}  // namespace

ConeFacets double_description_cone(const IntegerPoints& rays, const HullOptions& options) {
  if (rays[0].size() == 1) return on_a_line(rays);
  if (rays[0].size() == 2) return in_a_plane(rays);
  std::vector<std::size_t> order(rays.size());
  for (std::size_t i = 0; i < rays.size(); ++i) order[i] = i;
  return facets_in_order(rays, order, options);
}

}  // namespace tropiary::detail
