#include <catch2/catch.hpp>
#include <string>

#include "support/json_schema.hpp"
#include "tropiary/compile/compile.hpp"
#include "tropiary/io/layer_config.hpp"
#include "tropiary/io/onnx.hpp"
#include "tropiary/io/safetensors.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;

TEST_CASE("the sixteen posets compile to files in every number type and form") {
  const testing::JsonSchema schema("layer_config");
  for (std::size_t k = 0; k < 16; ++k) {
    for (const Dtype dtype : {Dtype::float64, Dtype::float32, Dtype::float16, Dtype::bfloat16}) {
      for (const Form form : {Form::relu, Form::dag, Form::maxout, Form::filters}) {
        CAPTURE(k, to_string(dtype), to_string(form));
        CompileOptions options;
        options.form = form;
        options.dtype = dtype;
        const CompiledNetwork network = compile(paper_poset(k), options);
        REQUIRE(schema.check(to_layer_config(network)) == "");
        const std::string tensors = to_safetensors(network);
        REQUIRE(tensors == to_safetensors(compile(paper_poset(k), options)));
        if (form != Form::dag) REQUIRE(to_onnx(network).size() > network.parameters * byte_size(dtype));
      }
    }
  }
}
