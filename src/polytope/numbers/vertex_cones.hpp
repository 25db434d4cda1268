#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "polytope/numbers/lattice_frame.hpp"

namespace tropiary::detail {

/// The normal cones of the vertices, each triangulated: `cone` gets a vertex and the facets whose inner normals span a
/// simplicial cone, and says whether to go on; the result is whether all were given. A simple vertex has one cone.
bool normal_cones(const Body& body, const std::function<bool(std::size_t, std::span<const std::size_t>)>& cone);

/// How many cones that are, or `limit` if at least as many.
std::size_t count_normal_cones(const Body& body, std::size_t limit);

/// dimension! · volume of denominator · body, an integer. Sum over the normal cones σ at v with normals A, by Brion's
/// theorem: ⟨c, v⟩^d / (|det A| Π −γ_i) with γ A = c for any direction c in general position. It is an identity of
/// rational functions in c, so it is evaluated at a random c modulo primes; the integer is bounded by the box around
/// the body. Ref [lawrence1991], [brion1988]. Cost: one d × d elimination for each cone and prime.
Integer normalised_volume_by_cones(const Body& body);

/// The barycentre of denominator · body: ∫ ⟨c, x⟩ dx = Σ ⟨c, v⟩^{d+1} / ((d + 1)! |det A| Π −γ_i), for d directions c.
RationalVector centroid_by_cones(const Body& body);

/// The bound of normalised_volume_by_cones: dimension! · Π of the sides of the box around denominator · body.
Integer normalised_box(const Body& body);

/// For residue r < denominator: the coefficients in s, ascending, of L(denominator · s + r), each times dimension!.
/// Each tangent cone is a signed sum of unimodular ones, up to cones with lines (Barvinok's algorithm on the normal
/// cones); each of these contributes e^⟨c, w⟩ Π 1/(1 − e^γ_i), of which the constant term counts (Brion's theorem).
/// Evaluated at a random c modulo primes like the volume: the numbers h*_j are not negative and add up to the
/// normalised volume. Returns nothing when more than `effort` cones and residues would be visited.
/// Ref [brion1988], [barvinok1994], [deloera2004].
std::vector<std::vector<Integer>> ehrhart_by_cones(const Body& body, std::span<const std::uint64_t> residues,
                                                   std::uint64_t effort);

/// Σ_j h_j · d! · C(s + d − j, d) for h of length d + 1, coefficients in s ascending.
std::vector<Integer> from_numerators(const std::vector<Integer>& h);

/// A simplicial cone spanned by integer rows, and a sign.
struct SignedCone {
  int sign = 1;
  std::vector<std::vector<Integer>> rows;
};

/// Splits the cone into unimodular ones, modulo cones of lower dimension. `visit` says whether to go on; the result
/// is whether all were given. Ref [barvinok1994].
bool unimodular_cones(SignedCone cone, const std::function<bool(const SignedCone&)>& visit);

/// The determinant of an integer matrix.
Integer integer_determinant(std::vector<std::vector<Integer>> rows);

}  // namespace tropiary::detail
