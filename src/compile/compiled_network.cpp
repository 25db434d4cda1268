#include "tropiary/compile/compiled_network.hpp"

#include <array>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

constexpr std::array<std::pair<Form, std::string_view>, 4> form_names = {
    {{Form::relu, "relu"}, {Form::dag, "dag"}, {Form::maxout, "maxout"}, {Form::filters, "filters"}}};

}  // namespace

std::string_view to_string(Form form) noexcept {
  for (const auto& [value, name] : form_names) {
    if (value == form) return name;
  }
  return "unknown";
}

Form form(std::string_view name) {
  std::string known;
  for (const auto& [value, known_name] : form_names) {
    if (known_name == name) return value;
    known += (known.empty() ? "" : ", ") + std::string(known_name);
  }
  throw Error(Errc::invalid_argument, "form: unknown name \"" + std::string(name) + "\"; known are " + known);
}

namespace {

RationalVector run_layers(const std::vector<DenseLayer>& layers, Form form, RationalVector values) {
  for (std::size_t k = 0; k < layers.size(); ++k) {
    const DenseLayer& layer = layers[k];
    RationalVector next = layer.bias;
    for (std::size_t i = 0; i < layer.rows; ++i) {
      for (std::size_t j = 0; j < layer.columns; ++j) {
        const Rational& weight = layer.weights[i * layer.columns + j];
        if (!weight.is_zero()) next[i] += weight * values[j];
      }
      if (form == Form::relu && k + 1 < layers.size() && next[i].sign() < 0) next[i] = 0;
    }
    for (std::size_t i = 0; i < layer.rows; ++i) {
      Rational& maximum = next[i / layer.pieces];
      if (i % layer.pieces == 0 || maximum < next[i]) maximum = Rational(next[i]);
    }
    next.resize(layer.rows / layer.pieces);
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
  return form == Form::dag ? run_program(program, std::move(values)) : run_layers(layers, form, std::move(values));
}

}  // namespace tropiary
