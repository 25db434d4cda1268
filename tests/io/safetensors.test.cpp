#include "tropiary/io/safetensors.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "io/example_network.hpp"
#include "io/expect_error.hpp"
#include "tropiary/io/files.hpp"

using namespace tropiary;
using nlohmann::ordered_json;
using tropiary::testing::chain_network;
using tropiary::testing::chain_program;
using tropiary::testing::expect_error;

namespace {

struct File {
  ordered_json header;
  std::string data;
};

/// After the format's description: eight bytes of length, JSON, data.
File parse(const std::string& bytes) {
  REQUIRE(bytes.size() >= 8);
  std::size_t size = 0;
  for (std::size_t i = 8; i-- > 0;) size = size << 8U | static_cast<unsigned char>(bytes[i]);
  REQUIRE((8 + size) % 64 == 0);
  REQUIRE(8 + size <= bytes.size());
  REQUIRE(bytes[8] == '{');
  return {ordered_json::parse(bytes.substr(8, size)), bytes.substr(8 + size)};
}

}  // namespace

TEST_CASE("a safetensors file holds each buffer without holes") {
  for (const CompiledNetwork& network : {chain_network(), chain_network(Dtype::bfloat16), chain_program()}) {
    const File file = parse(to_safetensors(network));
    REQUIRE(file.header.size() == network.buffers.size() + 1);
    std::size_t end = 0;
    for (const auto& [name, tensor] : file.header.items()) {
      if (name == "__metadata__") continue;
      CAPTURE(name);
      const auto buffer = std::find_if(network.buffers.begin(), network.buffers.end(),
                                       [&, wanted = name](const Buffer& b) { return b.name == wanted; });
      REQUIRE(buffer != network.buffers.end());
      REQUIRE(tensor["dtype"] == buffer->dtype);
      REQUIRE(tensor["shape"] == ordered_json(buffer->shape));
      REQUIRE(tensor["data_offsets"][0] == end);
      const std::size_t start = end;
      end = tensor["data_offsets"][1];
      // Readers that map the file into memory want each tensor aligned to its own numbers.
      const std::size_t width = buffer->bytes.size() / std::max<std::size_t>(1, buffer->shape.at(0)) /
                                (buffer->shape.size() > 1 ? buffer->shape[1] : 1);
      REQUIRE(start % width == 0);
      REQUIRE(std::equal(buffer->bytes.begin(), buffer->bytes.end(), file.data.begin() + static_cast<long>(start),
                         file.data.begin() + static_cast<long>(end),
                         [](std::byte a, char b) { return static_cast<char>(a) == b; }));
    }
    REQUIRE(end == file.data.size());
  }
}

TEST_CASE("the metadata of a safetensors file are text and hash its data") {
  const File file = parse(to_safetensors(chain_network()));
  const ordered_json& metadata = file.header["__metadata__"];
  for (const auto& entry : metadata) REQUIRE(entry.is_string());
  REQUIRE(metadata["format"] == "tropiary-1");
  REQUIRE(metadata["form"] == "relu");
  REQUIRE(metadata["source"] == "chain:2 \"quoted\" α");
  REQUIRE(metadata["dtype"] == "float32");
  REQUIRE(metadata["max_ops"] == "2");
  REQUIRE(metadata["widths"] == "[2, 1]");
  REQUIRE(metadata["payload_sha256"] == sha256(file.data));
  const ordered_json certificate = ordered_json::parse(metadata["certificate"].get<std::string>());
  REQUIRE(certificate["exact"] == true);
  REQUIRE(certificate["grid"] == 0);
  REQUIRE(certificate["box"] == ordered_json::parse(R"([["-64", "64"], ["-64", "64"]])"));
  REQUIRE(certificate["worst_partial_sum"] == "256");
}

TEST_CASE("the same network gives the same safetensors bytes") {
  REQUIRE(to_safetensors(chain_network()) == to_safetensors(chain_network()));
  REQUIRE(to_safetensors(chain_network()) != to_safetensors(chain_network(Dtype::float64)));
}

TEST_CASE("buffers that contradict themselves are not written") {
  CompiledNetwork network = chain_network();
  SECTION("bytes that do not fit the shape") {
    network.buffers[0].bytes.pop_back();
    expect_error(Errc::invalid_argument, "15 bytes", [&] { (void)to_safetensors(network); });
  }
  SECTION("two of one name") {
    network.buffers[1].name = network.buffers[0].name;
    expect_error(Errc::invalid_argument, "layers.0.weight", [&] { (void)to_safetensors(network); });
  }
  SECTION("an unknown number type") {
    network.buffers[1].dtype = "F8";
    expect_error(Errc::invalid_argument, "F8", [&] { (void)to_safetensors(network); });
  }
}
