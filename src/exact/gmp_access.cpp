#include "gmp_access.hpp"

#include <memory>

namespace tropiary::detail {

// Declared in interop/gmpxx.hpp.
void assign(mpz_ptr target, const Integer& x);
Integer integer_from(mpz_srcptr source);

void assign(mpz_ptr target, const Integer& x) { mpz_set(target, MpzView(x)); }

Integer integer_from(mpz_srcptr source) {
  auto copy = std::make_unique<BigInteger>();
  mpz_set(copy->value, source);
  Integer result;
  BigInteger::store(result, copy.release());
  return result;
}

}  // namespace tropiary::detail
