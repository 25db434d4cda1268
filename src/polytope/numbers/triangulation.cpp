#include "tropiary/polytope/triangulation.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "polytope/numbers/lattice_frame.hpp"
#include "polytope/numbers/pulling.hpp"
#include "polytope/numbers/simplices.hpp"
#include "polytope/numbers/vertex_cones.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::Body;

constexpr std::size_t centroid_cells = std::size_t{1} << 17;

// The barycentre of denominator · body from a triangulation.
std::optional<RationalVector> centroid_by_simplices(const Body& body) {
  std::vector<Integer> sum(body.dimension);
  Integer total;
  detail::Determinants determinants;
  std::size_t left = centroid_cells;
  const bool complete =
      detail::pulling_triangulation(body.incidence.facets, body.dimension, [&](std::span<const std::size_t> simplex) {
        if (left-- == 0) return false;
        const Integer mass = detail::normalised_volume(body, simplex, determinants);
        total += mass;
        for (const std::size_t v : simplex) {
          for (std::size_t j = 0; j < body.dimension; ++j) sum[j] += mass * body.vertices[v][j];
        }
        return true;
      });
  if (!complete) return std::nullopt;
  RationalVector result;
  for (const Integer& x : sum) result.emplace_back(x, total * Integer(body.dimension + 1));
  return result;
}

RationalVector centroid_of(const Body& body) {
  std::optional<RationalVector> result;
  if (body.vertices.size() < body.facets.size()) result = centroid_by_simplices(body);
  if (!result && detail::count_normal_cones(body, centroid_cells) < centroid_cells)
    result = detail::centroid_by_cones(body);
  if (!result) result = centroid_by_simplices(body);
  if (!result) throw Error(Errc::too_large, "centroid: more than " + std::to_string(centroid_cells) + " cells");
  for (Rational& x : *result) x /= Rational(body.denominator);
  return *std::move(result);
}

}  // namespace

Simplices triangulation(const Polytope& k, std::size_t max_cells) {
  Simplices result;
  if (k.empty()) return result;
  detail::pulling_triangulation(
      detail::incidence(k).facets, static_cast<std::size_t>(k.dimension()), [&](std::span<const std::size_t> simplex) {
        if (result.size() == max_cells) {
          throw Error(Errc::too_large, "triangulation: more than " + std::to_string(max_cells) + " simplices");
        }
        result.emplace_back(simplex.begin(), simplex.end());
        std::ranges::sort(result.back());
        return true;
      });
  std::ranges::sort(result);
  return result;
}

std::vector<Integer> normalised_volumes(const Polytope& k, const Simplices& simplices) {
  if (k.empty()) {
    if (simplices.empty()) return {};
    throw Error(Errc::invalid_argument, "normalised_volumes: the empty polytope contains no simplex");
  }
  const detail::LatticeFrame frame = detail::lattice_frame(k, "normalised_volumes");
  if (!frame.multiple.is_one() || !frame.body.denominator.is_one()) {
    throw Error(Errc::invalid_argument, "normalised_volumes: a vertex is not integer");
  }
  detail::Determinants determinants;
  std::vector<Integer> result;
  for (std::size_t i = 0; i < simplices.size(); ++i) {
    const auto& simplex = simplices[i];
    if (simplex.size() != frame.body.dimension + 1 ||
        std::ranges::any_of(simplex, [&](std::size_t v) { return v >= k.vertices().size(); })) {
      throw Error(Errc::invalid_argument, "normalised_volumes: simplex " + std::to_string(i) + " has " +
                                              std::to_string(simplex.size()) + " vertices; needed are " +
                                              std::to_string(frame.body.dimension + 1) + " positions below " +
                                              std::to_string(k.vertices().size()));
    }
    result.push_back(detail::normalised_volume(frame.body, simplex, determinants));
  }
  return result;
}

bool is_unimodular(const Polytope& k, const Simplices& simplices) {
  return std::ranges::all_of(normalised_volumes(k, simplices), [](const Integer& v) { return v.is_one(); });
}

RationalVector centroid(const Polytope& k) {
  if (k.empty()) throw Error(Errc::invalid_argument, "centroid: the empty polytope has none");
  const detail::LatticeFrame frame = detail::lattice_frame(k, "centroid");
  const RationalVector y = frame.body.dimension == 0 ? RationalVector{} : centroid_of(frame.body);
  RationalVector x(frame.origin.begin(), frame.origin.end());
  for (std::size_t i = 0; i < y.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (!frame.basis[i][j].is_zero()) x[j] += y[i] * Rational(frame.basis[i][j]);
    }
  }
  for (Rational& coordinate : x) coordinate /= Rational(frame.multiple);
  return x;
}

}  // namespace tropiary
