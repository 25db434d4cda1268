// Posets: from relations, from names, their up-sets, and a lexicographic sum.

#include <iostream>
#include <vector>

#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/order/up_sets.hpp"

int main() {
  using namespace tropiary;

  // The N: elements keep the numbering they are given, though 2 < 3 in the numbering is no relation here.
  const Poset n = parse_relations("1<2, 3<2, 3<4");
  for (const ElementSet& up_set : up_sets(n)) {
    std::cout << '{';
    for (const Element e : up_set) std::cout << ' ' << n.label(e);
    std::cout << " }\n";
  }

  // N with a chain in place of 1 and an antichain in place of 3.
  const std::vector<Poset> blocks{chain(2), chain(1), antichain(3), chain(1)};
  const Poset sum = lexicographic_sum(n, blocks);
  std::cout << to_relations_text(sum) << '\n' << count_up_sets(sum) << " up-sets\n";

  return n == named_poset("N") && count_up_sets(n) == 8 && sum.size() == 7 ? 0 : 1;
}
