#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "polytope/faces/bit_matrix.hpp"

namespace tropiary::detail {

/// Walks the proper faces of a polytope of dimension d ≥ 1, each once, from the sets of facets that its vertices lie on
/// (or from the sets of vertices of its facets: the same walk in the dual). Depth first, facet by facet; a face is
/// entered when it lies in none of the faces that were left before. Nothing is stored but the path down.
///
/// A face is kept as the list of its vertices, each as its set of facets; the facets through the face are the common
/// ones. Let A be a face on the path and c a facet of the polytope that meets it: the facets through A ∩ c are found as
/// soon as a few vertices have nothing in common but c and those through A, which is what mostly happens. A ∩ c lies
/// in a face that was left exactly when one of the facets through it is marked, where leaving B ∩ c marks c for the
/// rest of B. So one word per vertex does when the smaller side has at most 64 members.
/// `Fixed` is the number of words of a set, or 0 when it is known at run time only. Ref [kliem2019].
template <std::size_t Fixed>
class FaceSearch {
 public:
  FaceSearch(const BitMatrix& vertices, std::size_t dimension)
      : words_(vertices.words_per_row()),
        dimension_(dimension),
        levels_(dimension + 1),
        closures_(vertices.columns() * words()) {
    Level& top = levels_.back();
    for (std::size_t v = 0; v < vertices.rows(); ++v) append(top.vertices, vertices.row(v).data());
    for (std::size_t c = 0; c < vertices.columns(); ++c) top.open.push_back(static_cast<std::uint32_t>(c));
    // Facets with few vertices are entered first: they leave most behind for the others.
    std::vector<std::size_t> size(vertices.columns());
    for (std::size_t v = 0; v < vertices.rows(); ++v) {
      for_each_bit(vertices.row(v), [&](std::size_t c) { ++size[c]; });
    }
    std::stable_sort(top.open.begin(), top.open.end(), [&](auto a, auto b) { return size[a] > size[b]; });
    for (Level& level : levels_) {
      level.common.resize(words());
      level.left.resize(words());
    }
    candidates_.resize(words());
    known_.resize(words());
    top.source = &top.vertices;
  }

  /// visit(k, facets) for every face of dimension d − 1 ≥ k ≥ lowest, by the facets that contain it.
  template <class Visit>
  void run(std::size_t lowest, Visit&& visit) {
    walk(lowest, [&](std::size_t k, const Sets& faces) {
      for (std::size_t i = 0; i < faces.size(); i += words()) visit(k, Words(faces.data() + i, words()));
    });
  }

  /// The numbers of faces of dimension k for lowest ≤ k < d, the others zero; `checkpoint` is called with what has been
  /// counted beyond the facets.
  template <class Checkpoint>
  std::vector<std::size_t> count(std::size_t lowest, Checkpoint&& checkpoint) {
    std::vector<std::size_t> counts(dimension_);
    std::size_t total = 0;
    walk(lowest, [&](std::size_t k, const Sets& faces) {
      counts[k] += faces.size() / words();
      if (k + 1 < dimension_) checkpoint(total += faces.size() / words());
    });
    return counts;
  }

 private:
  using Sets = std::vector<std::uint64_t>;
  struct Level {
    Sets vertices;                    // of a face A, each as its set of facets; unused while `source` is another level
    const Sets* source = nullptr;     // those of a face around A, among which A has those that lie on `common`
    Sets common;                      // the facets through A
    Sets left;                        // marked
    std::vector<std::uint32_t> open;  // c for the facets A ∩ c of A still to be entered, the last one first
    Sets closures;                    // for each of them the facets through A ∩ c
  };

  [[nodiscard]] std::size_t words() const noexcept { return Fixed != 0 ? Fixed : words_; }
  void append(Sets& sets, const std::uint64_t* set) const { sets.insert(sets.end(), set, set + words()); }
  static bool test(const std::uint64_t* set, std::uint32_t c) { return ((set[c / 64] >> (c % 64)) & 1U) != 0; }
  static void mark(Sets& set, std::uint32_t c) { set[c / 64] |= std::uint64_t{1} << (c % 64); }
  std::uint64_t* closure(std::uint32_t c) { return closures_.data() + c * words(); }

  bool meets(const std::uint64_t* a, const std::uint64_t* b) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < words(); ++i) common |= a[i] & b[i];
    return common != 0;
  }
  bool contains(const std::uint64_t* a, const std::uint64_t* b) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < words(); ++i) missing |= b[i] & ~a[i];
    return missing == 0;
  }

  // Calls found(k, faces) with the new facets, of dimension k, of each face in turn.
  template <class Found>
  void walk(std::size_t lowest, Found&& found) {
    std::size_t k = dimension_;  // of the face A of the current level
    if (lowest >= k) return;
    keep_facets(levels_[k]);
    found(k - 1, levels_[k].closures);
    while (true) {
      Level& level = levels_[k];
      if (level.open.size() > 2 && k - 1 > lowest) {
        Level& below = levels_[--k];
        enter(level, below);
        found(k - 1, below.closures);
        continue;
      }
      // The last one would be entered with nothing left open, the last but one with a single candidate.
      if (level.open.size() == 2 && k - 1 > lowest && enters_one(level)) found(k - 2, known_);
      if (k == dimension_) return;
      Level& above = levels_[++k];
      mark(above.left, above.open.back());
      above.open.pop_back();
    }
  }

  // Whether the two open facets of a face meet in a new facet of them, which is then `known_`.
  bool enters_one(const Level& level) {
    if (!close(level, level.closures.data() + words(), level.open.front())) return false;
    const std::uint64_t* const set = closure(level.open.front());
    if (meets(set, level.left.data())) return false;
    std::copy(set, set + words(), known_.begin());
    return true;
  }

  // Makes `below` the last open facet of the face.
  void enter(const Level& level, Level& below) {
    const std::size_t rest = level.open.size() - 1;
    const std::uint64_t* const common = level.closures.data() + rest * words();
    std::copy(common, common + words(), below.common.begin());
    std::copy(level.left.begin(), level.left.end(), below.left.begin());
    below.open.assign(level.open.begin(), level.open.end() - 1);
    constexpr std::size_t worth_a_list = Fixed == 1 ? 3 : 1;
    if (rest >= worth_a_list) {
      list_vertices(*level.source, below);
    } else {
      below.source = level.source;
    }
    keep_facets(below);
  }

  void list_vertices(const Sets& source, Level& level) {
    const std::size_t w = words();
    level.vertices.resize(source.size());
    std::uint64_t* end = level.vertices.data();
    const std::uint64_t* const last = source.data() + source.size();
    for (const std::uint64_t* v = source.data(); v != last; v += w) {
      // Without a jump, which would be mispredicted every other time: the next one overwrites what does not belong.
      std::copy(v, v + w, end);
      end += contains(v, level.common.data()) ? w : 0;
    }
    level.vertices.resize(static_cast<std::size_t>(end - level.vertices.data()));
    level.source = &level.vertices;
  }

  // The facets through the vertices of the level on `common` and c; false when there are no such vertices.
  bool close(const Level& level, const std::uint64_t* common, std::uint32_t c) {
    const std::size_t w = words();
    std::uint64_t* const set = closure(c);
    std::fill(set, set + w, ~std::uint64_t{0});
    std::copy(common, common + w, known_.begin());
    mark(known_, c);
    bool any = false;
    const std::uint64_t* const last = level.source->data() + level.source->size();
    for (const std::uint64_t* v = level.source->data(); v != last; v += w) {
      if (!contains(v, known_.data())) continue;
      any = true;
      for (std::size_t i = 0; i < w; ++i) set[i] &= v[i];
      if (contains(known_.data(), set)) break;
    }
    return any;
  }

  // Reduces the open ones to those that give the new facets of the face A, each once.
  void keep_facets(Level& level) {
    const std::size_t w = words();
    std::fill(candidates_.begin(), candidates_.end(), 0);
    std::size_t kept = 0;
    for (const std::uint32_t c : level.open) {
      if (test(level.common.data(), c) || !close(level, level.common.data(), c) || meets(closure(c), level.left.data()))
        continue;
      mark(candidates_, c);
      level.open[kept++] = c;
    }
    level.open.resize(kept);
    level.closures.clear();
    // A ∩ c is a facet of A unless it lies in a larger A ∩ b, and then it lies in one for which b is a candidate: those
    // that were taken off before gave no facet of a face above, hence no facet of A, or are marked.
    kept = 0;
    for (const std::uint32_t c : level.open) {
      const std::uint64_t* const set = closure(c);
      bool is_new = true;
      for (std::size_t i = 0; i < w && is_new; ++i) {
        for (std::uint64_t rest = set[i] & candidates_[i] & ~level.common[i]; rest != 0; rest &= rest - 1) {
          const auto b = static_cast<std::uint32_t>(64 * i) + static_cast<std::uint32_t>(std::countr_zero(rest));
          if (b == c || (b > c && std::equal(set, set + w, closure(b)))) continue;
          is_new = false;  // larger, or the same by a smaller number
          break;
        }
      }
      if (!is_new) continue;
      level.open[kept++] = c;
      append(level.closures, set);
    }
    level.open.resize(kept);
  }

  std::size_t words_;
  std::size_t dimension_;
  std::vector<Level> levels_;
  Sets closures_;    // by c
  Sets known_;       // what all vertices of A ∩ c lie on anyway
  Sets candidates_;  // the set of the open ones
};

/// Calls f with a FaceSearch for sets of this size.
template <class F>
decltype(auto) with_face_search(const BitMatrix& vertices, std::size_t dimension, F&& f) {
  switch (vertices.words_per_row()) {
    case 1:
      return f(FaceSearch<1>(vertices, dimension));
    case 2:
      return f(FaceSearch<2>(vertices, dimension));
    case 3:
      return f(FaceSearch<3>(vertices, dimension));
    case 4:
      return f(FaceSearch<4>(vertices, dimension));
    default:
      return f(FaceSearch<0>(vertices, dimension));
  }
}

}  // namespace tropiary::detail
