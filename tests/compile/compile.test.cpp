#include "tropiary/compile/compile.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/numeric.hpp"
#include "support/posets.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

Rational brute_value(const std::vector<std::uint32_t>& up_sets, const RationalVector& x) {
  Rational best = 0;
  for (const std::uint32_t set : up_sets) {
    Rational sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (((set >> i) & 1U) != 0) sum += x[i];
    }
    best = std::max(best, sum);
  }
  return best;
}

constexpr Form all_forms[] = {Form::relu, Form::dag, Form::maxout, Form::filters};

CompileOptions options_for(Form form, std::vector<Interval> box = {}) {
  CompileOptions options;
  options.form = form;
  options.box = std::move(box);
  return options;
}

/// A random multiple of 2^-grid in the box, its ends likely.
RationalVector random_point(const std::vector<Interval>& box, int grid, testing::Random& random) {
  const Rational steps = pow(2, static_cast<std::uint32_t>(grid));
  RationalVector x;
  for (const Interval& interval : box) {
    const std::int64_t low = (interval.low * steps).numerator().to_int64();
    const std::int64_t high = (interval.high * steps).numerator().to_int64();
    const std::int64_t step = random.chance(0.2) ? low : random.chance(0.2) ? high : random.between(low, high);
    x.push_back(Rational(step) / steps);
  }
  return x;
}

template <class Function>
std::string message_of(Function function, Errc code) {
  try {
    function();
  } catch (const Error& error) {
    CHECK(error.code() == code);
    return error.what();
  }
  FAIL("nothing was thrown");
  return {};
}

TEST_CASE("every poset on at most four points compiles to its polynomial on all of a cube in every form") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(p);
      std::vector<CompiledNetwork> compiled;
      for (const Form form : all_forms) {
        compiled.push_back(compile(p, options_for(form, {{-2, 2}})));
        CHECK(compiled.back().certificate.exact);
      }
      std::vector<int> digits(n, -2);
      for (;;) {
        const RationalVector x(digits.begin(), digits.end());
        const Rational value = brute_value(up_sets, x);
        for (const CompiledNetwork& network : compiled) {
          if (network(x) != RationalVector{value}) FAIL(to_string(network.form) << " form differs");
        }
        auto place = std::find_if(digits.begin(), digits.end(), [](int digit) { return digit < 2; });
        if (place == digits.end()) break;
        std::fill(digits.begin(), place, -2);
        ++*place;
      }
    }
  }
}

TEST_CASE("posets on five and more points compile to their polynomials inside the certified box") {
  const std::uint64_t seed = 21;
  CAPTURE(seed);
  testing::Random random(seed);
  std::vector<Poset> posets = testing::all_unlabelled_posets(5);
  for (std::size_t n = 6; n <= 9; ++n) {
    for (int round = 0; round < 12; ++round) {
      posets.push_back(testing::random_poset(n, 0.1 + 0.05 * round, random.below(1U << 30)));
      posets.push_back(testing::random_composed_poset(n, random.below(1U << 30), 0.5));
    }
  }
  for (const Poset& p : posets) {
    const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(p);
    for (const Form form : all_forms) {
      const CompiledNetwork network = compile(p, options_for(form));
      REQUIRE(network.certificate.exact);
      for (int round = 0; round < 12; ++round) {
        const RationalVector x = random_point(network.certificate.box, 0, random);
        if (network(x) != RationalVector{brute_value(up_sets, x)}) FAIL(to_string(form) << " of " << network.source);
      }
    }
  }
}

TEST_CASE("float arithmetic in any order of summation equals the mathematics inside the box") {
  const std::uint64_t seed = 22;
  CAPTURE(seed);
  testing::Random random(seed);
  for (std::size_t n = 1; n <= 9; ++n) {
    for (int round = 0; round < 8; ++round) {
      const Poset p = testing::random_poset(n, 0.3, random.below(1U << 30));
      const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(p);
      CompileOptions options;
      options.grid = round % 3 * 4;
      const CompiledNetwork network = compile(p, options);
      REQUIRE(network.certificate.exact);
      for (int sample = 0; sample < 20; ++sample) {
        const RationalVector x = random_point(network.certificate.box, options.grid, random);
        std::vector<float> floats;
        for (const Rational& value : x) floats.push_back(static_cast<float>(to_double_for_display(value)));
        const std::vector<float> y = testing::run_in_floats(network, floats, random);
        if (Rational::exactly(static_cast<double>(y[0])) != brute_value(up_sets, x)) FAIL(network.source);
      }
    }
  }
}

TEST_CASE("outside the box a difference can be found") {
  const std::uint64_t seed = 23;
  CAPTURE(seed);
  testing::Random random(seed);
  for (std::size_t k = 0; k < 16; ++k) {
    CAPTURE(k);
    const CompiledNetwork network = compile(paper_poset(k));
    const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(paper_poset(k));
    const Rational r = network.certificate.box[0].high;
    bool differs = false;
    for (int round = 0; round < 2000 && !differs; ++round) {
      const RationalVector x = random_point(std::vector<Interval>(4, Interval{-16 * r, 16 * r}), 0, random);
      std::vector<float> floats;
      bool representable = true;
      for (const Rational& value : x) {
        floats.push_back(static_cast<float>(to_double_for_display(value)));
        representable = representable && Rational::exactly(static_cast<double>(floats.back())) == value;
      }
      if (!representable) continue;
      const std::vector<float> y = testing::run_in_floats(network, floats, random);
      differs = Rational::exactly(static_cast<double>(y[0])) != brute_value(up_sets, x);
    }
    CHECK(differs);
  }
}

TEST_CASE("the default box is the largest power of two that is exact") {
  for (const Form form : {Form::relu, Form::dag}) {
    for (const Dtype dtype : {Dtype::float64, Dtype::float32, Dtype::float16, Dtype::bfloat16}) {
      for (std::size_t k = 0; k < 16; ++k) {
        CAPTURE(to_string(form), to_string(dtype), k);
        CompileOptions options = options_for(form);
        options.dtype = dtype;
        options.grid = 2;
        const CompiledNetwork network = compile(paper_poset(k), options);
        REQUIRE(network.certificate.exact);
        const Rational r = network.certificate.box[0].high;
        CHECK(network.certificate.worst_partial_sum <=
              Rational(pow(2, static_cast<std::uint32_t>(significand_bits(dtype)))));
        options.box = {{-r, r}};
        options.require_exact = true;
        CHECK(compile(paper_poset(k), options).certificate.exact);
        options.box = {{-2 * r, 2 * r}};
        const std::string message = message_of([&] { compile(paper_poset(k), options); }, Errc::inexact);
        CHECK(message.find("2^" + std::to_string(significand_bits(dtype))) != std::string::npos);
        options.require_exact = false;
        const Certificate certificate = compile(paper_poset(k), options).certificate;
        CHECK_FALSE(certificate.exact);
        CHECK_FALSE(certificate.reasons.empty());
      }
    }
  }
}

TEST_CASE("a certificate holds up to the last grid step and not one beyond") {
  TropicalNetwork::Builder builder(2);
  const NodeId sum = builder.affine({{builder.input(0), 3}, {builder.input(1), -1}}, 5);
  const TropicalNetwork network = std::move(builder).build({sum});
  const std::int64_t limit = std::int64_t{1} << 24;
  for (const Form form : {Form::relu, Form::dag}) {
    CompileOptions options = options_for(form, {{-1000, 1000}, {-(limit - 3005), 7}});
    Certificate certificate = compile(network, options).certificate;
    CHECK(certificate.exact);
    CHECK(certificate.worst_partial_sum == Rational(limit));
    CHECK(certificate.reasons.empty());
    options.box[1].low -= 1;
    certificate = compile(network, options).certificate;
    CHECK_FALSE(certificate.exact);
    CHECK(certificate.worst_partial_sum == Rational(limit + 1));
    CHECK(certificate.worst_neuron == (form == Form::relu ? "layer 0, unit 0" : "node 0"));
  }
}

TEST_CASE("a dyadic weight makes the grid finer and other fractions are not exact") {
  const auto half_sum = [](const Rational& weight) {
    TropicalNetwork::Builder builder(1);
    const NodeId scaled = builder.affine({{builder.input(0), weight}});
    return std::move(builder).build({builder.relu(scaled)});
  };
  const Rational r = pow(2, 22);
  CompileOptions options = options_for(Form::relu, {{-r, r}});
  CHECK(compile(half_sum(Rational(1, 2)), options).certificate.worst_partial_sum == r);
  CHECK(compile(half_sum(Rational(1, 2)), options).certificate.exact);
  const Certificate certificate = compile(half_sum(Rational(1, 3)), options).certificate;
  CHECK_FALSE(certificate.exact);
  REQUIRE(certificate.reasons.size() == 1);
  CHECK(certificate.reasons[0].find("1/3") != std::string::npos);
  CHECK(compile(half_sum(Rational(1, 3))).certificate.box.size() == 1);
  // 2^-15 is below the normal numbers of float16.
  options.dtype = Dtype::float16;
  options.box = {{0, Rational(1, 1024)}};
  options.grid = 14;
  CHECK(compile(half_sum(1), options).certificate.exact);
  CHECK_FALSE(compile(half_sum(Rational(1, 2)), options).certificate.exact);
}

TEST_CASE("an input that is an output must be a number of the type too") {
  TropicalNetwork::Builder builder(1);
  const NodeId x = builder.input(0);
  const TropicalNetwork identity = std::move(builder).build({x});
  for (const Form form : {Form::relu, Form::dag}) {
    CompileOptions options = options_for(form);
    options.dtype = Dtype::float16;
    options.grid = 14;
    CHECK(compile(identity, options).certificate.exact);
    options.grid = 15;  // 2^-15 is below the normal numbers of float16
    CHECK_FALSE(compile(identity, options).certificate.exact);
  }
}

TEST_CASE("the N compiles to four maxima and widths four three two") {
  const CompiledNetwork network = compile(paper_poset(12));
  CHECK(network.max_ops == 4);
  CHECK(network.widths == std::vector<std::size_t>{4, 3, 2});
  CHECK(network.hidden_layers == 3);
  CHECK(network.parameters == 4 * 5 + 3 * 5 + 2 * 4 + 1 * 3);
  CHECK(network.source == "1<2, 3<2, 3<4");
}

TEST_CASE("an antichain of 64 points compiles to one hidden layer of 64 ReLUs") {
  const CompiledNetwork network = compile(antichain(64));
  CHECK(network.max_ops == 64);
  CHECK(network.widths == std::vector<std::size_t>{64});
  CHECK(network.parameters == 64 * 65 + 65);
}

TEST_CASE("buffers are named shaped and sized as their layers") {
  CompileOptions options;
  for (const Dtype dtype : {Dtype::float64, Dtype::float32, Dtype::float16, Dtype::bfloat16}) {
    options.dtype = dtype;
    const CompiledNetwork network = compile(paper_poset(12), options);
    REQUIRE(network.buffers.size() == 2 * network.layers.size());
    for (std::size_t k = 0; k < network.layers.size(); ++k) {
      const DenseLayer& layer = network.layers[k];
      CHECK(layer.columns == (k == 0 ? 4 : network.layers[k - 1].rows));
      CHECK(network.buffers[2 * k].name == "layers." + std::to_string(k) + ".weight");
      CHECK(network.buffers[2 * k].shape == std::vector<std::size_t>{layer.rows, layer.columns});
      CHECK(network.buffers[2 * k].bytes.size() == layer.rows * layer.columns * byte_size(dtype));
      CHECK(network.buffers[2 * k + 1].name == "layers." + std::to_string(k) + ".bias");
      CHECK(network.buffers[2 * k + 1].bytes.size() == layer.rows * byte_size(dtype));
    }
  }
  const CompiledNetwork dag = compile(paper_poset(12), options_for(Form::dag));
  REQUIRE(dag.buffers.size() == 6);
  CHECK(dag.buffers[0].name == "ops");
  CHECK(dag.buffers[1].dtype == "I64");
  CHECK(dag.buffers[1].bytes.size() == 8 * (dag.program.ops.size() + 1));
  CHECK(dag.buffers[3].dtype == "F32");
  CHECK(dag.buffers[5].bytes.size() == 4);
}

TEST_CASE("the strict form of a long chain is refused with its predicted size") {
  const std::string message = message_of([] { compile(chain(3000)); }, Errc::too_large);
  CHECK(message.find("9013500502 parameters") != std::string::npos);
  CHECK(message.find("36.0 GB") != std::string::npos);
  CompileOptions options;
  const CompiledNetwork small = compile(chain(30));
  options.max_parameters = small.parameters;
  CHECK(compile(chain(30), options).parameters == small.parameters);
  --options.max_parameters;
  CHECK_THROWS_AS(compile(chain(30), options), Error);
}

TEST_CASE("the predicted size is the size of the layers") {
  const std::uint64_t seed = 24;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 20; ++round) {
    const CompiledNetwork network = compile(testing::random_poset(8, 0.25, random.below(1U << 30)));
    std::uint64_t numbers = 0;
    for (const DenseLayer& layer : network.layers) numbers += layer.weights.size() + layer.bias.size();
    CHECK(network.parameters == numbers);
  }
}

TEST_CASE("a composed poset of three thousand points compiles to the dag form") {
  const std::uint64_t seed = 25;
  CAPTURE(seed);
  const Poset p = testing::random_composed_poset(3000, seed);
  const CompiledNetwork network = compile(p, options_for(Form::dag));
  CHECK(network.max_ops <= 6000);
  CHECK(network.parameters <= 30000);
  CHECK(network.certificate.exact);
  CHECK(network.source.size() <= 4096);
  CHECK_THROWS_AS(compile(p), Error);
}

TEST_CASE("all complaints about the options come at once and before any work") {
  CompileOptions options;
  options.grid = 65;
  options.box = {{3, 1}, {0, 1}, {0, 1}};
  options.max_parameters = 0;
  const std::string message = message_of([&] { compile(chain(100000), options); }, Errc::invalid_argument);
  CHECK(message.find("65") != std::string::npos);
  CHECK(message.find("low 3 > high 1") != std::string::npos);
  CHECK(message.find("3 intervals for 100000 inputs") != std::string::npos);
  CHECK(message.find("max_parameters") != std::string::npos);
  options = {};
  options.grid = 1;
  options.box = {{Rational(-1, 2), Rational(1, 3)}};
  CHECK(message_of([&] { compile(chain(2), options); }, Errc::invalid_argument).find("1/3") != std::string::npos);
}

TEST_CASE("gradients of the strict form are the least maximising up-sets") {
  // Where relu'(0) = 0: walk the layers with the derivative at exact values, corners of the box included.
  const std::uint64_t seed = 26;
  CAPTURE(seed);
  testing::Random random(seed);
  for (const Poset& p : testing::all_unlabelled_posets(5)) {
    const CompiledNetwork network = compile(p, options_for(Form::relu, {{-1, 1}}));
    const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(p);
    for (int round = 0; round < 20; ++round) {
      RationalVector x;
      for (std::size_t i = 0; i < 5; ++i) x.push_back(random.between(-1, 1));
      RationalMatrix jacobian;  // rows: values of the layer
      RationalVector values = x;
      for (std::size_t i = 0; i < 5; ++i) {
        jacobian.emplace_back(5);
        jacobian.back()[i] = 1;
      }
      for (std::size_t k = 0; k < network.layers.size(); ++k) {
        const DenseLayer& layer = network.layers[k];
        RationalMatrix next;
        RationalVector next_values;
        for (std::size_t i = 0; i < layer.rows; ++i) {
          Rational value = layer.bias[i];
          RationalVector row(5);
          for (std::size_t j = 0; j < layer.columns; ++j) {
            const Rational& weight = layer.weights[i * layer.columns + j];
            value += weight * values[j];
            for (std::size_t c = 0; c < 5; ++c) row[c] += weight * jacobian[j][c];
          }
          if (k + 1 < network.layers.size() && value.sign() <= 0) {
            value = 0;
            row.assign(5, 0);
          }
          next.push_back(row);
          next_values.push_back(value);
        }
        jacobian = next;
        values = next_values;
      }
      const Rational best = brute_value(up_sets, x);
      std::uint32_t least = 31;  // maximisers are closed under intersection
      for (const std::uint32_t set : up_sets) {
        if (brute_value({set}, x) == best) {
          Rational sum = 0;
          for (std::size_t i = 0; i < 5; ++i) sum += ((set >> i) & 1U) != 0 ? x[i] : Rational(0);
          if (sum == best) least &= set;
        }
      }
      RationalVector indicator;
      for (std::size_t i = 0; i < 5; ++i) indicator.push_back(static_cast<int>((least >> i) & 1U));
      if (jacobian[0] != indicator) FAIL(network.source << " at " << x[0] << x[1] << x[2] << x[3] << x[4]);
    }
  }
}

}  // namespace
}  // namespace tropiary
