#include <vector>

#include "order/block_counts.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

Integer count_linear_extensions(const Poset& p, std::size_t memory_limit_states) {
  return detail::count_linear_extensions_of_blocks(modular_decomposition(p), std::vector<std::size_t>(p.size(), 1),
                                                   memory_limit_states);
}

}  // namespace tropiary
