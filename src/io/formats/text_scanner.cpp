#include "io/formats/text_scanner.hpp"

#include <algorithm>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"

namespace tropiary::io {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }

void blank(std::string& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
}

std::string size_text(std::size_t n, std::string_view things) { return std::to_string(n) + " " + std::string(things); }

}  // namespace

void TextScanner::blank_line_comments(char mark) {
  for (std::size_t at = text_.find(mark); at != std::string::npos; at = text_.find(mark, at)) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    blank(text_, at, end);
  }
}

void TextScanner::blank_block_comments(std::string_view open, std::string_view close) {
  for (std::size_t at = text_.find(open); at != std::string::npos; at = text_.find(open, at)) {
    const std::size_t end = text_.find(close, at + open.size());
    if (end == std::string::npos) {
      last_ = at;
      fail("a comment is not closed");
    }
    blank(text_, at, end + close.size());
  }
}

void TextScanner::skip_blanks() {
  while (next_ < text_.size() && is_blank(text_[next_])) ++next_;
}

bool TextScanner::at_end() {
  skip_blanks();
  return next_ == text_.size();
}

bool TextScanner::at_line_end() {
  while (next_ < text_.size() && text_[next_] != '\n' && is_blank(text_[next_])) ++next_;
  return next_ == text_.size() || text_[next_] == '\n';
}

std::string_view TextScanner::peek() {
  skip_blanks();
  std::size_t end = next_;
  while (end < text_.size() && !is_blank(text_[end])) ++end;
  return std::string_view(text_).substr(next_, end - next_);
}

std::string_view TextScanner::word(std::string_view expected) {
  const std::string_view found = peek();
  last_ = next_;
  if (found.empty()) fail("the text ends where " + std::string(expected) + " should follow");
  next_ += found.size();
  return found;
}

std::string_view TextScanner::line() {
  (void)at_line_end();
  last_ = next_;
  const std::size_t end = std::min(text_.find('\n', next_), text_.size());
  std::string_view found = std::string_view(text_).substr(next_, end - next_);
  while (!found.empty() && is_blank(found.back())) found.remove_suffix(1);
  next_ = end;
  return found;
}

void TextScanner::end_line(std::string_view after) {
  if (at_line_end()) return;
  const std::string_view more = word("the end of the line");
  fail(quote(more, 40) + " follows " + std::string(after) + " on the same line");
}

Rational TextScanner::rational(std::string_view expected) {
  const std::string_view text = word(expected);
  try {
    if (std::optional<Rational> value = parse_number(text)) return *std::move(value);
  } catch (const Error& error) {
    if (error.code() != Errc::division_by_zero) throw;
    fail(quote(text, 40) + " divides by zero");
  }
  fail(quote(text, 40) + " stands where " + std::string(expected) + " should be");
}

Integer TextScanner::integer(std::string_view expected) {
  const Rational value = rational(expected);
  if (!value.is_integer()) fail(value.to_string() + " stands where " + std::string(expected) + " should be");
  return value.numerator();
}

std::size_t TextScanner::count(std::string_view expected) {
  const std::string_view text = word(expected);
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  const bool fits = digits && text.size() <= 10 && Integer(text) < Integer(std::uint64_t{1} << 32);
  if (!fits) fail(quote(text, 40) + " stands where " + std::string(expected) + " should be");
  return static_cast<std::size_t>(Integer(text).to_int64());
}

std::size_t TextScanner::dimension(std::string_view expected) {
  constexpr std::size_t largest = std::size_t{1} << 16;
  const std::size_t value = count(expected);
  if (value > largest)
    fail(std::to_string(value) + " is more than " + std::to_string(largest) + ", the largest dimension read");
  return value;
}

RationalVector TextScanner::row(std::size_t length, std::string_view name, std::size_t position) {
  const std::string what = std::string(name) + " " + std::to_string(position);
  RationalVector entries;
  entries.reserve(length);
  skip_blanks();
  while (entries.size() < length) {
    if (!entries.empty() && at_line_end()) {
      fail(what + " has " + size_text(entries.size(), "entries") + ", not " + std::to_string(length));
    }
    entries.push_back(rational("a number of " + what));
  }
  if (!at_line_end()) {
    (void)word("");
    fail(what + " has more than " + size_text(length, "entries"));
  }
  return entries;
}

void TextScanner::check_room(std::size_t count, std::size_t entries, std::string_view name) {
  // Each entry takes at least two characters, the last one perhaps one.
  const Integer words = Integer(count) * Integer(std::max<std::size_t>(entries, 1));
  if (2 * words <= Integer(text_.size() - next_) + 1) return;
  fail("the text declares " + std::to_string(count) + " " + std::string(name) + " with " + std::to_string(entries) +
       " entries each, more than it holds");
}

RationalMatrix TextScanner::matrix(std::size_t count, std::size_t length, std::string_view name) {
  const std::string many =
      name.ends_with("ex") ? std::string(name.substr(0, name.size() - 2)) + "ices" : std::string(name) + "s";
  if (length > 0) check_room(count, length, many);
  RationalMatrix rows;
  rows.reserve(count);
  for (std::size_t i = 0; i < count; ++i) rows.push_back(row(length, name, i + 1));
  return rows;
}

void TextScanner::fail(const std::string& problem) const { throw_parse_error(function_, text_, last_, problem); }

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < line.size();) {
    while (i < line.size() && is_blank(line[i])) ++i;
    std::size_t end = i;
    while (end < line.size() && !is_blank(line[end])) ++end;
    if (end > i) words.push_back(line.substr(i, end - i));
    i = end;
  }
  return words;
}

std::optional<Rational> parse_number(std::string_view text) {
  constexpr std::int64_t largest_exponent = 10'000;
  const std::size_t e = text.find_first_of("eE");
  std::string_view mantissa = text.substr(0, e);
  if (mantissa.size() > 1 && mantissa.ends_with('.')) mantissa.remove_suffix(1);
  try {
    const bool fraction = mantissa.find('/') != std::string_view::npos;
    if (e == std::string_view::npos) return Rational(mantissa);
    if (fraction) return std::nullopt;
    const Integer exponent(text.substr(e + 1));
    if (abs(exponent) > largest_exponent) return std::nullopt;
    const Integer power = pow(Integer(10), static_cast<std::uint32_t>(abs(exponent).to_int64()));
    return exponent.sign() < 0 ? Rational(mantissa) / Rational(power) : Rational(mantissa) * Rational(power);
  } catch (const Error& error) {
    if (error.code() == Errc::parse_error) return std::nullopt;
    throw;
  }
}

void append_rows(std::string& text, const RationalMatrix& rows) {
  for (const RationalVector& row : rows) {
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (j > 0) text += ' ';
      text += row[j].to_string();
    }
    text += '\n';
  }
}

}  // namespace tropiary::io
