#include "polytope/faces/lattice_orbit.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "polytope/span.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

using Permutation = std::vector<std::size_t>;

// first, then second
Permutation composed(const Permutation& first, const Permutation& second) {
  Permutation result(first.size());
  for (std::size_t i = 0; i < first.size(); ++i) result[i] = second[first[i]];
  return result;
}

Permutation inverse(const Permutation& p) {
  Permutation result(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) result[p[i]] = i;
  return result;
}

// d + 1 vertices that span the affine hull.
std::vector<std::size_t> spanning_vertices(const Polytope& k) {
  std::vector<std::size_t> chosen{0};
  Span span;
  for (std::size_t v = 1; span.dimension() < static_cast<std::size_t>(k.dimension()); ++v) {
    RationalVector difference = k.vertices()[v];
    for (std::size_t j = 0; j < difference.size(); ++j) difference[j] -= k.vertices()[0][j];
    if (span.insert(std::move(difference))) chosen.push_back(v);
  }
  return chosen;
}

/// The images of a lattice under a group of permutations of b's vertices that come from linear maps, each with a
/// permutation that leads there from the first one.
struct Orbit {
  std::vector<RationalMatrix> lattices;
  std::vector<Permutation> ways;
  std::map<RationalMatrix, std::size_t> position;
};

class LatticeOrbits {
 public:
  LatticeOrbits(const Polytope& k, const std::vector<Permutation>& generators) : generators_(generators) {
    const Frame frame = lattice_frame_of(k);
    integers_ = hermite_normal_form(frame.directions);
    for (const Permutation& generator : generators) maps_.push_back(vertex_map(k, frame, k, frame, generator));
  }

  [[nodiscard]] const RationalMatrix& integers() const { return integers_; }

  /// Stops early at `wanted`, when it is given.
  [[nodiscard]] Orbit of(const RationalMatrix& start, std::size_t vertices, const RationalMatrix* wanted) const {
    constexpr std::size_t most_lattices = std::size_t{1} << 12;
    Permutation identity(vertices);
    std::iota(identity.begin(), identity.end(), std::size_t{0});
    Orbit orbit;
    const auto add = [&](RationalMatrix lattice, Permutation way) {
      if (!orbit.position.try_emplace(lattice, orbit.lattices.size()).second) return;
      if (orbit.lattices.size() == most_lattices) {
        throw Error(Errc::too_large,
                    "unimodular equivalence: the maps that preserve lattice distances take the lattice of integer "
                    "points to more than 2^12 lattices");
      }
      orbit.lattices.push_back(std::move(lattice));
      orbit.ways.push_back(std::move(way));
    };
    add(start, std::move(identity));
    for (std::size_t i = 0; i < orbit.lattices.size(); ++i) {
      if (wanted != nullptr && orbit.position.contains(*wanted)) break;
      for (std::size_t g = 0; g < maps_.size(); ++g) {
        add(hermite_normal_form(images(maps_[g], orbit.lattices[i])), composed(orbit.ways[i], generators_[g]));
      }
    }
    return orbit;
  }

  [[nodiscard]] RationalMatrix image_of(const RationalMatrix& lattice, std::size_t generator) const {
    return hermite_normal_form(images(maps_[generator], lattice));
  }

 private:
  const std::vector<Permutation>& generators_;
  std::vector<RationalMatrix> maps_;
  RationalMatrix integers_;
};

Rational volume_of(const RationalMatrix& echelon) {
  Rational result = 1;
  for (const RationalVector& row : echelon) {
    result *= *std::ranges::find_if(row, [](const Rational& x) { return !x.is_zero(); });
  }
  return result;
}

}  // namespace

RationalMatrix vertex_map(const Polytope& a, const Frame& of_a, const Polytope& b, const Frame& of_b,
                          const std::vector<std::size_t>& vertex_images) {
  RationalMatrix from;
  RationalMatrix to;
  const auto step = [](const Polytope& k, std::size_t v, std::size_t origin) {
    RationalVector difference = k.vertices()[v];
    for (std::size_t j = 0; j < difference.size(); ++j) difference[j] -= k.vertices()[origin][j];
    return difference;
  };
  const std::vector<std::size_t> chosen = spanning_vertices(a);
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    from.push_back(step(a, chosen[i], chosen[0]));
    to.push_back(step(b, vertex_images[chosen[i]], vertex_images[chosen[0]]));
  }
  for (std::size_t i = 0; i < of_a.complement.size(); ++i) {
    from.push_back(of_a.complement[i]);
    to.push_back(i < of_b.complement.size() ? of_b.complement[i] : RationalVector(b.ambient_dimension()));
  }
  if (from.empty()) return RationalMatrix(b.ambient_dimension());
  return linear_map(from, to);
}

LatticeMatch map_lattice(const Polytope& a, const Polytope& b, const std::vector<std::size_t>& vertex_images,
                         const std::vector<std::vector<std::size_t>>& generators) {
  const Frame of_a = lattice_frame_of(a);
  const Frame of_b = lattice_frame_of(b);
  const RationalMatrix arrived =
      hermite_normal_form(images(vertex_map(a, of_a, b, of_b, vertex_images), of_a.directions));
  const LatticeOrbits orbits(b, generators);
  if (arrived == orbits.integers()) return {vertex_images, {}};
  const Rational ratio = volume_of(orbits.integers()) / volume_of(arrived);
  if (ratio != 1) return {std::nullopt, "volumes, their ratio being " + ratio.to_string()};
  const Orbit orbit = orbits.of(arrived, b.vertices().size(), &orbits.integers());
  const auto found = orbit.position.find(orbits.integers());
  if (found == orbit.position.end()) {
    return {std::nullopt, "lattices of integer points: each of the " + std::to_string(orbit.lattices.size()) +
                              " images under maps that preserve the lattice distances is another lattice"};
  }
  return {composed(vertex_images, orbit.ways[found->second]), {}};
}

void keep_lattice(const Polytope& k, PolytopeAutomorphisms& group) {
  const LatticeOrbits orbits(k, group.generators);
  const Orbit orbit = orbits.of(orbits.integers(), k.vertices().size(), nullptr);
  if (orbit.lattices.size() == 1) return;
  // Schreier's generators of the stabiliser.
  std::set<Permutation> generators;
  for (std::size_t i = 0; i < orbit.lattices.size(); ++i) {
    for (std::size_t g = 0; g < group.generators.size(); ++g) {
      const std::size_t next = orbit.position.at(orbits.image_of(orbit.lattices[i], g));
      generators.insert(composed(composed(orbit.ways[i], group.generators[g]), inverse(orbit.ways[next])));
    }
  }
  generators.erase(orbit.ways[0]);  // the identity
  group.order /= orbit.lattices.size();
  group.generators.assign(generators.begin(), generators.end());
}

}  // namespace tropiary::detail
