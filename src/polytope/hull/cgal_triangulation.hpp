#pragma once

#include <CGAL/Triangulation.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "polytope/hull/hull_engine.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

/// Where to put the points into the triangulation: the far ones first, since a point inside the hull of those before it
/// adds nothing and is then skipped.
inline std::vector<std::size_t> insertion_order(const IntegerPoints& points) {
  const std::size_t n = points.size();
  std::vector<Integer> sum(points[0].size());
  for (const auto& p : points) {
    for (std::size_t j = 0; j < p.size(); ++j) sum[j] += p[j];
  }
  std::vector<std::pair<Integer, std::size_t>> keys;  // minus the squared distance from the centre, n² times
  for (std::size_t i = 0; i < n; ++i) {
    Integer key;
    for (std::size_t j = 0; j < sum.size(); ++j) {
      const Integer difference = Integer(n) * points[i][j] - sum[j];
      key -= difference * difference;
    }
    keys.emplace_back(std::move(key), i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::size_t> order;
  for (const auto& [key, i] : keys) order.push_back(i);
  return order;
}

// Vertices and neighbours over all cells of a triangulation, some 4 GB. An insertion cannot make the cells many times
// more, so looking after each one is soon enough.
constexpr std::size_t max_cell_entries = std::size_t{1} << 27;

/// The boundary cells of CGAL's triangulation of the points. Ref [cgal:triangulation].
template <class Kernel, class MakePoint>
std::vector<HullCell> triangulation_cells(const IntegerPoints& points, MakePoint make_point) {
  using Structure =
      CGAL::Triangulation_data_structure<typename Kernel::Dimension, CGAL::Triangulation_vertex<Kernel, std::size_t>,
                                         CGAL::Triangulation_full_cell<Kernel>>;
  using Triangulation = CGAL::Triangulation<Kernel, Structure>;
  const std::size_t d = points[0].size();
  Triangulation triangulation(static_cast<int>(d));
  typename Triangulation::Full_cell_handle hint = triangulation.infinite_vertex()->full_cell();
  for (const std::size_t i : insertion_order(points)) {
    const typename Kernel::Point_d point = make_point(points[i]);
    typename Triangulation::Locate_type where;
    typename Triangulation::Face face(static_cast<int>(d));
    typename Triangulation::Facet facet;
    const auto cell = triangulation.locate(point, where, face, facet, hint);
    if (where != Triangulation::OUTSIDE_CONVEX_HULL && where != Triangulation::OUTSIDE_AFFINE_HULL) {
      hint = cell;
      continue;
    }
    const auto vertex = triangulation.insert(point, where, face, facet, cell);
    vertex->data() = i;
    if (triangulation.number_of_full_cells() > max_cell_entries / (d + 1)) {
      throw Error(Errc::too_large, "convex_hull: engine cgal_d needs more than " +
                                       std::to_string(max_cell_entries / (d + 1)) + " cells to triangulate " +
                                       std::to_string(points.size()) + " points of dimension " + std::to_string(d));
    }
    hint = vertex->full_cell();
  }
  std::vector<HullCell> cells;
  for (auto it = triangulation.full_cells_begin(); it != triangulation.full_cells_end(); ++it) {
    if (!triangulation.is_infinite(it)) continue;
    HullCell cell;
    for (int j = 0; j <= static_cast<int>(d); ++j) {
      if (!triangulation.is_infinite(it->vertex(j))) cell.push_back(it->vertex(j)->data());
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace tropiary::detail
