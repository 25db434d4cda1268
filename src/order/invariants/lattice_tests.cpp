#include <algorithm>
#include <string>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "order/word_order.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

/// The meets of one element with all others, in a poset with a least element. The lower bounds of x and y ≰ x are
/// those of x and a lower cover of y: so the meet of x and y is the greatest of the meets of x with the lower covers of
/// y, if one of these is the greatest. Cost: O(n + covers) comparisons.
class Meets {
 public:
  explicit Meets(const Poset& p) : poset_(p), rank_(p.size()), meet_(p.size()) {
    const std::span<const Element> extension = p.linear_extension();
    for (std::size_t i = 0; i < extension.size(); ++i) rank_[index(extension[i])] = i;
  }

  /// Meets with x; false when one does not exist, then `missing` holds y and two maximal lower bounds of x and y.
  bool with(Element x) {
    const std::span<const Element> extension = poset_.linear_extension();
    for (const Element y : extension) {
      if (poset_.less_equal(y, x)) {
        meet_[index(y)] = y;
        continue;
      }
      // Of the lower bounds below the covers of y, the one of highest rank is maximal.
      Element greatest = extension[0];
      for (const Element z : poset_.lower_covers(y)) {
        if (rank_[index(meet_[index(z)])] > rank_[index(greatest)]) greatest = meet_[index(z)];
      }
      std::optional<Element> another;
      for (const Element z : poset_.lower_covers(y)) {
        const Element bound = meet_[index(z)];
        if (poset_.less_equal(bound, greatest)) continue;
        if (!another || rank_[index(bound)] > rank_[index(*another)]) another = bound;
      }
      if (another) {
        missing = {y, greatest, *another};
        return false;
      }
      meet_[index(y)] = greatest;
    }
    return true;
  }
  [[nodiscard]] Element of(Element y) const { return meet_[index(y)]; }

  std::vector<Element> missing;

 private:
  const Poset& poset_;
  std::vector<std::size_t> rank_;
  std::vector<Element> meet_;
};

/// A bounded poset on at most 64 points: the common lower bounds of x and y are a principal down-set, that of the last
/// of them.
bool is_small_lattice(const detail::WordOrder& order) {
  if (order.size < 2) return true;
  // Bounded: the first point is below, the last point above all others.
  if (order.above[0] != (order.all() & ~std::uint64_t{1})) return false;
  if (order.below[order.size - 1] != order.all() >> 1U) return false;
  for (std::size_t y = 2; y + 1 < order.size; ++y) {
    for (std::size_t x = 1; x < y; ++x) {
      const std::uint64_t bounds = order.down(x) & order.down(y);  // the least element, at least
      const auto last = static_cast<std::size_t>(63 - std::countl_zero(bounds | 1U));
      if (order.down(last) != bounds) return false;
    }
  }
  return true;
}

/// Whether two elements have two common upper covers, by counting: in a lattice Σ_y C(#lower covers of y, 2) ≤ C(n, 2).
bool has_too_many_covers(const Poset& p) {
  const std::uint64_t n = p.size();
  std::uint64_t pairs = 0;
  for (const Element y : p.linear_extension()) {
    const std::uint64_t covers = p.lower_covers(y).size();
    pairs += covers * (covers - std::min<std::uint64_t>(covers, 1)) / 2;
    if (pairs > n * (n - 1) / 2) return true;
  }
  return false;
}

bool is_chain(const Poset& p) { return p.count_covers() + 1 == p.size() && height(p) == p.size(); }

}  // namespace

bool is_lattice(const Poset& p) {
  if (detail::WordOrder::fits(p)) return is_small_lattice(detail::WordOrder(p));
  return !detail::unboundedness(p) && (is_chain(p) || (!has_too_many_covers(p) && !detail::not_lattice(p)));
}

namespace detail {

std::optional<Obstruction> not_lattice(const Poset& p) {
  if (p.empty()) return std::nullopt;
  if (auto found = unboundedness(p)) return found;
  if (is_chain(p)) return std::nullopt;
  check_pairs(p, "is_lattice");
  Meets meets(p);
  for (const Element x : p.linear_extension()) {
    if (meets.with(x)) continue;
    meets.missing.insert(meets.missing.begin(), x);
    return Obstruction{Obstruction::Kind::no_meet, std::move(meets.missing)};
  }
  return std::nullopt;  // with a greatest element and all meets there are all joins
}

std::optional<Obstruction> not_modular(const Poset& p) {
  if (auto found = not_lattice(p)) return found;
  if (p.size() <= 4 || is_chain(p)) return std::nullopt;
  const Poset opposite = dual(p);
  Meets meets(p);
  Meets joins(opposite);
  // In a pentagon o < a < b < i, c any a' ⋖ b' between a and b serves as well.
  for (const Element c : p.linear_extension()) {
    meets.with(c);
    joins.with(c);
    for (const Element a : p.linear_extension()) {
      for (const Element b : p.upper_covers(a)) {
        if (meets.of(a) == meets.of(b) && joins.of(a) == joins.of(b)) {
          return Obstruction{Obstruction::Kind::pentagon, {meets.of(a), a, b, c, joins.of(a)}};
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<Obstruction> not_distributive(const Poset& p) {
  if (auto found = not_modular(p)) return found;
  if (p.size() <= 4 || is_chain(p)) return std::nullopt;
  // A modular lattice that is not distributive has a diamond of covers o ⋖ a, b, c ⋖ i [graetzer2011]: two upper covers
  // b, c of o that have the same join with a, which covers a.
  const Poset opposite = dual(p);
  Meets joins(opposite);
  std::vector<Element> partner(p.size());
  std::vector<Element> seen_from(p.size());
  for (const Element a : p.linear_extension()) {
    bool prepared = false;
    for (const Element o : p.lower_covers(a)) {
      if (p.upper_covers(o).size() < 3) continue;
      if (!prepared) joins.with(a);
      if (!prepared) std::ranges::fill(seen_from, a);  // a itself is no lower cover of a: nothing is stamped
      prepared = true;
      for (const Element b : p.upper_covers(o)) {
        if (a == b) continue;
        const Element i = joins.of(b);
        if (seen_from[index(i)] == o) {
          return Obstruction{Obstruction::Kind::diamond, {o, a, partner[index(i)], b, i}};
        }
        seen_from[index(i)] = o;
        partner[index(i)] = b;
      }
    }
  }
  return std::nullopt;
}

}  // namespace detail

}  // namespace tropiary
