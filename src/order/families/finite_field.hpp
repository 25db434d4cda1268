#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tropiary::detail {

/// The field with q = p^k ≤ 256 elements by its tables. An element is the number whose digits to the base p are the
/// coefficients of a polynomial modulo an irreducible one of degree k.
class FiniteField {
 public:
  static constexpr std::size_t largest = 256;
  /// Throws invalid_argument, naming `function`, unless q is a prime power, too_large when it is more than `largest`.
  FiniteField(const char* function, std::size_t q);

  [[nodiscard]] std::size_t size() const noexcept { return q_; }
  [[nodiscard]] std::uint32_t product(std::uint32_t a, std::uint32_t b) const { return product_[a * q_ + b]; }
  [[nodiscard]] std::uint32_t difference(std::uint32_t a, std::uint32_t b) const { return difference_[a * q_ + b]; }

 private:
  /// Fills product_ modulo x^k + (the polynomial with these digits); false as soon as there is a zero divisor.
  bool multiply_modulo(std::size_t p, std::size_t k, std::uint32_t tail);

  std::size_t q_;
  std::vector<std::uint32_t> product_;
  std::vector<std::uint32_t> difference_;
};

}  // namespace tropiary::detail
