#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "polytope/numbers/lattice_frame.hpp"

namespace tropiary::detail {

/// |det| of integer matrices, in one machine word where Hadamard's bound allows it.
class Determinants {
 public:
  Integer absolute(const std::vector<std::vector<Integer>>& rows);

 private:
  std::vector<std::uint64_t> matrix_;
};

/// dimension! · volume of the simplex on these numerators of vertices, an integer.
Integer normalised_volume(const Body& body, std::span<const std::size_t> simplex, Determinants& determinants);

/// dimension! · volume of denominator · body by a pulling triangulation, nothing when it has more than `max_cells`
/// simplices.
std::optional<Integer> normalised_volume_by_simplices(const Body& body, std::size_t max_cells);

/// h_0, …, h_m with Σ_t L(t) z^t = h(z) / (1 − z^q)^{d+1}, q the denominator and m < q (d + 1). The simplices of a
/// pulling triangulation, without the facets that a generic point sees, are disjoint; each one's series counts the
/// integer points of a half-open parallelepiped by height. Nothing when more than `effort` such points and simplices
/// would be visited. Ref [koeppe2008], [stanley1980].
std::optional<std::vector<Integer>> numerators_by_simplices(const Body& body, std::uint64_t effort);

}  // namespace tropiary::detail
