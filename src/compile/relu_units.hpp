#pragma once

#include <cstdint>
#include <vector>

#include "linear_form.hpp"
#include "passes.hpp"

namespace tropiary::detail {

/// A network as ReLUs of linear forms in the inputs and earlier ReLUs: every max(a, b) becomes a + relu(b − a). A tie
/// leaves the gradient to a, which lowering makes the smaller up-set; so the gradient is the least maximiser's.
struct ReluUnits {
  struct Unit {
    LinearForm pre;                 ///< b − a
    LinearForm first;               ///< a
    std::uint32_t first_bound = 0;  ///< positions in bound_steps
    std::uint32_t second_bound = 0;
    std::uint32_t level = 0;  ///< hidden layer, from 1
  };
  /// How bounds of the operands of maxima follow from bounds of the network's nodes.
  struct BoundStep {
    enum class Kind : std::uint8_t { node, constant, maximum } kind = Kind::node;
    std::uint32_t first = 0;  ///< node, or step
    std::uint32_t second = 0;
    Rational constant;
  };
  std::size_t inputs = 0;
  std::vector<Unit> units;  ///< arguments before results
  std::vector<LinearForm> outputs;
  std::vector<BoundStep> bound_steps;
  std::uint32_t levels = 0;

  [[nodiscard]] std::uint32_t level_of(std::uint32_t atom) const {
    return atom < inputs ? 0 : units[atom - inputs].level;
  }
};

/// Throws too_large when the linear forms have more than `max_terms` terms, naming `dtype`'s size of the strict form.
ReluUnits relu_units(const TropicalNetwork& network, std::size_t max_terms, Dtype dtype);

/// Bounds of relu(b − a) of every unit and of max(a, b), for inputs in the box.
struct UnitBounds {
  std::vector<Interval> atoms;   ///< inputs, then units
  std::vector<Interval> maxima;  ///< per unit
};
UnitBounds unit_bounds(const ReluUnits& program, const TropicalNetwork& network, std::span<const Interval> box);

/// Bounds of a linear form: from its atoms, and from the maxima a + relu(b − a) found inside it. The second keeps
/// bounds of nested maxima from doubling at every level.
Interval form_bound(const ReluUnits& program, const AtomTerms& terms, const UnitBounds& bounds);

/// "P parameters, B bytes as float32 (about G GB)".
std::string size_text(std::uint64_t parameters, Dtype dtype);

}  // namespace tropiary::detail
