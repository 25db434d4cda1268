#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

constexpr std::uint64_t mersenne_prime = (std::uint64_t{1} << 61U) - 1;

/// The largest prime below the odd number n > 3.
std::uint64_t prime_below(std::uint64_t n);

/// Arithmetic modulo an odd prime below 2^62, on residues in Montgomery's form.
class PrimeField {
 public:
  using Residue = std::uint64_t;

  explicit PrimeField(std::uint64_t prime = mersenne_prime);

  [[nodiscard]] std::uint64_t prime() const noexcept { return p_; }
  [[nodiscard]] Residue one() const noexcept { return one_; }
  [[nodiscard]] Residue add(Residue a, Residue b) const noexcept {
    const Residue sum = a + b;
    return sum >= p_ ? sum - p_ : sum;
  }
  [[nodiscard]] Residue subtract(Residue a, Residue b) const noexcept { return a >= b ? a - b : a + p_ - b; }
  [[nodiscard]] Residue negative(Residue a) const noexcept { return a == 0 ? 0 : p_ - a; }
  [[nodiscard]] Residue times(Residue a, Residue b) const noexcept { return reduced(static_cast<Wide>(a) * b); }
  [[nodiscard]] Residue power(Residue a, std::uint64_t exponent) const;
  [[nodiscard]] Residue inverse(Residue a) const;  ///< of a ≠ 0
  [[nodiscard]] Residue residue(std::int64_t x) const noexcept {
    const auto size = x < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
    const Residue value = times(size % p_, square_);
    return x < 0 ? negative(value) : value;
  }
  [[nodiscard]] Residue residue(const Integer& x) const;
  /// The representative in [0, prime).
  [[nodiscard]] std::uint64_t value(Residue a) const noexcept { return reduced(a); }
  /// The representative of least absolute value.
  [[nodiscard]] std::int64_t signed_value(Residue a) const noexcept {
    const std::uint64_t x = value(a);
    return x > p_ / 2 ? -static_cast<std::int64_t>(p_ - x) : static_cast<std::int64_t>(x);
  }

  /// Solves M · x = right for the square matrix M in rows of length `size + 1`, the last entry the right side; returns
  /// the determinant, 0 when M is singular. Overwrites the matrix; the solution is left in the last entries.
  Residue solve(std::vector<Residue>& matrix, std::size_t size) const;

 private:
  __extension__ using Wide = unsigned __int128;

  [[nodiscard]] Residue reduced(Wide x) const noexcept {
    const std::uint64_t m = static_cast<std::uint64_t>(x) * negative_inverse_;
    const auto result = static_cast<std::uint64_t>((x + static_cast<Wide>(m) * p_) >> 64U);
    return result >= p_ ? result - p_ : result;
  }

  std::uint64_t p_;
  std::uint64_t negative_inverse_;  // −1/p modulo 2^64
  Residue one_;                     // 2^64 mod p
  Residue square_;                  // 2^128 mod p
};

/// Non-negative integers up to a known bound, from their residues modulo enough primes, of which the `skipped` largest
/// are not used.
class ResidueSystem {
 public:
  explicit ResidueSystem(const Integer& bound, std::size_t skipped = 0);
  [[nodiscard]] const std::vector<PrimeField>& fields() const noexcept { return fields_; }
  /// One residue for each field.
  [[nodiscard]] Integer integer(std::span<const PrimeField::Residue> residues) const;

 private:
  std::vector<PrimeField> fields_;
};

}  // namespace tropiary::detail
