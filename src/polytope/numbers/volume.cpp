#include "tropiary/polytope/volume.hpp"

#include <algorithm>
#include <string>

#include "polytope/numbers/lattice_frame.hpp"
#include "polytope/numbers/simplices.hpp"
#include "polytope/numbers/vertex_cones.hpp"
#include "polytope/numbers/volume_by_faces.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::Body;

// Beyond these the faces, each measured once, are fewer than what they would be cut into.
constexpr std::size_t max_cones = std::size_t{1} << 17;
constexpr std::size_t max_simplices = std::size_t{1} << 15;

// dimension! · volume of denominator · body.
Integer normalised_volume(const Body& body, std::size_t max_faces, const char* function) {
  if (body.is_simplex() || body.is_simplicial()) {
    return *detail::normalised_volume_by_simplices(body, static_cast<std::size_t>(-1));
  }
  if (body.is_simple()) return detail::normalised_volume_by_cones(body);
  // Facets with few vertices beyond the necessary ones, or vertices with few facets beyond: cut what is nearer to
  // simple.
  if (body.vertices.size() >= body.facets.size()) {
    if (detail::count_normal_cones(body, max_cones) < max_cones) return detail::normalised_volume_by_cones(body);
  }
  if (auto sum = detail::normalised_volume_by_simplices(body, max_simplices)) return *std::move(sum);
  if (detail::count_normal_cones(body, max_cones) < max_cones) return detail::normalised_volume_by_cones(body);
  return detail::normalised_volume_by_faces(body, max_faces, function);
}

}  // namespace

Rational relative_volume(const Polytope& k, std::size_t max_faces) {
  if (k.empty()) return 0;
  detail::LatticeFrame frame = detail::lattice_frame(k, "relative_volume");
  Rational product = 1;
  const auto dimension = static_cast<std::uint32_t>(frame.body.dimension);
  for (const Body& factor : detail::factors(std::move(frame.body))) {
    const auto d = static_cast<std::uint32_t>(factor.dimension);
    product *= Rational(normalised_volume(factor, max_faces, "volume"), factorial(d) * pow(factor.denominator, d));
  }
  return product / Rational(pow(frame.multiple, dimension));
}

Rational volume(const Polytope& k, std::size_t max_faces) {
  return k.dimension() < static_cast<int>(k.ambient_dimension()) ? Rational(0) : relative_volume(k, max_faces);
}

}  // namespace tropiary
