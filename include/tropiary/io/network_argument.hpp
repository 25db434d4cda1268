#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/network/named_network.hpp"

namespace tropiary {

/// A network by name: sort:N, median:N, largest:N:K, sum-of-largest:N:K, order-statistic:N:POSITION, spanning-tree:N,
/// bellman-ford:N and reachability:N (of the complete directed graph on N vertices, from vertex 0), and
/// heaviest-chain:POSET. Nothing when the text before the first ':' is none of these names. Throws invalid_argument for
/// numbers that are missing, too many or none.
std::optional<NamedNetwork> parse_network_argument(std::string_view text);

std::vector<std::string> network_argument_forms();  ///< "sort:N", …

}  // namespace tropiary
