#include "../../src/compile/layout_relu.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

/// Random affine nodes and maxima of up to five arguments, some with constants.
TropicalNetwork random_network(std::size_t inputs, std::size_t nodes, testing::Random& random, bool fractions) {
  TropicalNetwork::Builder builder(inputs);
  std::vector<NodeId> made;
  for (std::size_t i = 0; i < inputs; ++i) made.push_back(builder.input(i));
  while (made.size() < inputs + nodes) {
    const auto any = [&] { return made[made.size() - 1 - random.below(std::min<std::size_t>(made.size(), 6))]; };
    if (random.chance(0.5)) {
      std::vector<WeightedNode> arguments;
      for (std::size_t k = 1 + random.below(3); k > 0; --k) {
        arguments.push_back({any(), Rational(random.between(-2, 2), fractions ? random.between(1, 3) : 1)});
      }
      made.push_back(builder.affine(std::move(arguments), random.between(-3, 3)));
    } else if (random.chance(0.3)) {
      made.push_back(builder.relu(any(), random.between(-2, 2)));
    } else {
      std::vector<NodeId> arguments;
      for (std::size_t k = 1 + random.below(5); k > 0; --k) arguments.push_back(any());
      made.push_back(builder.maximum(std::move(arguments)));
    }
  }
  return std::move(builder).build({made.back(), made[made.size() - 2]});
}

TEST_CASE("a random network compiles to the same function inside its box in both forms") {
  const std::uint64_t seed = 31;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const TropicalNetwork network = random_network(3, 12, random, round % 4 == 0);
    CompileOptions options;
    options.box = {{-4, 4}, {0, 3}, {-7, -1}};
    const CompiledNetwork relu = compile(network, options);
    CHECK(relu.max_ops == network.count_maxima());
    options.form = Form::dag;
    const CompiledNetwork dag = compile(network, options);
    for (int sample = 0; sample < 20; ++sample) {
      const RationalVector x{random.between(-4, 4), random.between(0, 3), random.between(-7, -1)};
      if (relu(x) != network(x)) FAIL("relu form differs");
      if (dag(x) != network(x)) FAIL("dag form differs");
    }
  }
}

TEST_CASE("bounds of neurons hold and carried values stay strictly inside their ReLU") {
  const std::uint64_t seed = 32;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 150; ++round) {
    CAPTURE(round);
    const bool from_poset = round % 2 == 0;
    const std::size_t inputs = from_poset ? 7 : 3;
    const TropicalNetwork network = from_poset ? lower(testing::random_poset(inputs, 0.3, random.below(1U << 30)))
                                               : random_network(inputs, 14, random, false);
    const detail::StrictLayout layout(network, 1U << 20, Dtype::float32);
    const std::vector<Interval> box(inputs, Interval{-3, 5});
    const detail::PlacedLayers placed = layout.place(box, 0);
    REQUIRE(placed.bounds.size() + 1 == placed.layers.size());
    for (int sample = 0; sample < 30; ++sample) {
      RationalVector values;
      for (std::size_t i = 0; i < inputs; ++i) {
        values.push_back(random.chance(0.5) ? (random.chance(0.5) ? -3 : 5) : random.between(-3, 5));
      }
      for (std::size_t k = 0; k < placed.bounds.size(); ++k) {
        const detail::SparseLayer& layer = placed.layers[k];
        RationalVector next = layer.bias;
        for (std::size_t i = 0; i < layer.rows(); ++i) {
          for (std::size_t j = layer.starts[i]; j < layer.starts[i + 1]; ++j) {
            next[i] += layer.weights[j] * values[layer.slots[j]];
          }
          // A neuron whose bounds exclude 0 is the identity on the box.
          const Interval& bound = placed.bounds[k][i];
          if (bound.low.sign() > 0 && next[i].sign() <= 0) FAIL("a carried value is cut off");
          next[i] = std::max(next[i], Rational(0));
          if (next[i] < bound.low || bound.high < next[i])
            FAIL("layer " << k << ", unit " << i << " leaves its bounds");
        }
        values = std::move(next);
      }
    }
  }
}

TEST_CASE("bounds of nested maxima do not double at every level") {
  // Each maximum reads the last one twice over: from the layers alone its bound would be 2^40.
  TropicalNetwork::Builder builder(41);
  NodeId last = builder.input(0);
  for (std::size_t i = 1; i <= 40; ++i) last = builder.maximum({last, builder.input(i)});
  const TropicalNetwork network = std::move(builder).build({last});
  const CompiledNetwork compiled = compile(network);
  CHECK(compiled.certificate.exact);
  CHECK(compiled.certificate.box[0].high >= Rational(1 << 20));
}

TEST_CASE("carried forms that are integer combinations of fewer ones are carried by these") {
  // Three needed forms x+y, y+z, x+2y+z of rank two over three inputs, through a layer they have no part in.
  TropicalNetwork::Builder builder(4);
  const auto x = builder.input(0);
  const auto y = builder.input(1);
  const auto z = builder.input(2);
  const NodeId r = builder.relu(builder.input(3));
  const NodeId a = builder.relu(builder.affine({{x, 1}, {y, 1}, {r, 1}}));
  const NodeId b = builder.relu(builder.affine({{y, 1}, {z, 1}, {r, 1}}));
  const NodeId c = builder.relu(builder.affine({{x, 1}, {y, 2}, {z, 1}, {r, 1}}));
  const TropicalNetwork network = std::move(builder).build({a, b, c});
  const CompiledNetwork compiled = compile(network);
  CHECK(compiled.widths == std::vector<std::size_t>{3, 3});
  const RationalVector point{3, -1, 4, 2};
  CHECK(compiled(point) == network(point));
}

TEST_CASE("a network without maxima is one affine layer") {
  TropicalNetwork::Builder builder(2);
  const NodeId sum = builder.affine({{builder.input(0), 2}, {builder.input(1), -3}}, 7);
  const CompiledNetwork compiled = compile(std::move(builder).build({sum, NodeId{0}}));
  CHECK(compiled.hidden_layers == 0);
  REQUIRE(compiled.layers.size() == 1);
  CHECK(compiled.layers[0].weights == RationalVector{2, -3, 1, 0});
  CHECK(compiled(RationalVector{1, 1}) == RationalVector{6, 1});
}

TEST_CASE("the empty poset compiles to the constant zero") {
  for (const Form form : {Form::relu, Form::dag}) {
    CompileOptions options;
    options.form = form;
    CHECK(compile(Poset(), options)(RationalVector{}) == RationalVector{0});
  }
}

}  // namespace
}  // namespace tropiary
