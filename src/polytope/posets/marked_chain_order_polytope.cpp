// In geometry: the vertices of these polytopes are found by a hull.
#include <optional>
#include <string>

#include "polytope/posets/marked_poset.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"

namespace tropiary {

namespace {

constexpr std::size_t max_chains = std::size_t{1} << 20U;

struct Row {
  Rational constant;
  RationalVector normal;
};

AffineForm cleared(const Row& row) {
  RationalVector all = row.normal;
  all.push_back(row.constant);
  std::vector<Integer> integers = primitive(std::span<const Rational>(all));
  Integer constant = std::move(integers.back());
  integers.pop_back();
  return {std::move(constant), std::move(integers)};
}

/// Saturated chains a < p₁ < … < pᵣ < b, all pᵢ in the chain part, a and b not, depth first.
template <class F>
void for_each_chain(const Poset& p, const ElementSet& chain_part, F f) {
  struct Step {
    Element point;
    std::size_t next;
  };
  for (std::size_t a = 0; a < p.size(); ++a) {
    if (chain_part.contains(element(a))) continue;
    std::vector<Step> path = {{element(a), 0}};
    while (!path.empty()) {
      const auto covers = p.upper_covers(path.back().point);
      if (path.back().next == covers.size()) {
        path.pop_back();
        continue;
      }
      const Element e = covers[path.back().next++];
      if (chain_part.contains(e)) {
        path.push_back({e, 0});
        continue;
      }
      std::vector<Element> inner;
      for (std::size_t i = 1; i < path.size(); ++i) inner.push_back(path[i].point);
      f(element(a), inner, e);
    }
  }
}

void check_chains(const Poset& p, const ElementSet& chain_part, const char* function) {
  std::vector<Integer> ways(p.size());
  Integer count;
  const auto extension = p.linear_extension();
  for (auto it = extension.rbegin(); it != extension.rend(); ++it) {
    for (const Element q : p.upper_covers(*it)) {
      ways[index(*it)] += chain_part.contains(q) ? ways[index(q)] : Integer(1);
    }
    if (!chain_part.contains(*it)) count += ways[index(*it)];
  }
  if (count > Integer(max_chains)) {
    throw Error(Errc::too_large, std::string(function) + ": " + count.to_string() + " saturated chains, at most " +
                                     std::to_string(max_chains));
  }
}

Polytope build(const MarkedPoset& marked, const ElementSet& chain_part, const char* function) {
  const Poset& p = marked.poset();
  if (chain_part.universe_size() != p.size()) {
    throw Error(Errc::dimension_mismatch, std::string(function) + ": a chain part of " +
                                              std::to_string(chain_part.universe_size()) + " points, the poset has " +
                                              std::to_string(p.size()));
  }
  std::vector<std::optional<Rational>> mark(p.size());
  for (const auto& [e, value] : marked.marks()) {
    if (chain_part.contains(e)) {
      throw Error(Errc::invalid_argument,
                  std::string(function) + ": the point " + p.label(e) + " of the chain part is marked");
    }
    mark[index(e)] = value;
  }
  check_chains(p, chain_part, function);
  const std::size_t ambient = marked.unmarked().size();
  std::vector<std::size_t> coordinate(p.size());
  for (std::size_t i = 0; i < ambient; ++i) coordinate[index(marked.unmarked()[i])] = i;
  std::vector<AffineForm> inequalities;
  for (const Element e : chain_part) {
    inequalities.push_back({0, std::vector<Integer>(ambient)});
    inequalities.back().normal[coordinate[index(e)]] = 1;
  }
  for_each_chain(p, chain_part, [&](Element a, const std::vector<Element>& inner, Element b) {
    Row row{0, RationalVector(ambient)};
    const auto add = [&](Element e, int sign) {
      if (mark[index(e)]) {
        row.constant += *mark[index(e)] * Rational(sign);
      } else {
        row.normal[coordinate[index(e)]] += Rational(sign);
      }
    };
    add(b, 1);
    add(a, -1);
    for (const Element e : inner) add(e, -1);
    inequalities.push_back(cleared(row));
  });
  return polytope_from_inequalities(ambient, std::move(inequalities));
}

}  // namespace

Polytope marked_chain_polytope(const MarkedPoset& marked) {
  ElementSet chain_part(marked.poset().size());
  for (const Element e : marked.unmarked()) chain_part.insert(e);
  return build(marked, chain_part, "marked_chain_polytope");
}

Polytope marked_chain_order_polytope(const MarkedPoset& marked, const ElementSet& chain_part) {
  return build(marked, chain_part, "marked_chain_order_polytope");
}

}  // namespace tropiary
