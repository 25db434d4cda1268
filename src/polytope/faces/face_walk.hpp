#pragma once

#include <boost/dynamic_bitset.hpp>
#include <cstddef>
#include <optional>
#include <vector>

namespace tropiary::detail {

/// A set of vertices by position.
using Bits = boost::dynamic_bitset<std::uint64_t>;

std::vector<std::size_t> positions(const Bits& bits);

/// The inclusion-maximal ones among the proper, non-empty intersections of `face` with the facets. They are the facets
/// of the face when the list of facets is complete.
std::vector<Bits> maximal_intersections(const Bits& face, const std::vector<Bits>& facets);

/// Whether a list of facets is the complete list, from the vertex sets of the facets alone. Given: a polytope of
/// dimension d with the given number of vertices, and different facets of it as sets of vertices, each vertex the
/// intersection of the facets around it. Returns nothing when no facet is missing, and otherwise a face that the listed
/// facets do not enclose.
///
/// A set of facets is complete exactly when every ridge of each of them lies in two of them, since the facets of a
/// polytope are connected through ridges; and the ridges of a facet are known to be complete by the same criterion one
/// dimension lower. So the faces are walked downwards, each once, and the walk stops at simplices and at simple faces
/// (each vertex on as many facets as the dimension, and each of its edges with a second vertex), whose completeness
/// shows at once.
/// Throws too_large when more than `max_faces` faces would have to be stored.
std::optional<Bits> find_gap(const std::vector<Bits>& facets, std::size_t vertices, std::size_t dimension,
                             std::size_t max_faces);

}  // namespace tropiary::detail
