// Set partitions, as words in which the k-th number is the block of k and blocks are numbered by their least elements.

#include "order/families/grown_poset.hpp"
#include "tropiary/order/families.hpp"

namespace tropiary {

using detail::capped_product;
using detail::capped_sum;
using detail::State;

namespace {

constexpr std::size_t most_elements = 14;  // Bell(15) and Catalan(15) are beyond the limits

std::string set_partition_label(const State& block_of) {
  std::string text;
  for (char32_t block = 0;; ++block) {
    bool is_empty = true;
    for (std::size_t i = 0; i < block_of.size(); ++i) {
      if (block_of[i] != block) continue;
      if (is_empty && block > 0) text += '|';
      if (!is_empty && block_of.size() > 9) text += '-';
      text += std::to_string(i + 1);
      is_empty = false;
    }
    if (is_empty) return text.empty() ? "∅" : text;
  }
}

/// Block b joins block a < b.
State merged(const State& block_of, char32_t a, char32_t b) {
  State result = block_of;
  for (char32_t& block : result) {
    if (block == b)
      block = a;
    else if (block > b)
      --block;
  }
  return result;
}

std::size_t count_blocks(const State& block_of) {
  std::size_t count = 0;
  for (const char32_t block : block_of) count = std::max<std::size_t>(count, block + 1);
  return count;
}

/// No a < b < c < d with a, c in one block and b, d in another: from left to right, what was opened last closes first.
bool is_noncrossing(const State& block_of) {
  std::vector<std::size_t> last(block_of.size());
  for (std::size_t i = 0; i < block_of.size(); ++i) last[block_of[i]] = i;
  std::vector<char32_t> open;
  for (std::size_t i = 0; i < block_of.size(); ++i) {
    while (!open.empty() && last[open.back()] < i) open.pop_back();
    if (!open.empty() && open.back() == block_of[i]) continue;
    if (std::find(open.begin(), open.end(), block_of[i]) != open.end()) return false;
    open.push_back(block_of[i]);
  }
  return true;
}

template <class Accepts>
Poset refinement_order(const char* function, std::size_t n, Accepts accepts) {
  State singletons;
  for (std::size_t i = 0; i < n; ++i) singletons.push_back(static_cast<char32_t>(i));
  const auto upper_covers = [&](const State& block_of, auto emit) {
    const auto blocks = static_cast<char32_t>(count_blocks(block_of));
    for (char32_t a = 0; a < blocks; ++a) {
      for (char32_t b = a + 1; b < blocks; ++b) {
        State coarser = merged(block_of, a, b);
        if (accepts(coarser)) emit(std::move(coarser));
      }
    }
  };
  return detail::grown_poset(function, std::move(singletons), upper_covers, set_partition_label);
}

void require_few_elements(const char* function, std::size_t n) {
  if (n > most_elements) detail::throw_too_large(function, "n is " + std::to_string(n), most_elements);
}

}  // namespace

Poset partition_lattice(std::size_t n) {
  constexpr const char* function = "partition_lattice";
  require_few_elements(function, n);
  // Stirling numbers: S(n, k) partitions with k blocks, each below k(k − 1)/2 others.
  std::vector<std::size_t> stirling(n + 2, 0);
  stirling[0] = 1;
  for (std::size_t m = 1; m <= n; ++m) {
    for (std::size_t k = m; k > 0; --k) stirling[k] = capped_sum(capped_product(k, stirling[k]), stirling[k - 1]);
    stirling[0] = 0;
  }
  std::size_t points = 0;
  std::size_t covers = 0;
  for (std::size_t k = 0; k <= n; ++k) {
    points = capped_sum(points, stirling[k]);
    if (k > 1) covers = capped_sum(covers, capped_product(k * (k - 1) / 2, stirling[k]));
  }
  detail::require_family_size(function, points, covers);
  return refinement_order(function, n, [](const State&) { return true; });
}

Poset noncrossing_partition_lattice(std::size_t n) {
  constexpr const char* function = "noncrossing_partition_lattice";
  require_few_elements(function, n);
  // Catalan numbers of points and, by Kreweras' complement, binomial(2n, n − 2) covers.
  std::size_t catalan = 1;
  for (std::size_t k = 0; k < n; ++k) catalan = catalan * 2 * (2 * k + 1) / (k + 2);
  std::size_t covers = n >= 2 ? 1 : 0;
  for (std::size_t k = 1; n >= 2 && k <= n - 2; ++k) covers = covers * (2 * n - k + 1) / k;
  detail::require_family_size(function, catalan, covers);
  return refinement_order(function, n, is_noncrossing);
}

}  // namespace tropiary
