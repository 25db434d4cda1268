#include "polytope/faces/face_order.hpp"

#include "polytope/faces/face_levels.hpp"

namespace tropiary::detail {

FaceOrder face_order(const Polytope& k, std::size_t max_faces, const char* function) {
  const FaceLevels levels = face_levels(k, max_faces, function);
  FaceOrder order;
  order.first.push_back(0);
  for (std::size_t i = levels.size(); i-- > 0;) order.first.push_back(order.first.back() + levels[i].size());
  order.below = BitMatrix(order.first.back(), order.first.back());
  for (std::size_t i = levels.size() - 1; i-- > 0;) {
    const std::size_t dimension = levels.size() - 1 - i;
    for (std::size_t f = 0; f < levels[i].size(); ++f) {
      const std::span<std::uint64_t> row = order.below.row(order.first[dimension] + f);
      for (const std::size_t g : levels[i][f].facets) {
        const std::size_t facet = order.first[dimension - 1] + g;
        const std::span<std::uint64_t> deeper = order.below.row(facet);
        for (std::size_t w = 0; w < row.size(); ++w) row[w] |= deeper[w];
        row[facet / 64] |= std::uint64_t{1} << (facet % 64);
      }
    }
  }
  return order;
}

}  // namespace tropiary::detail
