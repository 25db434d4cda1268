#pragma once

#include <optional>
#include <vector>

#include "polytope/faces/incidence.hpp"
#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// Whether each row has exactly `count` elements.
bool all_rows_have(const BitMatrix& matrix, std::size_t count);

/// h_0, …, h_d of a simple polytope of dimension d ≥ 1 whose vertices stand in the order of a linear form that is
/// different at the two ends of every edge: h_i counts the vertices from which i edges lead down.
/// Cost: O(vertices · d · words). Ref [ziegler1995], Theorem 8.21 and its proof.
std::vector<Integer> simple_h_vector(const BitMatrix& vertices, std::size_t dimension);

/// h_0, …, h_d of a simplicial polytope of dimension d ≥ 2 by counting its faces of dimension < d/2 − 1: its vertices
/// and facets are known, and the rest follows from the Dehn–Sommerville equations h_i = h_{d−i}. The same of a simple
/// polytope from its vertices. Cost: O(facets · C(d, ⌊d/2⌋ − 2) · words). Ref [ziegler1995], Theorem 8.21.
std::vector<Integer> simplicial_h_vector(const BitMatrix& facets, std::size_t dimension);

/// The order of the facets in which a generic line through an interior point of the polytope meets them: the order of
/// the vertices of a polar polytope by a generic linear form.
std::vector<std::size_t> polar_order(const Polytope& k);

/// The rows of the matrix in this order.
BitMatrix reordered(const BitMatrix& matrix, const std::vector<std::size_t>& order);

/// The h-vector of a simple polytope, or of the polar of a simplicial one; nothing for other polytopes.
struct SimpleOrSimplicial {
  bool simple;
  std::vector<Integer> h;
};
std::optional<SimpleOrSimplicial> simple_or_simplicial(const Polytope& k, const Incidence& incidence);

}  // namespace tropiary::detail
