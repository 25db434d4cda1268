#include "tropiary/exact/rational.hpp"

#include <gmp.h>

#include <cmath>
#include <ostream>

#include "gmp_access.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

Rational::Rational(Integer numerator, Integer denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  if (denominator_.is_zero()) {
    throw Error(Errc::division_by_zero, "Rational: the denominator of " + numerator_.to_string() + "/0 is 0");
  }
  reduce();
}

void Rational::reduce() {
  if (denominator_.sign() < 0) {
    numerator_ = -numerator_;
    denominator_ = -denominator_;
  }
  const Integer divisor = gcd(numerator_, denominator_);
  if (!divisor.is_one()) {
    numerator_ /= divisor;
    denominator_ /= divisor;
  }
}

Rational::Rational(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    const bool sign = i == 0 && (text[i] == '-' || text[i] == '+');
    if (!digit && !sign && text[i] != '/' && text[i] != '.') {
      throw_parse_error("Rational", text, i, "\"" + std::string(text) + "\" is no number p, p/q or decimal");
    }
  }
  try {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
      if (text.substr(slash + 1).starts_with('-') || text.substr(slash + 1).starts_with('+')) {
        throw Error(Errc::parse_error, "");
      }
      const Integer denominator(text.substr(slash + 1));
      if (denominator.is_zero()) {
        throw Error(Errc::division_by_zero, "Rational: the denominator of \"" + std::string(text) + "\" is 0");
      }
      *this = Rational(Integer(text.substr(0, slash)), denominator);
    } else if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
      const std::string_view fraction = text.substr(point + 1);
      if (fraction.empty()) throw Error(Errc::parse_error, "");
      const std::string digits = std::string(text.substr(0, point)) + std::string(fraction);
      *this = Rational(Integer(digits), pow(10, static_cast<std::uint32_t>(fraction.size())));
    } else {
      numerator_ = Integer(text);
    }
  } catch (const Error& error) {
    if (error.code() != Errc::parse_error) throw;
    throw_parse_error("Rational", text, 0, "\"" + std::string(text) + "\" is no number p, p/q or decimal");
  }
}

Rational Rational::exactly(double value) {
  if (!std::isfinite(value)) throw Error(Errc::invalid_argument, "Rational::exactly: the double is not finite");
  int exponent = 0;
  const double mantissa = std::frexp(value, &exponent);
  const Integer scaled = static_cast<std::int64_t>(std::ldexp(mantissa, 53));
  exponent -= 53;
  const Integer power = pow(2, static_cast<std::uint32_t>(std::abs(exponent)));
  return exponent >= 0 ? Rational(scaled * power) : Rational(scaled, power);
}

std::string Rational::to_string() const {
  return is_integer() ? numerator_.to_string() : numerator_.to_string() + "/" + denominator_.to_string();
}

Rational Rational::operator-() const {
  Rational result = *this;
  result.numerator_ = -result.numerator_;
  return result;
}

Rational& Rational::operator+=(const Rational& other) {
  if (is_integer() && other.is_integer()) {
    numerator_ += other.numerator_;
    return *this;
  }
  Integer numerator = numerator_ * other.denominator_ + other.numerator_ * denominator_;
  Integer denominator = denominator_ * other.denominator_;
  numerator_ = std::move(numerator);
  denominator_ = std::move(denominator);
  reduce();
  return *this;
}

Rational& Rational::operator-=(const Rational& other) { return *this += -other; }

Rational& Rational::operator*=(const Rational& other) {
  Integer numerator = numerator_ * other.numerator_;
  Integer denominator = denominator_ * other.denominator_;
  numerator_ = std::move(numerator);
  denominator_ = std::move(denominator);
  if (!denominator_.is_one()) reduce();
  return *this;
}

Rational& Rational::operator/=(const Rational& other) {
  if (other.is_zero()) {
    throw Error(Errc::division_by_zero, "Rational::operator/: " + to_string() + " divided by 0");
  }
  Integer numerator = numerator_ * other.denominator_;
  Integer denominator = denominator_ * other.numerator_;
  numerator_ = std::move(numerator);
  denominator_ = std::move(denominator);
  reduce();
  return *this;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
  return a.numerator_ * b.denominator_ <=> b.numerator_ * a.denominator_;
}

Rational abs(Rational x) { return x.sign() < 0 ? -x : x; }
Integer floor(const Rational& x) { return floor_div(x.numerator(), x.denominator()); }
Integer ceil(const Rational& x) { return ceil_div(x.numerator(), x.denominator()); }
std::ostream& operator<<(std::ostream& out, const Rational& x) { return out << x.to_string(); }

double to_double_for_display(const Rational& x) {
  mpq_t quotient;
  mpq_init(quotient);
  mpz_set(mpq_numref(quotient), detail::MpzView(x.numerator()));
  mpz_set(mpq_denref(quotient), detail::MpzView(x.denominator()));
  const double result = mpq_get_d(quotient);
  mpq_clear(quotient);
  return result;
}

}  // namespace tropiary

std::size_t std::hash<tropiary::Rational>::operator()(const tropiary::Rational& x) const noexcept {
  const std::hash<tropiary::Integer> integer_hash;
  return integer_hash(x.numerator()) * 31 + integer_hash(x.denominator());
}
