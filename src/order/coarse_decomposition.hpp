#pragma once

#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary::detail {

/// The modular decomposition, except that a part on more than closure_limit points that is neither a disjoint union nor
/// an ordinal sum stays whole: a node of kind prime, whose children are its points and whose quotient is the order on
/// them.
ModularDecomposition coarse_modular_decomposition(const Poset& p);

}  // namespace tropiary::detail
