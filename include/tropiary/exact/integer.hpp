#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace tropiary {

namespace detail {
struct BigInteger;  // an mpz_t; only src/exact/gmp_access.hpp knows its contents
}

/// The built-in integers that convert to Integer without loss; bool and characters do not.
template <class T>
concept NativeInteger = std::integral<T> && !std::same_as<std::remove_cv_t<T>, bool> &&
                        !std::same_as<std::remove_cv_t<T>, char> && sizeof(T) <= 8;

/// An integer of any size. Values that fit in 64 bits live in one machine word, every overflow of a word is detected
/// and carried on in GMP; no operation ever wraps.
///
/// Cost: a machine instruction and a test while the values fit in 64 bits, GMP's beyond.
class Integer {
 public:
  Integer() noexcept = default;  ///< zero
  template <NativeInteger T>
  Integer(T value);  // NOLINT(google-explicit-constructor): lossless
  template <std::floating_point T>
  Integer(T) = delete;                         ///< use Rational::exactly
  explicit Integer(std::string_view decimal);  ///< Throws parse_error unless [+-]?[0-9]+
  Integer(const Integer& other);
  Integer(Integer&& other) noexcept;
  Integer& operator=(const Integer& other);
  Integer& operator=(Integer&& other) noexcept;
  ~Integer();

  [[nodiscard]] int sign() const noexcept;  ///< −1, 0 or 1
  [[nodiscard]] bool is_zero() const noexcept { return big_ == nullptr && small_ == 0; }
  [[nodiscard]] bool is_one() const noexcept { return big_ == nullptr && small_ == 1; }
  [[nodiscard]] bool is_odd() const noexcept;
  [[nodiscard]] bool fits_int64() const noexcept { return big_ == nullptr; }
  [[nodiscard]] std::int64_t to_int64() const;   ///< Throws too_large
  [[nodiscard]] std::size_t bit_length() const;  ///< bits of |x|; 0 for 0
  [[nodiscard]] std::string to_string() const;

  Integer operator-() const;
  Integer& operator+=(const Integer& other);
  Integer& operator-=(const Integer& other);
  Integer& operator*=(const Integer& other);
  Integer& operator/=(const Integer& other);  ///< truncated towards zero; Throws division_by_zero
  Integer& operator%=(const Integer& other);  ///< sign of the dividend; Throws division_by_zero
  Integer& operator++() { return *this += 1; }
  Integer& operator--() { return *this -= 1; }

  friend Integer operator+(Integer a, const Integer& b) { return a += b; }
  friend Integer operator-(Integer a, const Integer& b) { return a -= b; }
  friend Integer operator*(Integer a, const Integer& b) { return a *= b; }
  friend Integer operator/(Integer a, const Integer& b) { return a /= b; }
  friend Integer operator%(Integer a, const Integer& b) { return a %= b; }
  friend bool operator==(const Integer& a, const Integer& b) noexcept;
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b) noexcept;

 private:
  friend struct detail::BigInteger;
  std::int64_t small_ = 0;             // the value when big_ is null
  detail::BigInteger* big_ = nullptr;  // owned; only for values outside int64
  void assign_unsigned(std::uint64_t value);
};

Integer abs(Integer x);
Integer gcd(const Integer& a, const Integer& b);  ///< ≥ 0; gcd(0, 0) = 0
Integer lcm(const Integer& a, const Integer& b);  ///< ≥ 0
Integer pow(const Integer& base, std::uint32_t exponent);
Integer floor_div(const Integer& a, const Integer& b);  ///< Throws division_by_zero
Integer ceil_div(const Integer& a, const Integer& b);   ///< Throws division_by_zero
Integer binomial(std::uint64_t n, std::uint64_t k);
Integer factorial(std::uint32_t n);
std::ostream& operator<<(std::ostream& out, const Integer& x);

template <NativeInteger T>
Integer::Integer(T value) {
  if constexpr (std::is_unsigned_v<T> && sizeof(T) == 8) {
    assign_unsigned(value);
  } else {
    small_ = static_cast<std::int64_t>(value);
  }
}

}  // namespace tropiary

template <>
struct std::hash<tropiary::Integer> {
  std::size_t operator()(const tropiary::Integer& x) const noexcept;
};
