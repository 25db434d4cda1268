#pragma once

#include <vector>

#include "linear_form.hpp"
#include "passes.hpp"

namespace tropiary::detail {

/// Layers of an affine map and the maximum of each group of its rows. Layer t computes the maxima of the network that
/// have t maxima on their longest path from the inputs, and passes on, each as a group of one row, what later layers
/// read of earlier values. Nothing is shifted, so the layers compute the network for inputs of any size.
class MaxoutLayout {
 public:
  /// Throws too_large with the predicted number of parameters when it exceeds `max_parameters`, before memory is taken.
  MaxoutLayout(const TropicalNetwork& network, std::uint64_t max_parameters, Dtype dtype);

  [[nodiscard]] PlacedLayers place(std::span<const Interval> box) const;
  [[nodiscard]] std::vector<std::size_t> widths() const;  ///< groups of the layers with maxima
  [[nodiscard]] std::uint64_t count_parameters() const { return parameters_; }

 private:
  // An atom is a node that is no affine one.
  void find_forms();
  void find_layers();
  void count(std::uint64_t max_parameters, Dtype dtype);
  void append_group(SparseLayer& layer, std::uint32_t atom, std::size_t level,
                    const std::vector<std::uint32_t>& slots) const;

  const TropicalNetwork& network_;
  std::vector<LinearForm> forms_;                   // of each node, in atoms
  std::vector<std::uint32_t> level_;                // of each node
  std::vector<std::vector<std::uint32_t>> groups_;  // of each layer, by the atom computed or passed on
  std::vector<std::size_t> pieces_;
  bool ends_in_maxima_ = false;  // all outputs are atoms: no affine layer follows
  std::uint64_t parameters_ = 0;
};

}  // namespace tropiary::detail
