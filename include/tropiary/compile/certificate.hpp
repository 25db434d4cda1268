#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tropiary/compile/dtype.hpp"
#include "tropiary/exact/rational.hpp"

namespace tropiary {

/// A closed interval of rational numbers.
struct Interval {
  Rational low;
  Rational high;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// The promise of a compiled network: for every input on the grid 2^−g · Z inside the box, every partial sum of every
/// neuron, in any order of summation, fused or not, is a number of the dtype; so the result equals the mathematics bit
/// for bit on every machine.
struct Certificate {
  Dtype dtype = Dtype::float32;
  std::vector<Interval> box;     ///< one per input
  int grid = 0;                  ///< g: inputs are multiples of 2^−g
  Rational worst_partial_sum;    ///< max over neurons of |b| + Σ |w| · max|a|, in grid steps; at most 2^p if exact
  std::string worst_neuron;      ///< e.g. "layer 2, unit 0"
  bool exact = false;
  std::vector<std::string> reasons;  ///< why it is not exact, one sentence each
};

}  // namespace tropiary
