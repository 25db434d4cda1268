#include "tropiary/network/pooling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/network/order_statistics.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

namespace tropiary {
namespace {

RationalVector random_array(testing::Random& random, std::size_t n) {
  RationalVector x;
  for (std::size_t i = 0; i < n; ++i) x.emplace_back(random.between(-9, 9));
  return x;
}

TEST_CASE("windows slide over a matrix row by row") {
  PoolingLayer layer{.kernel = largest_values(4, 1), .size = {4, 4}, .window = {2, 2}};
  CHECK(pooled_size(layer) == std::vector<std::size_t>{2, 2});
  RationalVector x;
  for (int i = 0; i < 16; ++i) x.emplace_back(i);
  CHECK(pooling_network(layer)(x) == RationalVector{5, 7, 13, 15});
  layer.stride = {1, 2};
  CHECK(pooling_network(layer)(x) == RationalVector{5, 7, 9, 11, 13, 15});
}

TEST_CASE("a padded window of a poset forgets the points outside the array") {
  const std::uint64_t seed = 6;
  CAPTURE(seed);
  testing::Random random(seed);
  const Poset p = testing::random_poset(9, 0.3, seed);
  const PoolingLayer layer{.kernel = lower(p), .size = {5, 4}, .window = {3, 3}, .stride = {2, 1}, .padding = {1, 1}};
  CHECK(pooled_size(layer) == std::vector<std::size_t>{3, 4});
  const TropicalNetwork network = pooling_network(layer);
  const PosetPolynomial f(p);
  for (int round = 0; round < 10; ++round) {
    const RationalVector x = random_array(random, 20);
    RationalVector expected;
    for (int row = -1; row < 4; row += 2) {
      for (int column = -1; column < 3; ++column) {
        RationalVector window;
        for (int i = row; i < row + 3; ++i) {
          for (int j = column; j < column + 3; ++j) {
            const bool inside = i >= 0 && i < 5 && j >= 0 && j < 4;
            window.push_back(inside ? x[static_cast<std::size_t>(4 * i + j)] : Rational(0));
          }
        }
        expected.push_back(f(window));
      }
    }
    CHECK(network(x) == expected);
  }
}

TEST_CASE("channels last and channels first are transposes of each other") {
  const std::uint64_t seed = 7;
  CAPTURE(seed);
  testing::Random random(seed);
  PoolingLayer layer{.kernel = largest_values(3, 2), .size = {2, 3}, .window = {1, 3}, .channels = 2};
  const TropicalNetwork first = pooling_network(layer);
  layer.channel_axis = ChannelAxis::last;
  const TropicalNetwork last = pooling_network(layer);
  const RationalVector x = random_array(random, 12);
  RationalVector transposed(12);
  for (std::size_t c = 0; c < 2; ++c) {
    for (std::size_t i = 0; i < 6; ++i) transposed[i * 2 + c] = x[c * 6 + i];
  }
  const RationalVector a = first(x);
  const RationalVector b = last(transposed);
  REQUIRE(a.size() == 8);  // 2 windows, 2 channels of 2 outputs each
  for (std::size_t channel = 0; channel < 4; ++channel) {
    for (std::size_t w = 0; w < 2; ++w) CHECK(a[channel * 2 + w] == b[w * 4 + channel]);
  }
}

TEST_CASE("equal windows share their nodes") {
  const PoolingLayer layer{.kernel = largest_values(2, 1), .size = {3}, .window = {2}, .stride = {1}, .channels = 1};
  CHECK(pooling_network(layer).count_maxima() == 2);
}

TEST_CASE("a pooling layer refuses sizes that do not fit") {
  const TropicalNetwork kernel = largest_values(4, 1);
  CHECK_THROWS_AS(pooled_size({.kernel = kernel, .size = {4}, .window = {2, 2}}), Error);
  CHECK_THROWS_AS(pooled_size({.kernel = kernel, .size = {4, 4}, .window = {4, 2}}), Error);
  CHECK_THROWS_AS(pooled_size({.kernel = kernel, .size = {1, 4}, .window = {2, 2}}), Error);
  CHECK_THROWS_AS(pooled_size({.kernel = kernel, .size = {4, 4}, .window = {2, 2}, .stride = {0, 1}}), Error);
  CHECK_THROWS_AS(pooled_size({.kernel = kernel, .size = {4, 4}, .window = {2, 2}, .padding = {2, 0}}), Error);
  const std::size_t huge = std::size_t{1} << 62;
  CHECK_THROWS_AS(pooling_network({.kernel = kernel, .size = {huge, huge}, .window = {2, 2}}), Error);
}

}  // namespace
}  // namespace tropiary
