#include "tropiary/network/order_statistics.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>

#include "network/extrema.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

using Builder = TropicalNetwork::Builder;

std::vector<NodeId> inputs_of(const Builder& builder, std::size_t n) {
  std::vector<NodeId> inputs;
  inputs.reserve(n);
  for (std::size_t i = 0; i < n; ++i) inputs.push_back(builder.input(i));
  return inputs;
}

std::vector<NodeId> statistics(Builder& builder, std::size_t n, std::span<const std::size_t> positions) {
  for (const std::size_t position : positions) {
    if (position < n) continue;
    throw Error(Errc::invalid_argument, "order_statistics: position " + std::to_string(position) + " of " +
                                            std::to_string(n) + " sorted values, counted from 0");
  }
  std::vector<NodeId> values = inputs_of(builder, n);
  const auto is_extreme = [n](std::size_t position) { return position == 0 || position + 1 == n; };
  const bool sort = !std::all_of(positions.begin(), positions.end(), is_extreme);
  if (sort) {
    for (const auto& [low, high] : sorting_network(n)) {
      const NodeId smaller = detail::minimum(builder, {values[low], values[high]});
      values[high] = builder.maximum({values[low], values[high]});
      values[low] = smaller;
    }
  }
  std::vector<NodeId> chosen;
  chosen.reserve(positions.size());
  for (const std::size_t position : positions) {
    if (sort) {
      chosen.push_back(values[position]);
    } else {
      chosen.push_back(position == 0 && n > 1 ? detail::minimum(builder, values) : builder.maximum(values));
    }
  }
  return chosen;
}

void check_count(const char* function, std::size_t n, std::size_t k) {
  if (k >= 1 && k <= n) return;
  throw Error(Errc::invalid_argument, std::string(function) + ": k = " + std::to_string(k) +
                                          " of n = " + std::to_string(n) + " values, but 1 <= k <= n");
}

std::vector<std::size_t> top_positions(std::size_t n, std::size_t k) {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < k; ++i) positions.push_back(n - 1 - i);
  return positions;
}

}  // namespace

// Knuth's algorithm M.
std::vector<Comparator> sorting_network(std::size_t n) {
  constexpr std::size_t most_values = std::size_t{1} << 20;
  if (n > most_values) {
    throw Error(Errc::too_large,
                "sorting_network: " + std::to_string(n) + " values, at most " + std::to_string(most_values));
  }
  std::vector<Comparator> comparators;
  if (n < 2) return comparators;
  const std::size_t half = std::bit_ceil(n) / 2;
  for (std::size_t p = half; p > 0; p /= 2) {
    std::size_t q = half;
    std::size_t r = 0;
    std::size_t d = p;
    for (;;) {
      for (std::size_t i = 0; i + d < n; ++i) {
        if ((i & p) == r) comparators.push_back({i, i + d});
      }
      if (q == p) break;
      d = q - p;
      q /= 2;
      r = p;
    }
  }
  return comparators;
}

TropicalNetwork order_statistics(std::size_t n, std::span<const std::size_t> positions) {
  Builder builder(n);
  std::vector<NodeId> outputs = statistics(builder, n, positions);
  return std::move(builder).build(std::move(outputs));
}

TropicalNetwork sorted_values(std::size_t n) {
  std::vector<std::size_t> all(n);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return order_statistics(n, all);
}

TropicalNetwork largest_values(std::size_t n, std::size_t k) {
  check_count("largest_values", n, k);
  return order_statistics(n, top_positions(n, k));
}

TropicalNetwork sum_of_largest(std::size_t n, std::size_t k) {
  check_count("sum_of_largest", n, k);
  Builder builder(n);
  if (k == n) return std::move(builder).build({builder.sum(inputs_of(builder, n))});
  const NodeId sum = builder.sum(statistics(builder, n, top_positions(n, k)));
  return std::move(builder).build({sum});
}

TropicalNetwork median(std::size_t n) {
  check_count("median", n, 1);
  Builder builder(n);
  const std::vector<std::size_t> middle = n % 2 == 1 ? std::vector{n / 2} : std::vector{n / 2 - 1, n / 2};
  std::vector<WeightedNode> parts;
  for (const NodeId node : statistics(builder, n, middle)) {
    parts.push_back({node, Rational(1, static_cast<std::int64_t>(middle.size()))});
  }
  const NodeId mean = builder.affine(std::move(parts));
  return std::move(builder).build({mean});
}

TropicalNetwork permuted_values(std::span<const std::size_t> positions) {
  Builder builder(positions.size());
  std::vector<NodeId> outputs;
  std::vector<bool> seen(positions.size());
  for (const std::size_t position : positions) {
    if (position >= positions.size() || seen[position]) {
      throw Error(Errc::invalid_argument, "permuted_values: position " + std::to_string(position) +
                                              (position < positions.size() ? " comes twice" : " is out of range"));
    }
    seen[position] = true;
    outputs.push_back(builder.input(position));
  }
  return std::move(builder).build(std::move(outputs));
}

}  // namespace tropiary
