// The order polytope from the theorem, checked against itself and against the hull of its vertices.

#include <iostream>

#include "tropiary/order/names.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

int main() {
  using namespace tropiary;

  const Polytope k = order_polytope(named_poset("N"));
  std::cout << k.vertices().size() << " vertices, " << k.facets().size() << " facets, dimension " << k.dimension()
            << '\n';
  const PolytopeReport report = verify(k);
  for (const std::string& failure : report.failures) std::cout << failure << '\n';

  return report.holds() && convex_hull(4, k.vertices()) == k ? 0 : 1;
}
