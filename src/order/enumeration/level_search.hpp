#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "order/enumeration/hereditary_tests.hpp"
#include "order/enumeration/poset_search.hpp"
#include "order/enumeration/twin_branches.hpp"

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
//
// Every node of the search is an induced subposet on a down-set of what lies above it in the tree, so a property that
// such subposets inherit cuts the tree (HereditaryTests). A candidate that a prefix refuses is refused by all that
// continue it: the candidates shrink on the way.

namespace tropiary::detail {

/// A poset whose levels are complete, and the next level as far as it was chosen.
struct LevelFrame {
  std::size_t points = 0;          ///< of L
  std::vector<PointMask> storage;  ///< the down-sets of L, ascending, are its first `count`; it never shrinks
  std::size_t count = 0;
  std::size_t first = 0;         ///< from here on those that meet the last level of L
  std::vector<PointMask> least;  ///< the least image of each candidate, unless L is rigid
  Branch identity;               ///< no column placed
  std::vector<Branch> branches;  ///< of the prefix: first those without columns (`roots` of them)
  std::size_t roots = 0;         ///< 0 when L is rigid; the identity is left out once it moves nothing

  [[nodiscard]] std::span<const PointMask> down_sets() const { return std::span(storage).first(count); }
  [[nodiscard]] std::span<const PointMask> candidates() const { return down_sets().subspan(first); }
};

/// What a search shows besides its blocks: nothing.
struct BlocksOnly {
  static constexpr bool wants_blocks = true;
};

/// Hooks: `wants_blocks`; an optional `bool enter(frame, poset)`, called for each poset on fewer points once its levels
/// are complete: false skips what lies above it.
template <class Hooks>
class LevelSearch final : public PosetSearch {
 public:
  struct Limits {
    std::size_t min_height = 0;
    std::size_t max_height = std::numeric_limits<std::size_t>::max();
  };

  /// Posets on n ≥ 1 points that pass the tests (if any). With `top` the blocks hold one more point above them all.
  LevelSearch(std::size_t n, Limits limits, bool top, std::unique_ptr<HereditaryTests> tests, NodeGate* gate,
              Hooks hooks = {})
      : n_(n), split_(split_size(n)), limits_(limits), tests_(std::move(tests)), gate_(gate), hooks_(std::move(hooks)) {
    poset_.size = n + (top ? 1 : 0);
    if (top) poset_.below[n] = static_cast<PointMask>((1U << n) - 1U);
  }

  bool next(PosetBlock& block) override {
    if (point_ == not_started ? start() : advance()) {
      block = {&poset_, n_ - 1, block_};
      return true;
    }
    return false;
  }

  /// The next blocks are the posets with `frame` under their next level, whose points `poset` holds.
  void restart_from(const LevelFrame& frame, const SmallPoset& poset) {
    frames_[0] = frame;
    std::copy_n(poset.below.begin(), frame.points, poset_.below.begin());
    bottom_ = static_cast<int>(frame.points);
    point_ = not_started;
    restarted_ = true;
  }

  [[nodiscard]] Hooks& hooks() { return hooks_; }

 private:
  static constexpr int not_started = -2;

  /// The choices for one point.
  struct Place {
    std::size_t depth = 0;
    std::size_t column = 0;            // of the level
    const PointMask* sets = nullptr;   // what may lie below the point
    const PointMask* least = nullptr;  // least images of these, unless the level's frame is rigid
    std::size_t count = 0;
    std::size_t i = 0;
    std::size_t branches = 0;         // of the columns before it
    bool column_done = false;         // the tuples that go on with sets[i] were visited; the next level was not
    std::vector<PointMask> own_sets;  // with tests
    std::vector<PointMask> own_least;
  };

  bool start() {
    LevelFrame& frame = frames_[0];
    if (!restarted_) {
      bottom_ = 0;
      frame.points = 0;
      frame.storage = {0};
      frame.count = 1;
      frame.first = 0;
      frame.roots = 0;
      frame.branches.clear();
    }
    point_ = bottom_ - 1;
    if (gate_ != nullptr && split_ == 0 && !gate_->take()) return false;
    return open_level(0) || advance();
  }

  /// The search goes on where it stopped, to the next block.
  bool advance() {
    while (point_ >= bottom_) {
      Place& place = places_[static_cast<std::size_t>(point_)];
      LevelFrame& frame = frames_[place.depth];
      if (place.column_done) {
        place.column_done = false;
        ++place.i;
        if (place.depth + 1 < limits_.max_height && complete_level(place.depth, place.column + 1)) {
          if (open_level(place.depth + 1)) return true;
        }
        continue;
      }
      if (place.branches != 0) frame.branches.resize(place.branches);
      if (place.i == place.count) {
        --point_;
        continue;
      }
      const PointMask set = place.sets[place.i];
      const auto point = static_cast<std::size_t>(point_);
      poset_.below[point] = set;
      const bool goes_on =
          (place.branches == 0 || stays_least(frame, place.column, place.branches, place.least[place.i])) &&
          (point + 1 != split_ || gate_ == nullptr || gate_->take());
      if (!goes_on) {
        ++place.i;
        continue;
      }
      place.column_done = true;
      const PointMask* least = place.least == nullptr ? nullptr : place.least + place.i;
      if (open(place.depth, place.column + 1, place.sets + place.i, least, place.count - place.i)) return true;
    }
    return false;
  }

  bool open_level(std::size_t depth) {
    const LevelFrame& frame = frames_[depth];
    if constexpr (requires { hooks_.enter(frame, poset_); }) {
      if (!hooks_.enter(frame, poset_)) return false;
    }
    const std::span<const PointMask> candidates = frame.candidates();
    const bool has_least = frame.roots != 0 && frame.least.size() == candidates.size();
    return open(depth, 0, candidates.data(), has_least ? frame.least.data() : nullptr, candidates.size());
  }

  /// Column j of a level, from these candidates on; true when that is a block.
  bool open(std::size_t depth, std::size_t j, const PointMask* sets, const PointMask* least, std::size_t count) {
    LevelFrame& frame = frames_[depth];
    const std::size_t point = frame.points + j;
    if (depth + (n_ - point) < limits_.min_height) return false;
    const bool last = point + 1 == n_;
    if constexpr (!Hooks::wants_blocks) {
      if (last) return false;
    }
    Place& place = places_[point];
    using Verdict = HereditaryTests::Verdict;
    const Verdict verdict = tests_ == nullptr ? Verdict::all
                                              : tests_->look(poset_, point, frame.points,
                                                             depth == 0 ? 0 : frames_[depth - 1].points, n_ - point);
    if (verdict == Verdict::none) return false;
    if (verdict == Verdict::some) {
      place.own_sets.clear();
      place.own_least.clear();
      for (std::size_t i = 0; i < count; ++i) {
        if (!tests_->admit(sets[i])) continue;
        place.own_sets.push_back(sets[i]);
        if (least != nullptr) place.own_least.push_back(least[i]);
      }
      sets = place.own_sets.data();
      least = least == nullptr ? nullptr : place.own_least.data();
      count = place.own_sets.size();
    }
    if (count == 0) return false;
    if (last) return make_block(frame, j, sets, least, count);
    point_ = static_cast<int>(point);
    place.depth = depth;
    place.column = j;
    place.sets = sets;
    place.least = least;
    place.count = count;
    place.i = 0;
    place.branches = frame.branches.size();
    place.column_done = false;
    return false;
  }

  bool make_block(LevelFrame& frame, std::size_t j, const PointMask* sets, const PointMask* least, std::size_t count) {
    if (frame.branches.empty()) {
      block_ = {sets, count};
      return true;
    }
    if (block_storage_.size() < count) block_storage_.resize(count);
    PointMask* end = block_storage_.data();
    if (j == 0) {
      for (std::size_t i = 0; i < count; ++i) {
        bool is_least = true;
        for (std::size_t b = 0; b < frame.roots; ++b) is_least &= frame.branches[b].least_image(sets[i]) >= sets[i];
        *end = sets[i];
        end += is_least ? 1 : 0;
      }
    } else {
      const std::size_t branches = frame.branches.size();
      for (std::size_t i = 0; i < count; ++i) {
        poset_.below[n_ - 1] = sets[i];
        if (stays_least(frame, j, branches, least[i])) *end++ = sets[i];
        frame.branches.resize(branches);
      }
    }
    block_ = {block_storage_.data(), end};
    return !block_.empty();
  }

  /// Whether the tuple with column j is least, given that it is without; adds its branches.
  bool stays_least(LevelFrame& frame, std::size_t j, std::size_t count, PointMask least) {
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

  /// The frame of the poset whose last level are the columns; false when the tests refuse such a level.
  bool complete_level(std::size_t depth, std::size_t columns) {
    const LevelFrame& lower = frames_[depth];
    LevelFrame& frame = frames_[depth + 1];
    const PointMask* column = &poset_.below[lower.points];
    if (tests_ != nullptr &&
        !tests_->completes(poset_, depth == 0 ? 0 : frames_[depth - 1].points, lower.points, lower.points + columns))
      return false;
    frame.points = lower.points + columns;
    // Under the last point alone only the candidates are needed.
    const bool is_bare = Hooks::wants_blocks && frame.points + 1 == n_;
    add_down_sets(lower, frame, columns, is_bare);

    frame.identity = lower.identity;
    for (std::size_t c = 0; c < columns; ++c) frame.identity.split(column[c]);
    frame.branches.clear();
    add_root(frame, lower.points, columns, frame.identity, true);
    for (const Branch& branch : lower.branches) {
      if (branch.placed == columns && !branch.identity) add_root(frame, lower.points, columns, branch, false);
    }
    frame.roots = frame.branches.size();
    frame.least.clear();
    if (frame.roots == 0 || is_bare) return true;
    for (const PointMask set : frame.candidates()) {
      PointMask least = set;
      for (const Branch& root : frame.branches) least = std::min(least, root.least_image(set));
      frame.least.push_back(least);
    }
    return true;
  }

  /// Those of L that lie above a set of columns and these; for one more column, some of those for the others.
  void add_down_sets(const LevelFrame& lower, LevelFrame& frame, std::size_t columns, bool is_bare) {
    const PointMask* column = &poset_.below[lower.points];
    const std::size_t lists = std::size_t{1} << columns;
    if (list_starts_.size() <= lists) list_starts_.resize(lists + 1);
    frame.first = is_bare ? 0 : lower.count;
    const auto make_room = [&](std::size_t size) {
      if (frame.storage.size() < size) frame.storage.resize(std::max(size, 2 * frame.storage.size()));
    };
    make_room(frame.first + lower.count);
    if (!is_bare) std::copy_n(lower.storage.begin(), lower.count, frame.storage.begin());
    std::size_t end = frame.first;
    for (std::size_t above = 1; above < lists; ++above) {
      const auto newest = static_cast<std::size_t>(std::bit_width(above)) - 1;
      const std::size_t rest = above ^ (std::size_t{1} << newest);
      const std::size_t size = rest == 0 ? lower.count : list_starts_[rest + 1] - list_starts_[rest];
      list_starts_[above] = static_cast<std::uint32_t>(end);
      make_room(end + size);
      const PointMask* from = rest == 0 ? lower.storage.data() : frame.storage.data() + list_starts_[rest];
      PointMask* to = frame.storage.data() + end;
      const PointMask needed = column[newest];
      const auto top = static_cast<PointMask>(1U << (lower.points + newest));
      for (std::size_t i = 0; i < size; ++i) {
        *to = from[i] | top;
        to += (needed & static_cast<PointMask>(~from[i])) == 0 ? 1 : 0;
      }
      end = static_cast<std::size_t>(to - frame.storage.data());
      list_starts_[above + 1] = static_cast<std::uint32_t>(end);
    }
    frame.count = end;
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
  Limits limits_;
  std::unique_ptr<HereditaryTests> tests_;
  NodeGate* gate_;
  Hooks hooks_;
  int point_ = not_started;  // the innermost place in use
  int bottom_ = 0;           // the outermost
  bool restarted_ = false;
  SmallPoset poset_;
  std::array<LevelFrame, SmallPoset::max_size + 1> frames_;
  std::array<Place, SmallPoset::max_size + 1> places_;
  std::vector<std::uint32_t> list_starts_;
  std::vector<PointMask> block_storage_;
  std::span<const PointMask> block_;
};

}  // namespace tropiary::detail
