#include "cli/output.hpp"

#include <algorithm>
#include <charconv>

#include "tropiary/error.hpp"

namespace tropiary::cli {

void print_json(const Json& value) { std::cout << value.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n'; }

void Table::print(std::ostream& out) const {
  std::size_t width = 0;
  for (const auto& [name, value] : rows_) width = std::max(width, name.size());
  for (const auto& [name, value] : rows_) {
    out << "  " << name << std::string(width - name.size() + 2, ' ') << value << '\n';
  }
}

std::string joined(std::span<const std::string> parts, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += separator;
    text += parts[i];
  }
  return text;
}

std::string vector_text(std::span<const Rational> x) {
  std::vector<std::string> parts;
  for (const Rational& entry : x) parts.push_back(entry.to_string());
  return "(" + joined(parts, ", ") + ")";
}

Json vector_json(std::span<const Rational> x) {
  Json row = Json::array();
  for (const Rational& entry : x) row.push_back(entry.to_string());
  return row;
}

Json integer_json(const Integer& x) {
  if (x.bit_length() <= 53) return x.to_int64();
  return x.to_string();
}

Json integers_json(std::span<const Integer> row) {
  Json result = Json::array();
  for (const Integer& x : row) result.push_back(integer_json(x));
  return result;
}

std::string set_text(const Poset& p, const ElementSet& set) {
  std::vector<std::string> parts;
  for (const Element e : set) parts.push_back(p.label(e));
  return "{" + joined(parts, ", ") + "}";
}

std::string abbreviated(const std::string& text, std::size_t length) {
  if (text.size() <= length) return text;
  std::size_t end = length;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + " ... (" + std::to_string(text.size()) + " bytes)";
}

std::string polynomial_text(std::span<const Rational> coefficients, char variable) {
  std::string text;
  for (std::size_t k = coefficients.size(); k-- > 0;) {
    const Rational& c = coefficients[k];
    if (c.is_zero()) continue;
    text += text.empty() ? (c.sign() < 0 ? "-" : "") : (c.sign() < 0 ? " - " : " + ");
    const std::string size = abs(c).to_string();
    if (k == 0 || size != "1") text += size + (k > 0 ? " " : "");
    if (k > 0) text += variable;
    if (k > 1) text += "^" + std::to_string(k);
  }
  return text.empty() ? "0" : text;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  if (text.empty()) return parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    std::string_view part = text.substr(start, end - start);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
    start = end + 1;
  }
  return parts;
}

std::string whole_number(const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) return "\"" + abbreviated(text, 60) + "\" is no whole number 0, 1, 2, ...";
  std::uint64_t value = 0;
  const bool fits = std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
  return fits ? "" : abbreviated(text, 60) + " is too large";
}

std::string positive_number(const std::string& text) {
  const bool zero = !text.empty() && text.find_first_not_of('0') == std::string::npos;
  return zero ? text + ": must be 1 or more" : whole_number(text);
}

RationalVector parse_vector(std::string_view text) {
  RationalVector x;
  for (const std::string& part : split(text)) x.emplace_back(std::string_view(part));
  return x;
}

}  // namespace tropiary::cli
