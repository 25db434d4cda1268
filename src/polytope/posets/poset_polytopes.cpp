#include "tropiary/polytope/poset_polytopes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {
namespace {

// Both descriptions are dense: this many coordinates (some 4 GB) bound each of them.
constexpr std::size_t max_coordinates = std::size_t{1} << 27;

[[noreturn]] void refuse(const char* function, const std::string& what, const Poset& p) {
  throw Error(Errc::too_large,
              std::string(function) + ": the poset has " + std::to_string(p.size()) + " points and " + what);
}

// The number of up-sets; throws before it counts further than what may be stored.
std::size_t count_vertices(const Poset& p, std::size_t max_vertices, const char* function) {
  const std::size_t limit = std::min(max_vertices, max_coordinates / std::max<std::size_t>(p.size(), 1));
  const auto check = [&](std::size_t count) {
    if (count > limit) refuse(function, "more than " + std::to_string(limit) + " up-sets, the most that are stored", p);
  };
  check(p.size() + 1);  // the ends of a linear extension are up-sets
  std::size_t count = 0;
  for (auto it = up_sets(p).begin(); it != std::default_sentinel; ++it) check(++count);
  return count;
}

void check_facets(const Poset& p, const Integer& count, const char* function) {
  if (count * Integer(p.size()) > Integer(max_coordinates)) {
    refuse(function, count.to_string() + " facets, more than are stored", p);
  }
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

// Chains from each element up to a maximal element.
std::vector<Integer> count_chains_upwards(const Poset& p) {
  std::vector<Integer> count(p.size());
  const auto extension = p.linear_extension();
  for (auto it = extension.rbegin(); it != extension.rend(); ++it) {
    const auto covers = p.upper_covers(*it);
    if (covers.empty()) count[index(*it)] = 1;
    for (const Element cover : covers) count[index(*it)] += count[index(cover)];
  }
  return count;
}

// 1 − Σ over each maximal chain, the chains found depth first with an explicit path.
void append_maximal_chains(const Poset& p, std::vector<AffineForm>& facets) {
  struct Step {
    Element element;
    std::size_t next_cover;
  };
  std::vector<Step> path;
  AffineForm form{1, std::vector<Integer>(p.size())};
  const auto enter = [&](Element e) {
    path.push_back({e, 0});
    form.normal[index(e)] = -1;
    if (p.upper_covers(e).empty()) facets.push_back(form);
  };
  for (const Element start : p.minimal_elements()) {
    enter(start);
    while (!path.empty()) {
      const auto covers = p.upper_covers(path.back().element);
      if (path.back().next_cover < covers.size()) {
        enter(covers[path.back().next_cover++]);
      } else {
        form.normal[index(path.back().element)] = 0;
        path.pop_back();
      }
    }
  }
}

}  // namespace

Polytope order_polytope(const Poset& p, std::size_t max_vertices) {
  const std::size_t n = p.size();
  check_facets(p, count_order_polytope_facets(p), "order_polytope");
  RationalMatrix vertices;
  vertices.reserve(count_vertices(p, max_vertices, "order_polytope"));
  for (const ElementSet& up_set : up_sets(p)) vertices.push_back(indicator(up_set));
  std::vector<AffineForm> facets;
  for (const Element e : p.minimal_elements()) facets.push_back(coordinate_form(n, 0, e, 1));
  for (const Element e : p.maximal_elements()) facets.push_back(coordinate_form(n, 1, e, -1));
  for (const Relation& cover : p.covers()) {
    facets.push_back(coordinate_form(n, 0, cover.upper, 1));
    facets.back().normal[index(cover.lower)] = -1;
  }
  return Polytope::from_theorem(n, std::move(vertices), std::move(facets), {});
}

Polytope chain_polytope(const Poset& p, std::size_t max_vertices) {
  const std::size_t n = p.size();
  check_facets(p, count_chain_polytope_facets(p), "chain_polytope");
  RationalMatrix vertices;
  vertices.reserve(count_vertices(p, max_vertices, "chain_polytope"));
  for (const ElementSet& up_set : up_sets(p)) vertices.push_back(indicator(minimal_elements(p, up_set)));
  std::vector<AffineForm> facets;
  for (std::size_t i = 0; i < n; ++i) facets.push_back(coordinate_form(n, 0, element(i), 1));
  append_maximal_chains(p, facets);
  return Polytope::from_theorem(n, std::move(vertices), std::move(facets), {});
}

Integer count_order_polytope_facets(const Poset& p) {
  return Integer(p.minimal_elements().size()) + Integer(p.maximal_elements().size()) + Integer(p.count_covers());
}

Integer count_chain_polytope_facets(const Poset& p) {
  const std::vector<Integer> chains = count_chains_upwards(p);
  Integer count = p.size();
  for (const Element e : p.minimal_elements()) count += chains[index(e)];
  return count;
}

}  // namespace tropiary
