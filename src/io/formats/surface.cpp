#include "io/formats/surface.hpp"

#include <algorithm>
#include <optional>

#include "io/formats/formats.hpp"

namespace tropiary::io {
namespace {

RationalVector difference(const RationalVector& a, const RationalVector& b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Rational determinant(const RationalVector& a, const RationalVector& b, const RationalVector& c) {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

// Seen from its first vertex, a convex polygon's others lie within half a turn: sorted by angle they go round.
void sort_around(std::vector<std::size_t>& face, const std::vector<RationalVector>& vertices,
                 const RationalVector& outward) {
  const RationalVector& origin = vertices[face[0]];
  std::sort(face.begin() + 1, face.end(), [&](std::size_t a, std::size_t b) {
    return determinant(outward, difference(vertices[a], origin), difference(vertices[b], origin)).sign() > 0;
  });
}

// How many digits behind the point a decimal of this denominator has, if it has an end.
std::optional<std::uint32_t> decimal_places(Integer denominator) {
  std::uint32_t twos = 0;
  std::uint32_t fives = 0;
  while (!denominator.is_odd()) {
    denominator /= 2;
    ++twos;
  }
  while ((denominator % 5).is_zero()) {
    denominator /= 5;
    ++fives;
  }
  if (!denominator.is_one()) return std::nullopt;
  return std::max(twos, fives);
}

// |x| · 10^places, a whole number, with the point set.
std::string with_point(const Integer& scaled, std::uint32_t places, bool negative) {
  std::string digits = scaled.to_string();
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) {
    digits.insert(digits.size() - places, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return (negative && digits != "0" ? "-" : "") + digits;
}

}  // namespace

const char* const rounded_remark = "coordinates that are no finite decimals are rounded";

Surface surface_of(const Polyhedron& p, std::string_view format) {
  if (!p.is_bounded() || p.dimension() != 3 || p.ambient_dimension() != 3) {
    refuse(format, "bounded polyhedra of dimension 3 in R^3, not one of dimension " + std::to_string(p.dimension()) +
                       " in R^" + std::to_string(p.ambient_dimension()) + (p.is_bounded() ? "" : ", unbounded"));
  }
  Surface surface;
  surface.vertices = p.vertices();
  std::size_t corners = 0;
  for (const AffineForm& facet : p.facets()) {
    RationalVector outward;
    for (const Integer& x : facet.normal) outward.emplace_back(-x);
    std::vector<std::size_t> face;
    for (std::size_t v = 0; v < p.vertices().size(); ++v) {
      if (facet(p.vertices()[v]).is_zero()) face.push_back(v);
    }
    sort_around(face, p.vertices(), outward);
    corners += face.size();
    surface.faces.push_back(std::move(face));
    surface.outward.push_back(std::move(outward));
  }
  surface.edges = corners / 2;
  return surface;
}

std::string Decimals::text(const Rational& x) {
  constexpr std::uint32_t most_places = 4000;
  constexpr std::uint32_t rounded_places = 20;
  if (x.is_integer()) return x.to_string();
  const Rational size = abs(x);
  const std::optional<std::uint32_t> places = decimal_places(x.denominator());
  if (places && *places <= most_places) {
    const Rational scaled = size * Rational(pow(Integer(10), *places));
    return with_point(scaled.numerator(), *places, x.sign() < 0);
  }
  any_rounded_ = true;
  const Rational scaled = size * Rational(pow(Integer(10), rounded_places)) + Rational(1, 2);
  return with_point(floor(scaled), rounded_places, x.sign() < 0);
}

std::string Decimals::text(const RationalVector& point) {
  std::string result;
  for (const Rational& x : point) result += (result.empty() ? "" : " ") + text(x);
  return result;
}

}  // namespace tropiary::io
