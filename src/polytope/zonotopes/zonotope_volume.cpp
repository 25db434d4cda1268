#include <string>
#include <utility>

#include "polytope/zonotopes/generator_classes.hpp"
#include "polytope/zonotopes/independent_sets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary {

Rational zonotope_volume(std::size_t ambient_dimension, std::span<const RationalVector> generators,
                         std::uint64_t effort) {
  detail::GeneratorClasses classes = detail::generator_classes("zonotope_volume", ambient_dimension, generators);
  if (classes.rank() < ambient_dimension) return 0;
  Integer denominator = 1;
  for (const Integer& scale : classes.scale) denominator *= scale;
  const std::vector<Integer> sums =
      detail::sums_of_minors("zonotope_volume", ambient_dimension, std::move(classes.vectors), true, effort);
  return {sums.back(), std::move(denominator)};
}

std::vector<Rational> zonotope_ehrhart_polynomial(std::size_t ambient_dimension,
                                                  std::span<const RationalVector> generators, std::uint64_t effort) {
  detail::GeneratorClasses classes =
      detail::generator_classes("zonotope_ehrhart_polynomial", ambient_dimension, generators);
  for (std::size_t j = 0; j < ambient_dimension; ++j) {
    if (classes.scale[j].is_one()) continue;
    throw Error(Errc::invalid_argument, "zonotope_ehrhart_polynomial: coordinate " + std::to_string(j) +
                                            " of a generator is no integer, and the lattice points are then counted "
                                            "by no polynomial");
  }
  const std::size_t rank = classes.rank();
  const std::vector<Integer> sums = detail::sums_of_minors("zonotope_ehrhart_polynomial", ambient_dimension,
                                                           std::move(classes.vectors), false, effort);
  return {sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(rank + 1)};
}

}  // namespace tropiary
