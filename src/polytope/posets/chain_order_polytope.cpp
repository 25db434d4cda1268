#include "tropiary/polytope/chain_order_polytope.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/posets/poset_polytope_limits.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

void check_universe(const Poset& p, const ElementSet& set, const char* function) {
  if (set.universe_size() == p.size()) return;
  throw Error(Errc::dimension_mismatch, std::string(function) + ": a chain part of " +
                                            std::to_string(set.universe_size()) + " points, the poset has " +
                                            std::to_string(p.size()));
}
void check_length(const Poset& p, std::size_t length, const char* function) {
  if (length == p.size()) return;
  throw Error(Errc::dimension_mismatch, std::string(function) + ": a point with " + std::to_string(length) +
                                            " coordinates, the poset has " + std::to_string(p.size()) + " points");
}

/// The greatest of the values of what e covers, 0 for a minimal point.
Rational greatest_below(const Poset& p, Element e, std::span<const Rational> values) {
  const auto lower = p.lower_covers(e);
  if (lower.empty()) return 0;
  const Element greatest = *std::max_element(lower.begin(), lower.end(),
                                             [&](Element a, Element b) { return values[index(a)] < values[index(b)]; });
  return values[index(greatest)];
}

/// Appends the facets of the saturated chains from a, or from 0̂, through the chain part; an explicit path.
class ChainFacets {
 public:
  ChainFacets(const Poset& p, const ElementSet& chain_part, std::vector<AffineForm>& facets)
      : p_(p), chain_part_(chain_part), facets_(facets), form_{0, std::vector<Integer>(p.size())} {}

  void append() {
    const std::vector<Element> minimal = p_.minimal_elements();
    climb(minimal);
    for (std::size_t i = 0; i < p_.size(); ++i) {
      if (chain_part_.contains(element(i))) continue;
      form_.normal[i] = -1;
      from(element(i));
      form_.normal[i] = 0;
    }
  }

 private:
  struct Step {
    std::span<const Element> covers;
    std::size_t next;
    Element point;
  };

  void from(Element a) {
    if (p_.upper_covers(a).empty()) {
      end_at_top();
    } else {
      climb(p_.upper_covers(a));
    }
  }
  void climb(std::span<const Element> covers) {
    std::vector<Step> path = {{covers, 0, {}}};
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == step.covers.size()) {
        if (path.size() > 1) form_.normal[index(step.point)] = 0;
        path.pop_back();
        continue;
      }
      const Element e = step.covers[step.next++];
      if (!chain_part_.contains(e)) {
        form_.normal[index(e)] = 1;
        facets_.push_back(form_);
        form_.normal[index(e)] = 0;
        continue;
      }
      form_.normal[index(e)] = -1;
      if (p_.upper_covers(e).empty()) end_at_top();
      path.push_back({p_.upper_covers(e), 0, e});
    }
  }
  void end_at_top() {
    form_.constant = 1;
    facets_.push_back(form_);
    form_.constant = 0;
  }

  const Poset& p_;
  const ElementSet& chain_part_;
  std::vector<AffineForm>& facets_;
  AffineForm form_;
};

}  // namespace

Integer count_chain_order_polytope_facets(const Poset& p, const ElementSet& chain_part) {
  check_universe(p, chain_part, "count_chain_order_polytope_facets");
  // ways[e]: saturated chains from e through the chain part to a point outside it or to 1̂.
  std::vector<Integer> ways(p.size());
  const auto entering = [&](Element e) { return chain_part.contains(e) ? ways[index(e)] : Integer(1); };
  Integer count = chain_part.count();
  const auto extension = p.linear_extension();
  for (auto it = extension.rbegin(); it != extension.rend(); ++it) {
    const auto upper = p.upper_covers(*it);
    if (upper.empty()) ways[index(*it)] = 1;
    for (const Element cover : upper) ways[index(*it)] += entering(cover);
    if (!chain_part.contains(*it)) count += ways[index(*it)];
  }
  for (const Element e : p.minimal_elements()) count += entering(e);
  return count;
}

namespace detail {

Polytope chain_order_polytope(const Poset& p, const ElementSet& chain_part, std::size_t max_vertices,
                              const char* name) {
  check_universe(p, chain_part, name);
  detail::check_poset_polytope_facets(p, count_chain_order_polytope_facets(p, chain_part), name);
  RationalMatrix vertices;
  vertices.reserve(detail::count_poset_polytope_vertices(p, max_vertices, name));
  for (const ElementSet& up_set : up_sets(p)) {
    RationalVector vertex(p.size());
    for (const Element e : up_set) {
      const auto lower = p.lower_covers(e);
      // The transfer map of an indicator: on the chain part, the minimal points of the up-set stay.
      const bool stays = !chain_part.contains(e) ||
                         std::none_of(lower.begin(), lower.end(), [&](Element q) { return up_set.contains(q); });
      if (stays) vertex[index(e)] = 1;
    }
    vertices.push_back(std::move(vertex));
  }
  std::vector<AffineForm> facets;
  for (const Element e : chain_part) {
    facets.push_back({0, std::vector<Integer>(p.size())});
    facets.back().normal[index(e)] = 1;
  }
  ChainFacets(p, chain_part, facets).append();
  return Polytope::from_theorem(p.size(), std::move(vertices), std::move(facets), {});
}

}  // namespace detail

Polytope chain_order_polytope(const Poset& p, const ElementSet& chain_part, std::size_t max_vertices) {
  return detail::chain_order_polytope(p, chain_part, max_vertices, "chain_order_polytope");
}

RationalVector transfer_map(const Poset& p, const ElementSet& chain_part, std::span<const Rational> x) {
  check_universe(p, chain_part, "transfer_map");
  check_length(p, x.size(), "transfer_map");
  RationalVector y(x.begin(), x.end());
  for (const Element e : chain_part) y[index(e)] -= greatest_below(p, e, x);
  return y;
}

RationalVector inverse_transfer_map(const Poset& p, const ElementSet& chain_part, std::span<const Rational> y) {
  check_universe(p, chain_part, "inverse_transfer_map");
  check_length(p, y.size(), "inverse_transfer_map");
  RationalVector x(y.begin(), y.end());
  for (const Element e : p.linear_extension()) {
    if (chain_part.contains(e)) x[index(e)] += greatest_below(p, e, x);
  }
  return x;
}

RationalVector transfer_map(const Poset& p, std::span<const Rational> x) {
  return transfer_map(p, ElementSet::full(p.size()), x);
}
RationalVector inverse_transfer_map(const Poset& p, std::span<const Rational> y) {
  return inverse_transfer_map(p, ElementSet::full(p.size()), y);
}

}  // namespace tropiary
