#pragma once

#include <gmpxx.h>

#include "tropiary/exact/rational.hpp"

// Opt-in (link GMP): exact numbers to and from GMP's own classes.

namespace tropiary {

namespace detail {
void assign(mpz_ptr target, const Integer& x);  // target is initialised
Integer integer_from(mpz_srcptr source);
}  // namespace detail

inline mpz_class to_mpz(const Integer& x) {
  mpz_class result;
  detail::assign(result.get_mpz_t(), x);
  return result;
}
inline Integer from_mpz(const mpz_class& x) { return detail::integer_from(x.get_mpz_t()); }

inline mpq_class to_mpq(const Rational& x) {
  mpq_class result;
  detail::assign(result.get_num_mpz_t(), x.numerator());
  detail::assign(result.get_den_mpz_t(), x.denominator());
  return result;
}
/// Throws division_by_zero; x need not be canonical.
inline Rational from_mpq(const mpq_class& x) {
  return {detail::integer_from(x.get_num_mpz_t()), detail::integer_from(x.get_den_mpz_t())};
}

}  // namespace tropiary
