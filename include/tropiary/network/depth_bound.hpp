#pragma once

#include <string>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// A step from a poset to a minor of it: to delete a minimal or a maximal point, or to contract a cover. The order
/// polytope of what remains is a face of the one before.
struct MinorStep {
  enum class Kind { delete_minimal, delete_maximal, contract };
  Kind kind;
  std::string point;       ///< its label
  std::string other = {};  ///< the upper end of the cover that is contracted; the new point is called "point=other"
};
std::string to_string(const MinorStep& step);  ///< "delete minimal 3", "contract 1<2"

/// No ReLU network with integer weights computes f_P with fewer hidden layers, since O(P) has a face of dimension 2^k,
/// k = hidden_layers − 1, whose normalised volume e(minor) is odd. Rational weights may do with less. Ref [haase2023].
struct DepthBound {
  std::size_t hidden_layers = 0;  ///< 0 for the empty poset
  Poset minor;                    ///< on 2^k points
  Integer linear_extensions;      ///< e(minor), odd
  std::vector<MinorStep> steps;   ///< from P to the minor
};

/// The best bound among the minors looked at: all of them while no size has more than `max_minors` up to isomorphism,
/// else as many of each size. Cost: a canonical form for each minor and step.
DepthBound depth_lower_bound(const Poset& p, std::size_t max_minors = 4096);

}  // namespace tropiary
