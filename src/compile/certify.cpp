#include <algorithm>
#include <string>

#include "passes.hpp"
#include "rounding.hpp"

namespace tropiary::detail {

namespace {

/// A number that a neuron reads: bounds on its value and the g of the grid 2^−g · Z it lies on.
struct Signal {
  Interval bound;
  int grid = 0;
};

/// h if x is an odd multiple of 2^−h or an integer (h = 0), −1 if x is no dyadic number.
int dyadic_exponent(const Rational& x) {
  if (x.is_integer()) return 0;
  const auto bits = static_cast<int>(x.denominator().bit_length());
  return pow(2, static_cast<std::uint32_t>(bits - 1)) == x.denominator() ? bits - 1 : -1;
}

class Examiner {
 public:
  Examiner(std::vector<Interval> box, int grid, Dtype dtype)
      : limit_(pow(2, static_cast<std::uint32_t>(significand_bits(dtype)))) {
    certificate_.dtype = dtype;
    certificate_.box = std::move(box);
    certificate_.grid = grid;
    certificate_.exact = true;
    for (std::size_t i = 0; i < certificate_.box.size(); ++i) check_input(i);
  }

  [[nodiscard]] std::vector<Signal> inputs() const {
    std::vector<Signal> signals;
    signals.reserve(certificate_.box.size());
    for (const Interval& interval : certificate_.box) signals.push_back({interval, certificate_.grid});
    return signals;
  }

  /// One neuron: bias + Σ weight · signal. `name` is called only when the neuron is worth naming.
  template <class SignalAt, class Name>
  Signal neuron(const Rational& bias, std::span<const std::uint32_t> slots, std::span<const Rational> weights,
                SignalAt signal_at, Name name) {
    Signal result{{bias, bias}, 0};
    Rational partial_sum = abs(bias);
    raise_grid(result.grid, 0, bias, "bias", name);
    for (std::size_t k = 0; k < slots.size(); ++k) {
      const Signal& signal = signal_at(slots[k]);
      raise_grid(result.grid, signal.grid, weights[k], "weight", name);
      partial_sum += abs(weights[k]) * magnitude(signal.bound);
      result.bound = result.bound + scaled(signal.bound, weights[k]);
    }
    judge(partial_sum, result.grid, name);
    return result;
  }

  /// A constant in a maximum takes no part in sums but is a stored number.
  template <class Name>
  void constant(Signal& signal, const Rational& value, Name name) {
    raise_grid(signal.grid, 0, value, "constant", name);
  }

  /// A number of this absolute value, a multiple of 2^-grid, must be exact.
  template <class Name>
  void judge(const Rational& partial_sum, int grid, Name name) {
    const Rational steps = partial_sum * pow(2, static_cast<std::uint32_t>(grid));
    if (!has_worst_ || certificate_.worst_partial_sum < steps) {
      has_worst_ = true;
      certificate_.worst_partial_sum = steps;
      certificate_.worst_neuron = name();
    }
    if (steps > limit_) {
      refuse(name() + ": partial sums can reach " + steps.to_string() + " grid steps, " + dtype_name() +
             " is exact up to " + limit_.to_string());
    }
    if (grid > -smallest_exponent()) {
      refuse(name() + ": the grid 2^-" + std::to_string(grid) + " lies below the normal numbers of " + dtype_name());
    }
  }

  Certificate finish() {
    if (refusals_ > certificate_.reasons.size()) {
      certificate_.reasons.push_back("and " + std::to_string(refusals_ - certificate_.reasons.size()) + " more");
    }
    return std::move(certificate_);
  }

 private:
  static constexpr std::size_t most_reasons = 8;

  [[nodiscard]] std::string dtype_name() const { return std::string(to_string(certificate_.dtype)); }
  [[nodiscard]] int smallest_exponent() const { return format(certificate_.dtype).smallest_exponent; }

  void refuse(std::string reason) {
    certificate_.exact = false;
    ++refusals_;
    if (certificate_.reasons.size() < most_reasons) certificate_.reasons.push_back(std::move(reason));
  }

  void check_input(std::size_t i) {
    const Rational steps = magnitude(certificate_.box[i]) * pow(2, static_cast<std::uint32_t>(certificate_.grid));
    if (steps > limit_) {
      refuse("input " + std::to_string(i) + ": the box reaches " + steps.to_string() + " grid steps, " + dtype_name() +
             " is exact up to " + limit_.to_string());
    }
    if (!steps.is_zero() && certificate_.grid > -smallest_exponent()) {  // also where an output is an input
      refuse("input " + std::to_string(i) + ": the grid 2^-" + std::to_string(certificate_.grid) +
             " lies below the normal numbers of " + dtype_name());
    }
  }

  /// Stored numbers must be dyadic and fit; a fraction makes the grid of what it multiplies finer.
  template <class Name>
  void raise_grid(int& grid, int of_signal, const Rational& factor, const char* what, Name name) {
    if (factor.is_zero()) return;
    if (factor.is_integer() && abs(factor) <= limit_) {
      grid = std::max(grid, of_signal);
      return;
    }
    const int exponent = dyadic_exponent(factor);
    if (exponent < 0) {
      refuse(name() + ": the " + what + " " + factor.to_string() + " is no dyadic number");
      return;
    }
    if (!round_to(factor, certificate_.dtype).exact) {
      refuse(name() + ": the " + what + " " + factor.to_string() + " is no number of " + dtype_name());
    }
    grid = std::max(grid, of_signal + exponent);
  }

  Integer limit_;
  Certificate certificate_;
  std::size_t refusals_ = 0;
  bool has_worst_ = false;
};

}  // namespace

Certificate certify(std::span<const SparseLayer> layers, Activation activation,
                    std::span<const std::vector<Interval>> bounds, std::vector<Interval> box, int grid, Dtype dtype) {
  Examiner examiner(std::move(box), grid, dtype);
  std::vector<Signal> signals = examiner.inputs();
  for (std::size_t k = 0; k < layers.size(); ++k) {
    const SparseLayer& layer = layers[k];
    std::vector<Signal> next;
    next.reserve(layer.rows());
    for (std::size_t i = 0; i < layer.rows(); ++i) {
      const auto name = [&] { return "layer " + std::to_string(k) + ", unit " + std::to_string(i); };
      const std::size_t start = layer.starts[i];
      const std::size_t count = layer.starts[i + 1] - start;
      Signal signal = examiner.neuron(
          layer.bias[i], std::span(layer.slots).subspan(start, count), std::span(layer.weights).subspan(start, count),
          [&](std::uint32_t slot) -> const Signal& { return signals[slot]; }, name);
      if (activation == Activation::relu && k + 1 < layers.size()) signal.bound = maximum(signal.bound, {0, 0});
      if (i % layer.pieces == 0) {
        next.push_back(std::move(signal));
      } else {
        next.back().bound = maximum(next.back().bound, signal.bound);
        next.back().grid = std::max(next.back().grid, signal.grid);
      }
    }
    for (std::size_t i = 0; k < bounds.size() && i < next.size(); ++i) {
      next[i].bound = intersection(next[i].bound, bounds[k][i]);
    }
    signals = std::move(next);
  }
  return examiner.finish();
}

Certificate certify(const DagProgram& program, std::vector<Interval> box, int grid, Dtype dtype) {
  const std::size_t inputs = box.size();
  Examiner examiner(std::move(box), grid, dtype);
  std::vector<Signal> signals = examiner.inputs();
  signals.reserve(inputs + program.ops.size());
  const auto signal_at = [&](std::uint32_t slot) -> const Signal& { return signals[slot]; };
  for (std::size_t i = 0; i < program.ops.size(); ++i) {
    const auto name = [&] { return "node " + std::to_string(i); };
    const std::size_t start = program.row_starts[i];
    const std::size_t count = program.row_starts[i + 1] - start;
    const auto slots = std::span(program.slots).subspan(start, count);
    if (program.ops[i] == 0) {
      signals.push_back(examiner.neuron(program.constants[i], slots, std::span(program.weights).subspan(start, count),
                                        signal_at, name));
      continue;
    }
    Signal signal;
    if (program.ops[i] == 2) {
      signal.bound = {program.constants[i], program.constants[i]};
      examiner.constant(signal, program.constants[i], name);
    } else {
      signal = signal_at(slots[0]);
    }
    for (const std::uint32_t slot : slots) {
      signal.bound = maximum(signal.bound, signal_at(slot).bound);
      signal.grid = std::max(signal.grid, signal_at(slot).grid);
    }
    Rational largest = magnitude(signal.bound);  // a maximum sums nothing; what it reads must be exact
    for (const std::uint32_t slot : slots) largest = std::max(largest, magnitude(signal_at(slot).bound));
    examiner.judge(largest, signal.grid, name);
    signals.push_back(std::move(signal));
  }
  return examiner.finish();
}

}  // namespace tropiary::detail
