#include "tropiary/io/onnx.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "io/example_network.hpp"
#include "io/expect_error.hpp"
#include "tropiary/io/files.hpp"

using namespace tropiary;
using tropiary::testing::chain_network;
using tropiary::testing::chain_program;
using tropiary::testing::expect_error;

namespace {

/// A message read from the wire: integers and texts by field number, in order.
struct Message {
  std::multimap<std::uint64_t, std::uint64_t> integers;
  std::multimap<std::uint64_t, std::string> texts;

  explicit Message(std::string_view bytes) {
    std::size_t at = 0;
    const auto varint = [&] {
      std::uint64_t value = 0;
      for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.at(at++));
        value |= std::uint64_t{byte & 127U} << shift;
        if (byte < 128U) return value;
      }
    };
    while (at < bytes.size()) {
      const std::uint64_t key = varint();
      if ((key & 7U) == 0) {
        integers.emplace(key >> 3U, varint());
      } else {
        REQUIRE((key & 7U) == 2);
        const std::uint64_t size = varint();
        REQUIRE(size <= bytes.size() - at);
        texts.emplace(key >> 3U, std::string(bytes.substr(at, size)));
        at += size;
      }
    }
  }
  [[nodiscard]] std::uint64_t integer(std::uint64_t field) const {
    REQUIRE(integers.count(field) == 1);
    return integers.find(field)->second;
  }
  [[nodiscard]] std::string text(std::uint64_t field) const {
    REQUIRE(texts.count(field) == 1);
    return texts.find(field)->second;
  }
  [[nodiscard]] std::vector<Message> messages(std::uint64_t field) const {
    std::vector<Message> result;
    for (auto [it, end] = texts.equal_range(field); it != end; ++it) result.emplace_back(it->second);
    return result;
  }
  [[nodiscard]] std::vector<std::string> all_texts(std::uint64_t field) const {
    std::vector<std::string> result;
    for (auto [it, end] = texts.equal_range(field); it != end; ++it) result.push_back(it->second);
    return result;
  }
};

}  // namespace

TEST_CASE("an ONNX file is opset 13 of IR version 7 with Gemm and Relu alone") {
  const Message model(to_onnx(chain_network()));
  REQUIRE(model.integer(1) == 7);
  const Message opset(model.text(8));
  REQUIRE(opset.text(1).empty());
  REQUIRE(opset.integer(2) == 13);
  const Message graph(model.text(7));
  std::vector<std::string> ops;
  for (const Message& node : graph.messages(1)) ops.push_back(node.text(4));
  REQUIRE(ops == std::vector<std::string>{"Gemm", "Relu", "Gemm", "Relu", "Gemm"});
}

TEST_CASE("the nodes of an ONNX file form a path from x to y") {
  const Message graph(Message(to_onnx(chain_network())).text(7));
  std::string value = "x";
  for (const Message& node : graph.messages(1)) {
    REQUIRE(node.all_texts(1).front() == value);
    if (node.text(4) == "Gemm") {
      const Message attribute(node.text(5));
      REQUIRE(attribute.text(1) == "transB");
      REQUIRE(attribute.integer(3) == 1);
      REQUIRE(attribute.integer(20) == 2);
    }
    value = node.text(2);
  }
  REQUIRE(value == "y");
  REQUIRE(graph.messages(11).front().text(1) == "x");
  REQUIRE(graph.messages(12).front().text(1) == "y");
}

TEST_CASE("the initialisers of an ONNX file are the buffers byte for byte") {
  const std::map<Dtype, std::uint64_t> data_types{
      {Dtype::float32, 1}, {Dtype::float16, 10}, {Dtype::float64, 11}, {Dtype::bfloat16, 16}};
  for (const auto& [dtype, data_type] : data_types) {
    const CompiledNetwork network = chain_network(dtype);
    const Message graph(Message(to_onnx(network)).text(7));
    const std::vector<Message> tensors = graph.messages(5);
    REQUIRE(tensors.size() == network.buffers.size());
    for (std::size_t i = 0; i < tensors.size(); ++i) {
      const Buffer& buffer = network.buffers[i];
      REQUIRE(tensors[i].text(8) == buffer.name);
      REQUIRE(tensors[i].integer(2) == data_type);
      REQUIRE(tensors[i].text(9) ==
              std::string(reinterpret_cast<const char*>(buffer.bytes.data()), buffer.bytes.size()));
      std::vector<std::size_t> shape;
      for (auto [it, end] = tensors[i].integers.equal_range(1); it != end; ++it) shape.push_back(it->second);
      REQUIRE(shape == buffer.shape);
    }
  }
}

TEST_CASE("an ONNX file carries source and certificate and a hash of its weights") {
  const CompiledNetwork network = chain_network();
  const Message model(to_onnx(network));
  std::map<std::string, std::string> metadata;
  for (const Message& entry : model.messages(14)) metadata[entry.text(1)] = entry.text(2);
  REQUIRE(metadata["source"] == network.source);
  REQUIRE(metadata["certificate"].find("\"exact\": true") != std::string::npos);
  std::string weights;
  for (const Buffer& buffer : network.buffers)
    weights.append(reinterpret_cast<const char*>(buffer.bytes.data()), buffer.bytes.size());
  REQUIRE(metadata["payload_sha256"] == sha256(weights));
  REQUIRE(to_onnx(network) == to_onnx(network));
}

TEST_CASE("what has no ONNX file is refused") {
  expect_error(Errc::invalid_argument, "dag", [] { (void)to_onnx(chain_program()); });
  CompiledNetwork network = chain_network();
  SECTION("no inputs") {
    network.inputs = 0;
    network.layers = {{1, 0, {}, {0}}};
    network.buffers.clear();
    expect_error(Errc::invalid_argument, "1 × 0", [&] { (void)to_onnx(network); });
  }
  SECTION("layers that do not meet") {
    network.layers.erase(network.layers.begin() + 1);
    expect_error(Errc::invalid_argument, "layer 1 takes 1", [&] { (void)to_onnx(network); });
  }
  SECTION("a buffer is missing") {
    network.buffers.pop_back();
    expect_error(Errc::invalid_argument, "layers.2.bias", [&] { (void)to_onnx(network); });
  }
  SECTION("a buffer of another type") {
    network.certificate.dtype = Dtype::float16;
    expect_error(Errc::invalid_argument, "layers.0.weight", [&] { (void)to_onnx(network); });
  }
}
