#pragma once

#include <optional>
#include <string>

#include "tropiary/exact/rational.hpp"

namespace tropiary {

/// An element of the max-plus semiring Q ∪ {−∞}: ⊕ is max, ⊙ is +, zero is −∞ (a tag, no sentinel number), one is 0.
class Tropical {
 public:
  Tropical() = default;  ///< −∞
  Tropical(Rational value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  template <NativeInteger T>
  Tropical(T value) : value_(Rational(value)) {}  // NOLINT(google-explicit-constructor)
  static Tropical zero() { return {}; }
  static Tropical one() { return Rational(0); }

  [[nodiscard]] bool is_finite() const noexcept { return value_.has_value(); }
  [[nodiscard]] const Rational& value() const;  ///< Throws invalid_argument for −∞
  [[nodiscard]] std::string to_string() const;  ///< "p/q" or "-inf"

  friend Tropical oplus(const Tropical& a, const Tropical& b) { return a < b ? b : a; }
  friend Tropical otimes(const Tropical& a, const Tropical& b) {
    return a.value_ && b.value_ ? Tropical(*a.value_ + *b.value_) : Tropical();
  }
  friend bool operator==(const Tropical&, const Tropical&) = default;
  friend std::strong_ordering operator<=>(const Tropical& a, const Tropical& b) {
    if (!a.value_ || !b.value_) return a.value_.has_value() <=> b.value_.has_value();
    return *a.value_ <=> *b.value_;
  }

 private:
  std::optional<Rational> value_;
};

}  // namespace tropiary
