#include "tropiary/polytope/normal_fan.hpp"

#include "tropiary/polytope/faces.hpp"

namespace tropiary {

NormalFan normal_fan(const Polytope& k, bool all_cones) {
  NormalFan fan;
  for (const AffineForm& facet : k.facets()) {
    fan.rays.push_back(facet.normal);
    for (Integer& x : fan.rays.back()) x = -x;
    fan.rays.back() = primitive(std::move(fan.rays.back()));
  }
  if (k.empty()) return fan;
  for (const AffineForm& equation : k.equations()) fan.lineality.push_back(primitive(equation.normal));
  for (int dimension = 0; dimension <= (all_cones ? k.dimension() : 0); ++dimension) {
    for (Face& face : faces(k, dimension)) fan.cones.push_back({std::move(face.vertices), std::move(face.facets)});
  }
  return fan;
}

std::vector<std::vector<Integer>> gale_transform(const Polytope& k) {
  const std::size_t n = k.vertices().size();
  RationalMatrix rows(k.ambient_dimension() + 1, RationalVector(n));
  for (std::size_t v = 0; v < n; ++v) {
    rows[0][v] = 1;
    for (std::size_t j = 0; j < k.ambient_dimension(); ++j) rows[j + 1][v] = k.vertices()[v][j];
  }
  std::vector<std::vector<Integer>> result(n);
  for (const RationalVector& dependence : kernel(std::move(rows), n)) {
    std::vector<Integer> whole = primitive(std::span<const Rational>(dependence));
    for (std::size_t v = 0; v < n; ++v) result[v].push_back(std::move(whole[v]));
  }
  return result;
}

}  // namespace tropiary
