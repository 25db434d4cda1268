#pragma once

#include <string>
#include <string_view>

#include "tropiary/operad/term.hpp"

namespace tropiary {

/// Reads a POSET argument as the command line takes it: a name, relations, an operad term, a digraph6 string ("&…") or
/// `@file` (JSON or one of these; `@-` and `-` are standard input); a JSON object itself is read too. Terms stay trees;
/// the other forms become leaves that keep their labels and numbering. Throws parse_error, invalid_argument (unknown
/// name: the known ones are listed), cyclic_relations, io_error, too_large.
Term parse_term_argument(std::string_view text);

/// What a file named by `@file` holds, once it has been read; error messages begin with `path`, "-" is standard input.
Term parse_term_content(std::string_view content, const std::string& path = "-");

/// parse_term_argument, expanded to a poset. Labels: those of the input; `block.label` for a term.
Poset parse_poset_argument(std::string_view text);

}  // namespace tropiary
