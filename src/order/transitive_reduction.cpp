#include "order/transitive_reduction.hpp"

#include <algorithm>
#include <array>

namespace tropiary::detail {

namespace {

constexpr std::size_t block_words = 8;
constexpr std::size_t block_size = 64 * block_words;
using Block = std::array<std::uint64_t, block_words>;

}  // namespace

void remove_implied_relations(std::vector<Relation>& relations, std::span<const Element> extension,
                              std::span<const std::uint32_t> ranks) {
  const std::size_t n = extension.size();
  std::vector<std::size_t> starts(n + 1, 0);
  for (const Relation& relation : relations) ++starts[index(relation.lower) + 1];
  bool branches = false;
  for (std::size_t i = 0; i < n; ++i) {
    branches = branches || starts[i + 1] > 1;
    starts[i + 1] += starts[i];
  }
  if (!branches) return;

  // Successors by rank: one that is reachable through an earlier successor is implied.
  for (std::size_t i = 0; i < n; ++i) {
    std::sort(relations.begin() + static_cast<std::ptrdiff_t>(starts[i]),
              relations.begin() + static_cast<std::ptrdiff_t>(starts[i + 1]),
              [&](const Relation& a, const Relation& b) { return ranks[index(a.upper)] < ranks[index(b.upper)]; });
  }
  std::vector<bool> implied(relations.size(), false);
  std::vector<Block> reach(n);  // by rank: which elements of the current block of ranks lie above
  for (std::size_t low = 0; low < n; low += block_size) {
    const std::size_t high = std::min(n, low + block_size);
    for (std::size_t rank = high; rank-- > 0;) {
      Block& mine = reach[rank];
      mine.fill(0);
      const std::size_t e = index(extension[rank]);
      for (std::size_t k = starts[e]; k < starts[e + 1]; ++k) {
        const std::size_t target = ranks[index(relations[k].upper)];
        if (target >= high) break;
        if (target >= low) {
          const std::size_t bit = target - low;
          std::uint64_t& word = mine[bit / 64];
          if (((word >> (bit % 64)) & 1U) != 0) {
            implied[k] = true;
            continue;
          }
          word |= std::uint64_t{1} << (bit % 64);
        }
        for (std::size_t w = 0; w < block_words; ++w) mine[w] |= reach[target][w];
      }
    }
  }
  std::size_t kept = 0;
  for (std::size_t k = 0; k < relations.size(); ++k) {
    if (!implied[k]) relations[kept++] = relations[k];
  }
  relations.resize(kept);
  std::sort(relations.begin(), relations.end());
}

}  // namespace tropiary::detail
