#include "tropiary/polytope/faces.hpp"

#include "polytope/face_lattice.hpp"

namespace tropiary {

std::vector<std::size_t> f_vector(const Polytope& k, std::size_t max_faces) {
  if (k.dimension() <= 0) return {};
  const detail::FaceLevels levels = detail::face_levels(k, max_faces, "f_vector");
  std::vector<std::size_t> counts;
  for (std::size_t level = levels.size() - 1; level-- > 0;) counts.push_back(levels[level + 1].size());
  return counts;
}

}  // namespace tropiary
