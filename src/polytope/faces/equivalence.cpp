#include "tropiary/polytope/equivalence.hpp"

#include <algorithm>
#include <numeric>

#include "order/disjoint_sets.hpp"
#include "polytope/faces/lattice_orbit.hpp"
#include "polytope/faces/lattices.hpp"
#include "polytope/faces/pairing.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::canonical;
using detail::CanonicalPairing;
using detail::Pairing;
using detail::pairing;
using Permutation = std::vector<std::size_t>;

void require_integer(const Polytope& k, Equivalence kind, const char* function) {
  if (kind != Equivalence::unimodular) return;
  for (std::size_t v = 0; v < k.vertices().size(); ++v) {
    if (std::ranges::all_of(k.vertices()[v], [](const Rational& x) { return x.is_integer(); })) continue;
    throw Error(Errc::invalid_argument, std::string(function) + ": vertex " + std::to_string(v) +
                                            " is not integer; unimodular maps are compared on lattice polytopes");
  }
}

/// An isomorphism of two pairings of the same sizes and values, or nothing.
std::optional<Permutation> match(const Pairing& a, const CanonicalPairing& of_a, const Pairing& b,
                                 const CanonicalPairing& of_b) {
  for (std::size_t f = 0; f < a.facets; ++f) {
    for (std::size_t v = 0; v < a.vertices; ++v) {
      if (a.at(of_a.facets[f], of_a.vertices[v]) != b.at(of_b.facets[f], of_b.vertices[v])) return std::nullopt;
    }
  }
  Permutation result(a.vertices);
  for (std::size_t v = 0; v < a.vertices; ++v) result[of_a.vertices[v]] = of_b.vertices[v];
  return result;
}

detail::Frame frame_of(const Polytope& k, Equivalence kind) {
  return kind == Equivalence::unimodular ? detail::lattice_frame_of(k) : detail::affine_frame_of(k);
}

AffineTransformation transformation(const Polytope& a, const Polytope& b, const Permutation& vertex_images,
                                    Equivalence kind) {
  AffineTransformation result;
  result.matrix = detail::vertex_map(a, frame_of(a, kind), b, frame_of(b, kind), vertex_images);
  const RationalVector moved = detail::image(result.matrix, a.vertices()[0]);
  result.translation = b.vertices()[vertex_images[0]];
  for (std::size_t j = 0; j < moved.size(); ++j) result.translation[j] -= moved[j];
  return result;
}

}  // namespace

std::string_view to_string(Equivalence kind) noexcept {
  switch (kind) {
    case Equivalence::combinatorial:
      return "combinatorial";
    case Equivalence::affine:
      return "affine";
    case Equivalence::unimodular:
      return "unimodular";
  }
  return "?";
}

Equivalence equivalence(std::string_view name) {
  for (const Equivalence kind : {Equivalence::combinatorial, Equivalence::affine, Equivalence::unimodular}) {
    if (name == to_string(kind)) return kind;
  }
  throw Error(Errc::invalid_argument,
              "equivalence: unknown kind \"" + std::string(name) + "\"; known: combinatorial, affine, unimodular");
}

RationalVector AffineTransformation::operator()(const RationalVector& x) const {
  RationalVector y = detail::image(matrix, x);
  for (std::size_t j = 0; j < y.size(); ++j) y[j] += translation[j];
  return y;
}

EquivalenceReport find_equivalence(const Polytope& a, const Polytope& b, Equivalence kind) {
  constexpr const char* function = "find_equivalence";
  require_integer(a, kind, function);
  require_integer(b, kind, function);
  EquivalenceReport report;
  const auto differ = [&](std::string why) {
    report.difference = std::move(why);
    return report;
  };
  if (a.dimension() != b.dimension()) {
    return differ("dimensions: " + std::to_string(a.dimension()) + " and " + std::to_string(b.dimension()));
  }
  Permutation images(a.vertices().size());
  std::iota(images.begin(), images.end(), std::size_t{0});
  if (a.dimension() > 0) {
    const Pairing pairing_a = pairing(a, kind, function);
    const Pairing pairing_b = pairing(b, kind, function);
    if (auto why = difference(pairing_a, pairing_b, kind)) return differ(*why);
    const CanonicalPairing canonical_b = canonical(pairing_b);
    const auto found = match(pairing_a, canonical(pairing_a), pairing_b, canonical_b);
    if (!found) {
      return differ(kind == Equivalence::combinatorial ? "canonical forms of the incidences of vertices and facets"
                                                       : "canonical forms of the distances of vertices from facets");
    }
    images = *found;
    if (kind == Equivalence::unimodular) {
      const auto corrected = detail::map_lattice(a, b, images, canonical_b.generators);
      if (!corrected.permutation) return differ(corrected.difference);
      images = *corrected.permutation;
    }
  }
  report.equivalent = true;
  if (kind != Equivalence::combinatorial && !a.empty()) report.map = transformation(a, b, images, kind);
  report.vertex_images = std::move(images);
  return report;
}

PolytopeAutomorphisms polytope_automorphisms(const Polytope& k, Equivalence kind) {
  constexpr const char* function = "polytope_automorphisms";
  require_integer(k, kind, function);
  PolytopeAutomorphisms group;
  group.order = 1;
  if (k.dimension() > 0) {
    CanonicalPairing found = canonical(pairing(k, kind, function));
    group.order = found.automorphisms;
    group.generators = std::move(found.generators);
    if (kind == Equivalence::unimodular) detail::keep_lattice(k, group);
  }
  detail::DisjointSets sets(k.vertices().size());
  for (const Permutation& generator : group.generators) {
    for (std::size_t v = 0; v < generator.size(); ++v) sets.join(v, generator[v]);
  }
  std::vector<std::size_t> orbit_of(k.vertices().size(), SIZE_MAX);
  for (std::size_t v = 0; v < orbit_of.size(); ++v) {
    std::size_t& orbit = orbit_of[sets.find(v)];
    if (orbit == SIZE_MAX) {
      orbit = group.orbits.size();
      group.orbits.emplace_back();
    }
    group.orbits[orbit].push_back(v);
  }
  return group;
}

std::vector<std::vector<std::size_t>> canonical_facets(const Polytope& k) {
  if (k.dimension() <= 0) return {};
  const Pairing incidences = pairing(k, Equivalence::combinatorial, "canonical_facets");
  const CanonicalPairing order = canonical(incidences);
  std::vector<std::vector<std::size_t>> facets(order.facets.size());
  for (std::size_t f = 0; f < facets.size(); ++f) {
    for (std::size_t v = 0; v < order.vertices.size(); ++v) {
      if (incidences.at(order.facets[f], order.vertices[v]) == 0) facets[f].push_back(v);
    }
  }
  std::ranges::sort(facets);
  return facets;
}

}  // namespace tropiary
