#include "order/families/finite_field.hpp"

#include <string>

#include "order/families/factorisation.hpp"
#include "order/families/size_limits.hpp"

namespace tropiary::detail {

namespace {

std::vector<std::uint32_t> digits(std::uint32_t number, std::size_t p, std::size_t count) {
  std::vector<std::uint32_t> result(count);
  for (std::uint32_t& digit : result) {
    digit = number % static_cast<std::uint32_t>(p);
    number /= static_cast<std::uint32_t>(p);
  }
  return result;
}

std::uint32_t number(const std::vector<std::uint32_t>& digits, std::size_t p, std::size_t count) {
  std::uint32_t result = 0;
  for (std::size_t i = count; i-- > 0;) result = result * static_cast<std::uint32_t>(p) + digits[i];
  return result;
}

}  // namespace

FiniteField::FiniteField(const char* function, std::size_t q) : q_(q) {
  const std::vector<std::uint64_t> primes = q < 2 ? std::vector<std::uint64_t>{} : prime_divisors(q);
  if (primes.size() != 1)
    throw Error(Errc::invalid_argument, std::string(function) + ": q = " + std::to_string(q) + " is no prime power");
  if (q > largest) throw_too_large(function, "a field of " + std::to_string(q) + " elements", largest);
  const std::size_t p = primes[0];
  std::size_t k = 0;
  for (std::size_t power = 1; power < q; power *= p) ++k;
  difference_.resize(q * q);
  for (std::uint32_t a = 0; a < q; ++a) {
    for (std::uint32_t b = 0; b < q; ++b) {
      std::vector<std::uint32_t> result = digits(a, p, k);
      const std::vector<std::uint32_t> taken = digits(b, p, k);
      for (std::size_t i = 0; i < k; ++i)
        result[i] = (result[i] + static_cast<std::uint32_t>(p) - taken[i]) % static_cast<std::uint32_t>(p);
      difference_[a * q + b] = number(result, p, k);
    }
  }
  product_.resize(q * q);
  std::uint32_t tail = 0;
  while (!multiply_modulo(p, k, tail)) ++tail;
}

bool FiniteField::multiply_modulo(std::size_t p, std::size_t k, std::uint32_t tail) {
  const auto prime = static_cast<std::uint32_t>(p);
  const std::vector<std::uint32_t> modulus = digits(tail, p, k);
  for (std::uint32_t a = 0; a < q_; ++a) {
    const std::vector<std::uint32_t> x = digits(a, p, k);
    for (std::uint32_t b = 0; b < q_; ++b) {
      const std::vector<std::uint32_t> y = digits(b, p, k);
      std::vector<std::uint32_t> sum(2 * k, 0);
      for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) sum[i + j] = (sum[i + j] + x[i] * y[j]) % prime;
      }
      for (std::size_t degree = 2 * k; degree-- > k;) {
        for (std::size_t i = 0; i < k; ++i) {
          std::uint32_t& digit = sum[degree - k + i];
          digit = (digit + (prime - sum[degree]) * modulus[i]) % prime;
        }
        sum[degree] = 0;
      }
      const std::uint32_t result = number(sum, p, k);
      if (a != 0 && b != 0 && result == 0) return false;
      product_[a * q_ + b] = result;
    }
  }
  return true;
}

}  // namespace tropiary::detail
