#include <algorithm>
#include <string>

#include "polytope/faces/face_search.hpp"
#include "polytope/faces/incidence.hpp"
#include "polytope/faces/simple_h_vector.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary {
namespace {

std::size_t fitting(const Integer& count) {
  if (!count.fits_int64()) throw Error(Errc::too_large, "f_vector: " + count.to_string() + " faces of one dimension");
  return static_cast<std::size_t>(count.to_int64());
}

// A face of dimension k of a simple polytope has one top vertex, and there it is spanned by k of the edges that lead
// down.
std::vector<std::size_t> f_from_h(const detail::SimpleOrSimplicial& known) {
  const std::size_t d = known.h.size() - 1;
  std::vector<std::size_t> f;
  for (std::size_t k = 0; k < d; ++k) {
    Integer count = 0;
    for (std::size_t i = k; i <= d; ++i) count += binomial(i, k) * known.h[i];
    f.push_back(fitting(count));
  }
  if (!known.simple) std::ranges::reverse(f);
  return f;
}

// Sets are those of the smaller side. Vertices and edges need not be visited: Euler's relation counts the edges.
std::vector<std::size_t> by_search(const detail::Incidence& incidence, std::size_t d, std::size_t max_faces) {
  const bool dual = incidence.vertices.rows() < incidence.facets.rows();
  const detail::BitMatrix& vertices = dual ? incidence.facets : incidence.vertices;
  std::vector<std::size_t> f = detail::with_face_search(vertices, d, [&](auto&& search) {
    return search.count(2, [&](std::size_t found) {
      if (found <= max_faces) return;
      throw Error(Errc::too_large, "f_vector: the polytope has more than " + std::to_string(max_faces) + " faces");
    });
  });
  f[0] = vertices.rows();
  std::size_t others = 0;  // f₀ + f₂ − f₃ + …, modulo 2⁶⁴
  for (std::size_t k = 0; k < d; ++k) {
    if (k != 1) others = k % 2 == 0 ? others + f[k] : others - f[k];
  }
  f[1] = others - (d % 2 == 0 ? 0 : 2);
  if (dual) std::ranges::reverse(f);
  return f;
}

}  // namespace

std::vector<std::size_t> f_vector(const Polytope& k, std::size_t max_faces) {
  if (k.dimension() <= 0) return {};
  const auto d = static_cast<std::size_t>(k.dimension());
  const std::size_t n = k.vertices().size();
  const std::size_t m = k.facets().size();
  if (d == 1) return {n};
  if (d == 2) return {n, m};
  if (d == 3) return {n, n + m - 2, m};
  const detail::Incidence incidence = detail::incidence(k);
  if (const auto known = detail::simple_or_simplicial(k, incidence)) return f_from_h(*known);
  return by_search(incidence, d, max_faces);
}

}  // namespace tropiary
