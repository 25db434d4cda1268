#pragma once

#include <string>
#include <vector>

#include "order/point_bits.hpp"
#include "polytope/zonotopes/elimination.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

/// A flat of rank one less than the whole: the vectors in a hyperplane, those on both its sides, the normal.
template <class Scalar, std::size_t W>
struct Hyperplane {
  PointBits<W> flat;
  PointBits<W> positive;
  PointBits<W> negative;
  const Scalar* values;                    ///< of the normal form at each vector
  const Scalar* normal;                    ///< up to a positive factor common to the values
  const std::vector<std::size_t>* pivots;  ///< coordinates that suffice to tell the vectors in the flat apart
};

/// Walks through the hyperplanes spanned by vectors, none of them zero and no two parallel, each hyperplane once. A
/// flat of any rank is found as the closure of its lexicographically first basis b1 < b2 < …, one vector after the
/// other: it is taken only when the new vector is the first one that the new flat has and the old one lacks, so nothing
/// found need be remembered. All vectors, and the unit vectors for the normal, are kept modulo the flat, by
/// fraction-free elimination.
template <class Scalar, std::size_t W>
class FlatWalk {
 public:
  using Set = PointBits<W>;

  /// Vectors of full rank ≥ 1; `rows` has one vector per row.
  explicit FlatWalk(const Rows<Scalar>& rows) : m_(rows.count()), rank_(rows.width), levels_(rank_) {
    for (std::size_t level = 0; level < rank_; ++level) {
      levels_[level].rest = Rows<Scalar>(m_ + rank_, rank_ - level);
    }
    std::copy(rows.entries.begin(), rows.entries.end(), levels_[0].rest.entries.begin());
    for (std::size_t i = 0; i < rank_; ++i) levels_[0].rest.row(m_ + i)[i] = 1;
    levels_[0].previous = 1;
    for (std::size_t i = 0; i < rank_; ++i) levels_[0].coordinates.push_back(i);
  }

  /// `visit(hyperplane)` for each; the flats of lower rank on the way count as `steps` too.
  /// Throws too_large, naming `function`, after that many steps.
  template <class Visit>
  void run(const char* function, std::uint64_t effort, Visit visit) {
    std::uint64_t steps = 0;
    std::size_t level = 0;
    for (;;) {
      if (level + 1 == rank_) {
        visit(hyperplane());
        if (level == 0) return;
        --level;
        continue;
      }
      const std::size_t e = levels_[level].next++;
      if (e + (rank_ - 1 - level) > m_) {  // too few vectors are left
        if (level == 0) return;
        --level;
        continue;
      }
      if (levels_[level].flat.contains(e)) continue;
      if (++steps > effort) {
        throw Error(Errc::too_large, std::string(function) + ": the generators have more than " +
                                         std::to_string(effort) + " flats or independent sets");
      }
      if (extend(level, e)) ++level;
    }
  }

 private:
  struct Level {
    Rows<Scalar> rest;  // vectors and unit vectors modulo the flat
    Set flat;
    Scalar previous{};
    std::size_t next = 0;
    std::vector<std::size_t> coordinates;  // those not eliminated yet
    std::vector<std::size_t> pivots;
  };

  bool extend(std::size_t level, std::size_t e) {
    const Level& from = levels_[level];
    Level& to = levels_[level + 1];
    const std::size_t w = rank_ - level;
    const Scalar* row = from.rest.row(e);
    std::size_t pivot = 0;
    while (sign_of(row[pivot]) == 0) ++pivot;
    to.flat = from.flat;
    to.flat.insert(e);
    for (std::size_t j = 0; j < m_ + rank_; ++j) {
      Scalar* rest = to.rest.row(j);
      if (j < m_ && to.flat.contains(j)) {
        std::fill(rest, rest + (w - 1), Scalar{});
        continue;
      }
      eliminate(row, pivot, from.previous, from.rest.row(j), w, rest);
      if (j >= m_ || !is_zero_row(rest, w - 1)) continue;
      if (j < e) return false;
      to.flat.insert(j);
    }
    to.previous = row[pivot];
    to.next = e + 1;
    to.coordinates = from.coordinates;
    to.coordinates.erase(to.coordinates.begin() + static_cast<std::ptrdiff_t>(pivot));
    to.pivots = from.pivots;
    to.pivots.push_back(from.coordinates[pivot]);
    return true;
  }

  Hyperplane<Scalar, W> hyperplane() const {
    const Level& level = levels_.back();
    Hyperplane<Scalar, W> result;
    result.flat = level.flat;
    for (std::size_t j = 0; j < m_; ++j) {
      const int sign = sign_of(level.rest.row(j)[0]);
      if (sign > 0) result.positive.insert(j);
      if (sign < 0) result.negative.insert(j);
    }
    result.values = level.rest.row(0);
    result.normal = level.rest.row(m_);
    result.pivots = &level.pivots;
    return result;
  }

  std::size_t m_;
  std::size_t rank_;
  std::vector<Level> levels_;
};

}  // namespace tropiary::detail
