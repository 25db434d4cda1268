#pragma once

#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// A complete lattice around a poset.
struct Completion {
  Poset lattice;
  std::vector<Element> embedding;  ///< for each point of the poset its image; it keeps order, meets and joins
};

/// The Dedekind–MacNeille completion: the smallest complete lattice that contains P, made of the cuts, which are the
/// sets A that are all the lower bounds of the upper bounds of A, by inclusion. A lattice is its own completion.
///
/// Cuts come by size, then by their elements; the cut of a point has its label, another one the labels of its maximal
/// elements, "{a,b}". Throws too_large as soon as there are more than `max_points` cuts, or for more than
/// Poset::closure_limit points. Cost: O(cuts · n²) words of n bits. Ref [ganter1999].
Completion dedekind_macneille_completion(const Poset& p, std::size_t max_points = std::size_t{1} << 20);

}  // namespace tropiary
