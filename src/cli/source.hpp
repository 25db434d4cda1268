#pragma once

#include <string>
#include <variant>

#include "tropiary/network/network.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary::cli {

/// What SOURCE may be: a POSET argument, or a tropical polynomial (an expression such as "max(0, x1, x1 + x2)", or
/// @FILE with its JSON), or @FILE with the JSON of a network.
using Source = std::variant<Term, TropicalPolynomial, TropicalNetwork>;

/// `variables` = 0: as many as the expression mentions.
Source parse_source(const std::string& text, std::size_t variables = 0);

extern const char* const source_help;

}  // namespace tropiary::cli
