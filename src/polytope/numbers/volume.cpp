#include "tropiary/polytope/volume.hpp"

#include "polytope/faces/face_levels.hpp"

namespace tropiary {

namespace {

RationalVector difference(const RationalVector& a, const RationalVector& b) {
  RationalVector result = a;
  for (std::size_t i = 0; i < a.size(); ++i) result[i] -= b[i];
  return result;
}

/// A face with its volume in the coordinates of its own echelon basis, in which a direction's coordinates are its
/// entries at the pivots.
struct MeasuredFace {
  RowEchelon directions;
  Rational volume;
};

}  // namespace

Rational volume(const Polytope& k, std::size_t max_faces) {
  if (k.dimension() < static_cast<int>(k.ambient_dimension())) return 0;
  if (k.dimension() == 0) return 1;
  const detail::FaceLevels levels = detail::face_levels(k, max_faces, "volume");
  std::vector<MeasuredFace> below(levels.back().size(), MeasuredFace{{}, 1});  // vertices
  for (std::size_t level = levels.size() - 1; level-- > 0;) {
    const std::size_t dimension = levels.size() - 1 - level;
    std::vector<MeasuredFace> measured;
    for (const detail::Face& face : levels[level]) {
      const std::size_t apex = face.vertices.find_first();
      const RationalVector& top = k.vertices()[apex];
      MeasuredFace result;
      for (const std::size_t facet : face.facets) {
        const detail::Bits& base = levels[level + 1][facet].vertices;
        if (base.test(apex)) continue;
        RationalMatrix rows = below[facet].directions.rows;
        rows.push_back(difference(k.vertices()[base.find_first()], top));
        if (result.directions.rows.empty()) result.directions = reduced_row_echelon(rows);
        for (RationalVector& row : rows) {
          RationalVector coordinates;
          for (const std::size_t pivot : result.directions.pivots) coordinates.push_back(row[pivot]);
          row = std::move(coordinates);
        }
        result.volume += abs(determinant(std::move(rows))) * below[facet].volume;
      }
      result.volume /= dimension;
      measured.push_back(std::move(result));
    }
    below = std::move(measured);
  }
  return below[0].volume;
}

}  // namespace tropiary
