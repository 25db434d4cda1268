#pragma once

#include <array>
#include <cstddef>

#include "order/enumeration/twin_branches.hpp"
#include "tropiary/order/enumeration.hpp"

namespace tropiary::detail {

/// A small poset with what the tests below ask for; the numbering is any.
struct SmallPosetView {
  std::size_t size = 0;
  std::array<PointMask, SmallPoset::max_size> below{};
  std::array<PointMask, SmallPoset::max_size> above{};
  std::array<PointMask, SmallPoset::max_size> lower{};  ///< lower covers

  SmallPosetView() = default;
  /// The first `size` points.
  SmallPosetView(const SmallPoset& p, std::size_t size);

  [[nodiscard]] PointMask all() const { return static_cast<PointMask>((1U << size) - 1U); }
  /// What is not comparable with x, x not among them.
  [[nodiscard]] PointMask beside(std::size_t x) const {
    return static_cast<PointMask>(all() & ~(unsigned{below[x]} | unsigned{above[x]} | 1U << x));
  }
  [[nodiscard]] PointMask maxima(PointMask down_set) const;
  void add_maximal_point(PointMask down_set);
};

bool has_antichain(const SmallPosetView& p, PointMask among, std::size_t size);
bool is_prime(const SmallPosetView& p);
/// The least module with the points a and b; what is found when it has a point of `stop` is part of it only.
PointMask module_closure(const SmallPosetView& p, std::size_t a, std::size_t b, PointMask stop);
/// Every two points of P have a greatest lower bound: what is below both, or equal, has a maximum.
bool is_principal(const SmallPosetView& p, PointMask down_set);

/// Whether the poset passes all that the options say about posets, from the definitions.
bool satisfies(const EnumerationOptions& options, const SmallPosetView& p);

}  // namespace tropiary::detail
