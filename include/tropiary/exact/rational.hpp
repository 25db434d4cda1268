#pragma once

#include "tropiary/exact/integer.hpp"

namespace tropiary {

/// A rational number in lowest terms with a positive denominator, at all times.
///
/// Cost: 64-bit arithmetic with a gcd while numerator and denominator fit, GMP's beyond.
class Rational {
 public:
  Rational() noexcept = default;  ///< zero
  template <NativeInteger T>
  Rational(T value) : numerator_(value) {}                   // NOLINT(google-explicit-constructor): lossless
  Rational(Integer value) : numerator_(std::move(value)) {}  // NOLINT(google-explicit-constructor): lossless
  template <std::floating_point T>
  Rational(T) = delete;                              ///< use Rational::exactly
  Rational(Integer numerator, Integer denominator);  ///< Throws division_by_zero
  explicit Rational(
      std::string_view text);  ///< "p", "p/q" or a finite decimal "1.25"; Throws parse_error, division_by_zero

  /// The value of a finite double, exactly. Throws invalid_argument for infinities and NaN.
  static Rational exactly(double value);

  [[nodiscard]] const Integer& numerator() const noexcept { return numerator_; }
  [[nodiscard]] const Integer& denominator() const noexcept { return denominator_; }
  [[nodiscard]] int sign() const noexcept { return numerator_.sign(); }
  [[nodiscard]] bool is_zero() const noexcept { return numerator_.is_zero(); }
  [[nodiscard]] bool is_integer() const noexcept { return denominator_.is_one(); }
  [[nodiscard]] std::string to_string() const;  ///< "p/q", or "p" for an integer

  Rational operator-() const;
  Rational& operator+=(const Rational& other);
  Rational& operator-=(const Rational& other);
  Rational& operator*=(const Rational& other);
  Rational& operator/=(const Rational& other);  ///< Throws division_by_zero

  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }
  friend bool operator==(const Rational& a, const Rational& b) noexcept {
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  Integer numerator_;
  Integer denominator_ = 1;
  void reduce();
};

Rational abs(Rational x);
Integer floor(const Rational& x);
Integer ceil(const Rational& x);
std::ostream& operator<<(std::ostream& out, const Rational& x);

/// A double next to x (truncated towards zero), for display and for drawing only; no result is computed from it.
double to_double_for_display(const Rational& x);

}  // namespace tropiary

template <>
struct std::hash<tropiary::Rational> {
  std::size_t operator()(const tropiary::Rational& x) const noexcept;
};
