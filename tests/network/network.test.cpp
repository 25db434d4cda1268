#include "tropiary/network/network.hpp"

#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using Builder = TropicalNetwork::Builder;

TEST_CASE("equal nodes of a network are one node") {
  Builder builder(3);
  const NodeId a = builder.affine({{builder.input(0), 1}, {builder.input(2), 2}}, 5);
  CHECK(a == builder.affine({{builder.input(2), 2}, {builder.input(0), 1}}, 5));
  CHECK(a == builder.affine({{builder.input(2), 1}, {builder.input(0), 1}, {builder.input(2), 1}}, 5));
  CHECK(a != builder.affine({{builder.input(0), 1}, {builder.input(2), 2}}, 6));
  CHECK(builder.relu(a) == builder.relu(a));
  CHECK(builder.relu(a) != builder.relu(a, 1));
  CHECK(builder.nodes().size() == 3 + 2 + 2);
}

TEST_CASE("an affine node that copies its argument is its argument") {
  Builder builder(2);
  const NodeId x = builder.input(0);
  CHECK(builder.affine({{x, 1}}) == x);
  CHECK(builder.affine({{x, 1}, {builder.input(1), 0}}) == x);
  CHECK(builder.affine({{x, 2}, {x, -1}}) == x);
  CHECK(builder.sum(std::vector<NodeId>{x}) == x);
  CHECK(builder.maximum({x, x}) == x);
  const NodeId seven = builder.affine({}, 7);
  CHECK(builder.affine({{x, 1}, {seven, 2}}) == builder.affine({{x, 1}}, 14));
}

TEST_CASE("a maximum keeps the order in which its arguments are given") {
  Builder builder(3);
  const NodeId node = builder.maximum({builder.input(2), builder.input(0), builder.input(2), builder.input(1)});
  const auto& arguments = builder.nodes()[static_cast<std::size_t>(node)].arguments;
  REQUIRE(arguments.size() == 3);
  CHECK(arguments[0].node == builder.input(2));
  CHECK(arguments[1].node == builder.input(0));
  CHECK(arguments[2].node == builder.input(1));
}

TEST_CASE("building keeps the inputs and drops what no output uses") {
  Builder builder(4);
  const NodeId unused = builder.relu(builder.input(3));
  (void)builder.relu(unused, 9);
  const NodeId sum = builder.affine({{builder.input(0), 1}, {builder.input(1), -1}});
  const NodeId top = builder.maximum({sum, builder.input(2)});
  const TropicalNetwork network = std::move(builder).build({top, sum});
  CHECK(network.count_inputs() == 4);
  CHECK(network.nodes().size() == 6);
  CHECK(network.count_maxima() == 1);
  CHECK(network.depth() == 1);
  const RationalVector x{5, 2, 4, 100};
  CHECK(network(x) == RationalVector{4, 3});
}

TEST_CASE("a maximum of k arguments counts k - 1 maxima and its logarithm as depth") {
  Builder builder(5);
  const NodeId five =
      builder.maximum({builder.input(0), builder.input(1), builder.input(2), builder.input(3), builder.input(4)});
  const TropicalNetwork network = std::move(builder).build({five});
  CHECK(network.count_maxima() == 4);
  CHECK(network.depth() == 3);
}

TEST_CASE("a network of max(x, y) as x + relu(y - x) is the maximum") {
  const std::uint64_t seed = 20261123;
  CAPTURE(seed);
  testing::Random random(seed);
  Builder builder(2);
  const NodeId x = builder.input(0);
  const NodeId y = builder.input(1);
  const NodeId gadget = builder.affine({{x, 1}, {builder.relu(builder.affine({{y, 1}, {x, -1}})), 1}});
  const NodeId maximum = builder.maximum({x, y});
  const TropicalNetwork network = std::move(builder).build({gadget, maximum});
  for (int round = 0; round < 100; ++round) {
    const RationalVector point{Rational(random.between(-20, 20), random.between(1, 7)),
                               Rational(random.between(-20, 20), random.between(1, 7))};
    const RationalVector value = network(point);
    CHECK(value[0] == value[1]);
    CHECK(value[0] == std::max(point[0], point[1]));
  }
}

TEST_CASE("a network refuses what is no node and no point of its space") {
  Builder builder(2);
  CHECK_THROWS_AS(builder.input(2), Error);
  CHECK_THROWS_AS(builder.maximum({}), Error);
  CHECK_THROWS_AS(builder.relu(NodeId{7}), Error);
  const TropicalNetwork network = std::move(builder).build({NodeId{0}});
  const RationalVector point{1, 2, 3};
  CHECK_THROWS_AS(network(point), Error);
}

TEST_CASE("a network of a million nodes is built and evaluated") {
  const std::size_t n = 1000000;
  Builder builder(1);
  NodeId node = builder.input(0);
  for (std::size_t i = 1; i < n; ++i) node = i % 2 == 0 ? builder.relu(node) : builder.affine({{node, 1}}, 1);
  const TropicalNetwork network = std::move(builder).build({node});
  CHECK(network.nodes().size() == n);
  CHECK(network(RationalVector{0})[0] == Rational(n / 2));
  CHECK(network.depth() == n / 2 - 1);
}

}  // namespace
}  // namespace tropiary
