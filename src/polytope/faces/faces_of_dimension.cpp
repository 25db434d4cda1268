#include <algorithm>
#include <string>

#include "polytope/faces/face_search.hpp"
#include "polytope/faces/incidence.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary {
namespace {

// The members of the other side that contain all of `set`.
std::vector<std::size_t> containing(const detail::BitMatrix& rows, detail::Words set) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    if (detail::is_subset(set, rows.row(i))) result.push_back(i);
  }
  return result;
}

std::vector<std::size_t> all_positions(std::size_t count) {
  std::vector<std::size_t> result(count);
  for (std::size_t i = 0; i < count; ++i) result[i] = i;
  return result;
}

}  // namespace

std::vector<Face> faces(const Polytope& k, int dimension, std::size_t max_faces) {
  if (dimension < -1 || dimension > k.dimension()) {
    throw Error(Errc::invalid_argument, "faces: dimension " + std::to_string(dimension) +
                                            " of a polytope of dimension " + std::to_string(k.dimension()));
  }
  const std::size_t n = k.vertices().size();
  const std::size_t m = k.facets().size();
  if (dimension == -1) return {{{}, all_positions(m)}};
  if (dimension == k.dimension()) return {{all_positions(n), {}}};
  const auto d = static_cast<std::size_t>(k.dimension());
  const auto wanted = static_cast<std::size_t>(dimension);
  const detail::Incidence incidence = detail::incidence(k);
  // From the side that is nearer: the facets, or in the dual the vertices.
  const bool dual = 2 * wanted + 1 < d;
  const std::size_t lowest = dual ? d - 1 - wanted : wanted;
  std::vector<Face> result;
  std::size_t met = 0;
  detail::with_face_search(dual ? incidence.facets : incidence.vertices, d, [&](auto&& search) {
    search.run(lowest, [&](std::size_t level, detail::Words set) {
      if (++met > max_faces) {
        throw Error(Errc::too_large, "faces: more than " + std::to_string(max_faces) + " faces have to be walked");
      }
      if (level != lowest) return;
      std::vector<std::size_t> own = detail::positions(set);
      if (dual) {
        result.push_back({std::move(own), containing(incidence.facets, set)});
      } else {
        result.push_back({containing(incidence.vertices, set), std::move(own)});
      }
    });
  });
  std::ranges::sort(result, {}, &Face::vertices);
  return result;
}

}  // namespace tropiary
