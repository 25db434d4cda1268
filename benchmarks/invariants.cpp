// Sweeps over all posets on seven points, the polynomials of the small reference posets, dimensions.
// usage: invariants tests/reference/posets.json

#include "tropiary/order/invariants.hpp"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "timing.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"

using namespace tropiary;
using namespace tropiary::benchmarks;

namespace {

/// The time of one sweep; the answer is the sum of what f says of each poset.
template <class F>
void sweep(const std::string& name, const std::vector<Poset>& posets, F f) {
  Integer sum;
  for (const Poset& p : posets) sum += f(p);
  const double seconds = best_seconds(5, [&] {
    for (const Poset& p : posets) (void)f(p);
  });
  report(name, "tropiary", seconds, sum.to_string());
}

/// The small ones: at most sixteen points, or a known order polynomial.
std::vector<Poset> reference_posets(const std::string& path) {
  std::ifstream file(path);
  std::vector<Poset> result;
  const auto document = nlohmann::json::parse(file);
  for (const auto& entry : document.at("posets")) {
    if (entry.at("n").get<std::size_t>() > 16 && !entry.at("answers").contains("order_polynomial")) continue;
    std::vector<Relation> covers;
    for (const auto& pair : entry.at("covers")) {
      covers.push_back({element(pair[0].get<std::size_t>()), element(pair[1].get<std::size_t>())});
    }
    result.push_back(Poset::from_relations(entry.at("n").get<std::size_t>(), covers));
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: invariants tests/reference/posets.json\n";
    return 2;
  }
  std::vector<Poset> seven;
  for_each_poset(7, {}, [&](const SmallPoset& p) {
    seven.push_back(to_poset(p));
    return true;
  });
  sweep("width, n = 7", seven, [](const Poset& p) { return Integer(width(p)); });
  sweep("Moebius function of the bounds, n = 7", seven, [](const Poset& p) { return reduced_euler_characteristic(p); });
  sweep("Moebius matrix, n = 7", seven, [](const Poset& p) { return Integer(mobius_matrix(p).size()); });
  sweep("lattice test, n = 7", seven, [](const Poset& p) { return Integer(is_lattice(p) ? 1 : 0); });
  sweep("Greene-Kleitman shape, n = 7", seven,
        [](const Poset& p) { return Integer(p.empty() ? 0 : greene_kleitman_shape(p)[0]); });
  sweep("Betti numbers, n = 7", seven, [](const Poset& p) { return Integer(reduced_betti_numbers(p)[0]); });

  const std::vector<Poset> small = reference_posets(argv[1]);
  const auto sum = [](const std::vector<Rational>& polynomial) {
    Rational total;
    for (const Rational& c : polynomial) total += c;
    return total.numerator();
  };
  sweep("order, zeta and Ehrhart polynomials, reference", small, [&](const Poset& p) {
    return sum(order_polynomial(p)) + sum(zeta_polynomial(p)) + sum(order_polytope_ehrhart_polynomial(p));
  });
  sweep("realiser of S5", {standard_example(5)}, [](const Poset& p) { return Integer(realiser(p).size()); });
  sweep("realiser of B4", {boolean_lattice(4)}, [](const Poset& p) { return Integer(realiser(p).size()); });
}
