#include "tropiary/io/layer_config.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "io/example_network.hpp"
#include "io/expect_error.hpp"

using namespace tropiary;
using nlohmann::ordered_json;
using tropiary::testing::chain_network;
using tropiary::testing::chain_program;
using tropiary::testing::expect_error;

TEST_CASE("a layer config holds the exact layers and their certificate") {
  CompiledNetwork network = chain_network();
  network.layers[1].bias[0] = Rational(Integer(-1), Integer(3));
  const ordered_json config = ordered_json::parse(to_layer_config(network));
  REQUIRE(config["format"] == "tropiary-1");
  REQUIRE(config["inputs"] == 2);
  REQUIRE(config["outputs"] == 1);
  REQUIRE(config["max_ops"] == 2);
  REQUIRE(config["hidden_layers"] == 2);
  REQUIRE(config["widths"] == ordered_json({2, 1}));
  REQUIRE(config["form"] == "relu");
  REQUIRE(config["certificate"]["dtype"] == "float32");
  REQUIRE(config["layers"].size() == 3);
  REQUIRE(config["layers"][0]["weights"] == ordered_json::parse(R"([["1", "0"], ["0", "1"]])"));
  REQUIRE(config["layers"][0]["activation"] == "relu");
  REQUIRE(config["layers"][1]["bias"] == ordered_json::parse(R"(["-1/3"])"));
  REQUIRE(config["layers"][2]["activation"] == "identity");
  REQUIRE(config["payload_sha256"].get<std::string>().size() == 64);
}

TEST_CASE("a layer config of the dag form holds its program") {
  const ordered_json program = ordered_json::parse(to_layer_config(chain_program()))["program"];
  REQUIRE(program["ops"] == ordered_json({2, 0, 2}));
  REQUIRE(program["row_starts"] == ordered_json({0, 1, 3, 4}));
  REQUIRE(program["slots"] == ordered_json({0, 1, 2, 3}));
  REQUIRE(program["weights"] == ordered_json({"1", "1", "1", "1"}));
  REQUIRE(program["outputs"] == ordered_json::array({4}));
}

TEST_CASE("reasons are told when a network is not exact") {
  CompiledNetwork network = chain_network();
  network.certificate.exact = false;
  network.certificate.reasons = {"a weight is not a number of the dtype"};
  const ordered_json config = ordered_json::parse(to_layer_config(network));
  REQUIRE(config["certificate"]["exact"] == false);
  REQUIRE(config["certificate"]["reasons"].size() == 1);
}

TEST_CASE("layers without all their weights are not written") {
  CompiledNetwork network = chain_network();
  network.layers[0].weights.pop_back();
  expect_error(Errc::invalid_argument, "layer 0", [&] { (void)to_layer_config(network); });
}
