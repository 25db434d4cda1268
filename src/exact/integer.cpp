#include "tropiary/exact/integer.hpp"

#include <cctype>
#include <memory>
#include <numeric>
#include <ostream>
#include <utility>

#include "gmp_access.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

using detail::BigInteger;
using detail::MpzView;

namespace detail {

void BigInteger::store(Integer& x, BigInteger* source) {
  BigInteger* old = x.big_;
  if (mpz_fits_slong_p(source->value) != 0) {
    x.small_ = mpz_get_si(source->value);
    x.big_ = nullptr;
    delete source;
  } else {
    x.small_ = 0;
    x.big_ = source;
  }
  if (old != source) delete old;
}

MpzView::MpzView(const Integer& x) {
  if (const BigInteger* big = BigInteger::get(x)) {
    pointer_ = big->value;
    return;
  }
  const std::int64_t small = BigInteger::small(x);
  const int size = small == 0 ? 0 : (small < 0 ? -1 : 1);
  limb_ = small < 0 ? mp_limb_t{0} - static_cast<mp_limb_t>(small) : static_cast<mp_limb_t>(small);
  pointer_ = mpz_roinit_n(local_, &limb_, size);
}

}  // namespace detail

namespace {

std::uint64_t magnitude(std::int64_t x) noexcept {
  return x < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
}

/// x = op(a, b) in GMP; safe under aliasing, because the result is fresh.
template <class Operation>
void in_gmp(Integer& x, const Integer& a, const Integer& b, Operation operation) {
  auto result = std::make_unique<BigInteger>();
  operation(result->value, MpzView(a), MpzView(b));
  BigInteger::store(x, result.release());
}

void require_nonzero(const Integer& divisor, const char* function) {
  if (divisor.is_zero()) throw Error(Errc::division_by_zero, std::string(function) + ": the divisor is 0");
}

}  // namespace

Integer::Integer(std::string_view decimal) {
  std::size_t start = !decimal.empty() && (decimal[0] == '-' || decimal[0] == '+') ? 1 : 0;
  if (start == decimal.size()) throw_parse_error("Integer", decimal, start, "expected a digit");
  for (std::size_t i = start; i < decimal.size(); ++i) {
    if (decimal[i] < '0' || decimal[i] > '9') throw_parse_error("Integer", decimal, i, "expected a digit");
  }
  auto result = std::make_unique<BigInteger>();
  const std::string digits(decimal[0] == '+' ? decimal.substr(1) : decimal);
  mpz_set_str(result->value, digits.c_str(), 10);
  BigInteger::store(*this, result.release());
}

Integer::Integer(const Integer& other)
    : small_(other.small_), big_(other.big_ != nullptr ? new BigInteger(*other.big_) : nullptr) {}

Integer::Integer(Integer&& other) noexcept
    : small_(std::exchange(other.small_, 0)), big_(std::exchange(other.big_, nullptr)) {}

Integer& Integer::operator=(const Integer& other) {
  if (this != &other) {
    BigInteger* copy = other.big_ != nullptr ? new BigInteger(*other.big_) : nullptr;
    delete big_;
    small_ = other.small_;
    big_ = copy;
  }
  return *this;
}

Integer& Integer::operator=(Integer&& other) noexcept {
  std::swap(small_, other.small_);
  std::swap(big_, other.big_);
  return *this;
}

Integer::~Integer() { delete big_; }

void Integer::assign_unsigned(std::uint64_t value) {
  if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    small_ = static_cast<std::int64_t>(value);
    return;
  }
  auto result = std::make_unique<BigInteger>();
  mpz_set_ui(result->value, value);
  BigInteger::store(*this, result.release());
}

int Integer::sign() const noexcept {
  if (big_ != nullptr) return mpz_sgn(big_->value);
  return small_ == 0 ? 0 : (small_ < 0 ? -1 : 1);
}

bool Integer::is_odd() const noexcept { return big_ != nullptr ? mpz_odd_p(big_->value) != 0 : (small_ & 1) != 0; }

std::int64_t Integer::to_int64() const {
  if (big_ != nullptr) throw Error(Errc::too_large, "Integer::to_int64: " + to_string() + " does not fit in 64 bits");
  return small_;
}

std::size_t Integer::bit_length() const { return is_zero() ? 0 : mpz_sizeinbase(MpzView(*this), 2); }

std::string Integer::to_string() const {
  if (big_ == nullptr) return std::to_string(small_);
  std::string text(mpz_sizeinbase(big_->value, 10) + 2, '\0');
  mpz_get_str(text.data(), 10, big_->value);
  text.resize(text.find('\0'));
  return text;
}

Integer Integer::operator-() const {
  Integer result;
  return result -= *this;
}

Integer& Integer::operator+=(const Integer& other) {
  if (big_ == nullptr && other.big_ == nullptr) {
    std::int64_t result = 0;
    if (!__builtin_add_overflow(small_, other.small_, &result)) {
      small_ = result;
      return *this;
    }
  }
  in_gmp(*this, *this, other, mpz_add);
  return *this;
}

Integer& Integer::operator-=(const Integer& other) {
  if (big_ == nullptr && other.big_ == nullptr) {
    std::int64_t result = 0;
    if (!__builtin_sub_overflow(small_, other.small_, &result)) {
      small_ = result;
      return *this;
    }
  }
  in_gmp(*this, *this, other, mpz_sub);
  return *this;
}

Integer& Integer::operator*=(const Integer& other) {
  if (big_ == nullptr && other.big_ == nullptr) {
    std::int64_t result = 0;
    if (!__builtin_mul_overflow(small_, other.small_, &result)) {
      small_ = result;
      return *this;
    }
  }
  in_gmp(*this, *this, other, mpz_mul);
  return *this;
}

Integer& Integer::operator/=(const Integer& other) {
  require_nonzero(other, "Integer::operator/");
  const bool words = big_ == nullptr && other.big_ == nullptr;
  if (words && !(small_ == std::numeric_limits<std::int64_t>::min() && other.small_ == -1)) {
    small_ /= other.small_;
    return *this;
  }
  in_gmp(*this, *this, other, mpz_tdiv_q);
  return *this;
}

Integer& Integer::operator%=(const Integer& other) {
  require_nonzero(other, "Integer::operator%");
  if (big_ == nullptr && other.big_ == nullptr) {
    small_ = other.small_ == -1 ? 0 : small_ % other.small_;
    return *this;
  }
  in_gmp(*this, *this, other, mpz_tdiv_r);
  return *this;
}

bool operator==(const Integer& a, const Integer& b) noexcept {
  if (a.big_ == nullptr || b.big_ == nullptr) return a.big_ == b.big_ && a.small_ == b.small_;
  return mpz_cmp(a.big_->value, b.big_->value) == 0;
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) noexcept {
  if (a.big_ == nullptr && b.big_ == nullptr) return a.small_ <=> b.small_;
  return mpz_cmp(MpzView(a), MpzView(b)) <=> 0;
}

Integer abs(Integer x) { return x.sign() < 0 ? -x : x; }

Integer gcd(const Integer& a, const Integer& b) {
  if (a.fits_int64() && b.fits_int64()) {
    return std::gcd(magnitude(BigInteger::small(a)), magnitude(BigInteger::small(b)));
  }
  Integer result;
  in_gmp(result, a, b, mpz_gcd);
  return result;
}

Integer lcm(const Integer& a, const Integer& b) {
  if (a.is_zero() || b.is_zero()) return 0;
  return abs(a / gcd(a, b) * b);
}

Integer pow(const Integer& base, std::uint32_t exponent) {
  Integer result;
  auto power = std::make_unique<BigInteger>();
  mpz_pow_ui(power->value, MpzView(base), exponent);
  BigInteger::store(result, power.release());
  return result;
}

Integer floor_div(const Integer& a, const Integer& b) {
  require_nonzero(b, "floor_div");
  Integer result;
  in_gmp(result, a, b, mpz_fdiv_q);
  return result;
}

Integer ceil_div(const Integer& a, const Integer& b) {
  require_nonzero(b, "ceil_div");
  Integer result;
  in_gmp(result, a, b, mpz_cdiv_q);
  return result;
}

Integer binomial(std::uint64_t n, std::uint64_t k) {
  Integer result;
  auto value = std::make_unique<BigInteger>();
  mpz_bin_uiui(value->value, n, k);
  BigInteger::store(result, value.release());
  return result;
}

Integer factorial(std::uint32_t n) {
  Integer result;
  auto value = std::make_unique<BigInteger>();
  mpz_fac_ui(value->value, n);
  BigInteger::store(result, value.release());
  return result;
}

std::ostream& operator<<(std::ostream& out, const Integer& x) { return out << x.to_string(); }

}  // namespace tropiary

std::size_t std::hash<tropiary::Integer>::operator()(const tropiary::Integer& x) const noexcept {
  const tropiary::detail::MpzView view(x);
  const mpz_srcptr number = view;
  std::size_t mixed = mpz_sgn(number) < 0 ? 0x9e3779b97f4a7c15ULL : 0;
  for (std::size_t i = 0; i < mpz_size(number); ++i) {
    mixed = (mixed ^ mpz_getlimbn(number, static_cast<mp_size_t>(i))) * 0xbf58476d1ce4e5b9ULL;
    mixed ^= mixed >> 31;
  }
  return mixed;
}
