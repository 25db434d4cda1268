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

/// to_digraph6 of the canonical form: a key, equal for isomorphic posets only and the same in every run of one version.
/// The text must be digraph6; up to 62 points it is worked on in machine words. Throws as to_digraph6, parse_digraph6
/// and canonical_form do.
std::string canonical_digraph6(const Poset& p);
std::string canonical_digraph6(std::string_view text);

}  // namespace tropiary
