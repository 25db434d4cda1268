#pragma once

#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "tropiary/exact/linear_algebra.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary {

/// A simplex of the canonical triangulation of O(P): 0 ≤ x_{a₁} ≤ … ≤ x_{aₙ} ≤ 1 for the linear extension a₁, …, aₙ.
/// Its vertices are the indicators of the n + 1 up-sets of the points after a place; its volume is 1/n!.
struct CanonicalSimplex {
  std::vector<Element> linear_extension;
  std::vector<ElementSet> up_sets;  ///< by size: ∅, {aₙ}, {aₙ₋₁, aₙ}, …, P
  friend bool operator==(const CanonicalSimplex&, const CanonicalSimplex&) = default;
};

/// The canonical triangulation of O(P), unimodular, regular and flag, one simplex for each linear extension: a lazy
/// input range. The poset must outlive the range; one simplex is stored. The transfer map takes it to C(P): the
/// antichains of minimal points of the same up-sets. Its size is count_linear_extensions(p). Cost: O(n²/64) words per
/// simplex. Ref [stanley1986].
class CanonicalTriangulation {
 public:
  explicit CanonicalTriangulation(const Poset& poset) : poset_(&poset) {}

  class Iterator {
   public:
    using value_type = CanonicalSimplex;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const Poset& poset);
    const CanonicalSimplex& operator*() const noexcept { return simplex_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t end) const noexcept { return extension_ == end; }

   private:
    void read();
    LinearExtensions::Iterator extension_;
    CanonicalSimplex simplex_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(*poset_); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  const Poset* poset_;
};

inline CanonicalTriangulation canonical_triangulation(const Poset& p) { return CanonicalTriangulation(p); }
CanonicalTriangulation canonical_triangulation(const Poset&&) = delete;  // the range would outlive its poset

/// A simplex of the canonical triangulation that contains x, by sorting its coordinates: among equal ones the points
/// come as in P's own linear extension. Throws dimension_mismatch; invalid_argument, naming a facet, when x is outside
/// O(P). Cost: O(n log n + covers).
CanonicalSimplex canonical_simplex(const Poset& p, std::span<const Rational> x);
/// The one chain of up-sets with positive weights, of sum 1, whose indicators have the mean x: the face of the
/// canonical triangulation with x in its relative interior. By size of the up-sets. Throws and costs like
/// canonical_simplex.
std::vector<std::pair<ElementSet, Rational>> up_set_weights(const Poset& p, std::span<const Rational> x);

}  // namespace tropiary
