#include <array>
#include <string>
#include <utility>
#include <vector>

#include "order/block_counts.hpp"
#include "order/linear_extensions/extension_counts.hpp"
#include "order/linear_extensions/tree_linear_extensions.hpp"
#include "order/small_down_sets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

using Method = LinearExtensionMethod;
constexpr std::array<std::pair<std::string_view, Method>, 5> methods{{{"automatic", Method::automatic},
                                                                      {"decomposition", Method::decomposition},
                                                                      {"tree", Method::tree},
                                                                      {"components", Method::components},
                                                                      {"levels", Method::levels}}};

void require(bool condition, const char* method, const char* law) {
  if (condition) return;
  throw Error(Errc::invalid_argument,
              std::string("count_linear_extensions: method ") + method + ": the poset is not " + law);
}

}  // namespace

LinearExtensionMethod linear_extension_method(std::string_view name) {
  std::string names;
  for (const auto& [word, method] : methods) {
    if (word == name) return method;
    names += (names.empty() ? "" : ", ") + std::string(word);
  }
  throw Error(Errc::invalid_argument,
              "linear_extension_method: no method \"" + std::string(name) + "\", there are " + names);
}

Integer count_linear_extensions(const Poset& p, std::size_t memory_limit_states) {
  return count_linear_extensions(p, Method::automatic, memory_limit_states);
}

Integer count_linear_extensions(const Poset& p, LinearExtensionMethod method, std::size_t memory_limit_states) {
  using detail::SmallDownSets;
  if (method == Method::automatic && memory_limit_states >= SmallDownSets::most_sets && SmallDownSets::may_fit(p)) {
    const SmallDownSets down_sets(p);
    if (down_sets.complete()) return down_sets.count_linear_extensions();
  }
  const std::vector<std::size_t> ones(p.size(), 1);
  switch (method) {
    case Method::automatic:
      break;
    case Method::decomposition:
      require(is_series_parallel(p), "decomposition", "series-parallel");
      break;
    case Method::tree:
      require(detail::hasse_diagram_is_tree(p), "tree", "a tree: its Hasse diagram has cycles or is disconnected");
      return detail::count_linear_extensions_of_tree(p, ones);
    case Method::components:
      return detail::count_linear_extensions_by_components(p, memory_limit_states);
    case Method::levels:
      return detail::count_linear_extensions_by_levels(p, memory_limit_states);
  }
  return detail::count_linear_extensions_of_blocks(modular_decomposition(p), ones, memory_limit_states);
}

}  // namespace tropiary
