#include "tropiary/polytope/poset_polytopes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/posets/poset_polytope_limits.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/chain_order_polytope.hpp"

namespace tropiary {
namespace {

// Both descriptions are dense: this many coordinates (some 4 GB) bound each of them.
constexpr std::size_t max_coordinates = std::size_t{1} << 27;

[[noreturn]] void refuse(const char* function, const std::string& what, const Poset& p) {
  throw Error(Errc::too_large,
              std::string(function) + ": the poset has " + std::to_string(p.size()) + " points and " + what);
}

RationalVector indicator(const ElementSet& set) {
  RationalVector vector(set.universe_size());
  for (const Element e : set) vector[index(e)] = 1;
  return vector;
}

AffineForm coordinate_form(std::size_t size, Integer constant, Element e, int coefficient) {
  AffineForm form{std::move(constant), std::vector<Integer>(size)};
  form.normal[index(e)] = coefficient;
  return form;
}

}  // namespace

namespace detail {

std::size_t count_poset_polytope_vertices(const Poset& p, std::size_t max_vertices, const char* function) {
  const std::size_t limit = std::min(max_vertices, max_coordinates / std::max<std::size_t>(p.size(), 1));
  const auto check = [&](std::size_t count) {
    if (count > limit) refuse(function, "more than " + std::to_string(limit) + " up-sets, the most that are stored", p);
  };
  check(p.size() + 1);  // the ends of a linear extension are up-sets
  std::size_t count = 0;
  for (auto it = up_sets(p).begin(); it != std::default_sentinel; ++it) check(++count);
  return count;
}

void check_poset_polytope_facets(const Poset& p, const Integer& count, const char* function) {
  if (count * Integer(p.size()) > Integer(max_coordinates)) {
    refuse(function, count.to_string() + " facets, more than are stored", p);
  }
}

}  // namespace detail

std::vector<AffineForm> order_polytope_facets(const Poset& p) {
  const std::size_t n = p.size();
  detail::check_poset_polytope_facets(p, count_order_polytope_facets(p), "order_polytope_facets");
  std::vector<AffineForm> facets;
  for (const Element e : p.minimal_elements()) facets.push_back(coordinate_form(n, 0, e, 1));
  for (const Element e : p.maximal_elements()) facets.push_back(coordinate_form(n, 1, e, -1));
  for (const Relation& cover : p.covers()) {
    facets.push_back(coordinate_form(n, 0, cover.upper, 1));
    facets.back().normal[index(cover.lower)] = -1;
  }
  std::sort(facets.begin(), facets.end());
  return facets;
}

Polytope order_polytope(const Poset& p, std::size_t max_vertices) {
  const std::size_t n = p.size();
  detail::check_poset_polytope_facets(p, count_order_polytope_facets(p), "order_polytope");
  RationalMatrix vertices;
  vertices.reserve(detail::count_poset_polytope_vertices(p, max_vertices, "order_polytope"));
  for (const ElementSet& up_set : up_sets(p)) vertices.push_back(indicator(up_set));
  return Polytope::from_theorem(n, std::move(vertices), order_polytope_facets(p), {});
}

Polytope chain_polytope(const Poset& p, std::size_t max_vertices) {
  return detail::chain_order_polytope(p, ElementSet::full(p.size()), max_vertices, "chain_polytope");
}

Integer count_order_polytope_facets(const Poset& p) {
  return Integer(p.minimal_elements().size()) + Integer(p.maximal_elements().size()) + Integer(p.count_covers());
}

Integer count_chain_polytope_facets(const Poset& p) {
  return count_chain_order_polytope_facets(p, ElementSet::full(p.size()));
}

}  // namespace tropiary
