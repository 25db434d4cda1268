#include "layout_relu.hpp"

#include <algorithm>

namespace tropiary::detail {

namespace {
constexpr std::size_t most_terms = std::size_t{1} << 22;  // in linear forms
constexpr std::uint32_t nowhere = 0xffffffffU;
}  // namespace

StrictLayout::StrictLayout(const TropicalNetwork& network, std::uint64_t max_parameters, Dtype dtype)
    : network_(network), program_(relu_units(network, most_terms, dtype)) {
  Carries carries(program_, max_parameters, dtype);
  parameters_ = carries.count_parameters();
  const std::size_t levels = program_.levels;
  layers_.resize(levels + 1);
  slot_of_unit_.assign(program_.units.size(), nowhere);
  for (std::size_t u = 0; u < program_.units.size(); ++u) {
    layers_[program_.units[u].level - 1].neurons.push_back({false, static_cast<std::uint32_t>(u)});
  }
  std::size_t columns = program_.inputs;
  for (std::size_t level = 1; level <= levels; ++level) {
    Layer& layer = layers_[level - 1];
    layer.affine.columns = columns;
    for (const std::uint32_t form : carries.of_level(level)) layer.neurons.push_back({true, form});
    for (const Neuron& neuron : layer.neurons) {
      append_row(layer,
                 neuron.carried ? LinearForm{carries.forms()[neuron.position], 0} : program_.units[neuron.position].pre,
                 level, carries);
    }
    columns = layer.neurons.size();
    slot_of_form_.assign(carries.forms().size(), nowhere);
    for (std::uint32_t slot = 0; slot < layer.neurons.size(); ++slot) {
      const Neuron& neuron = layer.neurons[slot];
      (neuron.carried ? slot_of_form_ : slot_of_unit_)[neuron.position] = slot;
    }
  }
  layers_[levels].affine.columns = columns;
  for (const LinearForm& output : program_.outputs) append_row(layers_[levels], output, levels + 1, carries);
  forms_ = carries.forms();
  slot_of_form_ = {};
}

/// A form in atoms older than layer `level`, as a row over what the layer before it puts out.
void StrictLayout::append_row(Layer& layer, const LinearForm& form, std::size_t level, Carries& carries) {
  std::vector<AtomTerm> row;  // atom: the slot
  if (level == 1) {
    row = form.terms;
  } else {
    for (const AtomTerm& term : form.terms) {
      if (program_.level_of(term.atom) == level - 1) {
        row.push_back({slot_of_unit_[term.atom - program_.inputs], term.weight});
      }
    }
    for (const Carries::Part& part : carries.express(form.terms, level - 1)) {
      if (part.form < slot_of_form_.size() && slot_of_form_[part.form] != nowhere) {
        row.push_back({slot_of_form_[part.form], part.factor});
        continue;
      }
      for (const AtomTerm& term : AtomTerms(carries.forms()[part.form])) {  // carried atom by atom
        const Carries::Part atom = carries.express({{term.atom, 1}}, level - 1)[0];
        row.push_back({slot_of_form_[atom.form], part.factor * term.weight});
      }
    }
    std::sort(row.begin(), row.end(), [](const AtomTerm& a, const AtomTerm& b) { return a.atom < b.atom; });
  }
  SparseLayer& affine = layer.affine;
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (k > 0 && row[k].atom == row[k - 1].atom) {  // a combination met the same carry twice
      affine.weights.back() += row[k].weight;
      continue;
    }
    affine.slots.push_back(row[k].atom);
    affine.weights.push_back(std::move(row[k].weight));
  }
  affine.starts.push_back(affine.slots.size());
  affine.bias.push_back(form.constant);
}

bool StrictLayout::is_sum_of_units(const AtomTerms& terms) const {
  return std::all_of(terms.begin(), terms.end(),
                     [&](const AtomTerm& term) { return term.atom >= program_.inputs && term.weight.sign() > 0; });
}

PlacedLayers StrictLayout::place(std::span<const Interval> box, int grid) const {
  const UnitBounds bounds = unit_bounds(program_, network_, box);
  const Rational steps = pow(2, static_cast<std::uint32_t>(grid));
  PlacedLayers placed;
  std::vector<Rational> shifts(program_.inputs);  // what each slot of the layer before carries too much
  for (const Layer& layer : layers_) {
    SparseLayer affine = layer.affine;
    std::vector<Rational> next_shifts(affine.rows());
    std::vector<Interval> values;
    for (std::size_t i = 0; i < affine.rows(); ++i) {
      for (std::size_t k = affine.starts[i]; k < affine.starts[i + 1]; ++k) {
        const Rational& shift = shifts[affine.slots[k]];
        if (!shift.is_zero()) affine.bias[i] -= affine.weights[k] * shift;
      }
      if (layer.neurons.empty()) continue;  // the outputs
      const Neuron& neuron = layer.neurons[i];
      if (!neuron.carried) {
        values.push_back(bounds.atoms[program_.inputs + neuron.position]);
        continue;
      }
      const Interval bound = form_bound(program_, forms_[neuron.position], bounds);
      if (bound.low.sign() <= 0 && !is_sum_of_units(forms_[neuron.position])) {
        next_shifts[i] = Rational(floor(-bound.low * steps) + 1) / steps;
      }
      affine.bias[i] += next_shifts[i];
      values.push_back(bound + Interval{next_shifts[i], next_shifts[i]});
    }
    if (!layer.neurons.empty()) placed.bounds.push_back(std::move(values));
    placed.layers.push_back(std::move(affine));
    shifts = std::move(next_shifts);
  }
  return placed;
}

std::vector<std::size_t> StrictLayout::widths() const {
  std::vector<std::size_t> widths;
  for (std::size_t k = 0; k + 1 < layers_.size(); ++k) widths.push_back(layers_[k].neurons.size());
  return widths;
}

std::vector<DenseLayer> densify(std::vector<SparseLayer> layers) {
  std::vector<DenseLayer> result;
  for (SparseLayer& layer : layers) {
    DenseLayer dense{layer.rows(), layer.columns, {}, std::move(layer.bias), layer.pieces};
    dense.weights.resize(dense.rows * dense.columns);
    for (std::size_t i = 0; i < dense.rows; ++i) {
      for (std::size_t k = layer.starts[i]; k < layer.starts[i + 1]; ++k) {
        dense.weights[i * dense.columns + layer.slots[k]] += layer.weights[k];
      }
    }
    result.push_back(std::move(dense));
  }
  return result;
}

}  // namespace tropiary::detail
