#pragma once

#include <string>
#include <string_view>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// The poset of a text such as "1<3, 2<3<4; 5": items separated by ',' or ';' (or a line end), each a label or a run
/// of labels joined by '<' or '>'. Elements come in the order of their labels when these are numbers, else in the
/// order of first appearance (numbers first when both occur). `#` starts a comment up to the end of its line.
/// Throws parse_error with line and column; cyclic_relations.
Poset parse_relations(std::string_view text);

/// Text that parse_relations reads back as the same poset with the same labels and numbering.
std::string to_relations_text(const Poset& p);

}  // namespace tropiary
