#pragma once

#include <utility>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// The primitive positive multiple of a row [constant, normal].
inline AffineForm rational_form(const RationalVector& row) {
  std::vector<Integer> entries = primitive(std::span<const Rational>(row));
  AffineForm form{std::move(entries[0]), {}};
  form.normal.assign(std::make_move_iterator(entries.begin() + 1), std::make_move_iterator(entries.end()));
  return form;
}

}  // namespace tropiary::detail
