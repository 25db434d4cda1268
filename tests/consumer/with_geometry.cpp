#include <iostream>

#include "tropiary/order/names.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

int main() {
  const tropiary::Polytope k = tropiary::order_polytope(tropiary::named_poset("N"));
  std::cout << tropiary::convex_hull(4, k.vertices()).vertices().size() << '\n';
}
