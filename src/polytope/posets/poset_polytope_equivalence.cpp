#include "tropiary/polytope/poset_polytope_equivalence.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "order/disjoint_sets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {

namespace {

std::optional<std::pair<Element, Element>> incomparable_pair(const Poset& p, const ElementSet& set) {
  const std::vector<Element> points = set.elements();
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (!p.comparable(points[i], points[j])) return std::pair(points[i], points[j]);
    }
  }
  return std::nullopt;
}

/// The covers of P ∪ {0̂, 1̂}, where 0̂ is the point |P| and 1̂ is |P| + 1.
std::vector<Relation> bounded_covers(const Poset& p) {
  std::vector<Relation> result = p.covers();
  const Element bottom = element(p.size());
  const Element top = element(p.size() + 1);
  for (const Element e : p.minimal_elements()) result.push_back({bottom, e});
  for (const Element e : p.maximal_elements()) result.push_back({e, top});
  return result;
}

/// The poset of covers of its bounded hull.
Poset without_bounds(std::size_t size, const std::vector<Relation>& covers) {
  std::vector<Relation> inner;
  for (const Relation& cover : covers) {
    if (index(cover.lower) < size && index(cover.upper) < size) inner.push_back(cover);
  }
  return Poset::from_relations(size, inner);
}

/// Up-sets above the facets O(P) that they do not lie in.
Poset incidences(const Poset& p, const char* function) {
  constexpr std::size_t limit = std::size_t{1} << 16U;
  const Integer count = count_up_sets(p);
  if (count > Integer(limit)) {
    throw Error(Errc::too_large, std::string(function) + ": the poset has " + count.to_string() + " up-sets, at most " +
                                     std::to_string(limit));
  }
  const std::vector<Relation> facets = bounded_covers(p);
  std::vector<Relation> relations;
  std::size_t next = facets.size();
  const auto contains = [&](const ElementSet& set, Element e) {
    return index(e) < p.size() ? set.contains(e) : index(e) > p.size();
  };
  for (const ElementSet& set : up_sets(p)) {
    for (std::size_t f = 0; f < facets.size(); ++f) {
      if (contains(set, facets[f].lower) != contains(set, facets[f].upper))
        relations.push_back({element(f), element(next)});
    }
    ++next;
  }
  return detail::poset_from_covers_unchecked(next, std::move(relations));
}

}  // namespace

std::optional<std::vector<Element>> find_x_subposet(const Poset& p) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Element c = element(i);
    if (p.lower_covers(c).empty() || p.upper_covers(c).empty()) continue;
    const auto below = incomparable_pair(p, p.below(c));
    if (!below) continue;
    const auto above = incomparable_pair(p, p.above(c));
    if (above) return std::vector<Element>{below->first, below->second, c, above->first, above->second};
  }
  return std::nullopt;
}

bool are_order_and_chain_polytope_equivalent(const Poset& p) {
  return count_order_polytope_facets(p) == count_chain_polytope_facets(p);
}

std::vector<Poset> order_polytope_flips(const Poset& p) {
  const std::size_t n = p.size();
  if (n > Poset::closure_limit) {
    throw Error(Errc::too_large, "order_polytope_flips: the poset has " + std::to_string(n) + " points, at most " +
                                     std::to_string(Poset::closure_limit));
  }
  const std::vector<Relation> covers = bounded_covers(p);
  const auto less = [&](std::size_t u, std::size_t v) {
    return u == n || v == n + 1 || (u < n && v < n && p.less(element(u), element(v)));
  };
  std::vector<Poset> result;
  std::set<std::vector<Relation>> seen = {p.covers()};
  for (std::size_t u = 0; u <= n; ++u) {
    for (std::size_t v = 0; v <= n + 1; ++v) {
      if (v == n || v == u || !less(u, v)) continue;
      detail::DisjointSets parts(n + 2);
      for (const Relation& cover : covers) {
        const std::size_t a = index(cover.lower);
        const std::size_t b = index(cover.upper);
        if (a != u && a != v && b != u && b != v) parts.join(a, b);
      }
      std::vector<bool> has_bound(n + 2);
      if (u != n) has_bound[parts.find(n)] = true;
      if (v != n + 1) has_bound[parts.find(n + 1)] = true;
      for (std::size_t s = 0; s < n; ++s) {
        if (s == u || s == v || parts.find(s) != s || has_bound[s]) continue;  // s is the least of its part
        std::vector<Relation> flipped = covers;
        for (Relation& cover : flipped) {
          const auto inside = [&](Element e) { return index(e) != u && index(e) != v && parts.find(index(e)) == s; };
          if (!inside(cover.lower) && !inside(cover.upper)) continue;
          const auto image = [&](Element e) { return index(e) == u ? element(v) : index(e) == v ? element(u) : e; };
          cover = {image(cover.upper), image(cover.lower)};
        }
        Poset q = without_bounds(n, flipped);
        if (seen.insert(q.covers()).second) result.push_back(std::move(q));
      }
    }
  }
  return result;
}

std::vector<Poset> order_polytope_equivalence_class(const Poset& p, std::size_t max_posets) {
  std::vector<Poset> found = {canonical_form(p)};
  std::set<std::vector<Relation>> seen = {found[0].covers()};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Poset& flipped : order_polytope_flips(found[i])) {
      Poset q = canonical_form(flipped);
      if (!seen.insert(q.covers()).second) continue;
      if (found.size() == max_posets) {
        throw Error(Errc::too_large, "order_polytope_equivalence_class: more than " + std::to_string(max_posets) +
                                         " posets (max_posets) have an equivalent order polytope");
      }
      found.push_back(std::move(q));
    }
  }
  std::sort(found.begin(), found.end(), [](const Poset& a, const Poset& b) { return a.covers() < b.covers(); });
  return found;
}

bool are_order_polytopes_equivalent(const Poset& p, const Poset& q) {
  if (p.size() != q.size() || count_order_polytope_facets(p) != count_order_polytope_facets(q) ||
      count_up_sets(p) != count_up_sets(q)) {
    return false;
  }
  return find_isomorphism(incidences(p, "are_order_polytopes_equivalent"),
                          incidences(q, "are_order_polytopes_equivalent"))
      .has_value();
}

}  // namespace tropiary
