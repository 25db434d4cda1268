#include <algorithm>
#include <string>

#include "polytope/faces/face_levels.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary {

namespace {

std::string face_label(const detail::Bits& vertices) {
  std::string label;
  for (const std::size_t v : detail::positions(vertices))
    label += (vertices.size() > 9 && !label.empty() ? "-" : "") + std::to_string(v + 1);
  return label.empty() ? "∅" : label;
}

}  // namespace

Poset face_lattice(const Polytope& k, std::size_t max_faces) {
  if (k.dimension() < 0) return Poset::from_relations(1, {}, {"∅"});
  const detail::FaceLevels levels = detail::face_levels(k, max_faces, "face_lattice");
  std::vector<std::string> labels{"∅"};
  std::vector<Relation> covers;
  std::vector<std::size_t> below;  // numbers of the faces one dimension lower
  for (std::size_t level = levels.size(); level-- > 0;) {
    const std::vector<detail::Face>& faces = levels[level];
    std::vector<std::vector<std::size_t>> vertices;
    std::vector<std::size_t> order(faces.size());
    for (std::size_t i = 0; i < faces.size(); ++i) {
      vertices.push_back(detail::positions(faces[i].vertices));
      order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return vertices[a] < vertices[b]; });
    std::vector<std::size_t> number(faces.size());
    for (const std::size_t i : order) {
      number[i] = labels.size();
      labels.push_back(face_label(faces[i].vertices));
      if (below.empty()) covers.push_back({element(0), element(number[i])});
      for (const std::size_t facet : faces[i].facets) covers.push_back({element(below[facet]), element(number[i])});
    }
    below = std::move(number);
  }
  const std::size_t size = labels.size();
  return detail::poset_from_covers_unchecked(size, std::move(covers), std::move(labels));
}

}  // namespace tropiary
