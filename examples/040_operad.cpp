// Terms of the operad: 50,001 points that are never expanded, and the modular decomposition as a term.

#include <iostream>
#include <string>

#include "tropiary/operad/term.hpp"
#include "tropiary/order/names.hpp"

int main() {
  using namespace tropiary;

  std::string text(50000, '(');
  text += ".";
  for (int i = 0; i < 50000; ++i) text += i % 2 == 0 ? " + .)" : " * .)";
  const Term big = parse_term(text);
  std::cout << big.size() << " points, a number of up-sets with " << count_up_sets(big).to_string().size()
            << " digits\n";

  const Factorisation factors = factorise(named_poset("grid:2x3"));
  std::cout << "grid:2x3 = " << to_string(factors.term) << '\n';
  return big.size() == 50001 && factors.points.size() == 6 ? 0 : 1;
}
