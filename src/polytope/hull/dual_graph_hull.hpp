#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "polytope/hull/facet_forms.hpp"
#include "polytope/hull/hull_engine.hpp"
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
/// - Around a (d−3)-face the facets form a cycle, as the edges of a polygon do. So the neighbours that arise through p
///   are found by walking, for each such face S of a ridge between visible and other facets, through the visible facets
///   around S to the other end. The faces S of a ridge v ∩ n are its maximal intersections with the other neighbours
///   of v.
/// Nothing is triangulated and no two new facets are compared. A point that sees no facet is dropped.
template <class Subset>
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
        forms_(points),
        last_point_(*std::max_element(simplex.begin(), simplex.end())) {
    for (std::size_t omitted = 0; omitted < simplex.size(); ++omitted) {
      const std::uint32_t slot = take_slot();
      for (std::size_t k = 0; k < simplex.size(); ++k) {
        if (k == omitted) continue;
        facets_[slot].points.insert(simplex[k]);
        facets_[slot].neighbours.push_back(static_cast<std::uint32_t>(k));
      }
      forms_.set(slot, forms[omitted]);
    }
  }

  /// Points in lexicographic order: one beyond all others sees a facet at the last of those. False, and nothing is
  /// changed, when no facet is positive at the point: then it is a ray, and its opposite lies in the cone.
  bool insert(std::size_t point) {
    ++now_;
    const std::uint32_t start = find_visible(point);
    if (start == none) return true;
    find_horizon(start, point);
    if (!any_new_ && !is_positive_somewhere(point)) return false;
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
    std::vector<std::vector<std::uint32_t>> facets_of(count_);
    for (std::uint32_t slot = 0; slot < facets_.size(); ++slot) {
      if (!facets_[slot].alive) continue;
      result.facets.push_back(forms_.form(slot));
      facets_[slot].points.for_each([&](std::size_t i) { facets_of[i].push_back(slot); });
    }
    Subset common;
    Subset rest;
    for (std::size_t i = 0; i < count_; ++i) {
      if (facets_of[i].size() < dimension_) continue;
      common = facets_[facets_of[i][0]].points;
      for (std::size_t k = 1; k < facets_of[i].size() && common.count() > 1; ++k) {
        rest.assign_intersection(common, facets_[facets_of[i][k]].points, 0);
        std::swap(common, rest);
      }
      if (common.count() == 1) result.vertices.push_back(i);
    }
    return result;
  }

  /// For each facet the inserted points on it: ascending, without those that saw no facet when they came.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> points_on_facets() const {
    std::vector<std::vector<std::uint32_t>> result;
    for (const Facet& facet : facets_) {
      if (!facet.alive) continue;
      result.emplace_back();
      facet.points.for_each([&](std::size_t i) { result.back().push_back(static_cast<std::uint32_t>(i)); });
    }
    return result;
  }

 private:
  struct Facet {
    Subset points;
    std::vector<std::uint32_t> neighbours;
    std::uint64_t stamp = 0;    // the insertion for which `sign` holds
    std::size_t first_end = 0;  // of a visible facet: where the ends for its neighbours begin
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

  std::uint32_t take_slot() {
    if (!free_.empty()) {
      const std::uint32_t slot = free_.back();
      free_.pop_back();
      facets_[slot].alive = true;
      return slot;
    }
    if (facets_.size() * (dimension_ + sizeof(Facet) / 8) > max_entries) {
      throw Error(Errc::too_large, "convex_hull: engine double_description met more than " +
                                       std::to_string(facets_.size()) + " facets on the way");
    }
    facets_.emplace_back();
    facets_.back().alive = true;
    if (facets_.size() > reserved_) forms_.resize(reserved_ = 2 * facets_.size());
    return static_cast<std::uint32_t>(facets_.size() - 1);
  }

  static std::vector<AffineForm> simplex_forms(const IntegerPoints& points, const std::vector<std::size_t>& simplex) {
    std::vector<AffineForm> forms;
    for (std::size_t omitted = 0; omitted < simplex.size(); ++omitted) {
      HullCell cell = simplex;
      cell.erase(cell.begin() + static_cast<std::ptrdiff_t>(omitted));
      forms.push_back(hyperplane_through(points, cell).value());
      if (value_at(forms.back(), points[simplex[omitted]]).sign() > 0) continue;
      forms.back().constant = -forms.back().constant;
      for (Integer& x : forms.back().normal) x = -x;
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
    ends_.clear();
    any_new_ = false;
    for (std::size_t next = 0; next < visible_.size(); ++next) {
      const std::uint32_t v = visible_[next];
      facets_[v].first_end = ends_.size();
      for (std::size_t k = 0; k < facets_[v].neighbours.size(); ++k) {
        const std::uint32_t n = facets_[v].neighbours[k];
        const bool met = facets_[n].stamp == now_;
        const int sign = met ? facets_[n].sign : evaluate(n, point);
        if (sign < 0) {
          if (!met) visible_.push_back(n);
          ends_.push_back(none);
          continue;
        }
        const std::uint32_t owner = sign == 0 ? n : take_slot();
        any_new_ = any_new_ || sign > 0;
        horizon_.push_back({v, n, owner});
        ends_.push_back(owner);
      }
    }
  }

  void connect() {
    gained_.clear();
    for (const Horizon& h : horizon_) {
      ridge_.assign_intersection(facets_[h.visible].points, facets_[h.beyond].points, 0);
      const bool is_new = h.owner != h.beyond;
      find_ridge_facets(h);
      for (std::size_t i = 0; i < count_candidates_; ++i) {
        if (!candidates_[i].is_maximal) continue;
        const std::uint32_t other = walk(candidates_[i].points, h.visible, candidates_[i].edge);
        if (is_new) {
          facets_[h.owner].neighbours.push_back(other);
        } else if (!share_a_ridge(h.owner, other)) {
          gained_.emplace_back(h.owner, other);
        }
      }
      if (is_new) std::swap(facets_[h.owner].points, ridge_);
    }
  }

  // When all facets around the face are visible but one or two of form 0, p lies beyond the face in the facet or in the
  // ridge of these two, which then grows: nothing new.
  [[nodiscard]] bool share_a_ridge(std::uint32_t a, std::uint32_t b) const {
    const auto& neighbours = facets_[a].neighbours;
    return a == b || std::find(neighbours.begin(), neighbours.end(), b) != neighbours.end();
  }

  // The (d−3)-faces of the ridge of h, each with the edge from the visible facet to the other neighbour that has it.
  void find_ridge_facets(const Horizon& h) {
    const Facet& v = facets_[h.visible];
    count_candidates_ = 0;
    for (std::size_t k = 0; k < v.neighbours.size(); ++k) {
      if (v.neighbours[k] == h.beyond) continue;
      if (count_candidates_ == candidates_.size()) candidates_.emplace_back();
      Candidate& candidate = candidates_[count_candidates_];
      if (!candidate.points.assign_intersection(ridge_, facets_[v.neighbours[k]].points, dimension_ - 2)) continue;
      candidate.edge = k;
      candidate.is_maximal = true;
      ++count_candidates_;
    }
    if (v.points.count() == dimension_) return;  // a simplex
    for (std::size_t i = 0; i < count_candidates_; ++i) {
      for (std::size_t j = 0; j < count_candidates_ && candidates_[i].is_maximal; ++j) {
        if (i != j && candidates_[i].points.is_subset_of(candidates_[j].points)) candidates_[i].is_maximal = false;
      }
    }
  }

  // Along the edge of the visible facet v and on through the visible facets around a (d−3)-face: the owner of the last
  // ridge.
  std::uint32_t walk(const Subset& face, std::uint32_t v, std::size_t edge) const {
    std::uint32_t from = none;
    for (;;) {
      const std::uint32_t next = facets_[v].neighbours[edge];
      if (!is_visible(next)) return ends_[facets_[v].first_end + edge];
      from = std::exchange(v, next);
      const Facet& facet = facets_[v];
      edge = 0;
      while (facet.neighbours[edge] == from || !face.is_subset_of(facets_[facet.neighbours[edge]].points)) ++edge;
    }
  }

  void commit(std::size_t point) {
    for (const Horizon& h : horizon_) {
      if (h.owner == h.beyond) {
        std::erase_if(facets_[h.owner].neighbours, [&](std::uint32_t n) { return is_visible(n); });
        facets_[h.owner].points.insert(point);
        continue;
      }
      auto& neighbours = facets_[h.beyond].neighbours;
      *std::find(neighbours.begin(), neighbours.end(), h.visible) = h.owner;
      facets_[h.owner].neighbours.push_back(h.beyond);
      facets_[h.owner].points.insert(point);
      forms_.set_from_pencil(h.owner, h.visible, h.beyond, point);
    }
    for (const auto& [facet, neighbour] : gained_) facets_[facet].neighbours.push_back(neighbour);
    for (const std::uint32_t slot : visible_) {
      facets_[slot].alive = false;
      facets_[slot].neighbours.clear();
      free_.push_back(slot);
    }
  }

  struct Candidate {
    Subset points;
    std::size_t edge = 0;
    bool is_maximal = true;
  };

  std::size_t count_;
  std::size_t dimension_;
  FacetForms forms_;
  std::size_t reserved_ = 0;
  std::vector<Facet> facets_;
  std::vector<std::uint32_t> free_;
  std::uint64_t now_ = 0;
  std::size_t last_point_;                  // lexicographically, of the inserted ones
  std::vector<std::uint32_t> around_last_;  // the facets there, if known

  // Of the insertion under way.
  std::vector<std::uint32_t> visible_;
  std::vector<Horizon> horizon_;
  std::vector<std::uint32_t> ends_;  // for each edge of a visible facet to another one: the owner of its ridge
  bool any_new_ = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> gained_;
  Subset ridge_;
  std::vector<Candidate> candidates_;
  std::size_t count_candidates_ = 0;
};

}  // namespace tropiary::detail
