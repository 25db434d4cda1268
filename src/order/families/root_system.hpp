#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tropiary::detail {

struct CartanType {
  char letter;
  std::size_t rank;
  [[nodiscard]] std::size_t count_positive_roots() const;
  /// The order of the Weyl group, or more than size_limit.
  [[nodiscard]] std::size_t group_order() const;
};

/// "A7", "D4", "E6", …. Throws invalid_argument, naming `function`, for another text; too_large for a rank ≥ 2²⁰.
CartanType parse_cartan_type(const char* function, std::string_view text);

/// The positive roots by their coefficients of simple roots, sorted by height, then decreasingly by the coefficients;
/// so simple root i is root i. Cost: O(N · rank²) for N positive roots.
struct RootSystem {
  using Root = std::vector<std::int32_t>;
  std::vector<std::vector<std::int32_t>> cartan;  // <coroot i, simple root j>
  std::vector<Root> positive;

  explicit RootSystem(CartanType type);
  /// s_i of a root.
  [[nodiscard]] Root reflected(std::size_t i, Root root) const;
};

}  // namespace tropiary::detail
