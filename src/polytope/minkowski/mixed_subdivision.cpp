#include "tropiary/polytope/mixed_subdivision.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

void require_length(const char* what, std::size_t set, std::size_t found, std::size_t wanted) {
  if (found == wanted) return;
  throw Error(Errc::dimension_mismatch, std::string("mixed_subdivision: ") + what + " of point set " +
                                            std::to_string(set) + " has " + std::to_string(found) + " entries, not " +
                                            std::to_string(wanted));
}

void check(std::span<const RationalMatrix> sets, std::span<const RationalVector> heights) {
  if (sets.empty()) throw Error(Errc::invalid_argument, "mixed_subdivision: at least one point set is needed");
  if (heights.size() != sets.size()) {
    throw Error(Errc::dimension_mismatch, "mixed_subdivision: heights for " + std::to_string(heights.size()) +
                                              " point sets, but there are " + std::to_string(sets.size()));
  }
  for (std::size_t k = 0; k < sets.size(); ++k) {
    if (sets[k].empty()) {
      throw Error(Errc::invalid_argument, "mixed_subdivision: point set " + std::to_string(k) + " is empty");
    }
    require_length("the list of heights", k, heights[k].size(), sets[k].size());
    for (const RationalVector& point : sets[k]) require_length("a point", k, point.size(), sets[0][0].size());
  }
}

// The points where a functional on the lifted points is least.
std::vector<std::size_t> minimisers(const RationalVector& functional, const RationalMatrix& lifted) {
  std::vector<std::size_t> result;
  Rational least;
  for (std::size_t i = 0; i < lifted.size(); ++i) {
    Rational value = dot(functional, lifted[i]);
    if (!result.empty() && value > least) continue;
    if (result.empty() || value < least) {
      result.clear();
      least = std::move(value);
    }
    result.push_back(i);
  }
  return result;
}

// The cell of given faces: its type and volume. Returns whether it is one of a fine subdivision.
bool measure(std::span<const RationalMatrix> sets, std::size_t dimension, MixedCell& cell, const HullOptions& options) {
  const std::size_t ambient = sets[0][0].size();
  RationalMatrix edges;
  Integer factorials = 1;
  bool simplices = true;
  std::size_t total = 0;
  std::vector<RationalMatrix> faces;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    RationalMatrix& face = faces.emplace_back();
    for (const std::size_t i : cell.points[k]) face.push_back(sets[k][i]);
    cell.type.push_back(static_cast<std::size_t>(affine_dimension(face)));
    total += cell.type.back();
    simplices = simplices && face.size() == cell.type.back() + 1;
    factorials *= factorial(static_cast<std::uint32_t>(cell.type.back()));
    for (std::size_t i = 1; i < face.size(); ++i) {
      edges.push_back(face[i]);
      for (std::size_t j = 0; j < ambient; ++j) edges.back()[j] -= face[0][j];
    }
  }
  const bool fine = simplices && total == dimension;
  if (dimension < ambient) return fine;
  if (fine) {  // a product of simplices, up to a linear map
    cell.volume = abs(determinant(std::move(edges))) / Rational(factorials);
  } else {
    std::vector<Polytope> polytopes;
    for (RationalMatrix& face : faces) polytopes.push_back(convex_hull(ambient, std::move(face), options));
    cell.volume = volume(minkowski_sum(polytopes, options).polytope);
  }
  return fine;
}

}  // namespace

MixedSubdivision mixed_subdivision(std::span<const RationalMatrix> point_sets, std::span<const RationalVector> heights,
                                   const HullOptions& options) {
  check(point_sets, heights);
  const std::size_t ambient = point_sets[0][0].size();
  std::vector<RationalMatrix> lifted(point_sets.begin(), point_sets.end());
  std::vector<Polytope> polytopes;
  RationalMatrix directions;  // of the sum of the point sets
  for (std::size_t k = 0; k < lifted.size(); ++k) {
    for (std::size_t i = 0; i < lifted[k].size(); ++i) {
      directions.push_back(lifted[k][i]);
      for (std::size_t j = 0; j < ambient; ++j) directions.back()[j] -= lifted[k][0][j];
      lifted[k][i].push_back(heights[k][i]);
    }
    polytopes.push_back(convex_hull(ambient + 1, lifted[k], options));
  }
  const std::size_t dimension = rank(std::move(directions));
  const Polytope sum = minkowski_sum(polytopes, options).polytope;
  MixedSubdivision result;
  result.fine = true;
  const auto add = [&](const RationalVector& functional) {
    MixedCell cell;
    for (const RationalMatrix& points : lifted) cell.points.push_back(minimisers(functional, points));
    result.fine = measure(point_sets, dimension, cell, options) && result.fine;
    result.cells.push_back(std::move(cell));
  };
  if (sum.dimension() == static_cast<int>(dimension)) {
    // The heights are affine on the sum: a functional that is constant there, up to those of the ambient space.
    add(RationalVector(ambient + 1));
  } else {
    for (const AffineForm& facet : sum.facets()) {
      if (facet.normal.back().sign() > 0) add({facet.normal.begin(), facet.normal.end()});
    }
  }
  std::sort(result.cells.begin(), result.cells.end(),
            [](const MixedCell& a, const MixedCell& b) { return a.points < b.points; });
  return result;
}

Polytope cayley_polytope(std::span<const Polytope> polytopes, const HullOptions& options) {
  const MinkowskiSum sum = [&] {
    if (polytopes.empty()) throw Error(Errc::invalid_argument, "cayley_polytope: at least one polytope is needed");
    for (std::size_t k = 0; k < polytopes.size(); ++k) {
      if (!polytopes[k].empty()) continue;
      throw Error(Errc::invalid_argument, "cayley_polytope: polytope " + std::to_string(k) + " is empty");
    }
    return minkowski_sum(polytopes, options);
  }();
  const std::size_t n = polytopes[0].ambient_dimension();
  const std::size_t m = polytopes.size();
  std::vector<RationalVector> vertices;
  for (std::size_t k = 0; k < m; ++k) {
    for (const RationalVector& x : polytopes[k].vertices()) {
      vertices.push_back(x);
      vertices.back().resize(n + m);
      vertices.back()[n + k] = 1;
    }
  }
  // a·x + Σ c_k y_k with c_k minus the least value of a on K_k, cleared of denominators.
  const auto homogenised = [&](const AffineForm& form) {
    RationalVector row(n + m + 1);
    for (std::size_t j = 0; j < n; ++j) row[1 + j] = Rational(form.normal[j]);
    for (std::size_t k = 0; k < m; ++k) {
      const AffineForm linear{0, form.normal};
      Rational least = linear(polytopes[k].vertices()[0]);
      for (const RationalVector& x : polytopes[k].vertices()) least = std::min(least, linear(x));
      row[1 + n + k] = -least;
    }
    std::vector<Integer> entries = primitive(std::span<const Rational>(row));
    return AffineForm{entries[0], {entries.begin() + 1, entries.end()}};
  };
  std::vector<AffineForm> facets;
  std::vector<AffineForm> equations;
  for (const AffineForm& facet : sum.polytope.facets()) facets.push_back(homogenised(facet));
  for (const AffineForm& equation : sum.polytope.equations()) equations.push_back(homogenised(equation));
  AffineForm total{-1, std::vector<Integer>(n + m)};
  for (std::size_t k = 0; k < m; ++k) total.normal[n + k] = 1;
  equations.push_back(std::move(total));
  // The face y_k = 0 is the Cayley polytope of the others: a facet when they span all directions without K_k. A facet
  // that meets all K_k × e_k has a facet of the sum for its normal, by the Cayley trick.
  for (std::size_t k = 0; m > 1 && k < m; ++k) {
    RationalMatrix directions;
    for (std::size_t i = 0; i < m; ++i) {
      if (i == k) continue;
      const auto& v = polytopes[i].vertices();
      for (std::size_t p = 1; p < v.size(); ++p) {
        directions.push_back(v[p]);
        for (std::size_t j = 0; j < n; ++j) directions.back()[j] -= v[0][j];
      }
    }
    if (static_cast<int>(rank(std::move(directions))) != sum.polytope.dimension()) continue;
    facets.push_back({0, std::vector<Integer>(n + m)});
    facets.back().normal[n + k] = 1;
  }
  return Polytope::from_theorem(n + m, std::move(vertices), std::move(facets), std::move(equations));
}

}  // namespace tropiary
