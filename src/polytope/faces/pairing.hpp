#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "order/isomorphism/nauty_labelling.hpp"
#include "tropiary/polytope/equivalence.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// What each facet says of each vertex, as a matrix that is the same for equivalent polytopes up to the order of its
/// rows and columns: whether the vertex lies on the facet (combinatorial); the value of the facet's form there as a
/// part of its largest value (affine); its value when the form is primitive on the lattice of the affine hull
/// (unimodular).
struct Pairing {
  std::size_t facets = 0;
  std::size_t vertices = 0;
  std::vector<Rational> values;         ///< the different ones, ascending
  std::vector<std::uint32_t> position;  ///< facet by facet, for each vertex that of its value

  [[nodiscard]] std::uint32_t at(std::size_t facet, std::size_t vertex) const {
    return position[facet * vertices + vertex];
  }
};

/// Throws too_large, naming `function`, for more than 2^24 incidences.
Pairing pairing(const Polytope& k, Equivalence kind, const char* function);

/// Vertices and facets in an order that depends on the class of the pairing only, with the permutations of the vertices
/// that, together with some of the facets, preserve it.
struct CanonicalPairing {
  std::vector<std::size_t> vertices;
  std::vector<std::size_t> facets;
  Integer automorphisms = 1;
  std::vector<std::vector<std::size_t>> generators;  ///< images of the vertices
};
CanonicalPairing canonical(const Pairing& pairing);

/// An invariant in which two pairings differ, in words, or nothing when none of the cheap ones does.
std::optional<std::string> difference(const Pairing& a, const Pairing& b, Equivalence kind);

}  // namespace tropiary::detail
