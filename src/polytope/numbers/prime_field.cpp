#include "polytope/numbers/prime_field.hpp"

#include <utility>

namespace tropiary::detail {
namespace {

__extension__ using Wide = unsigned __int128;

std::uint64_t power_modulo(std::uint64_t base, std::uint64_t exponent, std::uint64_t modulus) {
  std::uint64_t result = 1;
  for (; exponent > 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) result = static_cast<std::uint64_t>(static_cast<Wide>(result) * base % modulus);
    base = static_cast<std::uint64_t>(static_cast<Wide>(base) * base % modulus);
  }
  return result;
}

// Miller–Rabin to the first twelve prime bases decides every number below 2^64. Ref [sorenson2017].
bool is_prime(std::uint64_t n) {
  std::uint64_t odd = n - 1;
  unsigned twos = 0;
  for (; odd % 2 == 0; odd /= 2) ++twos;
  for (const std::uint64_t base : {2U, 3U, 5U, 7U, 11U, 13U, 17U, 19U, 23U, 29U, 31U, 37U}) {
    std::uint64_t x = power_modulo(base, odd, n);
    if (x == 1 || x == n - 1) continue;
    bool witness = true;
    for (unsigned i = 1; i < twos && witness; ++i) {
      x = static_cast<std::uint64_t>(static_cast<Wide>(x) * x % n);
      witness = x != n - 1;
    }
    if (witness) return false;
  }
  return true;
}

}  // namespace

std::uint64_t prime_below(std::uint64_t n) {
  do {
    n -= 2;
  } while (!is_prime(n));
  return n;
}

PrimeField::PrimeField(std::uint64_t prime) : p_(prime) {
  std::uint64_t inverse = p_;  // right modulo 8, then twice as many bits each time
  for (int i = 0; i < 5; ++i) inverse *= 2 - p_ * inverse;
  negative_inverse_ = std::uint64_t{0} - inverse;
  one_ = static_cast<std::uint64_t>((static_cast<Wide>(1) << 64U) % p_);
  square_ = static_cast<std::uint64_t>(static_cast<Wide>(one_) * one_ % p_);
}

PrimeField::Residue PrimeField::power(Residue a, std::uint64_t exponent) const {
  Residue result = one_;
  for (; exponent > 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) result = times(result, a);
    a = times(a, a);
  }
  return result;
}

PrimeField::Residue PrimeField::inverse(Residue a) const {
  // Euclid's algorithm on the Montgomery form x · 2^64 gives 1/(x · 2^64); two corrections bring it to 2^64/x.
  std::int64_t s = 0;
  std::int64_t t = 1;
  std::uint64_t r = p_;
  std::uint64_t u = a;
  while (u != 0) {
    const std::uint64_t q = r / u;
    r = std::exchange(u, r - q * u);
    s = std::exchange(t, s - static_cast<std::int64_t>(q) * t);
  }
  const std::uint64_t plain = s < 0 ? p_ - static_cast<std::uint64_t>(-s) : static_cast<std::uint64_t>(s);
  return times(times(plain, square_), square_);
}

PrimeField::Residue PrimeField::residue(const Integer& x) const {
  if (x.fits_int64()) return residue(x.to_int64());
  const Integer rest = x % Integer(p_);
  return residue(rest.to_int64());
}

PrimeField::Residue PrimeField::solve(std::vector<Residue>& matrix, std::size_t size) const {
  const std::size_t width = size + 1;
  Residue* const m = matrix.data();
  Residue determinant = one_;
  for (std::size_t k = 0; k < size; ++k) {
    std::size_t pivot = k;
    while (pivot < size && m[pivot * width + k] == 0) ++pivot;
    if (pivot == size) return 0;
    if (pivot != k) {
      for (std::size_t j = k; j < width; ++j) std::swap(m[pivot * width + j], m[k * width + j]);
      determinant = negative(determinant);
    }
    const Residue lead = m[k * width + k];
    determinant = times(determinant, lead);
    const Residue scale = lead == one_ ? one_ : inverse(lead);
    for (std::size_t j = k + 1; j < width; ++j) {
      if (m[k * width + j] != 0) m[k * width + j] = times(m[k * width + j], scale);
    }
    for (std::size_t i = k + 1; i < size; ++i) {
      const Residue factor = m[i * width + k];
      if (factor == 0) continue;
      for (std::size_t j = k + 1; j < width; ++j) {
        if (m[k * width + j] != 0) m[i * width + j] = subtract(m[i * width + j], times(factor, m[k * width + j]));
      }
    }
  }
  for (std::size_t k = size; k-- > 0;) {
    Residue x = m[k * width + size];
    for (std::size_t j = k + 1; j < size; ++j) x = subtract(x, times(m[k * width + j], m[j * width + size]));
    m[k * width + size] = x;
  }
  return determinant;
}

ResidueSystem::ResidueSystem(const Integer& bound, std::size_t skipped) {
  std::uint64_t prime = mersenne_prime;
  for (; skipped > 0; --skipped) prime = prime_below(prime);
  Integer product = 1;
  for (; product <= bound || fields_.empty(); prime = prime_below(prime)) {
    fields_.emplace_back(prime);
    product *= Integer(fields_.back().prime());
  }
}

Integer ResidueSystem::integer(std::span<const PrimeField::Residue> residues) const {
  // Garner: x = d_0 + p_0 (d_1 + p_1 (d_2 + …)) digit by digit.
  Integer result;
  Integer product = 1;
  for (std::size_t k = 0; k < fields_.size(); ++k) {
    const PrimeField& field = fields_[k];
    const PrimeField::Residue rest = field.subtract(residues[k], field.residue(result));
    const PrimeField::Residue digit = field.times(rest, field.inverse(field.residue(product)));
    result += product * Integer(field.value(digit));
    product *= Integer(field.prime());
  }
  return result;
}

}  // namespace tropiary::detail
