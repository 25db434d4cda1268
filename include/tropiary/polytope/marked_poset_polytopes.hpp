#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// A poset some points of which are marked by rational numbers, all minimal and all maximal ones among them. The other
/// points, in ascending order, are the coordinates of its polytopes. Ref [ardila2011].
class MarkedPoset {
 public:
  /// Throws invalid_argument for a point that does not exist or is marked twice, or an extremal point without a mark.
  MarkedPoset(Poset poset, std::vector<std::pair<Element, Rational>> marks);
  [[nodiscard]] const Poset& poset() const noexcept { return poset_; }
  [[nodiscard]] const std::vector<std::pair<Element, Rational>>& marks() const noexcept { return marks_; }  ///< sorted
  [[nodiscard]] const std::vector<Element>& unmarked() const noexcept { return unmarked_; }

 private:
  Poset poset_;
  std::vector<std::pair<Element, Rational>> marks_;
  std::vector<Element> unmarked_;
};

/// P ∪ {0̂, 1̂} with marks 0 and 1: its marked order polytope is O(P), its marked chain polytope C(P).
MarkedPoset marked_bounds(const Poset& p);

/// { x : x_p ≤ x_q whenever p < q, where x is the mark at marked points }, in the coordinates of the unmarked points.
/// No hull is computed. Points between equal marks are fixed; then, with the marks as one chain of constants, the
/// facets are the covers that are not between constants, and a vertex is a point each of whose coordinates is joined to
/// a constant by tight covers. Empty when the marks do not preserve the order. Ref [ardila2011], [pegel2018]. Throws
/// too_large for more than `max_vertices` vertices or after `effort` assignments of constants.
Polytope marked_order_polytope(const MarkedPoset& marked, std::size_t max_vertices = std::size_t{1} << 22,
                               std::uint64_t effort = std::uint64_t{1} << 28);
/// { y : y_p ≥ 0, and Σ y_{pᵢ} ≤ λ(b) − λ(a) for all chains a < p₁ < … < pᵣ < b with a, b marked, pᵢ not }. By
/// polytope_from_inequalities, whose errors it throws; too_large for more than 2²⁰ saturated chains. Ref [ardila2011].
Polytope marked_chain_polytope(const MarkedPoset& marked);
/// { y : y_p ≥ 0 for p ∈ C, and Σ y_{pᵢ} ≤ y_b − y_a for saturated chains a < p₁ < … < pᵣ < b with all pᵢ ∈ C, a, b ∉ C
/// }, for a set C of unmarked points: between the marked order polytope, C = ∅, and the marked chain polytope. All have
/// as many lattice points when the marks are integers. Throws invalid_argument when C has a marked point; else like
/// marked_chain_polytope. Ref [fang2016], [fang2020].
Polytope marked_chain_order_polytope(const MarkedPoset& marked, const ElementSet& chain_part);

/// The lattice points of the marked order polytope, by the chains of up-sets { x ≥ t } over t, without a polytope; for
/// integer marks also those of the marked chain polytope. Throws too_large for more than 2²² up-sets of the unmarked
/// points, or `effort` additions. Cost: width · up-sets for each t between the least mark and the greatest.
Integer count_marked_order_polytope_lattice_points(const MarkedPoset& marked,
                                                   std::uint64_t effort = std::uint64_t{1} << 32);
/// The Ehrhart polynomial of the marked order polytope with integer marks: by counting for the marks times 0, 1, …, d.
/// Throws invalid_argument for a mark that is no integer; else like count_marked_order_polytope_lattice_points.
std::vector<Rational> marked_order_polytope_ehrhart_polynomial(const MarkedPoset& marked,
                                                               std::uint64_t effort = std::uint64_t{1} << 32);
/// Its volume in the space of the unmarked points, for any marks: by the Ehrhart polynomial of a multiple.
Rational marked_order_polytope_volume(const MarkedPoset& marked, std::uint64_t effort = std::uint64_t{1} << 32);

/// The triangle of Gelfand–Tsetlin patterns with top row λ₁ ≥ … ≥ λₙ: points "k.j" for rows k = n, …, 1 from left to
/// right, k.j between k+1.j and k+1.j+1; the top row is marked. Throws invalid_argument unless λ descends.
MarkedPoset gelfand_tsetlin_poset(std::span<const Rational> lambda);
/// Its marked order polytope. For integers its lattice points are a basis of the representation of GLₙ with highest
/// weight λ. Throws like marked_order_polytope. Ref [gelfand1950].
Polytope gelfand_tsetlin_polytope(std::span<const Rational> lambda);

}  // namespace tropiary
