#pragma once

#include <cstdint>
#include <iterator>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// A non-empty face of O(P): the points x of O(P) that are 0 on `zero`, 1 on `one` and constant on each of `blocks`.
/// Together with 0̂ in `zero` and 1̂ in `one` these sets are a partition of P ∪ {0̂, 1̂} into connected subsets whose
/// quotient is an order; each such partition is one face. Ref [geissinger1981], [stanley1986].
struct OrderPolytopeFace {
  ElementSet zero;                 ///< a down-set
  ElementSet one;                  ///< an up-set
  std::vector<ElementSet> blocks;  ///< as many as the dimension, by their least points
  friend bool operator==(const OrderPolytopeFace&, const OrderPolytopeFace&) = default;
};

namespace detail {
/// A partition of P ∪ {0̂, 1̂} into connected blocks whose quotient is an order, |P| ≤ 62: for each point what lies in
/// or above its block, and in or below. 0̂ is the point |P|, 1̂ is |P| + 1.
class CompatiblePartition {
 public:
  explicit CompatiblePartition(const Poset& p);
  [[nodiscard]] std::size_t points() const noexcept { return up_.size(); }
  [[nodiscard]] std::uint64_t block(std::size_t x) const noexcept { return up_[x] & down_[x]; }
  [[nodiscard]] bool same_block(std::size_t x, std::size_t y) const noexcept { return ((block(x) >> y) & 1U) != 0; }
  /// What would be one block if the blocks of x < y were.
  [[nodiscard]] std::uint64_t between(std::size_t x, std::size_t y) const noexcept { return up_[x] & down_[y]; }
  void contract(std::size_t x, std::size_t y);  ///< makes `between(x, y)` one block
  [[nodiscard]] std::size_t count_blocks() const noexcept;

 private:
  std::vector<std::uint64_t> up_;
  std::vector<std::uint64_t> down_;
};
}  // namespace detail

/// All non-empty faces of O(P), the polytope itself first: a lazy input range. The poset must outlive the range, which
/// stores at most n + 1 faces. A cover of P ∪ {0̂, 1̂} after another is made tight or not; every branch leads to a face.
/// Throws too_large for more than 62 points. Cost: O(covers²) per face at worst; n words for each cover made tight.
class OrderPolytopeFaces {
 public:
  explicit OrderPolytopeFaces(const Poset& poset) : poset_(&poset) {}

  class Iterator {
   public:
    using value_type = OrderPolytopeFace;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const Poset& poset);
    const OrderPolytopeFace& operator*() const noexcept { return face_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return stack_.empty(); }

   private:
    struct Frame {
      detail::CompatiblePartition partition;
      std::size_t next;  // cover to be made tight
    };
    void read();
    std::vector<std::pair<std::size_t, std::size_t>> covers_;
    std::vector<Frame> stack_;
    OrderPolytopeFace face_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(*poset_); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  const Poset* poset_;
};

inline OrderPolytopeFaces order_polytope_faces(const Poset& p) { return OrderPolytopeFaces(p); }
OrderPolytopeFaces order_polytope_faces(const Poset&&) = delete;  // the range would outlive its poset

/// The numbers of faces of O(P) by dimension, from the vertices to the facets; without listing anything but up-sets of
/// prime parts. Unions multiply; ordinal sums have a formula; in a prime part the faces are counted by the sets of
/// their minimal blocks, the components of down-sets of up-sets, with signs.
/// Throws too_large for a prime part of more than 64 points, or of more than `max_intervals` pairs of an up-set in an
/// up-set. Cost: O(n) additions for each such pair.
std::vector<Integer> order_polytope_f_vector(const Poset& p, std::uint64_t max_intervals = std::uint64_t{1} << 28);

/// The numbers of faces of C(P) by dimension. Unions multiply; in an ordinal sum C(P) and C(Q) share the origin, a
/// simple vertex of both, and formulas add up. A prime part without an X-subposet has the faces of its order polytope;
/// else they are counted by f_vector on its chain polytope. Throws and costs like order_polytope_f_vector, or as those
/// two. Ref [hibili2016].
std::vector<Integer> chain_polytope_f_vector(const Poset& p, std::uint64_t max_intervals = std::uint64_t{1} << 28);

/// The faces of O(P) by inclusion, the empty one and the polytope itself among them, by dimension; isomorphic to
/// face_lattice(order_polytope(p)). Faces are labelled by their partitions, "⊥ 1 | 2 3 | ⊤", the empty one by "∅".
/// Throws too_large for more than 62 points or, before any is listed, more than `max_faces` faces.
Poset order_polytope_face_lattice(const Poset& p, std::size_t max_faces = std::size_t{1} << 20);

}  // namespace tropiary
