#include "polytope/numbers/volume_by_faces.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

using Set = std::vector<std::uint64_t>;
using Lattice = std::vector<std::vector<Integer>>;

// A face to be measured: its vertices, a basis of the lattice of its directions, facets of the body that may cut out
// its facets, and what its volume is made of.
struct MeasuredFace {
  Set vertices;
  Lattice lattice;
  std::vector<std::size_t> candidates;
  std::vector<std::pair<std::size_t, Integer>> parts;  // face of the level below, height of the apex
  Integer volume;
};

Integer slope(const AffineForm& form, const std::vector<Integer>& direction) {
  Integer value;
  for (std::size_t j = 0; j < direction.size(); ++j) {
    if (!direction[j].is_zero()) value += form.normal[j] * direction[j];
  }
  return value;
}

// The vectors of the lattice on which the form is constant.
Lattice kernel_lattice(Lattice lattice, const AffineForm& form) {
  std::vector<Integer> values;
  for (const auto& direction : lattice) values.push_back(slope(form, direction));
  for (;;) {
    std::size_t least = lattice.size();
    for (std::size_t i = 0; i < lattice.size(); ++i) {
      if (!values[i].is_zero() && (least == lattice.size() || abs(values[i]) < abs(values[least]))) least = i;
    }
    bool done = true;
    for (std::size_t i = 0; i < lattice.size(); ++i) {
      if (i == least || values[i].is_zero()) continue;
      const Integer times = floor_div(values[i], values[least]);
      values[i] -= times * values[least];
      for (std::size_t j = 0; j < lattice[i].size(); ++j) lattice[i][j] -= times * lattice[least][j];
      done = done && values[i].is_zero();
    }
    if (!done) continue;
    lattice.erase(lattice.begin() + static_cast<std::ptrdiff_t>(least));
    return lattice;
  }
}

Set intersection(const Set& a, Words b) {
  Set result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = a[i] & b[i];
  return result;
}

struct Facet {
  Set vertices;
  std::size_t size = 0;
  std::size_t form = 0;
};

// The facets of a face of the given dimension, each with a facet of the body that cuts it out.
std::vector<Facet> facets_of(const Body& body, const MeasuredFace& face, std::size_t dimension) {
  const std::size_t size = count_bits(face.vertices);
  std::vector<Facet> found;
  for (const std::size_t f : face.candidates) {
    Set common = intersection(face.vertices, body.incidence.facets.row(f));
    const std::size_t count = count_bits(common);
    if (count >= dimension && count < size) found.push_back({std::move(common), count, f});
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Facet::size);
  std::vector<Facet> maximal;
  for (Facet& facet : found) {
    if (std::ranges::none_of(maximal, [&](const Facet& m) { return is_subset(facet.vertices, m.vertices); })) {
      maximal.push_back(std::move(facet));
    }
  }
  return maximal;
}

// The vertex on the most facets: the fewest remain to be measured.
std::size_t best_apex(const MeasuredFace& face, const std::vector<Facet>& facets) {
  std::size_t best = 0;
  std::size_t most = 0;
  for_each_bit(face.vertices, [&](std::size_t v) {
    const auto on = static_cast<std::size_t>(
        std::ranges::count_if(facets, [v](const Facet& facet) { return test_bit(facet.vertices, v); }));
    if (on > most) {
      most = on;
      best = v;
    }
  });
  return best;
}

}  // namespace

Integer normalised_volume_by_faces(const Body& body, std::size_t max_faces, const char* function) {
  const std::size_t d = body.dimension;
  std::vector<std::vector<MeasuredFace>> levels(d + 1);
  MeasuredFace whole;
  whole.vertices.resize(body.incidence.facets.words_per_row());
  for (std::size_t v = 0; v < body.vertices.size(); ++v) whole.vertices[v / 64] |= std::uint64_t{1} << (v % 64);
  whole.lattice.assign(d, std::vector<Integer>(d));
  for (std::size_t j = 0; j < d; ++j) whole.lattice[j][j] = 1;
  for (std::size_t f = 0; f < body.facets.size(); ++f) whole.candidates.push_back(f);
  levels[0].push_back(std::move(whole));
  std::size_t faces = 1;
  for (std::size_t depth = 0; depth < d; ++depth) {
    std::map<Set, std::size_t> position;
    for (MeasuredFace& face : levels[depth]) {
      const std::vector<Facet> facets = facets_of(body, face, d - depth);
      const std::size_t apex = best_apex(face, facets);
      std::vector<std::size_t> cutting;
      for (const Facet& facet : facets) cutting.push_back(facet.form);
      for (const Facet& facet : facets) {
        if (test_bit(facet.vertices, apex)) continue;
        const AffineForm& form = body.facets[facet.form];
        Integer content;
        for (const auto& direction : face.lattice) content = gcd(content, slope(form, direction));
        const Integer height = (form.constant * body.denominator + slope(form, body.vertices[apex])) / content;
        const auto [entry, is_new] = position.try_emplace(facet.vertices, levels[depth + 1].size());
        face.parts.emplace_back(entry->second, height);
        if (!is_new) continue;
        if (++faces > max_faces) {
          throw Error(Errc::too_large,
                      std::string(function) + ": more than " + std::to_string(max_faces) + " faces would be measured");
        }
        levels[depth + 1].push_back({facet.vertices, kernel_lattice(face.lattice, form), cutting, {}, 0});
      }
      face.lattice.clear();
      face.candidates.clear();
    }
  }
  for (MeasuredFace& vertex : levels[d]) vertex.volume = 1;
  for (std::size_t depth = d; depth-- > 0;) {
    for (MeasuredFace& face : levels[depth]) {
      for (const auto& [below, height] : face.parts) face.volume += height * levels[depth + 1][below].volume;
    }
  }
  return levels[0][0].volume;
}

}  // namespace tropiary::detail
