#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "polytope/row_table.hpp"
#include "polytope/zonotopes/flat_walk.hpp"

namespace tropiary::detail {

/// The vertices of a zonotope and of all its faces as sets of generators: the maximal covectors (topes) of the
/// generators, each by the generators on its positive side. Those of a flat are found from its hyperplanes: a vertex
/// lies on a facet, whose own vertices are those of a flat of lower rank, together with the generators on one side.
template <class Scalar, std::size_t W>
class Topes {
 public:
  using Set = PointBits<W>;
  using Plane = Hyperplane<Scalar, W>;

  explicit Topes(const Rows<Scalar>& vectors) : vectors_(vectors) {}

  /// The vertices found so far, each together with its opposite, which is its complement in `all`.
  class Pairs {
   public:
    explicit Pairs(const Set& all) : all_(all), first_(all.first()), table_(W) {}
    void add(const Set& tope) { table_.insert((tope.contains(first_) ? all_ - tope : tope).words.data()); }
    [[nodiscard]] std::size_t size() const { return 2 * table_.size(); }
    [[nodiscard]] std::vector<Set> both() const {
      std::vector<Set> topes(size());
      for (std::size_t i = 0; i < table_.size(); ++i) {
        std::copy_n(table_.row(i), W, topes[2 * i].words.begin());
        topes[2 * i + 1] = all_ - topes[2 * i];
      }
      return topes;
    }

   private:
    Set all_;
    std::size_t first_;
    RowTable<std::uint64_t> table_;
  };

  /// Adds the vertices of the facet at the positive end of this hyperplane, whose generators have the given
  /// coordinates. Those of the facet at the other end are their opposites.
  void add_facet(const Plane& plane, const std::vector<std::size_t>& coordinates, Pairs& pairs) {
    std::vector<std::size_t> inside;
    for (const std::size_t pivot : *plane.pivots) inside.push_back(coordinates[pivot]);
    for_each_in(plane.flat, inside, [&](const Set& tope) { pairs.add(tope | plane.positive); });
  }

 private:
  struct Hash {
    std::size_t operator()(const Set& set) const { return set.hash(); }
  };

  // The depth of this recursion is the rank, and there are at least 2^rank vertices.
  template <class Add>
  void for_each_in(const Set& flat, const std::vector<std::size_t>& coordinates, Add add) {
    if (flat.count() == coordinates.size()) return for_each_subset(flat, add);
    auto found = known_.find(flat);
    if (found == known_.end()) found = known_.emplace(flat, compute(flat, coordinates)).first;
    for (const Set& tope : found->second) add(tope);
  }

  // Independent vectors: every sign pattern is a vertex.
  template <class Add>
  static void for_each_subset(const Set& flat, Add add) {
    std::vector<std::size_t> members;
    flat.for_each([&](std::size_t i) { members.push_back(i); });
    Set subset;
    for (std::uint64_t code = 0;;) {  // a Gray code
      add(subset);
      if (++code == std::uint64_t{1} << members.size()) return;
      const std::size_t flipped = members[static_cast<std::size_t>(std::countr_zero(code))];
      subset.words[flipped / 64] ^= std::uint64_t{1} << (flipped % 64);
    }
  }

  std::vector<Set> compute(const Set& flat, const std::vector<std::size_t>& coordinates) {
    std::vector<std::size_t> members;
    flat.for_each([&](std::size_t i) { members.push_back(i); });
    Rows<Scalar> rows(members.size(), coordinates.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t k = 0; k < coordinates.size(); ++k) rows.row(i)[k] = vectors_.row(members[i])[coordinates[k]];
    }
    const auto globally = [&](const Set& local) {
      Set result;
      local.for_each([&](std::size_t i) { result.insert(members[i]); });
      return result;
    };
    Pairs pairs(flat);
    FlatWalk<Scalar, W> walk(rows);
    walk.run("zonotope", UINT64_MAX, [&](Plane plane) {
      plane.flat = globally(plane.flat);
      plane.positive = globally(plane.positive);
      plane.negative = globally(plane.negative);
      add_facet(plane, coordinates, pairs);
    });
    return pairs.both();
  }

  const Rows<Scalar>& vectors_;
  std::unordered_map<Set, std::vector<Set>, Hash> known_;
};

}  // namespace tropiary::detail
