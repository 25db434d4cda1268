#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/output.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/order/classes.hpp"

namespace tropiary::cli {

/// A poset as `poset info` looks at it: the term it was given as, and the expanded poset.
struct PosetSubject {
  Term term;
  Poset poset;
  bool series_parallel = false;  ///< whether its modular decomposition has no prime node; false beyond closure_limit
};

/// One entry of `poset info`: its JSON name, how to compute it and when it is cheap enough to be shown unasked.
struct PosetField {
  const char* name;
  Json (*compute)(const PosetSubject& subject);
  bool (*is_cheap)(const PosetSubject& subject);
};

std::span<const PosetField> poset_fields();

/// The class that the field is the test of; a no to it has a witness.
std::optional<PosetClass> class_of_field(const std::string& name);

}  // namespace tropiary::cli
