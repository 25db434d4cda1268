#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "polytope/numbers/lattice_frame.hpp"

namespace tropiary::detail {

/// Forms in the first coordinates that are ≥ 0 on a body: forms[k] in k + 1 of them, with the last coefficient not 0.
/// Together with those before they describe the projection to these coordinates; where describing it exactly would take
/// too many forms, a polytope around it.
struct Projections {
  std::vector<std::vector<AffineForm>> forms;
  std::vector<Rational> low;  // the box around the body
  std::vector<Rational> high;
};
Projections projections(const Body& body);

/// The integer points of dilation · body, of its interior when `interior`.
class LatticeSearch {
 public:
  LatticeSearch(const Body& body, Projections projections);

  /// Nothing after `effort` steps: a partial assignment is one, more when there are many forms to evaluate.
  [[nodiscard]] std::optional<Integer> count(const Integer& dilation, bool interior, std::uint64_t effort) const;
  enum class Outcome { finished, stopped, out_of_effort };
  /// In lexicographic order until `visit` returns false.
  Outcome visit(const Integer& dilation, bool interior, std::uint64_t effort,
                const std::function<bool(std::span<const Integer>)>& visit) const;

 private:
  std::size_t dimension_;
  Projections projections_;
};

/// The body with its coordinates permuted: the widest last, so that lines of points are long.
Body widest_last(Body body);

}  // namespace tropiary::detail
