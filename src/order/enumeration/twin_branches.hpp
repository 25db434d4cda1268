#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tropiary::detail {

using PointMask = std::uint16_t;

/// Inline also where the machine's instruction may not be assumed.
constexpr int count_points(unsigned mask) {
  mask -= (mask >> 1U) & 0x5555U;
  mask = (mask & 0x3333U) + ((mask >> 2U) & 0x3333U);
  mask = (mask + (mask >> 4U)) & 0x0F0FU;
  return static_cast<int>((mask + (mask >> 8U)) & 0x1FU);
}

/// The points `source`, twins so far, go to the numbers start, …, start + |source| − 1.
struct TwinRun {
  PointMask source = 0;
  std::uint8_t start = 0;
};

inline PointMask run_mask(std::size_t start, int length) {
  return static_cast<PointMask>(((1U << length) - 1U) << start);
}

/// Automorphisms of L up to permutations of twins, together with the columns that it placed (level_search.hpp).
struct Branch {
  PointMask fixed = 0;  ///< points that go to their own numbers
  PointMask used = 0;   ///< columns that were placed
  std::uint8_t placed = 0;
  bool identity = false;  ///< the identity up to twins, columns in their own order
  std::uint8_t runs = 0;
  std::array<TwinRun, 16> run;
  std::array<std::uint8_t, 16> column;  ///< which column was placed first, second, …

  [[nodiscard]] PointMask least_image(PointMask set) const {
    PointMask image = set & fixed;
    for (std::size_t i = 0; i < runs; ++i) {
      image |= run_mask(run[i].start, count_points(set & run[i].source));
    }
    return image;
  }

  /// Places the column with these points next.
  void place(std::size_t index, PointMask set) {
    identity = identity && index == placed;
    column[placed++] = static_cast<std::uint8_t>(index);
    used |= static_cast<PointMask>(1U << index);
    split(set);
  }

  /// Twins stay together when `set` has all or none of them.
  void split(PointMask set) {
    const std::size_t count = runs;
    const std::array<TwinRun, 16> old = run;
    runs = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const PointMask in = old[i].source & set;
      add(in, old[i].start);
      add(old[i].source & static_cast<PointMask>(~set), old[i].start + static_cast<std::size_t>(count_points(in)));
    }
  }

  void add(PointMask source, std::size_t start) {
    if (source == 0) return;
    if (source == 1U << start) {
      fixed |= source;
    } else {
      run[runs++] = {source, static_cast<std::uint8_t>(start)};
    }
  }
};

}  // namespace tropiary::detail
