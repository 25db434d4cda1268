#pragma once

// Compiled layers run in the machine's own floating point, from the bytes that are written to files.

#include <bit>
#include <cstring>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/compile/compiled_network.hpp"

namespace tropiary::testing {

template <class Float>
std::vector<Float> buffer_values(const Buffer& buffer) {
  std::vector<Float> values(buffer.bytes.size() / sizeof(Float));
  std::memcpy(values.data(), buffer.bytes.data(), buffer.bytes.size());
  return values;
}

/// Runs the strict form in Float arithmetic, every neuron summing its bias and products in a random order.
template <class Float>
std::vector<Float> run_in_floats(const CompiledNetwork& network, std::vector<Float> x, Random& random) {
  for (std::size_t k = 0; 2 * k < network.buffers.size(); ++k) {
    const std::vector<Float> weight = buffer_values<Float>(network.buffers[2 * k]);
    const std::vector<Float> bias = buffer_values<Float>(network.buffers[2 * k + 1]);
    std::vector<Float> next(bias.size());
    for (std::size_t i = 0; i < bias.size(); ++i) {
      std::vector<Float> summands{bias[i]};
      for (std::size_t j = 0; j < x.size(); ++j) summands.push_back(weight[i * x.size() + j] * x[j]);
      random.shuffle(summands);
      Float sum = 0;
      for (const Float summand : summands) sum += summand;
      next[i] = 2 * k + 2 < network.buffers.size() && sum < 0 ? Float{0} : sum;
    }
    x = std::move(next);
  }
  return x;
}

}  // namespace tropiary::testing
