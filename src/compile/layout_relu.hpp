#pragma once

#include "carries.hpp"
#include "relu_units.hpp"

namespace tropiary::detail {

/// The layers of a strict MLP before a box is chosen: only the shifts of carried values, part of the biases, wait.
class StrictLayout {
 public:
  /// Throws too_large with the predicted number of parameters when it exceeds `max_parameters`, before memory is taken.
  StrictLayout(const TropicalNetwork& network, std::uint64_t max_parameters, Dtype dtype);

  /// A carried value v passes its layer as relu(v + B) − B, B the least grid multiple with v + B > 0 on the box; so its
  /// ReLU is the identity there, gradient included, where relu(v) − relu(−v) has none at 0. A non-negative combination
  /// of ReLUs needs no shift: at 0 its own gradient is 0.
  [[nodiscard]] PlacedLayers place(std::span<const Interval> box, int grid) const;
  [[nodiscard]] std::vector<std::size_t> widths() const;  ///< of the hidden layers
  [[nodiscard]] std::uint64_t count_parameters() const { return parameters_; }

 private:
  struct Neuron {
    bool carried;
    std::uint32_t position;  ///< in the units or, carried, in forms_
  };
  struct Layer {
    SparseLayer affine;  ///< bias: the constants of units and outputs, without shifts
    std::vector<Neuron> neurons;
  };
  [[nodiscard]] bool is_sum_of_units(const AtomTerms& terms) const;
  void append_row(Layer& layer, const LinearForm& form, std::size_t level, Carries& carries);

  const TropicalNetwork& network_;
  ReluUnits program_;
  std::vector<AtomTerms> forms_;
  std::vector<Layer> layers_;
  std::vector<std::uint32_t> slot_of_unit_;
  std::vector<std::uint32_t> slot_of_form_;  // in the layer before, while layers are made
  std::uint64_t parameters_ = 0;
};

}  // namespace tropiary::detail
