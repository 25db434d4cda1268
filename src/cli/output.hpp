#pragma once

#include <iostream>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/linear_algebra.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::cli {

using Json = nlohmann::ordered_json;

/// Broken UTF-8 becomes U+FFFD.
void print_json(const Json& value);

/// Aligned "  name   value" lines for people.
class Table {
 public:
  void add(std::string name, std::string value) { rows_.emplace_back(std::move(name), std::move(value)); }
  void print(std::ostream& out) const;

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

std::string joined(std::span<const std::string> parts, std::string_view separator);
std::string vector_text(std::span<const Rational> x);  ///< "(1, 0, -1/2)"
Json vector_json(std::span<const Rational> x);         ///< ["1", "0", "-1/2"]
Json integer_json(const Integer& x);                   ///< a number, or a string beyond 2^53
Json integers_json(std::span<const Integer> row);
std::string set_text(const Poset& p, const ElementSet& set);  ///< "{a, b}" by labels
std::string abbreviated(const std::string& text, std::size_t length = 200);
std::string polynomial_text(std::span<const Rational> coefficients, char variable);

/// "a,b,c" split at commas; an empty text gives nothing.
std::vector<std::string> split(std::string_view text, char separator = ',');
RationalVector parse_vector(std::string_view text);  ///< "1, -2, 1/3"

/// The checks of options that count: what is wrong with a text that is no whole number of 64 bits, else nothing.
std::string whole_number(const std::string& text);
std::string positive_number(const std::string& text);

}  // namespace tropiary::cli
