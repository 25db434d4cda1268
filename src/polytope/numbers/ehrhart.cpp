#include "tropiary/polytope/ehrhart.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "polytope/numbers/lattice_search.hpp"
#include "polytope/numbers/simplices.hpp"
#include "polytope/numbers/vertex_cones.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

using detail::Body;
using Coefficients = std::vector<Rational>;

constexpr std::uint64_t max_period = std::uint64_t{1} << 20U;
constexpr std::uint64_t few_points = 3'000'000;  // of parallelepipeds, before vertices are tried
constexpr std::uint64_t few_cones = 20'000;      // before parallelepipeds are tried
constexpr std::uint64_t steps_per_cone = 1024;   // a unimodular cone costs as much as that many points

/// The polynomial of degree < n through n points, by Newton's divided differences.
Coefficients interpolate(const std::vector<Rational>& x, std::vector<Rational> y) {
  for (std::size_t step = 1; step < x.size(); ++step) {
    for (std::size_t i = x.size(); i-- > step;) y[i] = (y[i] - y[i - 1]) / (x[i] - x[i - step]);
  }
  Coefficients result(x.size());
  for (std::size_t i = x.size(); i-- > 0;) {  // result = result · (t − x_i) + y_i
    for (std::size_t j = result.size(); j-- > 0;) {
      result[j] = (j > 0 ? result[j - 1] : Rational(0)) - x[i] * result[j];
    }
    result[0] += y[i];
  }
  return result;
}

Rational evaluate(std::span<const Rational> coefficients, const Rational& t) {
  Rational value;
  for (std::size_t i = coefficients.size(); i-- > 0;) value = value * t + coefficients[i];
  return value;
}

void trim(Coefficients& polynomial) {
  while (!polynomial.empty() && polynomial.back().is_zero()) polynomial.pop_back();
}

// p(scale · t + shift)
Coefficients substituted(const Coefficients& p, const Rational& scale, const Rational& shift) {
  Coefficients result;
  for (std::size_t i = p.size(); i-- > 0;) {  // result · (scale t + shift) + p_i
    result.emplace_back(0);
    for (std::size_t j = result.size(); j-- > 0;) {
      result[j] = result[j] * shift + (j > 0 ? result[j - 1] * scale : Rational(0));
    }
    result[0] += p[i];
  }
  trim(result);
  return result;
}

Coefficients product(const Coefficients& a, const Coefficients& b) {
  if (a.empty() || b.empty()) return {};
  Coefficients result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

// Polynomials in s of L(q s + r), times d!, as polynomials in t = q s + r.
QuasiPolynomial in_t(const std::vector<std::vector<Integer>>& in_s, std::size_t dimension) {
  const Rational scale(1, Integer(in_s.size()));
  const Rational factor(1, factorial(static_cast<std::uint32_t>(dimension)));
  QuasiPolynomial result;
  for (std::size_t r = 0; r < in_s.size(); ++r) {
    Coefficients p;
    for (const Integer& x : in_s[r]) p.push_back(Rational(x) * factor);
    result.push_back(substituted(p, scale, -Rational(Integer(r)) * scale));
  }
  return result;
}

std::optional<QuasiPolynomial> by_simplices(const Body& body, std::uint64_t effort) {
  const auto numerators = detail::numerators_by_simplices(body, effort);
  if (!numerators) return std::nullopt;
  const std::size_t q = numerators->size() / (body.dimension + 1);
  std::vector<std::vector<Integer>> in_s;
  for (std::size_t r = 0; r < q; ++r) {
    std::vector<Integer> h;
    for (std::size_t j = 0; j <= body.dimension; ++j) h.push_back((*numerators)[j * q + r]);
    in_s.push_back(detail::from_numerators(h));
  }
  return in_t(in_s, body.dimension);
}

std::optional<QuasiPolynomial> by_cones(const Body& body, std::uint64_t effort) {
  std::vector<std::uint64_t> residues(static_cast<std::size_t>(body.denominator.to_int64()));
  std::iota(residues.begin(), residues.end(), std::uint64_t{0});
  const auto in_s = detail::ehrhart_by_cones(body, residues, effort);
  if (in_s.empty()) return std::nullopt;
  return in_t(in_s, body.dimension);
}

// Values at t ≡ r around 0, at negative t by reciprocity, and interpolation.
std::optional<QuasiPolynomial> by_dilations(const Body& given, std::uint64_t effort) {
  const Body body = detail::widest_last(given);
  const detail::LatticeSearch search(body, detail::projections(body));
  const std::int64_t q = body.denominator.to_int64();
  const auto d = static_cast<std::int64_t>(body.dimension);
  QuasiPolynomial result;
  for (std::int64_t r = 0; r < q; ++r) {
    Coefficients at;
    Coefficients values;
    for (std::int64_t j = -((d + 1) / 2); static_cast<std::int64_t>(at.size()) <= d; ++j) {
      const std::int64_t t = r + q * j;
      std::optional<Integer> value = t == 0 ? Integer(1) : search.count(t < 0 ? -t : t, t < 0, effort);
      if (!value) return std::nullopt;
      at.emplace_back(t);
      values.emplace_back(t < 0 && d % 2 == 1 ? -*value : *value);
    }
    result.push_back(interpolate(at, std::move(values)));
    trim(result.back());
  }
  return result;
}

QuasiPolynomial quasi_polynomial(const Body& body, std::uint64_t effort) {
  if (body.denominator > Integer(max_period)) {
    throw Error(Errc::too_large, "ehrhart_quasi_polynomial: the period " + body.denominator.to_string() +
                                     " is beyond " + std::to_string(max_period));
  }
  const std::uint64_t cones = effort / steps_per_cone;
  // Where facets are few, normal cones have few cells; where vertices are few, the polytope has.
  if (body.vertices.size() >= body.facets.size()) {
    if (auto result = by_cones(body, std::min(cones, few_cones))) return *std::move(result);
  }
  if (auto result = by_simplices(body, std::min(effort, few_points))) return *std::move(result);
  if (auto result = by_cones(body, cones)) return *std::move(result);
  if (auto result = by_simplices(body, effort)) return *std::move(result);
  if (auto result = by_dilations(body, effort)) return *std::move(result);
  throw Error(Errc::too_large, "ehrhart_quasi_polynomial: more than effort = " + std::to_string(effort) + " steps");
}

// The least period: a prime factor is taken off as long as the polynomials repeat without it.
void reduce_period(QuasiPolynomial& quasi) {
  for (std::size_t p = 2; p <= quasi.size();) {
    if (quasi.size() % p != 0) {
      ++p;
      continue;
    }
    const std::size_t shorter = quasi.size() / p;
    bool repeats = true;
    for (std::size_t r = shorter; r < quasi.size() && repeats; ++r) repeats = quasi[r] == quasi[r - shorter];
    if (repeats) {
      quasi.resize(shorter);
    } else {
      ++p;
    }
  }
}

}  // namespace

QuasiPolynomial ehrhart_quasi_polynomial(const Polytope& k, std::uint64_t effort) {
  if (k.empty()) return {{}};
  detail::LatticeFrame frame = detail::lattice_frame(k, "ehrhart_quasi_polynomial");
  std::vector<QuasiPolynomial> parts;
  Integer period = 1;
  for (const Body& factor : detail::factors(std::move(frame.body))) {
    parts.push_back(quasi_polynomial(factor, effort));
    reduce_period(parts.back());
    period = lcm(period, Integer(parts.back().size()));
  }
  if (period * frame.multiple > Integer(max_period)) {
    throw Error(Errc::too_large, "ehrhart_quasi_polynomial: the period " + (period * frame.multiple).to_string() +
                                     " is beyond " + std::to_string(max_period));
  }
  // L(t) = 0 unless t = multiple · u, and then the product of the parts at u.
  const auto multiple = static_cast<std::size_t>(frame.multiple.to_int64());
  const auto size = static_cast<std::size_t>(period.to_int64());
  QuasiPolynomial result(size * multiple);
  for (std::size_t r = 0; r < size; ++r) {
    Coefficients p{1};
    for (const QuasiPolynomial& part : parts) p = product(p, part[r % part.size()]);
    result[r * multiple] = substituted(p, Rational(1, frame.multiple), 0);
  }
  reduce_period(result);
  return result;
}

std::vector<Rational> ehrhart_polynomial(const Polytope& k, std::uint64_t effort) {
  QuasiPolynomial quasi = ehrhart_quasi_polynomial(k, effort);
  if (quasi.size() > 1) {
    throw Error(Errc::invalid_argument, "ehrhart_polynomial: the function has period " + std::to_string(quasi.size()) +
                                            ", it is a quasi-polynomial and no polynomial");
  }
  return std::move(quasi[0]);
}

Rational evaluate(const QuasiPolynomial& quasi, const Integer& t) {
  if (quasi.empty()) throw Error(Errc::invalid_argument, "evaluate: a quasi-polynomial of period 0");
  Integer residue = t % Integer(quasi.size());
  if (residue.sign() < 0) residue += Integer(quasi.size());
  return evaluate(quasi[static_cast<std::size_t>(residue.to_int64())], Rational(t));
}

std::vector<Integer> h_star(const QuasiPolynomial& quasi) {
  std::size_t degree = 0;
  for (const Coefficients& polynomial : quasi) degree = std::max(degree, polynomial.size());
  std::vector<Integer> result;
  if (degree == 0) return result;
  const std::size_t period = quasi.size();
  // `degree` is d + 1. h*_j = Σ_i (−1)^i C(d+1, i) L(j − p i)
  RationalVector values;
  for (std::size_t t = 0; t < period * degree; ++t) values.push_back(evaluate(quasi, Integer(t)));
  for (std::size_t difference = 0; difference < degree; ++difference) {
    for (std::size_t j = values.size(); j-- > period;) values[j] -= values[j - period];
  }
  for (std::size_t j = 0; j < values.size(); ++j) {
    if (!values[j].is_integer()) {
      throw Error(Errc::invalid_argument, "h_star: the polynomial is no Ehrhart polynomial: h*_" + std::to_string(j) +
                                              " = " + values[j].to_string());
    }
    result.push_back(values[j].numerator());
  }
  while (!result.empty() && result.back().is_zero()) result.pop_back();
  return result;
}

std::vector<Integer> h_star(std::span<const Rational> ehrhart) {
  return h_star(QuasiPolynomial{Coefficients(ehrhart.begin(), ehrhart.end())});
}

}  // namespace tropiary
