#include <catch2/catch.hpp>

#include "support/numeric.hpp"
#include "support/posets.hpp"
#include "tropiary/compile/compile.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/network/order_statistics.hpp"
#include "tropiary/network/recursions.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

CompileOptions in_form(Form form) {
  CompileOptions options;
  options.form = form;
  return options;
}

/// A random network of affine maps and maxima, some with constants, with several outputs.
TropicalNetwork random_network(testing::Random& random) {
  const std::size_t inputs = 1 + random.below(4);
  TropicalNetwork::Builder builder(inputs);
  std::vector<NodeId> nodes;
  for (std::size_t i = 0; i < inputs; ++i) nodes.push_back(builder.input(i));
  for (int k = 0; k < 12; ++k) {
    const auto any = [&] { return nodes[random.below(nodes.size())]; };
    switch (random.below(3)) {
      case 0:
        nodes.push_back(
            builder.affine({{any(), random.between(-2, 2)}, {any(), random.between(-2, 2)}}, random.between(-3, 3)));
        break;
      case 1:
        nodes.push_back(builder.maximum({any(), any(), any()}));
        break;
      default:
        nodes.push_back(builder.relu(any(), random.between(-2, 2)));
    }
  }
  std::vector<NodeId> outputs;
  for (std::size_t k = 0; k < 1 + random.below(3); ++k) outputs.push_back(nodes[nodes.size() - 1 - random.below(4)]);
  return std::move(builder).build(std::move(outputs));
}

TEST_CASE("layers of maxima compute random networks for inputs of any size") {
  const std::uint64_t seed = 31;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 200; ++round) {
    const TropicalNetwork network = random_network(random);
    const CompiledNetwork maxout = compile(network, in_form(Form::maxout));
    for (int sample = 0; sample < 5; ++sample) {
      RationalVector x;
      for (std::size_t i = 0; i < network.count_inputs(); ++i) {
        x.emplace_back(random.between(-1000000, 1000000), random.between(1, 3));
      }
      CHECK(maxout(x) == network(x));
    }
  }
}

TEST_CASE("every form computes sorting and shortest paths in the box") {
  const std::uint64_t seed = 32;
  CAPTURE(seed);
  testing::Random random(seed);
  const std::vector<Arc> arcs = {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 1}};
  for (const TropicalNetwork& network :
       {sorted_values(5), median(4), bellman_ford(4, arcs, 0).network, reachability(4, arcs, 0).network,
        minimum_spanning_tree(4).network, heaviest_chain(boolean_lattice(3)).network}) {
    for (const Form form : {Form::relu, Form::dag, Form::maxout}) {
      CompileOptions options = in_form(form);
      options.box = {{-8, 8}};
      const CompiledNetwork compiled = compile(network, options);
      CHECK(compiled.certificate.exact);
      for (int sample = 0; sample < 20; ++sample) {
        RationalVector x;
        for (std::size_t i = 0; i < network.count_inputs(); ++i) x.emplace_back(random.between(-8, 8));
        CHECK(compiled(x) == network(x));
      }
    }
  }
}

TEST_CASE("a maximum of many values is one layer with a row for each") {
  const CompiledNetwork maximum = compile(largest_values(5, 1), in_form(Form::maxout));
  REQUIRE(maximum.layers.size() == 1);
  CHECK(maximum.layers[0].rows == 5);
  CHECK(maximum.layers[0].pieces == 5);
  CHECK(maximum.hidden_layers == 1);
  CHECK(maximum.certificate.box[0].high == Rational(1 << 24));
}

TEST_CASE("the filters form has a row for each up-set") {
  const Poset p = fence(5);
  const CompiledNetwork network = compile(p, in_form(Form::filters));
  REQUIRE(network.layers.size() == 1);
  CHECK(network.layers[0].rows == testing::brute_up_sets(p).size());
  CompileOptions options = in_form(Form::filters);
  options.max_parameters = 12;
  CHECK_THROWS_AS(compile(p, options), Error);
  options.max_parameters = std::uint64_t{1} << 24;
  CHECK_THROWS_AS(compile(antichain(40), options), Error);
  CHECK_THROWS_AS(compile(sorted_values(3), options), Error);
  CHECK_THROWS_AS(compile(antichain(40), in_form(Form::filters)), Error);
}

}  // namespace
}  // namespace tropiary
