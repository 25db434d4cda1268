#include <catch2/catch.hpp>
#include <string>

#include "io/example_network.hpp"
#include "io/expect_error.hpp"
#include "support/json_schema.hpp"
#include "support/posets.hpp"
#include "tropiary/io/compile_summary.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/io/layer_config.hpp"

using namespace tropiary;
using tropiary::testing::expect_error;
using tropiary::testing::JsonSchema;

namespace {

/// Random affine nodes and maxima over three inputs.
TropicalNetwork random_network(std::uint64_t seed) {
  testing::Random random(seed);
  TropicalNetwork::Builder builder(3);
  std::vector<NodeId> nodes{builder.input(0), builder.input(1), builder.input(2)};
  for (int i = 0; i < 12; ++i) {
    const NodeId a = nodes[random.below(nodes.size())];
    const NodeId b = nodes[random.below(nodes.size())];
    const Rational weight(random.between(-5, 5), random.between(1, 4));
    if (random.chance(0.4))
      nodes.push_back(builder.affine({{a, weight}, {b, 2}}, Rational(random.between(-3, 3), 2)));
    else if (random.chance(0.5))
      nodes.push_back(builder.maximum({a, b}));
    else
      nodes.push_back(builder.relu(a, weight));
  }
  return std::move(builder).build({nodes.back(), nodes[nodes.size() - 2]});
}

}  // namespace

TEST_CASE("a tropical polynomial's JSON is read back and obeys its schema") {
  const TropicalPolynomial f(2, {{{1, 0}, Rational(1, 2)}, {{0, Rational(-3, 2)}, 0}});
  REQUIRE(to_json(f) == R"({"variables": 2, "monomials": [{"exponent": ["0", "-3/2"], "coefficient": "0"}, )"
                        R"({"exponent": ["1", "0"], "coefficient": "1/2"}]})");
  REQUIRE(tropical_polynomial_from_json(to_json(f)) == f);
  REQUIRE(tropical_polynomial_from_json(to_json(TropicalPolynomial(5))) == TropicalPolynomial(5));
  REQUIRE(JsonSchema("polynomial").check(to_json(f)).empty());
  REQUIRE(tropical_polynomial_from_json(R"({"variables": 1, "monomials": [{"exponent": [2], "coefficient": 1}]})") ==
          TropicalPolynomial(1, {{{2}, 1}}));
}

TEST_CASE("a tropical polynomial's JSON that denotes none is refused") {
  const auto refused = [](Errc code, const std::string& part, const std::string& text) {
    INFO("text: " << text);
    expect_error(code, part, [&] { (void)tropical_polynomial_from_json(text); });
  };
  refused(Errc::invalid_argument, "\"variables\" is missing", R"({"monomials": []})");
  refused(Errc::too_large, "variables", R"({"variables": 1000000000000, "monomials": []})");
  refused(Errc::dimension_mismatch, "monomials[0].exponent", R"({"variables": 2, "monomials": [{"exponent": [1]}]})");
  refused(Errc::invalid_argument, "\"coefficient\"", R"({"variables": 1, "monomials": [{"exponent": [1]}]})");
  refused(Errc::division_by_zero, "coefficient",
          R"({"variables": 1, "monomials": [{"exponent": [1], "coefficient": "1/0"}]})");
  refused(Errc::invalid_argument, "monomials[0] must be an object", R"({"variables": 1, "monomials": [3]})");
}

TEST_CASE("a network's JSON is read back with the same values and obeys its schema") {
  const JsonSchema schema("network");
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const TropicalNetwork network = random_network(seed);
    const std::string text = to_json(network);
    REQUIRE(schema.check(text) == "");
    const TropicalNetwork again = network_from_json(text);
    REQUIRE(to_json(again) == text);
    testing::Random random(seed);
    for (int i = 0; i < 20; ++i) {
      const RationalVector x{random.between(-4, 4), Rational(random.between(-9, 9), 2), random.between(-4, 4)};
      REQUIRE(again(x) == network(x));
    }
  }
}

TEST_CASE("a network's JSON has nodes with op and args") {
  TropicalNetwork::Builder builder(2);
  const NodeId sum = builder.affine({{builder.input(0), 1}, {builder.input(1), Rational(-1, 2)}}, 3);
  const NodeId top = builder.relu(sum);
  REQUIRE(to_json(std::move(builder).build({top})) ==
          R"({"inputs": 2, "nodes": [{"op": "input"}, {"op": "input"}, )"
          R"({"op": "affine", "args": [[0, "1"], [1, "-1/2"]], "constant": "3"}, )"
          R"({"op": "max", "args": [2], "constant": "0"}], "outputs": [3]})");
}

TEST_CASE("a network's JSON that denotes none is refused in one clear line") {
  const auto refused = [](const std::string& part, const std::string& nodes, const std::string& outputs = "[0]",
                          const std::string& inputs = "1") {
    const std::string text = "{\"inputs\": " + inputs + ", \"nodes\": " + nodes + ", \"outputs\": " + outputs + "}";
    INFO("text: " << text);
    expect_error(Errc::invalid_argument, part, [&] { (void)network_from_json(text); });
  };
  refused("there are only 1 nodes", R"([{"op": "input"}])", "[0]", "1000000000000");
  refused("nodes[0].op must be \"input\"", R"([{"op": "max", "args": [0]}])");
  refused("nodes[1].op", R"([{"op": "input"}, {"op": "input"}])");
  refused("nodes[1].op", R"([{"op": "input"}, {"op": "relu", "args": [0]}])");
  refused("nodes[1].args[0] refers to node 1", R"([{"op": "input"}, {"op": "max", "args": [1]}])");
  refused("nodes[1].args[0][0] refers to node 2",
          R"([{"op": "input"}, {"op": "affine", "args": [[2, 1]]}, {"op": "affine", "args": [[1, 1]]}])");
  refused("nodes[1].args is empty", R"([{"op": "input"}, {"op": "max", "args": []}])");
  refused("a pair", R"([{"op": "input"}, {"op": "affine", "args": [[0]]}])");
  refused("\"args\" is missing", R"([{"op": "input"}, {"op": "max"}])");
  refused("outputs[0] refers to node 7", R"([{"op": "input"}])", "[7]");
  refused("nodes must be an array", "{}");
}

TEST_CASE("a layer config obeys its schema") {
  const JsonSchema schema("layer_config");
  REQUIRE(schema.check(to_layer_config(testing::chain_network())) == "");
  REQUIRE(schema.check(to_layer_config(testing::chain_program())) == "");
  CompiledNetwork network = testing::chain_network();
  network.certificate.exact = false;
  network.certificate.reasons = {"outside"};
  REQUIRE(schema.check(to_layer_config(network)) == "");
  REQUIRE(schema.check(R"({"format": "tropiary-2"})") != "");
}

TEST_CASE("the summary of a compilation obeys its schema") {
  const std::vector<std::string> files{"a.onnx", "b \"c\".json"};
  const std::string summary = to_compile_summary(testing::chain_network(), files);
  REQUIRE(JsonSchema("compile").check(summary) == "");
  REQUIRE(summary.find(R"("files": ["a.onnx", "b \"c\".json"])") != std::string::npos);
}
