#include "tropiary/tropical/polynomial.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

constexpr std::size_t entry_limit = std::size_t{1} << 27;

void require_same_variables(const char* function, std::size_t a, std::size_t b) {
  if (a == b) return;
  throw Error(Errc::dimension_mismatch,
              std::string(function) + ": " + std::to_string(a) + " and " + std::to_string(b) + " variables");
}

void require_room(const char* function, std::size_t monomials, std::size_t variables) {
  if (monomials <= entry_limit / std::max<std::size_t>(variables, 1)) return;
  throw Error(Errc::too_large, std::string(function) + ": " + std::to_string(monomials) + " monomials in " +
                                   std::to_string(variables) + " variables");
}

Rational value_at(const Monomial& monomial, std::span<const Rational> x) {
  return monomial.coefficient + dot(monomial.exponent, x);
}

}  // namespace

TropicalPolynomial::TropicalPolynomial(std::size_t variables, std::vector<Monomial> monomials)
    : variables_(variables), monomials_(std::move(monomials)) {
  for (const Monomial& monomial : monomials_) {
    if (monomial.exponent.size() != variables) {
      throw Error(Errc::dimension_mismatch, "TropicalPolynomial: an exponent with " +
                                                std::to_string(monomial.exponent.size()) + " entries in " +
                                                std::to_string(variables) + " variables");
    }
  }
  // Of equal exponents the largest coefficient comes first, and stays.
  std::sort(monomials_.begin(), monomials_.end(), [](const Monomial& a, const Monomial& b) {
    const auto order = a.exponent <=> b.exponent;
    return order != 0 ? order < 0 : a.coefficient > b.coefficient;
  });
  const auto same = [](const Monomial& a, const Monomial& b) { return a.exponent == b.exponent; };
  monomials_.erase(std::unique(monomials_.begin(), monomials_.end(), same), monomials_.end());
}

TropicalPolynomial TropicalPolynomial::constant(std::size_t variables, Rational value) {
  require_room("TropicalPolynomial::constant", 1, variables);
  return {variables, {{RationalVector(variables), std::move(value)}}};
}

TropicalPolynomial TropicalPolynomial::variable(std::size_t variables, std::size_t i) {
  require_room("TropicalPolynomial::variable", 1, variables);
  if (i >= variables) {
    throw Error(Errc::invalid_argument, "TropicalPolynomial::variable: variable " + std::to_string(i) +
                                            " (0-based) of " + std::to_string(variables));
  }
  RationalVector exponent(variables);
  exponent[i] = 1;
  return {variables, {{std::move(exponent), 0}}};
}

Tropical TropicalPolynomial::operator()(std::span<const Rational> x) const {
  require_same_variables("TropicalPolynomial: a point of wrong dimension", x.size(), variables_);
  Tropical best;
  for (const Monomial& monomial : monomials_) best = oplus(best, value_at(monomial, x));
  return best;
}

std::vector<std::size_t> TropicalPolynomial::maximizers(std::span<const Rational> x) const {
  require_same_variables("TropicalPolynomial::maximizers: a point of wrong dimension", x.size(), variables_);
  std::vector<std::size_t> positions;
  Rational best;
  for (std::size_t i = 0; i < monomials_.size(); ++i) {
    Rational value = value_at(monomials_[i], x);
    if (!positions.empty() && value < best) continue;
    if (positions.empty() || value > best) {
      positions.clear();
      best = std::move(value);
    }
    positions.push_back(i);
  }
  return positions;
}

TropicalPolynomial oplus(const TropicalPolynomial& f, const TropicalPolynomial& g) {
  require_same_variables("oplus", f.count_variables(), g.count_variables());
  std::vector<Monomial> monomials(f.monomials().begin(), f.monomials().end());
  monomials.insert(monomials.end(), g.monomials().begin(), g.monomials().end());
  return {f.count_variables(), std::move(monomials)};
}

TropicalPolynomial otimes(const TropicalPolynomial& f, const TropicalPolynomial& g) {
  require_same_variables("otimes", f.count_variables(), g.count_variables());
  require_room("otimes", f.monomials().size() * g.monomials().size(), f.count_variables());
  std::vector<Monomial> monomials;
  monomials.reserve(f.monomials().size() * g.monomials().size());
  for (const Monomial& a : f.monomials()) {
    for (const Monomial& b : g.monomials()) {
      Monomial product = a;
      for (std::size_t i = 0; i < b.exponent.size(); ++i) product.exponent[i] += b.exponent[i];
      product.coefficient += b.coefficient;
      monomials.push_back(std::move(product));
    }
  }
  return {f.count_variables(), std::move(monomials)};
}

TropicalPolynomial pow(const TropicalPolynomial& f, std::uint32_t exponent) {
  if (exponent != 0 && f.monomials().size() == 1) {
    Monomial power = f.monomials()[0];
    for (Rational& entry : power.exponent) entry *= Rational(exponent);
    power.coefficient *= Rational(exponent);
    return {f.count_variables(), {std::move(power)}};
  }
  TropicalPolynomial result = TropicalPolynomial::constant(f.count_variables(), 0);
  TropicalPolynomial square = f;
  while (true) {
    if ((exponent & 1U) != 0) result = otimes(result, square);
    exponent >>= 1U;
    if (exponent == 0) return result;
    square = otimes(square, square);
  }
}

TropicalPolynomial substitute(const TropicalPolynomial& f, std::span<const TropicalPolynomial> arguments) {
  require_same_variables("substitute", f.count_variables(), arguments.size());
  const std::size_t variables = arguments.empty() ? 0 : arguments[0].count_variables();
  for (const TropicalPolynomial& argument : arguments) {
    require_same_variables("substitute", argument.count_variables(), variables);
  }
  TropicalPolynomial result(variables);
  for (const Monomial& monomial : f.monomials()) {
    TropicalPolynomial product = TropicalPolynomial::constant(variables, monomial.coefficient);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const Rational& power = monomial.exponent[i];
      if (power.is_zero()) continue;
      if (!power.is_integer() || power.sign() < 0) {
        throw Error(Errc::invalid_argument, "substitute: the exponent " + power.to_string() + " of x" +
                                                std::to_string(i + 1) + " is no natural number");
      }
      if (power > Rational(std::numeric_limits<std::uint32_t>::max())) {
        throw Error(Errc::too_large, "substitute: the exponent " + power.to_string() + " is beyond 32 bits");
      }
      product = otimes(product, pow(arguments[i], static_cast<std::uint32_t>(power.numerator().to_int64())));
    }
    result = oplus(result, product);
  }
  return result;
}

namespace {

std::string monomial_text(const Monomial& monomial) {
  std::string text;
  if (!monomial.coefficient.is_zero()) text = monomial.coefficient.to_string();
  for (std::size_t i = 0; i < monomial.exponent.size(); ++i) {
    const Rational& factor = monomial.exponent[i];
    if (factor.is_zero()) continue;
    const bool negative = factor.sign() < 0;
    text += text.empty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
    const Rational size = abs(factor);
    if (size != Rational(1)) text += size.to_string() + "*";
    text += "x" + std::to_string(i + 1);
  }
  return text.empty() ? "0" : text;
}

}  // namespace

std::string to_string(const TropicalPolynomial& f) {
  if (f.monomials().empty()) return "-inf";
  if (f.monomials().size() == 1) return monomial_text(f.monomials()[0]);
  std::string text = "max(";
  for (std::size_t i = 0; i < f.monomials().size(); ++i) {
    text += (i == 0 ? "" : ", ") + monomial_text(f.monomials()[i]);
  }
  return text + ")";
}

}  // namespace tropiary
