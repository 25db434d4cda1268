#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "relu_units.hpp"

namespace tropiary::detail {

/// Which linear forms each hidden layer of a strict MLP carries for later layers, beside its own units.
///
/// Chosen backwards: what layer k+1 reads (its units and what it carries itself), restricted to atoms older than layer
/// k, must be an integer combination of what layer k carries. Among the forms needed (up to multiples), the atoms in
/// them, and an independent subset of the forms, the smallest is taken, for each group of forms that share atoms.
class Carries {
 public:
  /// Throws too_large, with the predicted size, when the layers would have more than `max_parameters` numbers.
  Carries(const ReluUnits& program, std::uint64_t max_parameters, Dtype dtype);

  struct Part {
    std::uint32_t form;  ///< position in forms()
    Rational factor;
  };
  [[nodiscard]] const std::vector<AtomTerms>& forms() const { return forms_; }
  /// Carried by hidden layer `level` (from 1): positions in forms().
  [[nodiscard]] const std::vector<std::uint32_t>& of_level(std::size_t level) const { return carried_[level]; }
  [[nodiscard]] std::uint64_t count_parameters() const { return parameters_; }

  /// The part of a form in atoms older than the layer, as a combination of what the layer carries.
  std::vector<Part> express(const AtomTerms& terms, std::size_t level);

 private:
  struct Scaled {
    std::uint32_t form;
    Rational factor;
    bool empty;
  };
  Scaled restricted(const AtomTerms& terms, std::size_t level);
  std::uint32_t intern(AtomTerms terms);
  void choose(const std::vector<std::uint32_t>& needed, std::size_t level);
  bool reduce(const std::vector<std::uint32_t>& group, std::size_t below, std::size_t level);

  const ReluUnits& program_;
  std::vector<AtomTerms> forms_;
  std::vector<std::uint32_t> newest_;  // highest level of an atom, per form
  std::unordered_multimap<std::size_t, std::uint32_t> table_;
  std::vector<std::vector<std::uint32_t>> carried_;
  std::vector<std::unordered_map<std::uint32_t, std::vector<Part>>> combinations_;  // per level, of forms reduced away
  std::vector<std::uint32_t> group_of_atom_;
  std::uint64_t parameters_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace tropiary::detail
