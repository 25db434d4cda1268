#include "polytope/faces/face_levels.hpp"

#include <boost/functional/hash.hpp>
#include <string>
#include <unordered_map>

#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

struct BitsHash {
  std::size_t operator()(const Bits& bits) const { return hash_value(bits); }
};

std::vector<Bits> facet_incidences(const Polytope& k) {
  std::vector<Bits> facets;
  for (const AffineForm& form : k.facets()) {
    Bits tight(k.vertices().size());
    for (std::size_t v = 0; v < k.vertices().size(); ++v) tight[v] = form(k.vertices()[v]).is_zero();
    facets.push_back(std::move(tight));
  }
  return facets;
}

}  // namespace

FaceLevels face_levels(const Polytope& k, std::size_t max_faces, const char* function) {
  const std::vector<Bits> facets = facet_incidences(k);
  FaceLevels levels;
  std::size_t total = 0;
  levels.push_back({{Bits(k.vertices().size()).set(), {}}});
  for (int dimension = k.dimension(); dimension > 0; --dimension) {
    std::vector<Face> below;
    std::unordered_map<Bits, std::size_t, BitsHash> position;
    for (Face& face : levels.back()) {
      for (Bits& facet : maximal_intersections(face.vertices, facets)) {
        const auto [entry, is_new] = position.try_emplace(facet, below.size());
        face.facets.push_back(entry->second);
        if (!is_new) continue;
        if (++total > max_faces) {
          throw Error(Errc::too_large,
                      std::string(function) + ": the polytope has more than " + std::to_string(max_faces) + " faces");
        }
        below.push_back({std::move(facet), {}});
      }
    }
    levels.push_back(std::move(below));
  }
  return levels;
}

}  // namespace tropiary::detail
