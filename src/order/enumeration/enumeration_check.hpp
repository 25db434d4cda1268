#pragma once

#include <cstddef>

#include "tropiary/order/enumeration.hpp"

namespace tropiary::detail {

/// Throws too_large or invalid_argument, naming the function, for what no enumeration can do.
void check_enumeration(const char* function, std::size_t n, const EnumerationOptions& options);

/// Whether the options leave posets out by a property.
bool has_properties(const EnumerationOptions& options);

}  // namespace tropiary::detail
