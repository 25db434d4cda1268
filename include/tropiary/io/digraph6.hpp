#pragma once

#include <string>
#include <string_view>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// "&…": the Hasse diagram as nauty's digraph6, an arc i → j meaning i < j. Labels are not written.
/// Throws too_large beyond 2¹⁶ points (the format is quadratic).
std::string to_digraph6(const Poset& p);

/// Reads one digraph6 string, relations or covers; an optional ">>digraph6<<" header and a line end are accepted. The
/// size announced is checked against the text's length before memory is taken. Throws parse_error, cyclic_relations.
Poset parse_digraph6(std::string_view text);

}  // namespace tropiary
