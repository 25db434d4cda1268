#include <algorithm>

#include "passes.hpp"

namespace tropiary::detail {

Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }

Interval scaled(const Interval& a, const Rational& factor) {
  Interval result{a.low * factor, a.high * factor};
  if (factor.sign() < 0) std::swap(result.low, result.high);
  return result;
}

Interval intersection(const Interval& a, const Interval& b) {
  return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

Interval maximum(const Interval& a, const Interval& b) { return {std::max(a.low, b.low), std::max(a.high, b.high)}; }

Rational magnitude(const Interval& a) { return std::max(abs(a.low), abs(a.high)); }

std::vector<Interval> node_bounds(const TropicalNetwork& network, std::span<const Interval> box) {
  std::vector<Interval> bounds(box.begin(), box.end());
  bounds.reserve(network.nodes().size());
  for (std::size_t i = network.count_inputs(); i < network.nodes().size(); ++i) {
    const TropicalNetwork::Node& node = network.nodes()[i];
    const auto argument = [&](std::size_t k) -> const Interval& {
      return bounds[static_cast<std::size_t>(node.arguments[k].node)];
    };
    Interval bound{node.constant, node.constant};
    if (node.kind == TropicalNetwork::Kind::affine) {
      for (std::size_t k = 0; k < node.arguments.size(); ++k) {
        bound = bound + scaled(argument(k), node.arguments[k].weight);
      }
    } else {
      if (!node.has_constant) bound = argument(0);
      for (std::size_t k = 0; k < node.arguments.size(); ++k) bound = maximum(bound, argument(k));
    }
    bounds.push_back(std::move(bound));
  }
  return bounds;
}

}  // namespace tropiary::detail
