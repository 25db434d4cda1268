#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tropiary/order/poset.hpp"

namespace tropiary {

// Orders on the objects of algebraic combinatorics, labelled by the objects. The least element is point 0 and the
// others follow by their distance from it in the Hasse diagram. Every function throws too_large before it takes memory
// for more than 2²² points or 2²⁴ cover relations. Ref [stanley2012].

// Integer partitions: weakly decreasing lists of parts, written "431", or "4-3-1" where a poset has a part of two digits.

/// The cells of the diagram of a partition, row by row: (i, j) ≤ (i', j') componentwise. Its linear extensions are the
/// standard tableaux. Throws invalid_argument unless the parts decrease weakly.
Poset young_diagram(std::span<const std::size_t> parts);
/// [∅, λ] in Young's lattice: the partitions whose diagrams lie in that of λ. Throws like young_diagram.
Poset young_interval(std::span<const std::size_t> parts);
Poset young_lattice(std::size_t n);        ///< the partitions of 0, …, n by inclusion of diagrams
Poset dominance_order(std::size_t n);      ///< the partitions of n by dominance: sums of first parts [brylawski1973]
Poset composition_lattice(std::size_t n);  ///< the compositions of n by refinement, n single boxes least

// Set partitions of [n], written "13|2", or "1-10|2" when n > 9, ordered by refinement.

Poset partition_lattice(std::size_t n);              ///< Π_n, all of them
Poset noncrossing_partition_lattice(std::size_t n);  ///< without a < b < c < d, a and c in a block, b and d in another

/// Balanced words of n pairs of parentheses, "(())()"; one step up moves a closing parenthesis that stands before an
/// opening one behind its partner. The least is "()()…()" [huang1972].
Poset tamari_lattice(std::size_t n);
/// Shuffles of subwords of a word of m small and a word of n capital letters; up is to delete a small letter or to
/// insert a capital one. Ref [greene1988].
Poset shuffle_poset(std::size_t m, std::size_t n);
/// Subspaces of F_q^n by inclusion, written as reduced echelon forms "10|01". Throws invalid_argument unless q is a
/// prime power, too_large for q > 256. An element of a field that is not prime is the number whose digits to the base
/// p are the coefficients of a polynomial.
Poset subspace_lattice(std::size_t q, std::size_t n);

// Weyl groups. A type is a letter and a rank: A1…, B2…, C2…, D2…, E6, E7, E8, F4 or G2, nodes numbered as by Bourbaki;
// else invalid_argument. Ref [bjorner2005].

/// The positive roots; up is to add simple roots. Written by the coefficients of simple roots, "1210". Its lattice of
/// up-sets is the lattice of nonnesting partitions of the type.
Poset root_poset(std::string_view type);
/// The elements of the Weyl group; up is to multiply by a reflection that makes the length greater. Elements of type A
/// are written as permutations, "2143" (also accepted: "4" for A3, the symmetric group on four letters), others by
/// their least reduced word.
Poset bruhat_order(std::string_view type);
/// The right weak order of the Weyl group, a lattice: up is to multiply on the right by a simple reflection. Written
/// and numbered like bruhat_order.
Poset weak_order(std::string_view type);

}  // namespace tropiary
