#include "order/families/factorisation.hpp"

#include <algorithm>
#include <numeric>

namespace tropiary::detail {

namespace {

__extension__ using Wide = unsigned __int128;

std::uint64_t multiply(std::uint64_t a, std::uint64_t b, std::uint64_t modulus) {
  return static_cast<std::uint64_t>(Wide{a} * b % modulus);
}

std::uint64_t power(std::uint64_t base, std::uint64_t exponent, std::uint64_t modulus) {
  std::uint64_t result = 1;
  for (base %= modulus; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) result = multiply(result, base, modulus);
    base = multiply(base, base, modulus);
  }
  return result;
}

/// Miller's test for odd n > 37; the first twelve primes as bases decide every n below 2⁶⁴ [sorenson2017].
bool is_prime_number(std::uint64_t n) {
  std::uint64_t odd = n - 1;
  int twos = 0;
  for (; odd % 2 == 0; odd /= 2) ++twos;
  for (const std::uint64_t base : {2U, 3U, 5U, 7U, 11U, 13U, 17U, 19U, 23U, 29U, 31U, 37U}) {
    std::uint64_t x = power(base, odd, n);
    bool passes = x == 1 || x == n - 1;
    for (int i = 1; i < twos && !passes; ++i) {
      x = multiply(x, x, n);
      passes = x == n - 1;
    }
    if (!passes) return false;
  }
  return true;
}

/// A proper divisor of an odd composite n, by Pollard's rho.
std::uint64_t proper_divisor(std::uint64_t n) {
  for (std::uint64_t shift = 1;; ++shift) {
    const auto step = [&](std::uint64_t x) { return static_cast<std::uint64_t>((Wide{x} * x + shift) % n); };
    std::uint64_t slow = 2;
    std::uint64_t fast = 2;
    std::uint64_t divisor = 1;
    while (divisor == 1) {
      slow = step(slow);
      fast = step(step(fast));
      divisor = std::gcd(slow > fast ? slow - fast : fast - slow, n);
    }
    if (divisor != n) return divisor;
  }
}

}  // namespace

std::vector<std::uint64_t> prime_divisors(std::uint64_t n) {
  std::vector<std::uint64_t> primes;
  constexpr std::uint64_t limit = std::uint64_t{1} << 22U;  // above the cube root of 2⁶⁴
  for (std::uint64_t p = 2; p <= limit && p <= n / p; p += p == 2 ? 1 : 2) {
    if (n % p == 0) primes.push_back(p);
    while (n % p == 0) n /= p;
  }
  // What is left is 1, a prime, or a product of two primes above the limit.
  if (n > limit * limit && !is_prime_number(n)) {
    const std::uint64_t p = proper_divisor(n);
    primes.push_back(std::min(p, n / p));
    if (p != n / p) primes.push_back(std::max(p, n / p));
  } else if (n > 1) {
    primes.push_back(n);
  }
  return primes;
}

}  // namespace tropiary::detail
