#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "order/bit_order.hpp"
#include "order/mixed.hpp"

// Canonical numbering of a coloured order on at most 64 points by individualisation and refinement [mckay2014].
//
// Points with the same points above and below and the same colour (twins) are interchangeable: one of each class takes
// part in the search, coloured by the size of its class. A node of the search tree is an ordered partition into cells;
// refinement splits the cells by sums, over the points below and above, of numbers that stand for their cells, until
// nothing splits. A child puts one point of the target cell before the others. The leaves are numberings; the canonical
// one has the greatest sequence of invariants along its path, then the greatest matrix. Two leaves with equal matrices
// give an automorphism. The nodes of the first path take their children in orbits of the automorphisms known so far, so
// that the sizes of these orbits multiply to the order of the group; the others skip what the stored automorphisms
// that fix their path move to an earlier child.

namespace tropiary::detail {

template <class Word>
class CanonicalSearch {
 public:
  static constexpr std::size_t capacity = BitOrder<Word>::capacity;
  using Points = std::array<std::uint8_t, capacity>;

  /// Points with fewer points below come first, so the numbering is a linear extension; then smaller colours (all equal
  /// when null).
  explicit CanonicalSearch(const BitOrder<Word>& order, const std::uint32_t* colours = nullptr) : order_(order) {
    collect_twins(colours);
    for (std::size_t x = 0; x < order.size; ++x) orbit_[x] = static_cast<std::uint8_t>(x);
    Partition start = start_partition(colours);
    refine(start);
    first_path(start, 0);
    number_points();
  }

  /// At each point its canonical position.
  [[nodiscard]] const Points& position() const { return position_; }

  /// Generators of the group that permutes the classes of twins: at the first point of a class the first point of its
  /// image.
  [[nodiscard]] const std::vector<Points>& generators() const { return generators_; }

  /// The order of the group is the product of these and of the factorials of the sizes of the classes of twins.
  [[nodiscard]] const std::vector<std::uint8_t>& indices() const { return indices_; }

  /// At each point the first of its twins.
  [[nodiscard]] const Points& first_twin() const { return twin_; }

 private:
  struct Partition {
    Points lab{};             // the representatives, cell by cell
    Points rank{};            // of a representative: where its cell starts
    Word starts = 0;          // where cells start
    std::uint64_t trace = 0;  // the same for isomorphic nodes
  };
  struct Leaf {
    Points lab{};
    std::array<Word, capacity> matrix{};
    std::array<std::uint64_t, capacity + 1> traces{};
    Points path{};
    std::size_t depth = 0;
  };
  enum class Compared : std::uint8_t { less, equal, greater };

  void collect_twins(const std::uint32_t* colours) {
    const std::size_t n = order_.size;
    for (std::size_t x = 0; x < n; ++x) {
      std::size_t first = 0;
      while (first < x && (order_.below[first] != order_.below[x] || order_.above[first] != order_.above[x] ||
                           (colours != nullptr && colours[first] != colours[x]))) {
        ++first;
      }
      twin_[x] = static_cast<std::uint8_t>(first);
      ++twins_[first];
      if (first == x) representatives_ |= bit_of<Word>(x);
    }
    count_ = count_bits(representatives_);
  }

  Partition start_partition(const std::uint32_t* colours) {
    std::array<std::uint64_t, capacity> key;
    Partition p;
    std::size_t next = 0;
    for_each_member(representatives_, [&](std::size_t x) {
      key[x] = count_bits(order_.below[x]) << 48U | (colours == nullptr ? 0 : std::uint64_t{colours[x]} << 16U) |
               count_bits(order_.above[x]) << 8U | twins_[x];
      p.lab[next++] = static_cast<std::uint8_t>(x);
    });
    split(p, 0, count_, key);
    return p;
  }

  /// Sorts the places from `start` to `stop` by key and starts a cell where the key changes; whether it does.
  bool split(Partition& p, std::size_t start, std::size_t stop, const std::array<std::uint64_t, capacity>& key) const {
    for (std::size_t i = start + 1; i < stop; ++i) {
      const std::uint8_t x = p.lab[i];
      std::size_t j = i;
      for (; j > start && key[p.lab[j - 1]] > key[x]; --j) p.lab[j] = p.lab[j - 1];
      p.lab[j] = x;
    }
    std::size_t cell = start;
    for (std::size_t i = start; i < stop; ++i) {
      if (i == start || key[p.lab[i]] != key[p.lab[i - 1]]) {
        cell = i;
        p.starts |= bit_of<Word>(i);
        p.trace = mixed(p.trace ^ key[p.lab[i]]) + i;
      }
      p.rank[p.lab[i]] = static_cast<std::uint8_t>(cell);
    }
    return cell != start;
  }

  [[nodiscard]] std::size_t end_of_cell(const Partition& p, std::size_t start) const {
    const Word later = start + 1 < capacity ? static_cast<Word>(p.starts >> (start + 1)) : Word{0};
    return later == 0 ? count_ : start + 1 + lowest(later);
  }

  [[nodiscard]] bool is_discrete(const Partition& p) const { return count_bits(p.starts) == count_; }

  void refine(Partition& p) const {
    std::array<std::uint64_t, capacity> weight;  // by rank
    std::array<std::uint64_t, capacity> key;
    for (bool splits = true; splits && !is_discrete(p);) {
      splits = false;
      for_each_member(p.starts, [&](std::size_t start) { weight[start] = mixed(0x9e3779b97f4a7c15U * (start + 1)); });
      const Points rank = p.rank;
      for_each_member(p.starts, [&](std::size_t start) {
        const std::size_t stop = end_of_cell(p, start);
        if (stop == start + 1) return;
        for (std::size_t i = start; i < stop; ++i) {
          const std::size_t x = p.lab[i];
          std::uint64_t below = 0;
          std::uint64_t above = 0;
          for_each_member(static_cast<Word>(order_.below[x] & representatives_),
                          [&](std::size_t y) { below += weight[rank[y]]; });
          for_each_member(static_cast<Word>(order_.above[x] & representatives_),
                          [&](std::size_t y) { above += weight[rank[y]]; });
          key[x] = mixed(below) + above;
        }
        splits = split(p, start, stop, key) || splits;
      });
    }
  }

  /// The start of the first among the smallest cells of at least two points.
  [[nodiscard]] std::size_t target_cell(const Partition& p) const {
    std::size_t best = 0;
    std::size_t best_size = capacity + 1;
    for_each_member(p.starts, [&](std::size_t start) {
      const std::size_t size = end_of_cell(p, start) - start;
      if (size > 1 && size < best_size) {
        best = start;
        best_size = size;
      }
    });
    return best;
  }

  [[nodiscard]] Word cell_at(const Partition& p, std::size_t start) const {
    Word cell = 0;
    for (std::size_t i = start; i < end_of_cell(p, start); ++i) cell |= bit_of<Word>(p.lab[i]);
    return cell;
  }

  [[nodiscard]] Partition child(const Partition& p, std::size_t start, std::size_t x) const {
    Partition q = p;
    const std::size_t stop = end_of_cell(p, start);
    std::size_t at = start;
    while (q.lab[at] != x) ++at;
    std::swap(q.lab[start], q.lab[at]);
    q.starts |= bit_of<Word>(start + 1);
    for (std::size_t i = start + 1; i < stop; ++i) q.rank[q.lab[i]] = static_cast<std::uint8_t>(start + 1);
    refine(q);
    return q;
  }

  void write_matrix(const Partition& p, std::array<Word, capacity>& matrix) const {
    for (std::size_t i = 0; i < count_; ++i) {
      Word row = 0;
      for_each_member(static_cast<Word>(order_.above[p.lab[i]] & representatives_),
                      [&](std::size_t y) { row |= bit_of<Word>(p.rank[y]); });
      matrix[i] = row;
    }
  }

  void first_path(const Partition& p, std::size_t depth) {
    traces_[depth] = p.trace;
    if (is_discrete(p)) {
      first_.lab = p.lab;
      write_matrix(p, first_.matrix);
      first_.traces = traces_;
      first_.path = path_;
      first_.depth = depth;
      best_ = first_;
      return;
    }
    const std::size_t start = target_cell(p);
    const Word cell = cell_at(p, start);
    const std::size_t first = lowest(cell);
    path_[depth] = static_cast<std::uint8_t>(first);
    first_path(child(p, start, first), depth + 1);
    path_set_ = 0;
    for (std::size_t i = 0; i < depth; ++i) path_set_ |= bit_of<Word>(path_[i]);
    for_each_member(static_cast<Word>(cell & (cell - 1)), [&](std::size_t x) {
      if (orbit_of(x) != x) return;
      branching_ = depth;
      path_[depth] = static_cast<std::uint8_t>(x);
      path_set_ |= bit_of<Word>(x);
      const Partition q = child(p, start, x);
      other_path(q, depth + 1, true, Compared::equal);
      path_set_ &= static_cast<Word>(~bit_of<Word>(x));
    });
    std::size_t orbit = 0;
    for_each_member(cell, [&](std::size_t x) { orbit += orbit_of(x) == first ? 1U : 0U; });
    indices_.push_back(static_cast<std::uint8_t>(orbit));
  }

  /// Returns the depth of the node to go on with. `like_first`: the traces above equal those of the first path;
  /// `with_best` compares them with those of the best.
  std::size_t other_path(const Partition& p, std::size_t depth, bool like_first, Compared with_best) {
    traces_[depth] = p.trace;
    like_first = like_first && depth <= first_.depth && p.trace == first_.traces[depth];
    if (with_best == Compared::equal) {
      if (depth > best_.depth) {
        with_best = Compared::less;
      } else if (p.trace != best_.traces[depth]) {
        with_best = p.trace < best_.traces[depth] ? Compared::less : Compared::greater;
      }
    }
    if (!like_first && with_best == Compared::less) return depth - 1;
    if (is_discrete(p)) return leaf(p, depth, like_first, with_best);
    const std::size_t start = target_cell(p);
    Word candidates = cell_at(p, start);
    for (Word left = candidates; left != 0;) {
      for (const Automorphism& known : known_) {
        if ((path_set_ & static_cast<Word>(~known.fixed)) == 0) left &= known.least_in_cycle;
      }
      if (left == 0) break;
      const std::size_t x = lowest(left);
      left &= static_cast<Word>(left - 1);
      path_[depth] = static_cast<std::uint8_t>(x);
      path_set_ |= bit_of<Word>(x);
      const std::size_t go_on_at = other_path(child(p, start, x), depth + 1, like_first, with_best);
      path_set_ &= static_cast<Word>(~bit_of<Word>(x));
      if (go_on_at < depth) return go_on_at;
      // The best leaf may have changed below; then it passes through this node.
      if (with_best == Compared::greater && best_passes_here(depth)) with_best = Compared::equal;
    }
    return depth - 1;
  }

  [[nodiscard]] bool best_passes_here(std::size_t depth) const {
    return std::equal(path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth), best_.path.begin());
  }

  std::size_t leaf(const Partition& p, std::size_t depth, bool like_first, Compared with_best) {
    std::array<Word, capacity> matrix;
    write_matrix(p, matrix);
    const auto compared = [&](const std::array<Word, capacity>& other) {
      for (std::size_t i = 0; i < count_; ++i) {
        if (matrix[i] != other[i]) return matrix[i] < other[i] ? Compared::less : Compared::greater;
      }
      return Compared::equal;
    };
    if (like_first && depth == first_.depth && compared(first_.matrix) == Compared::equal) {
      add_automorphism(first_.lab, p.lab);
      return branching_;
    }
    if (with_best == Compared::equal) with_best = depth < best_.depth ? Compared::greater : compared(best_.matrix);
    if (with_best == Compared::greater) {
      best_.lab = p.lab;
      best_.matrix = matrix;
      best_.traces = traces_;
      best_.path = path_;
      best_.depth = depth;
    } else if (with_best == Compared::equal) {
      add_automorphism(best_.lab, p.lab);
      if (orbit_of(path_[branching_]) != path_[branching_]) return branching_;
      std::size_t common = 0;
      while (path_[common] == best_.path[common]) ++common;
      return common;
    }
    return depth - 1;
  }

  void add_automorphism(const Points& from, const Points& to) {
    Points image{};
    for (std::size_t i = 0; i < count_; ++i) image[from[i]] = to[i];
    Automorphism known;
    for_each_member(representatives_, [&](std::size_t x) {
      if (image[x] == x) known.fixed |= bit_of<Word>(x);
    });
    bool merges = false;
    Word left = representatives_;
    while (left != 0) {
      const std::size_t x = lowest(left);
      known.least_in_cycle |= bit_of<Word>(x);
      for (std::size_t y = x; (left & bit_of<Word>(y)) != 0; y = image[y]) {
        left &= static_cast<Word>(~bit_of<Word>(y));
        const std::size_t a = orbit_of(x);
        const std::size_t b = orbit_of(y);
        if (a == b) continue;
        orbit_[std::max(a, b)] = static_cast<std::uint8_t>(std::min(a, b));
        merges = true;
      }
    }
    if (known_.size() < 2 * capacity) known_.push_back(known);
    if (merges) generators_.push_back(image);
  }

  std::size_t orbit_of(std::size_t x) {
    while (orbit_[x] != x) x = orbit_[x] = orbit_[orbit_[x]];
    return x;
  }

  void number_points() {
    std::array<std::uint8_t, capacity> next;
    std::size_t place = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      next[best_.lab[i]] = static_cast<std::uint8_t>(place);
      place += twins_[best_.lab[i]];
    }
    for (std::size_t x = 0; x < order_.size; ++x) position_[x] = next[twin_[x]]++;
  }

  struct Automorphism {
    Word fixed = 0;
    Word least_in_cycle = 0;
  };

  const BitOrder<Word>& order_;
  Points twin_{};
  Points twins_{};  // size of the class, at its first point
  Word representatives_ = 0;
  std::size_t count_ = 0;
  Points orbit_{};
  Points path_{};
  Word path_set_ = 0;
  std::size_t branching_ = 0;  // where the path leaves the first one
  std::array<std::uint64_t, capacity + 1> traces_{};
  Leaf first_;
  Leaf best_;
  std::vector<Automorphism> known_;
  std::vector<Points> generators_;
  std::vector<std::uint8_t> indices_;
  Points position_{};
};

}  // namespace tropiary::detail
