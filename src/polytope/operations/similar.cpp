#include <algorithm>
#include <string>
#include <utility>

#include "polytope/operations/rational_form.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/operations.hpp"

namespace tropiary {

Polytope polar(const Polytope& k) {
  const std::size_t n = k.ambient_dimension();
  const bool inside = k.dimension() == static_cast<int>(n) &&
                      std::all_of(k.facets().begin(), k.facets().end(),
                                  [](const AffineForm& facet) { return facet.constant.sign() > 0; });
  if (!inside) throw Error(Errc::invalid_argument, "polar: 0 is no interior point of the polytope");
  if (n == 0) return k;
  std::vector<RationalVector> vertices;
  for (const AffineForm& facet : k.facets()) {
    RationalVector& vertex = vertices.emplace_back();
    for (const Integer& x : facet.normal) vertex.emplace_back(-x, facet.constant);
  }
  std::vector<AffineForm> facets;
  for (const RationalVector& vertex : k.vertices()) {
    RationalVector row = {1};
    for (const Rational& x : vertex) row.push_back(-x);
    facets.push_back(detail::rational_form(row));
  }
  return Polytope::from_theorem(n, std::move(vertices), std::move(facets), {});
}

Polytope translation(const Polytope& k, std::span<const Rational> by) {
  const std::size_t n = k.ambient_dimension();
  if (by.size() != n) {
    throw Error(Errc::dimension_mismatch, "translation: a vector with " + std::to_string(by.size()) +
                                              " coordinates for a polytope in R^" + std::to_string(n));
  }
  if (k.empty()) return k;
  if (std::all_of(by.begin(), by.end(), [](const Rational& x) { return x.is_zero(); })) return k;
  const bool integer = std::all_of(by.begin(), by.end(), [](const Rational& x) { return x.is_integer(); });
  const auto moved = [&](const AffineForm& form) {
    if (integer) {
      AffineForm result = form;
      for (std::size_t j = 0; j < n; ++j) {
        if (!form.normal[j].is_zero()) result.constant -= form.normal[j] * by[j].numerator();
      }
      return result;
    }
    RationalVector row = {form.constant};
    for (std::size_t j = 0; j < n; ++j) {
      row[0] -= Rational(form.normal[j]) * by[j];
      row.emplace_back(form.normal[j]);
    }
    return detail::rational_form(row);
  };
  std::vector<RationalVector> vertices = k.vertices();
  for (RationalVector& x : vertices) {
    for (std::size_t j = 0; j < n; ++j) x[j] += by[j];
  }
  std::vector<AffineForm> facets;
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.facets()) facets.push_back(moved(form));
  for (const AffineForm& form : k.equations()) equations.push_back(moved(form));
  return Polytope::from_theorem(n, std::move(vertices), std::move(facets), std::move(equations));
}

Polytope dilation(const Polytope& k, const Rational& factor) {
  const std::size_t n = k.ambient_dimension();
  if (k.empty()) return k;
  if (factor.is_zero()) {
    std::vector<AffineForm> equations;
    for (std::size_t j = 0; j < n; ++j) {
      equations.push_back({0, std::vector<Integer>(n)});
      equations.back().normal[j] = 1;
    }
    return Polytope::from_theorem(n, {RationalVector(n)}, {}, std::move(equations));
  }
  // c + a·(y / λ), times |λ|.
  const auto stretched = [&](const AffineForm& form) {
    AffineForm result{form.constant * abs(factor.numerator()), {}};
    result.normal.reserve(n);
    const Integer times = factor.sign() > 0 ? factor.denominator() : -factor.denominator();
    for (const Integer& x : form.normal) result.normal.push_back(x * times);
    return result;
  };
  std::vector<RationalVector> vertices = k.vertices();
  for (RationalVector& x : vertices) {
    for (Rational& entry : x) entry *= factor;
  }
  std::vector<AffineForm> facets;
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.facets()) facets.push_back(stretched(form));
  for (const AffineForm& form : k.equations()) equations.push_back(stretched(form));
  return Polytope::from_theorem(n, std::move(vertices), std::move(facets), std::move(equations));
}

}  // namespace tropiary
