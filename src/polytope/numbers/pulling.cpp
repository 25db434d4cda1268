#include "polytope/numbers/pulling.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tropiary::detail {
namespace {

// Sets of one size, in one piece of memory.
struct Sets {
  std::size_t words = 0;
  std::vector<std::uint64_t> bits;

  [[nodiscard]] std::size_t size() const { return words == 0 ? 0 : bits.size() / words; }
  [[nodiscard]] Words operator[](std::size_t i) const { return {bits.data() + i * words, words}; }
};

bool intersects(Words a, Words b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] & b[i]) != 0) return true;
  }
  return false;
}

// Leaves the maximal ones among sets with at least `least` members; `set` itself and repetitions go too.
class MaximalSets {
 public:
  void begin(std::size_t words) {
    words_ = words;
    bits_.clear();
    sizes_.clear();
  }
  void add_intersection(Words a, Words b, std::size_t least, std::size_t too_many) {
    const std::size_t start = bits_.size();
    std::size_t count = 0;
    for (std::size_t i = 0; i < words_; ++i) {
      bits_.push_back(a[i] & b[i]);
      count += static_cast<std::size_t>(std::popcount(bits_.back()));
    }
    if (count < least || count >= too_many) {
      bits_.resize(start);
      return;
    }
    sizes_.push_back(count);
  }
  void finish(Sets& result) {
    result.words = words_;
    result.bits.clear();
    order_.resize(sizes_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](auto i, auto j) { return sizes_[i] > sizes_[j]; });
    for (const std::size_t i : order_) {
      const Words candidate{bits_.data() + i * words_, words_};
      bool covered = false;
      for (std::size_t j = 0; j < result.size() && !covered; ++j) covered = is_subset(candidate, result[j]);
      if (!covered) result.bits.insert(result.bits.end(), candidate.begin(), candidate.end());
    }
  }

 private:
  std::size_t words_ = 0;
  std::vector<std::uint64_t> bits_;
  std::vector<std::size_t> sizes_;
  std::vector<std::size_t> order_;
};

std::size_t first_of(Words set) {
  std::size_t i = 0;
  while (set[i] == 0) ++i;
  return 64 * i + static_cast<std::size_t>(std::countr_zero(set[i]));
}

// A face under way: its facets, which of them comes next, and its first vertex.
struct Level {
  Sets facets;
  std::size_t next = 0;
  std::size_t apex = 0;
};

}  // namespace

bool pulling_triangulation(const BitMatrix& facets, std::size_t dimension,
                           const std::function<bool(std::span<const std::size_t>)>& cell) {
  std::vector<std::size_t> simplex;
  const std::size_t vertices = facets.columns();
  if (vertices == dimension + 1) {
    simplex.resize(vertices);
    std::iota(simplex.begin(), simplex.end(), std::size_t{0});
    return cell(simplex);
  }
  std::vector<std::uint64_t> all(facets.words_per_row());
  for (std::size_t v = 0; v < vertices; ++v) all[v / 64] |= std::uint64_t{1} << (v % 64);
  MaximalSets maximal;
  std::vector<Level> levels(dimension + 1);
  maximal.begin(facets.words_per_row());
  for (std::size_t f = 0; f < facets.rows(); ++f) maximal.add_intersection(facets.row(f), all, dimension, vertices);
  maximal.finish(levels[0].facets);
  // levels[i] is a face of dimension `dimension` − i; the apexes so far are in `simplex`.
  simplex.push_back(0);
  std::size_t depth = 0;
  while (true) {
    Level& level = levels[depth];
    if (level.next == level.facets.size()) {
      simplex.pop_back();
      if (depth == 0) return true;
      --depth;
      continue;
    }
    const std::size_t current = level.next++;
    const Words face = level.facets[current];
    if (test_bit(face, level.apex)) continue;
    const std::size_t size = count_bits(face);
    const std::size_t face_dimension = dimension - depth - 1;
    if (size == face_dimension + 1) {
      const std::size_t kept = simplex.size();
      for_each_bit(face, [&](std::size_t v) { simplex.push_back(v); });
      if (!cell(simplex)) return false;
      simplex.resize(kept);
      continue;
    }
    Level& below = levels[depth + 1];
    maximal.begin(level.facets.words);
    for (std::size_t i = 0; i < level.facets.size(); ++i) {
      if (i != current && intersects(face, level.facets[i])) {
        maximal.add_intersection(face, level.facets[i], face_dimension, size);
      }
    }
    maximal.finish(below.facets);
    below.next = 0;
    below.apex = first_of(face);
    simplex.push_back(below.apex);
    ++depth;
  }
}

}  // namespace tropiary::detail
