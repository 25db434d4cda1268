#include "tropiary/compile/compiled_network.hpp"

#include <string>

#include "tropiary/error.hpp"

namespace tropiary {

std::string_view to_string(Form form) noexcept { return form == Form::relu ? "relu" : "dag"; }

Form form(std::string_view name) {
  if (name == "relu") return Form::relu;
  if (name == "dag") return Form::dag;
  throw Error(Errc::invalid_argument, "form: unknown name \"" + std::string(name) + "\"; known are relu, dag");
}

namespace {

RationalVector run_layers(const std::vector<DenseLayer>& layers, RationalVector values) {
  for (std::size_t k = 0; k < layers.size(); ++k) {
    const DenseLayer& layer = layers[k];
    RationalVector next = layer.bias;
    for (std::size_t i = 0; i < layer.rows; ++i) {
      for (std::size_t j = 0; j < layer.columns; ++j) {
        const Rational& weight = layer.weights[i * layer.columns + j];
        if (!weight.is_zero()) next[i] += weight * values[j];
      }
      if (k + 1 < layers.size() && next[i].sign() < 0) next[i] = 0;
    }
    values = std::move(next);
  }
  return values;
}

RationalVector run_program(const DagProgram& program, RationalVector values) {
  for (std::size_t i = 0; i < program.ops.size(); ++i) {
    Rational value = program.constants[i];
    bool is_set = program.ops[i] != 1;
    for (std::uint64_t k = program.row_starts[i]; k < program.row_starts[i + 1]; ++k) {
      const Rational& argument = values[program.slots[k]];
      if (program.ops[i] == 0) {
        value += program.weights[k] * argument;
      } else if (!is_set || value < argument) {
        value = Rational(argument);
        is_set = true;
      }
    }
    values.push_back(std::move(value));
  }
  RationalVector result;
  for (const std::uint32_t slot : program.outputs) result.push_back(values[slot]);
  return result;
}

}  // namespace

RationalVector CompiledNetwork::operator()(std::span<const Rational> x) const {
  if (x.size() != inputs) {
    throw Error(Errc::dimension_mismatch, "CompiledNetwork: the point has " + std::to_string(x.size()) +
                                              " coordinates, the network " + std::to_string(inputs) + " inputs");
  }
  RationalVector values(x.begin(), x.end());
  return form == Form::relu ? run_layers(layers, std::move(values)) : run_program(program, std::move(values));
}

}  // namespace tropiary
