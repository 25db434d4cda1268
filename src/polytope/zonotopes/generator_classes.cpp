#include "polytope/zonotopes/generator_classes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/row_table.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

GeneratorClasses generator_classes(const char* function, std::size_t ambient,
                                   std::span<const RationalVector> generators) {
  GeneratorClasses classes;
  classes.scale.assign(ambient, 1);
  for (std::size_t g = 0; g < generators.size(); ++g) {
    if (generators[g].size() != ambient) {
      throw Error(Errc::dimension_mismatch, std::string(function) + ": generator " + std::to_string(g) + " has " +
                                                std::to_string(generators[g].size()) +
                                                " coordinates, but the ambient dimension is " +
                                                std::to_string(ambient));
    }
    for (std::size_t j = 0; j < ambient; ++j) {
      if (!generators[g][j].is_integer()) classes.scale[j] = lcm(classes.scale[j], generators[g][j].denominator());
    }
  }
  classes.translation.resize(ambient);
  RowTable<Integer> directions(ambient);
  for (std::size_t g = 0; g < generators.size(); ++g) {
    std::vector<Integer> vector;
    vector.reserve(ambient);
    for (std::size_t j = 0; j < ambient; ++j) {
      const Rational& x = generators[g][j];
      vector.push_back(classes.scale[j].is_one() ? x.numerator()
                                                 : x.numerator() * (classes.scale[j] / x.denominator()));
    }
    const auto first = std::find_if(vector.begin(), vector.end(), [](const Integer& x) { return !x.is_zero(); });
    if (first == vector.end()) continue;
    const bool reversed = first->sign() < 0;
    if (reversed) {
      for (std::size_t j = 0; j < ambient; ++j) {
        classes.translation[j] += vector[j];
        vector[j] = -vector[j];
      }
    }
    const auto [position, is_new] = directions.insert(primitive(vector).data());
    if (is_new) {
      classes.vectors.push_back(std::move(vector));
      classes.members.emplace_back();
    } else {
      for (std::size_t j = 0; j < ambient; ++j) classes.vectors[position][j] += vector[j];
    }
    classes.members[position].push_back({g, reversed});
  }
  RationalVector origin(ambient);
  for (std::size_t j = 0; j < ambient; ++j) origin[j] = Rational(classes.translation[j], classes.scale[j]);
  RationalMatrix rows;
  for (const auto& members : classes.members) rows.push_back(generators[members[0].generator]);
  classes.span = affine_span(function, origin, std::move(rows));
  return classes;
}

}  // namespace tropiary::detail
