#pragma once
// The thin door: outside src/exact and interop/gmpxx.hpp nothing knows GMP.

#include <gmp.h>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

struct BigInteger {
  mpz_t value;

  BigInteger() { mpz_init(value); }
  BigInteger(const BigInteger& other) { mpz_init_set(value, other.value); }
  BigInteger& operator=(const BigInteger&) = delete;
  ~BigInteger() { mpz_clear(value); }

  /// Gives `x` this value, in one word if it fits. Takes `source` over (its limbs move or are freed).
  static void store(Integer& x, BigInteger* source);
  static const BigInteger* get(const Integer& x) noexcept { return x.big_; }
  static std::int64_t small(const Integer& x) noexcept { return x.small_; }
};

static_assert(sizeof(long) == 8, "Integer's fast path hands 64-bit words to GMP as long");

/// A read-only mpz view of an Integer for the duration of one call.
class MpzView {
 public:
  explicit MpzView(const Integer& x);
  operator mpz_srcptr() const noexcept { return pointer_; }  // NOLINT(google-explicit-constructor)

 private:
  mp_limb_t limb_ = 0;
  mpz_t local_;
  mpz_srcptr pointer_;
};

}  // namespace tropiary::detail
