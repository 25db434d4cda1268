// Volume, Ehrhart polynomial, h* and f-vector of order polytopes from the poset, against libnormaliz, which gets the
// facets and the vertices and only counts.
// usage: order_polytopes [--without-peers]

#include <string>
#include <vector>

#include "timing.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

#ifdef TROPIARY_HAS_NORMALIZ
#include <libnormaliz/libnormaliz.h>
#endif

using namespace tropiary;
using namespace tropiary::benchmarks;

namespace {

struct Case {
  std::string name;
  Poset poset;
  bool for_peers;
};

Poset of_covers(std::size_t n, const std::vector<std::pair<std::size_t, std::size_t>>& covers) {
  std::vector<Relation> relations;
  for (const auto& [a, b] : covers) relations.push_back({element(a), element(b)});
  return Poset::from_relations(n, relations);
}

/// Chains with two relations between neighbours: prime, no tree, and nearly (length + 1)^chains up-sets.
Poset tied_chains(std::size_t chains, std::size_t length) {
  std::vector<Relation> relations;
  for (std::size_t c = 0; c < chains; ++c) {
    for (std::size_t i = 0; i + 1 < length; ++i)
      relations.push_back({element(c * length + i), element(c * length + i + 1)});
    if (c + 1 == chains) continue;
    for (std::size_t i = 0; i < 2; ++i)
      relations.push_back({element(c * length + i), element((c + 2) * length - 2 + i)});
  }
  return Poset::from_relations(chains * length, relations);
}

std::vector<Case> cases() {
  return {
      {"order-grid2x5",
       of_covers(
           10,
           {{0, 1}, {0, 2}, {1, 3}, {1, 5}, {2, 5}, {3, 4}, {3, 7}, {4, 6}, {4, 8}, {5, 7}, {6, 9}, {7, 8}, {8, 9}}),
       true},
      {"order-10-b",
       of_covers(10, {{0, 3}, {0, 7}, {0, 9}, {1, 2}, {2, 3}, {2, 4}, {3, 8}, {4, 5}, {4, 7}, {4, 9}, {5, 6}, {6, 8}}),
       true},
      {"order-10-a", of_covers(10, {{0, 8}, {1, 6}, {1, 9}}), true},
      {"order-11-a",
       of_covers(11, {{0, 1}, {0, 4}, {1, 3}, {1, 8}, {4, 5}, {4, 7}, {5, 8}, {5, 10}, {6, 7}, {7, 8}, {7, 10}}), true},
      {"order-grid3x4",
       of_covers(12, {{0, 1},
                      {0, 2},
                      {1, 3},
                      {1, 6},
                      {2, 4},
                      {2, 6},
                      {3, 5},
                      {3, 7},
                      {4, 8},
                      {5, 9},
                      {6, 7},
                      {6, 8},
                      {7, 9},
                      {7, 10},
                      {8, 10},
                      {9, 11},
                      {10, 11}}),
       true},
      {"order-12-b",
       of_covers(12,
                 {{0, 2}, {0, 4}, {1, 3}, {2, 9}, {3, 5}, {4, 10}, {4, 11}, {5, 7}, {5, 8}, {7, 9}, {8, 9}, {8, 11}}),
       true},
      {"order-zigzag-12",
       of_covers(12, {{0, 7}, {1, 7}, {1, 8}, {2, 8}, {2, 9}, {3, 9}, {3, 10}, {4, 10}, {4, 11}, {5, 6}, {5, 11}}),
       true},
      {"crown-5", crown(5), true},
      {"tied chains 3x4", tied_chains(3, 4), true},
      {"tied chains 6x5, n = 30", tied_chains(6, 5), false},
      {"tied chains 5x6, n = 30", tied_chains(5, 6), false},
      {"grid 5x6, n = 30", grid(std::vector<std::size_t>{5, 6}), false},
      {"tied chains 3x10, n = 30", tied_chains(3, 10), false},
  };
}

template <class Numbers>
std::string joined(const Numbers& numbers) {
  std::string text;
  for (const auto& x : numbers) text += (text.empty() ? "" : " ") + x.to_string();
  return text;
}

#ifdef TROPIARY_HAS_NORMALIZ
using Matrix = std::vector<std::vector<mpz_class>>;
using NormalizCone = libnormaliz::Cone<mpz_class>;

mpz_class big(const Integer& x) { return mpz_class(x.to_string()); }

Matrix vertices(const Polytope& k) {
  Matrix rows;
  for (const RationalVector& vertex : k.vertices()) {
    rows.emplace_back();
    for (const Rational& x : vertex) rows.back().push_back(big(x.numerator()));
  }
  return rows;
}

template <class Numbers>
std::string joined_words(const Numbers& numbers) {
  std::string text;
  for (const auto& x : numbers) text += (text.empty() ? "" : " ") + x.get_str();
  return text;
}

void normaliz(const Case& c) {
  const Matrix rows = vertices(order_polytope(c.poset));
  std::string answer;
  const double volume = best_seconds(1, [&] {
    NormalizCone cone(libnormaliz::Type::polytope, rows);
    cone.compute(libnormaliz::ConeProperty::Multiplicity);
    answer = cone.getMultiplicity().get_num().get_str();
  });
  report(c.name + ": volume", "libnormaliz", volume, answer);
  const double series = best_seconds(1, [&] {
    NormalizCone cone(libnormaliz::Type::polytope, rows);
    cone.compute(libnormaliz::ConeProperty::HilbertSeries);
    auto numerator = cone.getHilbertSeries().getNum();
    while (!numerator.empty() && numerator.back() == 0) numerator.pop_back();
    answer = joined_words(numerator);
  });
  report(c.name + ": h*", "libnormaliz", series, answer);
  report(c.name + ": Ehrhart", "libnormaliz", series, "from h*");
}
#endif

void ours(const Case& c) {
  const Poset& p = c.poset;
  const double volume_seconds = best_seconds(5, [&] { (void)order_polytope_volume(p); });
  report(c.name + ": volume", "tropiary", volume_seconds, count_linear_extensions(p).to_string());
  const double series = best_seconds(5, [&] { (void)order_polytope_h_star(p); });
  report(c.name + ": h*", "tropiary", series, joined(order_polytope_h_star(p)));
  const double ehrhart = best_seconds(5, [&] { (void)order_polytope_ehrhart_polynomial(p); });
  report(c.name + ": Ehrhart", "tropiary", ehrhart, "from h*");
  if (!c.for_peers) return;
  const double faces = best_seconds(5, [&] { (void)order_polytope_f_vector(p); });
  report(c.name + ": f-vector", "tropiary", faces, joined(order_polytope_f_vector(p)));
}

}  // namespace

int main(int argc, char** argv) {
  const bool peers = argc < 2 || std::string(argv[1]) != "--without-peers";
  for (const Case& c : cases()) {
    ours(c);
#ifdef TROPIARY_HAS_NORMALIZ
    if (peers && c.for_peers) normaliz(c);
#else
    (void)peers;
#endif
  }
}
