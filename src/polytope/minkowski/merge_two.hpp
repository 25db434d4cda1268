#pragma once

#include "polytope/minkowski/planar_merge.hpp"

namespace tropiary::detail {

/// The edges of a boundary, in order.
struct EdgeVectors {
  std::vector<std::int64_t> x;
  std::vector<std::int64_t> y;
  std::int64_t bits = 0;  ///< those that occur in any |x| or |y|, or'ed together

  explicit EdgeVectors(const PlanarBoundary<std::int64_t>& b) {
    const std::size_t n = b.x.size();
    if (n == 1) return;
    x.resize(n);
    y.resize(n);
    for (std::size_t i = 0; i + 1 < n; ++i) {
      x[i] = b.x[i + 1] - b.x[i];
      y[i] = b.y[i + 1] - b.y[i];
      bits |= (x[i] ^ (x[i] >> 63)) | (y[i] ^ (y[i] >> 63));
    }
    x[n - 1] = b.x[0] - b.x[n - 1];
    y[n - 1] = b.y[0] - b.y[n - 1];
    bits |= (x[n - 1] ^ (x[n - 1] >> 63)) | (y[n - 1] ^ (y[n - 1] >> 63));
  }
};

/// merge_boundaries of two in words. Which edge comes next is as good as random to a processor, so both are moved along
/// by arithmetic and no branch depends on it; parallel edges need no case of their own. Product: a type that holds a
/// product of two entries.
template <class Product>
PlanarMerge<std::int64_t> merge_two(const PlanarBoundary<std::int64_t>& a, const EdgeVectors& edges_a,
                                    const PlanarBoundary<std::int64_t>& b, const EdgeVectors& edges_b) {
  PlanarMerge<std::int64_t> sum;
  const std::size_t na = a.x.size();
  const std::size_t nb = b.x.size();
  sum.boundary.x.resize(na + nb);
  sum.boundary.y.resize(na + nb);
  sum.parts.resize(2 * (na + nb));
  std::int64_t* xs = sum.boundary.x.data();
  std::int64_t* ys = sum.boundary.y.data();
  std::uint32_t* parts = sum.parts.data();
  std::int64_t x = a.x[0] + b.x[0];
  std::int64_t y = a.y[0] + b.y[0];
  std::size_t count = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto add_vertex = [&] {
    xs[count] = x;
    ys[count] = y;
    parts[2 * count] = static_cast<std::uint32_t>(i == na ? 0 : i);
    parts[2 * count + 1] = static_cast<std::uint32_t>(j == nb ? 0 : j);
    ++count;
  };
  for (const bool below : {true, false}) {
    if (!below) sum.boundary.last = count;
    const std::size_t end_a = na == 1 ? 0 : below ? a.last : na;
    const std::size_t end_b = nb == 1 ? 0 : below ? b.last : nb;
    const std::int64_t* ax = edges_a.x.data();
    const std::int64_t* ay = edges_a.y.data();
    const std::int64_t* bx = edges_b.x.data();
    const std::int64_t* by = edges_b.y.data();
    while (i < end_a && j < end_b) {
      add_vertex();
      const Product left = static_cast<Product>(ax[i]) * by[j];
      const Product right = static_cast<Product>(ay[i]) * bx[j];
      const std::int64_t take_a = left >= right ? -1 : 0;
      const std::int64_t take_b = left <= right ? -1 : 0;
      x += (ax[i] & take_a) + (bx[j] & take_b);
      y += (ay[i] & take_a) + (by[j] & take_b);
      i -= static_cast<std::size_t>(take_a);
      j -= static_cast<std::size_t>(take_b);
    }
    while (i < end_a) {
      add_vertex();
      x += ax[i];
      y += ay[i++];
    }
    while (j < end_b) {
      add_vertex();
      x += bx[j];
      y += by[j++];
    }
  }
  if (count == 0) add_vertex();
  sum.boundary.x.resize(count);
  sum.boundary.y.resize(count);
  sum.parts.resize(2 * count);
  return sum;
}

inline PlanarMerge<std::int64_t> merge_two(const PlanarBoundary<std::int64_t>& a,
                                           const PlanarBoundary<std::int64_t>& b) {
  __extension__ using Wide = __int128;
  const EdgeVectors edges_a(a);
  const EdgeVectors edges_b(b);
  return (edges_a.bits | edges_b.bits) >> 31 == 0 ? merge_two<std::int64_t>(a, edges_a, b, edges_b)
                                                  : merge_two<Wide>(a, edges_a, b, edges_b);
}

/// The sum of any number of boundaries, by the fastest way.
template <class Number>
PlanarMerge<Number> sum_of_boundaries(std::span<const PlanarBoundary<Number>> boundaries) {
  if constexpr (std::is_same_v<Number, std::int64_t>) {
    if (boundaries.size() == 2) return merge_two(boundaries[0], boundaries[1]);
  }
  return merge_boundaries<Number>(boundaries);
}

}  // namespace tropiary::detail
