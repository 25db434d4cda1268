#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "tropiary/order/enumeration.hpp"

// All posets up to isomorphism, level by level. Level i holds the points whose longest chain downwards has i points
// below it. Let L be a poset; the posets that have one more level than L and L below it are the non-empty multisets of
// down-sets of L that meet the last level of L, up to the automorphisms of L. A multiset is written as the ascending
// tuple of its down-sets (columns), which are bit masks; the least tuple of each orbit is visited. A prefix of a least
// tuple is least: if g made the prefix smaller, it would make the tuple smaller, wherever the last column goes.
//
// Automorphisms: points of L with the same points below and above (twins) may be permuted at will; the search chooses
// numbers so that twins are neighbours. Representatives modulo these permutations are listed. The tuple is compared
// with its images by choosing a representative and which column comes first, second, …: the least image of a column
// puts its points first in each run of twins, and splits the runs. Choices that gave the tuple itself so far are
// branches; a prefix keeps all of them, so that a new column is compared in the places where it may go and no work is
// done twice. The branches that placed all columns are the automorphisms of the new poset.

namespace tropiary::detail {

using PointMask = std::uint16_t;

/// The points `source`, twins so far, go to the numbers start, …, start + |source| − 1.
struct TwinRun {
  PointMask source = 0;
  std::uint8_t start = 0;
};

inline PointMask run_mask(std::size_t start, int length) {
  return static_cast<PointMask>(((1U << length) - 1U) << start);
}

/// Automorphisms of L up to permutations of twins, together with the columns that it placed.
struct Branch {
  PointMask fixed = 0;  ///< points that go to their own numbers
  PointMask used = 0;   ///< columns that were placed
  std::uint8_t placed = 0;
  bool identity = false;  ///< the identity up to twins, columns in their own order
  std::uint8_t runs = 0;
  std::array<TwinRun, 16> run;
  std::array<std::uint8_t, 16> column;  ///< which column was placed first, second, …

  [[nodiscard]] PointMask least_image(PointMask set) const {
    PointMask image = set & fixed;
    for (std::size_t i = 0; i < runs; ++i) {
      image |= run_mask(run[i].start, std::popcount(static_cast<PointMask>(set & run[i].source)));
    }
    return image;
  }

  /// Places the column with these points next.
  void place(std::size_t index, PointMask set) {
    identity = identity && index == placed;
    column[placed++] = static_cast<std::uint8_t>(index);
    used |= static_cast<PointMask>(1U << index);
    split(set);
  }

  /// Twins stay together when `set` has all or none of them.
  void split(PointMask set) {
    const std::size_t count = runs;
    const std::array<TwinRun, 16> old = run;
    runs = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const PointMask in = old[i].source & set;
      add(in, old[i].start);
      add(old[i].source & static_cast<PointMask>(~set), old[i].start + static_cast<std::size_t>(std::popcount(in)));
    }
  }

  void add(PointMask source, std::size_t start) {
    if (source == 0) return;
    if (source == 1U << start) {
      fixed |= source;
    } else {
      run[runs++] = {source, static_cast<std::uint8_t>(start)};
    }
  }
};

/// A poset whose levels are complete, and the next level as far as it was chosen.
struct LevelFrame {
  std::size_t points = 0;            ///< of L
  std::vector<PointMask> down_sets;  ///< of L, ascending; from `first` on those that meet its last level
  std::size_t first = 0;
  std::vector<PointMask> least;  ///< the least image of each candidate, unless L is rigid
  Branch identity;               ///< no column placed
  std::vector<Branch> branches;  ///< of the prefix: first those without columns (`roots` of them)
  std::size_t roots = 0;         ///< 0 when L is rigid; the identity is left out once it moves nothing
};

/// Visitor: `bool leaf(poset)` for each poset on n points, or, if `Visitor::counts`, `bool leaves(count)` for many at a
/// time; false stops the search. Only if `Visitor::wants_leaves`. An optional `bool enter(frame, poset)` is called for
/// each poset on fewer points; false skips what lies above it.
template <class Visitor>
class LevelSearch {
 public:
  LevelSearch(std::size_t n, const EnumerationOptions& options, Visitor& visitor)
      : n_(n),
        split_(n > 3 && options.shards > 1 ? n - 3 : 0),
        shard_(options.shard),
        shards_(options.shards),
        max_height_(options.height.value_or(std::numeric_limits<std::size_t>::max())),
        min_height_(options.height.value_or(0)),
        visitor_(visitor) {
    poset_.size = n;
  }

  bool run() {
    if (n_ <= 3 && shard_ != 0) return true;  // too few to split: all in the first part
    if (n_ == 0) return min_height_ > 0 || visitor_.leaf(poset_);
    LevelFrame& frame = frames_[0];
    frame.points = 0;
    frame.down_sets = {0};
    frame.first = 0;
    frame.roots = 0;
    frame.branches.clear();
    return enter(0);
  }

  /// Only the posets with `frame` under their next level, whose points `poset` holds; no filters, no parts.
  bool run_from(const LevelFrame& frame, const SmallPoset& poset) {
    frames_[0] = frame;
    poset_ = poset;
    poset_.size = n_;
    return add_columns(0, 0, frame.first);
  }

 private:
  bool enter(std::size_t depth) {
    if (depth >= max_height_) return true;
    if constexpr (requires { visitor_.enter(frames_[depth], poset_); }) {
      if (!visitor_.enter(frames_[depth], poset_)) return true;
    }
    return add_columns(depth, 0, frames_[depth].first);
  }

  /// All least tuples that continue the first j columns by candidates from `from` on.
  bool add_columns(std::size_t depth, std::size_t j, std::size_t from) {
    LevelFrame& frame = frames_[depth];
    const std::size_t point = frame.points + j;
    const bool last = point + 1 == n_;
    if constexpr (!Visitor::wants_leaves) {
      if (last) return true;
    }
    if (last && depth + 1 < min_height_) return true;
    const std::size_t count = frame.branches.size();
    const std::size_t end = frame.down_sets.size();
    if (last && count == 0) {
      if constexpr (Visitor::counts) return visitor_.leaves(end - from);
      for (std::size_t i = from; i < end; ++i) {
        poset_.below[point] = frame.down_sets[i];
        if (!visitor_.leaf(poset_)) return false;
      }
      return true;
    }
    for (std::size_t i = from; i < end; ++i) {
      const PointMask set = frame.down_sets[i];
      poset_.below[point] = set;
      if (count != 0) {
        const bool is_least = stays_least(frame, j, count, i);
        if (last || !is_least) frame.branches.resize(count);
        if (!is_least) continue;
      }
      if (last) {
        if constexpr (Visitor::counts) {
          if (!visitor_.leaves(1)) return false;
        } else {
          if (!visitor_.leaf(poset_)) return false;
        }
        continue;
      }
      const bool go_on = grow(depth, j + 1, i);
      frame.branches.resize(count);
      if (!go_on) return false;
    }
    return true;
  }

  bool grow(std::size_t depth, std::size_t columns, std::size_t candidate) {
    if (frames_[depth].points + columns == split_ && split_ != 0 && split_counter_++ % shards_ != shard_) return true;
    if (!add_columns(depth, columns, candidate)) return false;
    complete_level(depth, columns);
    return enter(depth + 1);
  }

  /// Whether the tuple with the candidate as column j is least, given that it is without; adds its branches.
  bool stays_least(LevelFrame& frame, std::size_t j, std::size_t count, std::size_t candidate) {
    const PointMask least = frame.least[candidate - frame.first];
    const PointMask first = poset_.below[frame.points];
    if (least < first) return false;
    for (std::size_t b = least == first ? 0 : frame.roots; b < count; ++b) {
      const Branch branch = frame.branches[b];
      if (!place(frame, branch, j, j + 1)) return false;
    }
    return true;
  }

  bool place(LevelFrame& frame, const Branch& branch, std::size_t column, std::size_t columns) {
    const PointMask* columns_of_level = &poset_.below[frame.points];
    const PointMask set = columns_of_level[column];
    // Of equal columns the first comes first.
    if (column > 0 && columns_of_level[column - 1] == set && ((branch.used >> (column - 1)) & 1U) == 0) return true;
    const PointMask image = branch.least_image(set);
    const PointMask target = columns_of_level[branch.placed];
    if (image != target) return image > target;
    Branch next = branch;
    next.place(column, set);
    if (next.identity && next.runs == 0) return true;
    frame.branches.push_back(next);
    if (next.placed == columns) return true;
    for (std::size_t c = 0; c < columns; ++c) {
      if (((next.used >> c) & 1U) == 0 && !place(frame, next, c, columns)) return false;
    }
    return true;
  }

  /// The frame of the poset whose last level are the columns.
  void complete_level(std::size_t depth, std::size_t columns) {
    const LevelFrame& lower = frames_[depth];
    LevelFrame& frame = frames_[depth + 1];
    const PointMask* column = &poset_.below[lower.points];
    frame.points = lower.points + columns;

    frame.down_sets = lower.down_sets;
    frame.first = lower.down_sets.size();
    for (unsigned above = 1; above < (1U << columns); ++above) {
      PointMask needed = 0;
      for (unsigned rest = above; rest != 0; rest &= rest - 1) needed |= column[std::countr_zero(rest)];
      const auto top = static_cast<PointMask>(above << lower.points);
      for (std::size_t i = 0; i < frame.first; ++i) {
        const PointMask d = lower.down_sets[i];
        if ((needed & static_cast<PointMask>(~d)) == 0) frame.down_sets.push_back(d | top);
      }
    }

    frame.identity = lower.identity;
    for (std::size_t c = 0; c < columns; ++c) frame.identity.split(column[c]);
    frame.branches.clear();
    add_root(frame, lower.points, columns, frame.identity, true);
    for (const Branch& branch : lower.branches) {
      if (branch.placed == columns && !branch.identity) add_root(frame, lower.points, columns, branch, false);
    }
    frame.roots = frame.branches.size();
    frame.least.clear();
    if (frame.roots == 0) return;
    for (std::size_t i = frame.first; i < frame.down_sets.size(); ++i) {
      PointMask least = frame.down_sets[i];
      for (const Branch& root : frame.branches) least = std::min(least, root.least_image(frame.down_sets[i]));
      frame.least.push_back(least);
    }
  }

  void add_root(LevelFrame& frame, std::size_t base, std::size_t columns, const Branch& branch, bool identity) {
    const PointMask* column = &poset_.below[base];
    Branch root = branch;
    root.placed = 0;
    root.used = 0;
    root.identity = identity;
    for (std::size_t i = 0; i < columns;) {
      std::size_t j = i;
      PointMask source = 0;
      for (; j < columns && column[j] == column[i]; ++j) {
        source |= static_cast<PointMask>(1U << (base + (identity ? j : branch.column[j])));
      }
      root.add(source, base + i);
      i = j;
    }
    if (identity) frame.identity = root;
    if (root.runs != 0) frame.branches.push_back(root);
  }

  std::size_t n_;
  std::size_t split_;
  std::size_t shard_;
  std::size_t shards_;
  std::size_t max_height_;
  std::size_t min_height_;
  Visitor& visitor_;
  std::size_t split_counter_ = 0;
  SmallPoset poset_;
  std::array<LevelFrame, SmallPoset::max_size + 1> frames_;
};

}  // namespace tropiary::detail
