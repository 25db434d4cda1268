#include "io/json_document.hpp"
#include "io/json_writer.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary {

std::string to_json(const TropicalPolynomial& f) {
  io::JsonWriter writer;
  writer.begin_object().key("variables").number(f.count_variables()).key("monomials").begin_array();
  for (const Monomial& monomial : f.monomials()) {
    writer.begin_object().key("exponent").begin_array();
    for (const Rational& entry : monomial.exponent) writer.rational(entry);
    writer.end_array().key("coefficient").rational(monomial.coefficient).end_object();
  }
  return std::move(writer.end_array().end_object()).text();
}

TropicalPolynomial tropical_polynomial_from_json(std::string_view text) {
  constexpr std::string_view function = "tropical_polynomial_from_json";
  const io::JsonDocument document = io::JsonDocument::parse(function, text);
  const io::JsonValue root = document.root().object("a tropical polynomial");
  const std::uint64_t variables = root.member("variables").natural("variables");
  if (variables > std::uint64_t{1} << 24U)
    throw Error(Errc::too_large, std::string(function) + ": " + std::to_string(variables) + " variables exceed 2^24");
  const io::JsonValue rows = root.member("monomials").array("monomials");
  std::vector<Monomial> monomials;
  monomials.reserve(rows.size());
  for (const io::JsonValue& row : rows) {
    const std::string where = io::at_index("monomials", monomials.size());
    const io::JsonValue exponents = row.object(where).member("exponent").array(where + ".exponent");
    if (exponents.size() != variables)
      throw Error(Errc::dimension_mismatch, std::string(function) + ": " + where + ".exponent has " +
                                                std::to_string(exponents.size()) + " entries for " +
                                                std::to_string(variables) + " variables");
    Monomial monomial;
    monomial.exponent.reserve(exponents.size());
    for (const io::JsonValue& entry : exponents)
      monomial.exponent.push_back(entry.rational(io::at_index(where + ".exponent", monomial.exponent.size())));
    monomial.coefficient = row.member("coefficient").rational(where + ".coefficient");
    monomials.push_back(std::move(monomial));
  }
  return {static_cast<std::size_t>(variables), std::move(monomials)};
}

}  // namespace tropiary
