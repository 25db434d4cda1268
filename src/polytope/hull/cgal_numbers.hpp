#pragma once

#include <CGAL/number_utils.h>

#include "tropiary/exact/rational.hpp"

namespace tropiary::detail {

/// An integer as a number of one of CGAL's lazy exact kernels, without loss.
template <class Field>
Field to_field(const Integer& x) {
  if (x.bit_length() <= 53) return Field(static_cast<double>(x.to_int64()));
  return Field(typename Field::ET(x.to_string()));
}

template <class Field>
Field to_field(const Rational& x) {
  if (x.is_integer()) return to_field<Field>(x.numerator());
  return Field(typename Field::ET(x.to_string()));
}

// CGAL takes GMP's mpq_class or Boost's rational as its exact type, as it was configured.
template <class Field>
Rational from_field(const Field& x) {
  const auto& exact = CGAL::exact(x);
  if constexpr (requires { exact.get_str(); }) {
    return Rational(exact.get_str());
  } else {
    return Rational(exact.str());
  }
}

}  // namespace tropiary::detail
