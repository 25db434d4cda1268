#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/compile/certificate.hpp"
#include "tropiary/network/network.hpp"

namespace tropiary {

/// The shape of the compiled layers.
enum class Form : std::uint8_t {
  relu,     ///< strict MLP: Gemm, ReLU, …, Gemm; values carried by a shift inside the certified box
  dag,      ///< sparse affine rows and ReLUs / maxima with skip edges; one instruction per node
  maxout,   ///< layers of Gemm and the maximum of each group of rows; nothing is shifted, exact for any sign
  filters,  ///< one such layer, a row for each up-set of the poset (or monomial): the baseline
};
std::string_view to_string(Form form) noexcept;
Form form(std::string_view name);  ///< Throws invalid_argument, listing the names

/// One dense layer W x + b, exact; W is row-major. In the relu form ReLU follows every layer but the last. In the
/// maxout and filters forms the maximum of each `pieces` consecutive rows follows every layer.
struct DenseLayer {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<Rational> weights;  ///< rows · columns
  std::vector<Rational> bias;     ///< rows
  std::size_t pieces = 1;         ///< divides rows; smaller groups repeat their last row
};

/// The dag form in compressed rows. Value slots 0..inputs−1 are the inputs, slot inputs + i is node i:
///   value = constant_i + Σ_k weight_k · slot_k        over the row's entries        (op = affine)
///   value = max(constant_i if has_constant, slot_k …)                                (op = maximum)
struct DagProgram {
  std::vector<std::uint8_t> ops;          ///< 0 affine, 1 maximum without constant, 2 maximum with constant
  std::vector<std::uint64_t> row_starts;  ///< nodes + 1
  std::vector<std::uint32_t> slots;
  std::vector<Rational> weights;    ///< one per entry; 1 in a maximum
  std::vector<Rational> constants;  ///< one per node
  std::vector<std::uint32_t> outputs;
};

/// A named buffer in the file's number type, row-major, little-endian.
struct Buffer {
  std::string name;   ///< e.g. "layers.0.weight"
  std::string dtype;  ///< safetensors' name: F64, F32, F16, BF16, U8, U32, I64
  std::vector<std::size_t> shape;
  std::vector<std::byte> bytes;
};

/// A compiled network: exact layers, their certificate, and the rounded buffers (made by `quantise`, the only place
/// where numbers are rounded).
struct CompiledNetwork {
  Form form = Form::relu;
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  std::size_t max_ops = 0;  ///< two-argument maxima of the mathematics; a ReLU counts as one
  std::size_t hidden_layers = 0;
  /// Of the hidden layers, carried values included: ReLUs, or groups. The dag form: maxima per level.
  std::vector<std::size_t> widths;
  std::uint64_t parameters = 0;    ///< numbers stored: weights and biases
  std::string source;              ///< text of the poset or term; abbreviated beyond 4096 bytes
  std::vector<DenseLayer> layers;  ///< all but the dag form
  DagProgram program;              ///< dag form
  Certificate certificate;
  std::vector<Buffer> buffers;

  /// The exact value of the layers, for tests and for the promise: in the certified box that of the source. Beyond it
  /// the shifts of the relu form may clip, as they do in every runtime; dag, maxout and filters hold everywhere.
  [[nodiscard]] RationalVector operator()(std::span<const Rational> x) const;
};

}  // namespace tropiary
