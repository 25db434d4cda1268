#include <bit>
#include <string>
#include <unordered_map>
#include <vector>

#include "order/word_order.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

using Polynomial = std::vector<Integer>;

void add_shifted(Polynomial& to, const Polynomial& summand, std::size_t shift) {
  if (to.size() < summand.size() + shift) to.resize(summand.size() + shift);
  for (std::size_t i = 0; i < summand.size(); ++i) to[i + shift] += summand[i];
}

/// For a down-set, the arrangements of it by their last element, which is one of its maximal ones.
using Arrangements = std::vector<std::pair<std::size_t, Polynomial>>;

}  // namespace

std::vector<Integer> descent_polynomial(const Poset& p, std::size_t max_down_sets) {
  if (p.size() > 64) {
    throw Error(Errc::too_large,
                "descent_polynomial: the poset has " + std::to_string(p.size()) + " points, at most 64");
  }
  if (const Integer count = count_up_sets(p); count > Integer(max_down_sets)) {
    throw Error(Errc::too_large, "descent_polynomial: the poset has " + count.to_string() + " down-sets, at most " +
                                     std::to_string(max_down_sets) + " are gone through");
  }
  if (p.empty()) return {1};
  const detail::WordOrder order(p);
  std::unordered_map<std::uint64_t, Arrangements> level;
  level[0] = {{0, {1}}};  // before the first element there is no descent
  for (std::size_t k = 0; k < order.size; ++k) {
    std::unordered_map<std::uint64_t, Arrangements> next;
    for (const auto& [down_set, arrangements] : level) {
      detail::for_each_member(order.all() & ~down_set, [&](std::size_t x) {
        if ((order.below[x] & ~down_set) != 0) return;
        Polynomial sum;
        for (const auto& [last, polynomial] : arrangements) add_shifted(sum, polynomial, last > x ? 1 : 0);
        next[down_set | detail::WordOrder::bit(x)].emplace_back(x, std::move(sum));
      });
    }
    level = std::move(next);
  }
  Polynomial result;
  for (const auto& [last, polynomial] : level.begin()->second) add_shifted(result, polynomial, 0);
  return result;
}

}  // namespace tropiary
