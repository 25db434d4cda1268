#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "polytope/hull/facet_forms.hpp"
#include "polytope/hull/hull_engine.hpp"
#include "polytope/hull/point_bits.hpp"
#include "polytope/hull/ridge_faces.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

/// A convex hull that grows point by point: double description with a maintained dual graph. A facet is a form, the
/// inserted points on it and its neighbours, the facets that share a ridge with it.
///
/// A point p outside makes some facets visible (form < 0) and lies on the hyperplanes of some others (form = 0).
/// - Each ridge between a visible facet v and a positive one n gives one new facet: the form of the pencil of v and n
///   that vanishes at p. Different ridges give different facets, since the new hyperplane meets the old hull in the
///   ridge alone.
/// - A facet of form 0 gains p.
/// - The ridges between visible and other facets form a sphere of dimension d − 2, the horizon. So each of its
///   (d−3)-faces S lies in two of these ridges, and the facets that own them are neighbours through S and p. The faces
///   S of a ridge v ∩ n are its maximal intersections with the other neighbours of v, or with those of n.
/// Nothing is triangulated and no two new facets are compared. A point that sees no facet is dropped.
class DualGraphHull {
 public:
  /// The hull of d + 1 affinely independent points, given by position.
  DualGraphHull(const IntegerPoints& points, const std::vector<std::size_t>& simplex)
      : DualGraphHull(points, simplex, simplex_forms(points, simplex)) {}

  /// The same of a simplex whose facets are known: forms[k] vanishes on all points of it but simplex[k], where it is
  /// positive. With forms without constants, the points are rays of a cone and d + 1 is the dimension of the cone.
  DualGraphHull(const IntegerPoints& points, const std::vector<std::size_t>& simplex,
                const std::vector<AffineForm>& forms)
      : count_(points.size()),
        dimension_(simplex.size() - 1),
        words_(points.size() / 64 + 1),
        forms_(points),
        rank_(points.size()),
        last_point_(*std::max_element(simplex.begin(), simplex.end())) {
    for (const std::size_t point : simplex) number(point);
    for (std::size_t omitted = 0; omitted < simplex.size(); ++omitted) {
      const std::uint32_t slot = take_slot();
      for (std::size_t k = 0; k < simplex.size(); ++k) {
        if (k == omitted) continue;
        add_point(slot, simplex[k]);
        facets_[slot].neighbours.push_back(static_cast<std::uint32_t>(k));
      }
      forms_.set(slot, forms[omitted]);
    }
  }

  void use_threads(std::size_t threads) { threads_ = std::max<std::size_t>(threads, 1); }

  /// Points in lexicographic order: one beyond all others sees a facet at the last of those. False, and nothing is
  /// changed, when no facet is positive at the point: then it is a ray, and its opposite lies in the cone.
  bool insert(std::size_t point) {
    ++now_;
    const std::uint32_t start = find_visible(point);
    if (start == none) return true;
    find_horizon(start, point);
    if (!any_new_ && !is_positive_somewhere(point)) return false;
    number(point);
    connect();
    commit(point);
    around_last_.clear();
    if (point < last_point_) return true;
    last_point_ = point;
    for (const Horizon& h : horizon_) around_last_.push_back(h.owner);
    return true;
  }

  [[nodiscard]] std::vector<AffineForm> facets() const {
    std::vector<AffineForm> result;
    for (std::uint32_t slot = 0; slot < facets_.size(); ++slot) {
      if (facets_[slot].alive) result.push_back(forms_.form(slot));
    }
    return result;
  }

  /// A point is a vertex when it is the only one on all of its facets.
  [[nodiscard]] FacetsAndVertices result() const {
    FacetsAndVertices result;
    std::vector<std::vector<std::uint32_t>> facets_of(inserted_.size());
    for (std::uint32_t slot = 0; slot < facets_.size(); ++slot) {
      if (!facets_[slot].alive) continue;
      result.facets.push_back(forms_.form(slot));
      for_each_rank(slot, [&](std::size_t i) { facets_of[i].push_back(slot); });
    }
    std::vector<std::uint64_t> common;
    for (std::size_t i = 0; i < inserted_.size(); ++i) {
      if (facets_of[i].size() < dimension_) continue;
      common.assign(points(facets_of[i][0]), points(facets_of[i][0]) + used_words_);
      bool alone = false;
      for (std::size_t k = 1; k < facets_of[i].size() && !alone; ++k) {
        const std::uint64_t* other = points(facets_of[i][k]);
        std::uint64_t others = 0;
        for (std::size_t w = 0; w < used_words_; ++w) {
          common[w] &= other[w];
          others |= common[w] & ~(w == i / 64 ? std::uint64_t{1} << (i % 64) : 0);
        }
        alone = others == 0;
      }
      if (alone) result.vertices.push_back(inserted_[i]);
    }
    std::sort(result.vertices.begin(), result.vertices.end());
    return result;
  }

 private:
  struct Facet {
    std::vector<std::uint32_t> neighbours;
    std::uint64_t stamp = 0;  // the insertion for which `sign` holds
    int sign = 0;
    bool alive = false;
  };

  // A ridge between a visible facet and one that is not. Its owner holds it afterwards: a new facet where `beyond` is
  // positive, `beyond` itself where that is 0.
  struct Horizon {
    std::uint32_t visible;
    std::uint32_t beyond;
    std::uint32_t owner;
  };

  static constexpr std::uint32_t none = 0xffffffff;
  static constexpr std::size_t max_entries = std::size_t{1} << 28;

  // The points of a facet: a bit for each, by the rank of its insertion, so that few words matter early on.
  [[nodiscard]] std::uint64_t* points(std::uint32_t slot) { return points_.data() + slot * words_; }
  [[nodiscard]] const std::uint64_t* points(std::uint32_t slot) const { return points_.data() + slot * words_; }
  void add_point(std::uint32_t slot, std::size_t point) {
    const std::size_t rank = rank_[point];
    points(slot)[rank / 64] |= std::uint64_t{1} << (rank % 64);
  }
  void number(std::size_t point) {
    rank_[point] = inserted_.size();
    inserted_.push_back(point);
    used_words_ = inserted_.size() / 64 + 1;
  }
  template <class Visit>
  void for_each_rank(std::uint32_t slot, Visit visit) const {
    for_each_bit(std::span(points(slot), used_words_), visit);
  }

  std::uint32_t take_slot() {
    if (!free_.empty()) {
      const std::uint32_t slot = free_.back();
      free_.pop_back();
      facets_[slot].alive = true;
      std::fill_n(points(slot), words_, 0);
      return slot;
    }
    if (facets_.size() * (dimension_ + words_ + sizeof(Facet) / 8 + forms_.words_of_a_form()) > max_entries) {
      throw Error(Errc::too_large, "convex_hull: engine double_description met more than " +
                                       std::to_string(facets_.size()) + " facets on the way");
    }
    facets_.emplace_back();
    facets_.back().alive = true;
    points_.resize(facets_.size() * words_);
    if (facets_.size() > reserved_) forms_.resize(reserved_ = 2 * facets_.size());
    return static_cast<std::uint32_t>(facets_.size() - 1);
  }

  static std::vector<AffineForm> simplex_forms(const IntegerPoints& points, const std::vector<std::size_t>& simplex) {
    IntegerPoints corners;
    for (const std::size_t i : simplex) corners.push_back(points[i]);
    std::vector<AffineForm> forms;
    for (std::vector<Integer>& row : simplex_minors(corners)) {
      row = primitive(std::move(row));
      forms.push_back({row[0], {row.begin() + 1, row.end()}});
    }
    return forms;
  }

  // Where no new facet arises, the facets beyond the horizon contain the point.
  [[nodiscard]] bool is_positive_somewhere(std::size_t point) const {
    for (std::uint32_t slot = 0; slot < facets_.size(); ++slot) {
      if (facets_[slot].alive && forms_.sign(slot, point) > 0) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_visible(std::uint32_t slot) const {
    return facets_[slot].stamp == now_ && facets_[slot].sign < 0;
  }

  int evaluate(std::uint32_t slot, std::size_t point) {
    facets_[slot].stamp = now_;
    return facets_[slot].sign = forms_.sign(slot, point);
  }

  // Evaluates no other visible facet.
  std::uint32_t find_visible(std::size_t point) {
    if (point > last_point_) {
      for (const std::uint32_t slot : around_last_) {
        if (evaluate(slot, point) < 0) return slot;
      }
    }
    for (std::uint32_t slot = 0; slot < facets_.size(); ++slot) {
      if (facets_[slot].alive && evaluate(slot, point) < 0) return slot;
    }
    return none;
  }

  // The visible facets are connected in the dual graph, and every facet of form 0 is a neighbour of one of them.
  void find_horizon(std::uint32_t start, std::size_t point) {
    visible_.assign(1, start);
    horizon_.clear();
    any_new_ = false;
    for (std::size_t next = 0; next < visible_.size(); ++next) {
      const std::uint32_t v = visible_[next];
      for (std::size_t k = 0; k < facets_[v].neighbours.size(); ++k) {
        const std::uint32_t n = facets_[v].neighbours[k];
        const bool met = facets_[n].stamp == now_;
        const int sign = met ? facets_[n].sign : evaluate(n, point);
        if (sign < 0) {
          if (!met) visible_.push_back(n);
          continue;
        }
        const std::uint32_t owner = sign == 0 ? n : take_slot();
        any_new_ = any_new_ || sign > 0;
        horizon_.push_back({v, n, owner});
      }
    }
  }

  // The ridges of the horizon form a sphere: each of their facets, the (d−3)-faces, lies in two of them. Threads take
  // pieces of the horizon; the faces come in the same order for any number of them.
  void connect() {
    constexpr std::size_t worth_a_thread = 512;
    const std::size_t pieces = std::clamp<std::size_t>(horizon_.size() / worth_a_thread, 1, threads_);
    if (finders_.size() < pieces) finders_.resize(pieces);
    const auto find = [&](std::size_t piece) {
      const std::size_t from = horizon_.size() * piece / pieces;
      const std::size_t to = horizon_.size() * (piece + 1) / pieces;
      finders_[piece].start(dimension_);
      for (std::size_t i = from; i < to; ++i) find_faces(horizon_[i], finders_[piece]);
    };
    {
      std::vector<std::jthread> others;
      for (std::size_t piece = 1; piece < pieces; ++piece) others.emplace_back(find, piece);
      find(0);
    }
    gained_.clear();
    std::size_t count = 0;
    for (std::size_t piece = 0; piece < pieces; ++piece) count += finders_[piece].faces().size();
    std::size_t size = 16;
    while (size < 2 * count) size *= 2;
    table_.assign(size, nullptr);
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      for (const RidgeFace& face : finders_[piece].faces()) {
        std::size_t at = face.hash & (size - 1);
        while (table_[at] != nullptr && !RidgeFaces::is_same(*table_[at], face)) at = (at + 1) & (size - 1);
        if (table_[at] == nullptr) {
          table_[at] = &face;
        } else {
          join(table_[at]->owner, face.owner);
        }
      }
    }
  }

  void find_faces(const Horizon& h, RidgeFaces& finder) {
    finder.take_ridge(points(h.visible), points(h.beyond), used_words_);
    if (finder.is_simplex()) {
      finder.add_faces_of_simplex(h.owner);
    } else {
      const bool from_beyond = facets_[h.beyond].neighbours.size() < facets_[h.visible].neighbours.size();
      const std::uint32_t one = from_beyond ? h.beyond : h.visible;
      const std::uint32_t other = from_beyond ? h.visible : h.beyond;
      for (const std::uint32_t neighbour : facets_[one].neighbours) {
        if (neighbour != other) finder.add_candidate(points(neighbour));
      }
      finder.add_maximal_candidates(h.owner);
    }
    if (h.owner != h.beyond) finder.copy_ridge_to(points(h.owner));
  }

  void join(std::uint32_t a, std::uint32_t b) {
    if (!is_new(a) && !is_new(b) && share_a_ridge(a, b)) return;
    for (const auto& [facet, neighbour] : {std::pair(a, b), std::pair(b, a)}) {
      if (is_new(facet)) {
        facets_[facet].neighbours.push_back(neighbour);
      } else {
        gained_.emplace_back(facet, neighbour);
      }
    }
  }

  // An owner of a ridge that is no old facet.
  [[nodiscard]] bool is_new(std::uint32_t slot) const { return facets_[slot].stamp != now_; }

  // When all facets around the face are visible but one or two of form 0, p lies beyond the face in the facet or in the
  // ridge of these two, which then grows: nothing new.
  [[nodiscard]] bool share_a_ridge(std::uint32_t a, std::uint32_t b) const {
    const auto& neighbours = facets_[a].neighbours;
    return a == b || std::find(neighbours.begin(), neighbours.end(), b) != neighbours.end();
  }

  void commit(std::size_t point) {
    for (const Horizon& h : horizon_) {
      if (h.owner == h.beyond) {
        std::erase_if(facets_[h.owner].neighbours, [&](std::uint32_t n) { return is_visible(n); });
        add_point(h.owner, point);
        continue;
      }
      auto& neighbours = facets_[h.beyond].neighbours;
      *std::find(neighbours.begin(), neighbours.end(), h.visible) = h.owner;
      facets_[h.owner].neighbours.push_back(h.beyond);
      add_point(h.owner, point);
      forms_.set_from_pencil(h.owner, h.visible, h.beyond, point);
    }
    for (const auto& [facet, neighbour] : gained_) facets_[facet].neighbours.push_back(neighbour);
    for (const std::uint32_t slot : visible_) {
      facets_[slot].alive = false;
      facets_[slot].neighbours.clear();
      free_.push_back(slot);
    }
  }

  std::size_t count_;
  std::size_t dimension_;
  std::size_t words_;  // of each facet's points
  std::size_t threads_ = 1;
  FacetForms forms_;
  std::vector<std::size_t> rank_;
  std::vector<std::size_t> inserted_;  // the points by rank
  std::size_t used_words_ = 0;
  std::size_t reserved_ = 0;
  std::vector<Facet> facets_;
  std::vector<std::uint64_t> points_;  // rows of words
  std::vector<std::uint32_t> free_;
  std::uint64_t now_ = 0;
  std::size_t last_point_;                  // lexicographically, of the inserted ones
  std::vector<std::uint32_t> around_last_;  // the facets there, if known

  // Of the insertion under way.
  std::vector<std::uint32_t> visible_;
  std::vector<Horizon> horizon_;
  bool any_new_ = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> gained_;
  std::vector<RidgeFaces> finders_;
  std::vector<const RidgeFace*> table_;  // by hash
};

}  // namespace tropiary::detail
