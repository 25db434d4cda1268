#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

namespace {

constexpr std::size_t monomial_limit = std::size_t{1} << 16;  // of a product; written out there may be more
constexpr std::size_t entry_limit = std::size_t{1} << 27;

/// Monomials while the number of variables is not yet known: only the exponents that are not 0.
struct SparseMonomial {
  std::map<std::size_t, Rational> exponent;
  Rational coefficient;
};
/// A maximum of monomials; −∞ without any.
using Value = std::vector<SparseMonomial>;

Value number(Rational value) { return {{{}, std::move(value)}}; }

/// The number that the value is, if no variable occurs in it.
std::optional<Rational> as_number(const Value& value) {
  std::optional<Rational> result;
  for (const SparseMonomial& monomial : value) {
    if (!monomial.exponent.empty()) return std::nullopt;
    if (!result || *result < monomial.coefficient) result = monomial.coefficient;
  }
  return result;
}

SparseMonomial plus(SparseMonomial a, SparseMonomial b) {
  if (a.exponent.size() < b.exponent.size()) std::swap(a, b);
  for (auto& [variable, factor] : b.exponent) {
    const auto [entry, is_new] = a.exponent.try_emplace(variable, factor);
    if (is_new) continue;
    entry->second += factor;
    if (entry->second.is_zero()) a.exponent.erase(entry);
  }
  a.coefficient += b.coefficient;
  return a;
}

void join_equal_exponents(Value& value) {
  std::sort(value.begin(), value.end(), [](const SparseMonomial& a, const SparseMonomial& b) {
    const auto order = a.exponent <=> b.exponent;
    return order != 0 ? order < 0 : a.coefficient > b.coefficient;
  });
  const auto same = [](const SparseMonomial& a, const SparseMonomial& b) { return a.exponent == b.exponent; };
  value.erase(std::unique(value.begin(), value.end(), same), value.end());
}

Value plus(Value a, Value b) {
  if (a.empty() || b.empty()) return {};
  if (a.size() == 1 && b.size() == 1) {
    a[0] = plus(std::move(a[0]), std::move(b[0]));
    return a;
  }
  if (a.size() > monomial_limit / b.size()) {
    throw Error(Errc::too_large,
                "parse_tropical_polynomial: more than " + std::to_string(monomial_limit) + " monomials");
  }
  Value sum;
  sum.reserve(a.size() * b.size());
  for (const SparseMonomial& left : a) {
    for (const SparseMonomial& right : b) sum.push_back(plus(left, right));
  }
  join_equal_exponents(sum);
  return sum;
}

void include(Value& maximum, Value value) {
  if (maximum.size() < value.size()) std::swap(maximum, value);
  std::move(value.begin(), value.end(), std::back_inserter(maximum));
}

/// A recursive-descent grammar over an explicit stack of open parentheses:
///
///     sum = [sign] product (sign product)*     product = factor (('*' factor) | ('/' number))*
///     factor = number | xN | -inf | '(' sum ')' | 'max' '(' [sum (',' sum)*] ')' | sign factor
class Parser {
 public:
  Parser(std::string_view text, std::size_t variables) : text_(text), variables_(variables) {
    frames_.push_back({Frame::Kind::top, 0, {}, {}, {}, {}, false});
  }

  TropicalPolynomial run() && {
    while (true) {
      read_factor();
      while (!read_operator()) {
        if (frames_.empty()) return finish();
      }
    }
  }

 private:
  /// An open parenthesis with the maximum, the sum and the product read so far in it.
  struct Frame {
    enum class Kind : std::uint8_t { top, parenthesis, maximum } kind;
    std::size_t offset;
    Value maximum;
    std::optional<Value> sum;
    std::optional<Value> product;
    std::size_t product_offset = 0;
    bool negative = false;  // the sign of the product
  };

  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const {
    throw_parse_error("parse_tropical_polynomial", text_, offset, problem);
  }

  char peek() {
    constexpr std::string_view blanks = " \t\r\n";
    while (position_ < text_.size() && blanks.find(text_[position_]) != std::string_view::npos) ++position_;
    return position_ < text_.size() ? text_[position_] : '\0';
  }
  bool at_end() { return peek() == '\0' && position_ == text_.size(); }
  bool take(char c) {
    if (peek() != c || at_end()) return false;
    ++position_;
    return true;
  }
  bool take_word(std::string_view word) {
    peek();
    if (!text_.substr(position_).starts_with(word)) return false;
    position_ += word.size();
    return true;
  }

  std::string_view digits() {
    const std::size_t start = position_;
    while (position_ < text_.size() && text_[position_] >= '0' && text_[position_] <= '9') ++position_;
    return text_.substr(start, position_ - start);
  }

  Rational read_number() {
    const std::size_t start = position_;
    if (digits().empty()) fail(start, "expected a number");
    if (position_ < text_.size() && text_[position_] == '.') {
      ++position_;
      if (digits().empty()) fail(position_, "expected a digit");
    }
    return Rational(text_.substr(start, position_ - start));
  }

  Value read_variable() {
    const std::size_t start = position_++;
    const std::string_view name = digits();
    if (name.empty()) fail(position_, "expected the number of a variable");
    if (name.size() > 9) {
      throw Error(Errc::too_large, "parse_tropical_polynomial: variable x" + std::string(name) +
                                       ", numbers of variables have at most nine digits");
    }
    const std::size_t variable = std::stoul(std::string(name));
    if (variable == 0) fail(start, "variables are numbered from x1");
    if (variables_ != 0 && variable > variables_) {
      fail(start, "x" + std::to_string(variable) + " in " + std::to_string(variables_) + " variables");
    }
    largest_ = std::max(largest_, variable);
    return {{{{variable - 1, 1}}, 0}};
  }

  void open(Frame::Kind kind, std::size_t offset) { frames_.push_back({kind, offset, {}, {}, {}, {}, false}); }

  /// Opening parentheses, signs, and then one operand.
  void read_factor() {
    while (true) {
      const char c = peek();
      const std::size_t start = position_;
      if (take('+')) continue;
      if (take('-')) {
        if (take_word("inf")) return multiply({}, start);
        frames_.back().negative = !frames_.back().negative;
      } else if (take('(')) {
        open(Frame::Kind::parenthesis, start);
      } else if (take_word("max")) {
        if (!take('(')) fail(position_, "expected '(' after max");
        open(Frame::Kind::maximum, start);
        if (take(')')) {  // the empty maximum is −∞
          frames_.pop_back();
          return multiply({}, start);
        }
      } else if (c == 'x') {
        return multiply(read_variable(), start);
      } else if (c >= '0' && c <= '9') {
        return multiply(number(read_number()), start);
      } else {
        fail(start, at_end() ? "the polynomial ends where a number, a variable or max(...) was expected"
                             : "expected a number, a variable x1, x2, ..., max(...), -inf or '('");
      }
    }
  }

  /// Whether an operator or comma follows, so that another operand is due; else closes one parenthesis, or everything
  /// at the end of the text.
  bool read_operator() {
    const std::size_t start = (peek(), position_);
    if (take('*')) return true;
    if (take('/')) {
      peek();
      const Rational divisor = read_number();
      if (divisor.is_zero()) {
        throw Error(Errc::division_by_zero,
                    "parse_tropical_polynomial: the denominator at byte " + std::to_string(start + 1) + " is 0");
      }
      multiply(number(Rational(1) / divisor), start);
      return false;
    }
    if (peek() == '+' || peek() == '-') {
      close_product();
      return true;
    }
    Frame& frame = frames_.back();
    if (frame.kind == Frame::Kind::maximum && take(',')) {
      close_sum();
      return true;
    }
    const bool ends = frame.kind == Frame::Kind::top ? at_end() : take(')');
    if (!ends) {
      if (at_end()) fail(frame.offset, "the parenthesis that opens here is never closed");
      fail(start, frame.kind == Frame::Kind::top ? "expected an operator or the end" : "expected an operator or ')'");
    }
    close_sum();
    Value value = std::move(frame.maximum);
    const std::size_t offset = frame.offset;
    frames_.pop_back();
    if (frames_.empty()) {
      result_ = std::move(value);
    } else {
      multiply(std::move(value), offset);
    }
    return false;
  }

  void multiply(Value factor, std::size_t offset) {
    Frame& frame = frames_.back();
    if (!frame.product) {
      frame.product = std::move(factor);
      frame.product_offset = offset;
      return;
    }
    if (const std::optional<Rational> scale = as_number(*frame.product)) {
      frame.product = scaled(*scale, std::move(factor), frame.product_offset);
    } else if (const std::optional<Rational> other = as_number(factor)) {
      frame.product = scaled(*other, std::move(*frame.product), offset);
    } else {
      fail(offset, "a product needs a number on one side");
    }
  }

  /// k · max(a, b, …) = max(k·a, k·b, …) for k ≥ 0; a negative multiple exists for single monomials only.
  Value scaled(const Rational& scale, Value value, std::size_t offset) const {
    if (scale.is_zero()) return number(0);
    if (scale.sign() < 0 && value.size() > 1) join_equal_exponents(value);
    if (scale.sign() < 0 && value.size() != 1)
      fail(offset, "a negative multiple of a maximum is no tropical polynomial");
    for (SparseMonomial& monomial : value) {
      for (auto& [variable, factor] : monomial.exponent) factor *= scale;
      monomial.coefficient *= scale;
    }
    return value;
  }

  void close_product() {
    Frame& frame = frames_.back();
    Value product = std::move(*frame.product);
    frame.product.reset();
    if (frame.negative) product = scaled(-1, std::move(product), frame.product_offset);
    frame.negative = false;
    frame.sum = frame.sum ? plus(std::move(*frame.sum), std::move(product)) : std::move(product);
  }

  void close_sum() {
    close_product();
    Frame& frame = frames_.back();
    include(frame.maximum, std::move(*frame.sum));
    frame.sum.reset();
  }

  TropicalPolynomial finish() {
    const std::size_t variables = variables_ != 0 ? variables_ : largest_;
    join_equal_exponents(result_);
    if (result_.size() > entry_limit / std::max<std::size_t>(variables, 1)) {
      throw Error(Errc::too_large, "parse_tropical_polynomial: " + std::to_string(result_.size()) + " monomials in " +
                                       std::to_string(variables) + " variables are more than " +
                                       std::to_string(entry_limit) + " exponents");
    }
    std::vector<Monomial> monomials;
    monomials.reserve(result_.size());
    for (SparseMonomial& sparse : result_) {
      Monomial monomial{RationalVector(variables), std::move(sparse.coefficient)};
      for (auto& [variable, factor] : sparse.exponent) monomial.exponent[variable] = std::move(factor);
      monomials.push_back(std::move(monomial));
    }
    return {variables, std::move(monomials)};
  }

  std::string_view text_;
  std::size_t variables_;
  std::size_t largest_ = 0;
  std::size_t position_ = 0;
  std::vector<Frame> frames_;
  Value result_;
};

}  // namespace

TropicalPolynomial parse_tropical_polynomial(std::string_view text, std::size_t variables) {
  return Parser(text, variables).run();
}

}  // namespace tropiary
