#include <vector>

#include "order/block_counts.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

Integer count_up_sets(const Poset& p) {
  return detail::count_nonempty_up_sets_of_blocks(modular_decomposition(p), std::vector<Integer>(p.size(), 1)) + 1;
}

}  // namespace tropiary
