#include "tropiary/polytope/canonical_triangulation.hpp"

#include <algorithm>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

CanonicalSimplex simplex_of(std::vector<Element> extension) {
  CanonicalSimplex simplex{std::move(extension), {}};
  ElementSet up_set(simplex.linear_extension.size());
  simplex.up_sets.push_back(up_set);
  for (auto it = simplex.linear_extension.rbegin(); it != simplex.linear_extension.rend(); ++it) {
    up_set.insert(*it);
    simplex.up_sets.push_back(up_set);
  }
  return simplex;
}

void require_inside(const Poset& p, std::span<const Rational> x, const char* function) {
  if (x.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, std::string(function) + ": x has " + std::to_string(x.size()) +
                                              " coordinates, the poset " + std::to_string(p.size()) + " points");
  }
  const auto coordinate = [&](Element e) { return "x_" + p.label(e) + " = " + x[index(e)].to_string(); };
  const auto refuse = [&](const std::string& what) {
    throw Error(Errc::invalid_argument, std::string(function) + ": x is not in the order polytope: " + what);
  };
  for (const Element e : p.minimal_elements()) {
    if (x[index(e)].sign() < 0) refuse(coordinate(e) + " is negative");
  }
  for (const Element e : p.maximal_elements()) {
    if (x[index(e)] > Rational(1)) refuse(coordinate(e) + " exceeds 1");
  }
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (const Element upper : p.upper_covers(element(i))) {
      if (x[i] > x[index(upper)]) refuse(coordinate(element(i)) + " exceeds " + coordinate(upper));
    }
  }
}

std::vector<Element> sorted(const Poset& p, std::span<const Rational> x) {
  std::vector<Element> extension(p.linear_extension().begin(), p.linear_extension().end());
  std::stable_sort(extension.begin(), extension.end(), [&](Element a, Element b) { return x[index(a)] < x[index(b)]; });
  return extension;
}

}  // namespace

CanonicalTriangulation::Iterator::Iterator(const Poset& poset) : extension_(poset) { read(); }

CanonicalTriangulation::Iterator& CanonicalTriangulation::Iterator::operator++() {
  ++extension_;
  if (extension_ != std::default_sentinel) read();
  return *this;
}

void CanonicalTriangulation::Iterator::read() { simplex_ = simplex_of(*extension_); }

CanonicalSimplex canonical_simplex(const Poset& p, std::span<const Rational> x) {
  require_inside(p, x, "canonical_simplex");
  return simplex_of(sorted(p, x));
}

std::vector<std::pair<ElementSet, Rational>> up_set_weights(const Poset& p, std::span<const Rational> x) {
  require_inside(p, x, "up_set_weights");
  const std::vector<Element> extension = sorted(p, x);
  std::vector<std::pair<ElementSet, Rational>> result;
  ElementSet up_set(p.size());
  Rational above = 1;  // the coordinate of the last point put into the up-set
  for (std::size_t i = extension.size(); i-- > 0;) {
    const Rational& next = x[index(extension[i])];
    if (next != above) result.emplace_back(up_set, above - next);
    above = next;
    up_set.insert(extension[i]);
  }
  if (!above.is_zero()) result.emplace_back(up_set, above);
  return result;
}

}  // namespace tropiary
