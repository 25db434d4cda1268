#pragma once
// What the passes of the compiler hand to each other. The page that strings them together is compile.cpp.

#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/compile/compile.hpp"

namespace tropiary::detail {

// validate.cpp ------------------------------------------------------------------------------------------------------

/// Throws one Error with every complaint about the options.
void validate(const CompileOptions& options, std::size_t inputs);
/// One interval per input.
std::vector<Interval> spread_box(const std::vector<Interval>& box, std::size_t inputs);

// layout_dag.cpp ----------------------------------------------------------------------------------------------------

DagProgram layout_dag(const TropicalNetwork& network);

// layout_relu.cpp ---------------------------------------------------------------------------------------------------

/// One layer y = W x + b in compressed rows.
struct SparseLayer {
  std::size_t columns = 0;
  std::vector<std::size_t> starts{0};  ///< rows + 1
  std::vector<std::uint32_t> slots;
  std::vector<Rational> weights;
  std::vector<Rational> bias;
  std::size_t pieces = 1;  ///< see DenseLayer
  [[nodiscard]] std::size_t rows() const noexcept { return starts.size() - 1; }
};

/// A strict MLP, or layers of grouped maxima, whose biases are fixed for one box.
struct PlacedLayers {
  std::vector<SparseLayer> layers;
  /// Per hidden layer: bounds of its values (after the ReLU, of the maxima of the groups) for inputs in the box.
  std::vector<std::vector<Interval>> bounds;
};

std::vector<DenseLayer> densify(std::vector<SparseLayer> layers);

// intervals.cpp -----------------------------------------------------------------------------------------------------

Interval operator+(const Interval& a, const Interval& b);
Interval scaled(const Interval& a, const Rational& factor);
Interval intersection(const Interval& a, const Interval& b);  ///< of two true bounds
Interval maximum(const Interval& a, const Interval& b);
Rational magnitude(const Interval& a);  ///< max |x|
/// Bounds of every node for inputs in the box.
std::vector<Interval> node_bounds(const TropicalNetwork& network, std::span<const Interval> box);

// certify.cpp -------------------------------------------------------------------------------------------------------

/// Layers with ReLUs between them, or the maximum of each group of rows behind each.
enum class Activation { relu, maximum };

/// Independent of how the layers came about, except that `bounds` (true bounds of the values, may be empty) sharpen
/// its own interval arithmetic.
Certificate certify(std::span<const SparseLayer> layers, Activation activation,
                    std::span<const std::vector<Interval>> bounds, std::vector<Interval> box, int grid, Dtype dtype);
Certificate certify(const DagProgram& program, std::vector<Interval> box, int grid, Dtype dtype);

// quantise.cpp ------------------------------------------------------------------------------------------------------

/// The one place where numbers are rounded. Throws too_large for a number beyond the range of the dtype.
std::vector<Buffer> quantise(std::span<const DenseLayer> layers, Dtype dtype);
std::vector<Buffer> quantise(const DagProgram& program, Dtype dtype);

}  // namespace tropiary::detail
