#pragma once

#include <vector>

#include "tropiary/polytope/marked_poset_polytopes.hpp"

namespace tropiary::detail {

/// A marked poset in regular form: marks and fixed points in one chain of constants.
struct RegularMarkedPoset {
  std::vector<Element> coordinates;  ///< the unmarked points of the given poset
  std::vector<Rational> constants;   ///< ascending
  /// For each coordinate, the place in `constants` of its value, when it is fixed; else `free`.
  std::vector<std::size_t> fixed;
  static constexpr std::size_t free = ~std::size_t{0};
  std::vector<std::size_t> free_coordinates;  ///< their places in `coordinates`
  /// On the free coordinates, then the constants; facets are its covers but for those between constants.
  Poset poset;
  std::vector<Rational> low;  ///< of the free coordinates: the greatest constant below, the least above
  std::vector<Rational> high;
  bool empty = false;  ///< the marks do not preserve the order; then all else but `coordinates` is missing
};

RegularMarkedPoset regular_form(const MarkedPoset& marked);

}  // namespace tropiary::detail
