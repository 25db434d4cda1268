// The poset polynomial: evaluated by one maximum flow, by listing up-sets, and through its Newton polytope.

#include <iostream>

#include "tropiary/order/names.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"
#include "tropiary/tropical/newton_polytope.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

int main() {
  using namespace tropiary;

  const Poset n = named_poset("N");
  const RationalVector x{5, -3, Rational(15, 2), -1};
  const MaximumClosure best = maximum_closure(n, x);
  std::cout << "f_N(5, -3, 15/2, -1) = " << best.value << '\n';

  const TropicalPolynomial f = expand(PosetPolynomial(n));
  std::cout << to_string(f) << '\n';
  return Tropical(best.value) == f(x) && newton_polytope(f) == order_polytope(n) ? 0 : 1;
}
