#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "polytope/hull/hull_engine.hpp"
#include "polytope/hull/hull_watch.hpp"
#include "polytope/hull/wide_words.hpp"
#include "polytope/hull/word_points.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

/// A convex hull whose boundary is kept triangulated: beneath-beyond with outside sets [barber1996], exact.
///
/// A cell is a simplex of the boundary: d points, the neighbour opposite to each, and the form whose entries are the
/// d × d minors of its points with a leading 1, up to one sign: non-negative inside. Forms of this scale need no gcd:
/// let v and n share the ridge R, v = R ∪ a, n = R ∪ b; then the form of R ∪ p is
///     (h_n(p) · h_v − h_v(p) · h_n) / h_v(b),
/// an exact division, by a number that is known. Hadamard's inequality bounds all entries and values beforehand, so
/// residues modulo a power of two determine them (see ExactDivision) and nothing can overflow.
///
/// A point on the hyperplane of a cell does not see it. So coplanar cells arise, as in a placing triangulation; they
/// are merged at the end. When there are too many of them, the hull is given up.
template <class Entry>
class PlacingHull {
 public:
  /// `simplex`: d + 1 affinely independent points.
  PlacingHull(const WordPoints& points, const std::vector<std::size_t>& simplex)
      : points_(points), d_(points.dimension), width_(d_ + 1), centre_(d_), doubles_(points.count * d_), reach_(d_) {
    for (std::size_t j = 0; j < d_; ++j) {
      std::int64_t largest = 0;
      for (std::size_t i = 0; i < points.count; ++i) largest = std::max(largest, points.row(i)[j]);
      centre_[j] = largest / 2;
      reach_[j] = static_cast<double>(largest - centre_[j]);
    }
    centred_.resize(points.rows.size());
    for (std::size_t i = 0; i < points.count; ++i) {
      for (std::size_t j = 0; j < d_; ++j) {
        centred_[i * d_ + j] = points.row(i)[j] - centre_[j];
        doubles_[i * d_ + j] = static_cast<double>(centred_[i * d_ + j]);
      }
    }
    start(simplex);
  }

  /// Inserts all points. Whether that came to its end; otherwise the boundary has too many coplanar cells, or its
  /// numbers share too many factors of two.
  bool run(std::size_t max_coplanar, HullWatch& watch) {
    while (next_pending_ < pending_.size()) {
      const std::uint32_t cell = pending_[next_pending_++];
      if (!alive_[cell] || outside_[cell].empty()) continue;
      watch.inserted();
      if (!insert(cell)) return false;
      if (coplanar_ > max_coplanar + created_ / 8) return false;
    }
    return true;
  }

  [[nodiscard]] FacetsAndVertices result() const;

 private:
  static constexpr std::uint32_t none = 0xffffffff;
  static constexpr std::size_t max_entries = std::size_t{1} << 28;

  [[nodiscard]] const Entry* form(std::uint32_t cell) const { return forms_.data() + cell * width_; }
  [[nodiscard]] std::uint32_t* vertices(std::uint32_t cell) { return vertices_.data() + cell * d_; }
  [[nodiscard]] const std::uint32_t* vertices(std::uint32_t cell) const { return vertices_.data() + cell * d_; }
  [[nodiscard]] std::uint32_t* neighbours(std::uint32_t cell) { return neighbours_.data() + cell * d_; }

  [[nodiscard]] Int128 value(std::uint32_t cell, std::size_t point) const {
    const Entry* h = form(cell);
    const std::int64_t* x = centred_.data() + point * d_;
    auto sum = static_cast<UInt128>(Int128{h[0]});  // partial sums may wrap around, the value does not
    for (std::size_t j = 0; j < d_; ++j)
      sum += static_cast<UInt128>(Int128{h[j + 1]}) * static_cast<UInt128>(Int128{x[j]});
    return static_cast<Int128>(sum);
  }
  [[nodiscard]] double nearly(std::uint32_t cell, std::size_t point) const {
    const double* h = approximations_.data() + cell * width_;
    const double* x = doubles_.data() + point * d_;
    double sum = h[0];
    for (std::size_t j = 0; j < d_; ++j) sum += h[j + 1] * x[j];
    return sum;
  }
  [[nodiscard]] int sign(std::uint32_t cell, std::size_t point) const {
    const double approximation = nearly(cell, point);
    if (approximation > errors_[cell]) return 1;
    if (approximation < -errors_[cell]) return -1;
    const Int128 exact = value(cell, point);
    return exact > 0 ? 1 : exact < 0 ? -1 : 0;
  }

  std::uint32_t take() {
    if (!free_.empty()) {
      const std::uint32_t cell = free_.back();
      free_.pop_back();
      alive_[cell] = true;
      return cell;
    }
    const auto cell = static_cast<std::uint32_t>(alive_.size());
    if ((alive_.size() + 1) * 5 * width_ > max_entries) {
      throw Error(Errc::too_large, "convex_hull: more than " + std::to_string(alive_.size()) + " facets on the way");
    }
    alive_.push_back(true);
    stamps_.push_back(0);
    visible_slot_.push_back(0);
    outside_.emplace_back();
    furthest_.push_back(0);
    errors_.push_back(0);
    forms_.resize(forms_.size() + width_);
    approximations_.resize(approximations_.size() + width_);
    vertices_.resize(vertices_.size() + d_);
    neighbours_.resize(neighbours_.size() + d_);
    return cell;
  }

  void approximate(std::uint32_t cell) {
    const Entry* h = form(cell);
    double* a = approximations_.data() + cell * width_;
    double bound = 0;
    for (std::size_t j = 0; j < width_; ++j) {
      a[j] = static_cast<double>(h[j]);
      bound += std::abs(a[j]) * (j == 0 ? 1.0 : reach_[j - 1]);
    }
    // Rounding of entries, of products and of sums: fewer than width + 4 relative errors of 2^-53 each on terms whose
    // absolute values add up to at most the bound.
    errors_[cell] = bound * static_cast<double>(width_ + 4) * 0x1p-52;
  }

  void start(const std::vector<std::size_t>& simplex);
  bool insert(std::uint32_t seen);
  void distribute(std::size_t point, const std::vector<std::uint32_t>& cells, std::size_t& hint);
  std::uint32_t beyond_fan(std::uint32_t cell, std::size_t leave, std::size_t keep) const;

  void keep_outside(std::uint32_t cell, std::uint32_t point, double distance) {
    auto& points = outside_[cell];
    if (points.empty()) {
      pending_.push_back(cell);
      furthest_[cell] = distance;
      points.push_back(point);
      return;
    }
    points.push_back(point);
    if (distance > furthest_[cell]) {  // the last one is the furthest
      furthest_[cell] = distance;
    } else {
      std::swap(points.back(), points[points.size() - 2]);
    }
  }

  const WordPoints& points_;
  std::size_t d_;
  std::size_t width_;  // d + 1: the constant comes first
  std::vector<std::int64_t> centre_;
  std::vector<std::int64_t> centred_;
  std::vector<double> doubles_;  // the centred points
  std::vector<double> reach_;    // of the absolute centred coordinates

  // By cell.
  std::vector<Entry> forms_;
  std::vector<double> approximations_;
  std::vector<double> errors_;
  std::vector<std::uint32_t> vertices_;
  std::vector<std::uint32_t> neighbours_;  // the k-th is opposite to the k-th vertex
  std::vector<char> alive_;
  std::vector<std::uint64_t> stamps_;                // 2t: visible in insertion t; 2t + 1: not
  std::vector<std::uint32_t> visible_slot_;          // of a visible cell: its position among them
  std::vector<std::vector<std::uint32_t>> outside_;  // points that see the cell, each kept at one cell
  std::vector<double> furthest_;
  std::vector<std::uint32_t> free_;

  std::vector<std::uint32_t> pending_;  // cells that got points outside
  std::size_t next_pending_ = 0;
  std::uint64_t now_ = 0;
  std::size_t created_ = 0;
  std::size_t coplanar_ = 0;

  // Of the insertion under way.
  std::vector<std::uint32_t> visible_;
  std::vector<std::uint32_t> owners_;  // visible slot × d: the new cell on the ridge, or none
  std::vector<std::uint32_t> fresh_;
};

template <class Entry>
void PlacingHull<Entry>::start(const std::vector<std::size_t>& simplex) {
  const std::size_t m = d_ + 1;
  IntegerPoints corners;
  for (const std::size_t i : simplex)
    corners.emplace_back(centred_.begin() + static_cast<std::ptrdiff_t>(i * d_),
                         centred_.begin() + static_cast<std::ptrdiff_t>((i + 1) * d_));
  const std::vector<std::vector<Integer>> rows = simplex_minors(corners);
  for (std::size_t k = 0; k < m; ++k) {
    const std::uint32_t cell = take();
    for (std::size_t j = 0; j < width_; ++j) {
      Integer entry = rows[k][j];
      const bool negative = entry.sign() < 0;
      if (negative) entry = -entry;
      const Integer half = pow(Integer(2), 62);
      const auto high = Int128{(entry / half).to_int64()};
      const auto low = Int128{(entry % half).to_int64()};
      const Int128 wide = (high << 62) + low;
      forms_[cell * width_ + j] = static_cast<Entry>(negative ? -wide : wide);
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < m; ++i) {
      if (i == k) continue;
      vertices(cell)[next] = static_cast<std::uint32_t>(simplex[i]);
      neighbours(cell)[next++] = static_cast<std::uint32_t>(i);
    }
    approximate(cell);
    fresh_.push_back(cell);
  }
  std::vector<bool> done(points_.count);
  for (const std::size_t i : simplex) done[i] = true;
  std::size_t hint = 0;
  for (std::size_t i = 0; i < points_.count; ++i) {
    if (!done[i]) distribute(i, fresh_, hint);
  }
}

template <class Entry>
void PlacingHull<Entry>::distribute(std::size_t point, const std::vector<std::uint32_t>& cells, std::size_t& hint) {
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const std::size_t at = hint + k < cells.size() ? hint + k : hint + k - cells.size();
    const std::uint32_t cell = cells[at];
    const double approximation = nearly(cell, point);
    if (approximation > errors_[cell]) continue;
    if (approximation >= -errors_[cell] && value(cell, point) >= 0) continue;
    keep_outside(cell, static_cast<std::uint32_t>(point), -approximation);
    hint = at;
    return;
  }
}

// From the visible cell, which has the ridge without its vertex `leave`, through the visible cells around the face
// without its vertices `leave` and `keep`, starting across the ridge opposite to `keep`: the owner of the last ridge.
template <class Entry>
std::uint32_t PlacingHull<Entry>::beyond_fan(std::uint32_t cell, std::size_t leave, std::size_t keep) const {
  // The two vertices of the cell outside the face are `pivot` and the one that the ridge crossed is opposite to.
  std::uint32_t pivot = vertices_[cell * d_ + leave];
  std::size_t across = keep;
  for (;;) {
    const std::uint32_t next = neighbours_[cell * d_ + across];
    if (stamps_[next] != 2 * now_) return owners_[visible_slot_[cell] * d_ + across];
    // In `next`, the pivot is in the ridge just crossed; the new vertex is opposite to it. Cross opposite to the pivot.
    const std::uint32_t* back = neighbours_.data() + next * d_;
    const std::uint32_t* corner = vertices_.data() + next * d_;
    std::size_t entered = 0;
    while (back[entered] != cell) ++entered;
    across = 0;
    while (corner[across] != pivot) ++across;
    pivot = corner[entered];
    cell = next;
  }
}

template <class Entry>
bool PlacingHull<Entry>::insert(std::uint32_t seen) {
  ++now_;
  const std::uint32_t point = outside_[seen].back();
  outside_[seen].pop_back();
  visible_.assign(1, seen);
  stamps_[seen] = 2 * now_;
  visible_slot_[seen] = 0;
  owners_.clear();
  fresh_.clear();
  ExactDivision<Entry> quotient;
  for (std::size_t next = 0; next < visible_.size(); ++next) {
    const std::uint32_t v = visible_[next];
    Int128 at_v = 0;
    for (std::size_t k = 0; k < d_; ++k) {
      const std::uint32_t n = neighbours(v)[k];
      if (stamps_[n] < 2 * now_) {
        const bool is_visible = sign(n, point) < 0;
        stamps_[n] = 2 * now_ + (is_visible ? 0 : 1);
        if (is_visible) {
          visible_slot_[n] = static_cast<std::uint32_t>(visible_.size());
          visible_.push_back(n);
        }
      }
      if (stamps_[n] == 2 * now_) {
        owners_.push_back(none);
        continue;
      }
      if (at_v == 0) at_v = value(v, point);
      const Int128 at_n = value(n, point);
      if (at_n == 0) ++coplanar_;
      std::size_t back = 0;
      while (neighbours(n)[back] != v) ++back;
      if (!quotient.set(value(v, vertices(n)[back]))) return false;
      const std::uint32_t cell = take();
      owners_.push_back(cell);
      fresh_.push_back(cell);
      const Entry* h_v = form(v);
      const Entry* h_n = form(n);
      Entry* h = forms_.data() + cell * width_;
      for (std::size_t j = 0; j < width_; ++j) h[j] = quotient(at_n, h_v[j], -at_v, h_n[j]);
      std::copy_n(vertices(v), d_, vertices(cell));
      vertices(cell)[k] = point;
      neighbours(cell)[k] = n;
      approximate(cell);
    }
  }
  created_ += fresh_.size();
  // The neighbours among the new cells; those of the cells behind only afterwards, as the walks need the old ones.
  std::size_t made = 0;
  for (std::size_t slot = 0; slot < visible_.size(); ++slot) {
    for (std::size_t k = 0; k < d_; ++k) {
      if (owners_[slot * d_ + k] == none) continue;
      const std::uint32_t cell = fresh_[made++];
      for (std::size_t i = 0; i < d_; ++i) {
        if (i != k) neighbours(cell)[i] = beyond_fan(visible_[slot], k, i);
      }
    }
  }
  made = 0;
  for (std::size_t slot = 0; slot < visible_.size(); ++slot) {
    for (std::size_t k = 0; k < d_; ++k) {
      if (owners_[slot * d_ + k] == none) continue;
      std::uint32_t* around = neighbours(neighbours(visible_[slot])[k]);
      std::size_t back = 0;
      while (around[back] != visible_[slot]) ++back;
      around[back] = fresh_[made++];
    }
  }
  std::size_t hint = 0;
  for (const std::uint32_t v : visible_) {
    for (const std::uint32_t q : outside_[v]) distribute(q, fresh_, hint);
    outside_[v].clear();
    alive_[v] = false;
    free_.push_back(v);
  }
  return true;
}

}  // namespace tropiary::detail
