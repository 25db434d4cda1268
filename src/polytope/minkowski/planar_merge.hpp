#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// The boundary of a polygon, counter-clockwise from the lexicographically least vertex; two vertices are a segment,
/// one is a point. Up to position `last`, the lexicographically greatest vertex, it runs below. Coordinates are
/// Integers, or words of which all differences and sums have at most 62 bits.
template <class Number>
struct PlanarBoundary {
  std::vector<Number> x;
  std::vector<Number> y;
  std::size_t last = 0;
};

/// A sum of boundaries: its own, and for vertex v of it the position of its part in boundary k at parts[v · m + k].
template <class Number>
struct PlanarMerge {
  PlanarBoundary<Number> boundary;
  std::vector<std::uint32_t> parts;
};

/// Whether the direction b lies to the left of a, for directions less than a half-turn apart.
inline bool turns_left(std::int64_t ax, std::int64_t ay, std::int64_t bx, std::int64_t by) {
  __extension__ using Wide = __int128;
  return static_cast<Wide>(ax) * by > static_cast<Wide>(ay) * bx;
}
inline bool turns_left(const Integer& ax, const Integer& ay, const Integer& bx, const Integer& by) {
  return ax * by > ay * bx;
}

template <class Number>
class PlanarSteps {
 public:
  struct Step {
    Number x;
    Number y;
    std::uint32_t summand;
  };

  static bool comes_before(const Step& a, const Step& b) { return turns_left(a.x, a.y, b.x, b.y); }

  /// The edges of all boundaries below (or above) in the order of direction, merged two runs at a time.
  static std::vector<Step> merged_half(std::span<const PlanarBoundary<Number>> boundaries, bool below) {
    std::vector<Step> steps;
    std::vector<std::size_t> ends = {0};
    for (std::size_t k = 0; k < boundaries.size(); ++k) {
      const PlanarBoundary<Number>& b = boundaries[k];
      const std::size_t n = b.x.size();
      const std::size_t to = below ? b.last : n;
      for (std::size_t i = below || n == 1 ? 0 : b.last; i < to && n > 1; ++i) {
        const std::size_t next = i + 1 == n ? 0 : i + 1;
        steps.push_back({b.x[next] - b.x[i], b.y[next] - b.y[i], static_cast<std::uint32_t>(k)});
      }
      if (steps.size() != ends.back()) ends.push_back(steps.size());
    }
    if (ends.size() <= 2) return steps;
    std::vector<Step> other(steps.size());
    while (ends.size() > 2) {
      std::vector<std::size_t> fewer = {0};
      for (std::size_t r = 0; r + 1 < ends.size(); r += 2) {
        const std::size_t end = r + 2 < ends.size() ? ends[r + 2] : ends[r + 1];
        const auto at = [&](std::size_t i) { return steps.begin() + static_cast<std::ptrdiff_t>(i); };
        std::merge(at(ends[r]), at(ends[r + 1]), at(ends[r + 1]), at(end),
                   other.begin() + static_cast<std::ptrdiff_t>(ends[r]), comes_before);
        fewer.push_back(end);
      }
      ends = std::move(fewer);
      steps.swap(other);
    }
    return steps;
  }
};

/// The edges of the sum are those of the summands in the order of direction, parallel ones together; the edges of every
/// summand are in that order already. Cost: O(E log m) for E edges and m ≥ 1 summands, and E · m for the parts.
template <class Number>
PlanarMerge<Number> merge_boundaries(std::span<const PlanarBoundary<Number>> boundaries) {
  using Steps = PlanarSteps<Number>;
  const std::size_t m = boundaries.size();
  PlanarMerge<Number> sum;
  std::vector<std::uint32_t> at(m);  // along the boundary of each summand
  Number x = 0;
  Number y = 0;
  const auto add_vertex = [&] {
    sum.boundary.x.push_back(x);
    sum.boundary.y.push_back(y);
    sum.parts.insert(sum.parts.end(), at.begin(), at.end());
  };
  for (const auto& b : boundaries) {
    x += b.x[0];
    y += b.y[0];
  }
  for (const bool below : {true, false}) {
    const auto steps = Steps::merged_half(boundaries, below);
    if (!below) sum.boundary.last = sum.boundary.x.size();
    const std::size_t most = sum.boundary.x.size() + steps.size() + 1;
    sum.boundary.x.reserve(most);
    sum.boundary.y.reserve(most);
    sum.parts.reserve(most * m);
    for (std::size_t i = 0; i < steps.size();) {
      add_vertex();
      const auto& first = steps[i];
      do {
        const auto& step = steps[i++];
        x += step.x;
        y += step.y;
        std::uint32_t& position = at[step.summand];
        if (++position == boundaries[step.summand].x.size()) position = 0;
      } while (i < steps.size() && !Steps::comes_before(first, steps[i]));
    }
  }
  if (sum.boundary.x.empty()) add_vertex();
  return sum;
}

}  // namespace tropiary::detail
