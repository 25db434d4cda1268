#include "tropiary/order/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {

namespace {

constexpr std::size_t point_limit = std::size_t{1} << 24;

constexpr std::array names{"N",     "diamond", "chain", "antichain", "boolean",
                           "fence", "crown",   "grid",  "divisors",  "paper"};
constexpr const char* usage =
    "N, diamond, chain:n, antichain:n, boolean:n, fence:n, crown:n, grid:axb, divisors:n, paper:k";

std::string quoted(std::string_view name) {
  constexpr std::size_t shown = 80;
  return "\"" + std::string(name.substr(0, shown)) + (name.size() > shown ? "...\"" : "\"");
}

std::string_view word(std::string_view name) { return name.substr(0, name.find(':')); }

/// The decimal digits of a name's argument as a number.
std::uint64_t number(std::string_view digits, std::string_view name) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    throw Error(Errc::too_large, "named_poset: " + quoted(name) + ": the number is too large");
  }
  if (error != std::errc() || end != digits.data() + digits.size()) {
    throw Error(Errc::invalid_argument,
                "named_poset: " + quoted(name) + ": " + quoted(digits) + " is no number; known names: " + usage);
  }
  return value;
}

[[noreturn]] void throw_too_many_points(std::string_view name) {
  throw Error(Errc::too_large,
              "named_poset: " + quoted(name) + " has more than " + std::to_string(point_limit) + " points");
}

std::size_t point_count(std::string_view digits, std::string_view name) {
  const std::uint64_t value = number(digits, name);
  if (value > point_limit) throw_too_many_points(name);
  return static_cast<std::size_t>(value);
}

Poset named_grid(std::string_view argument, std::string_view name) {
  std::vector<std::size_t> lengths;
  std::size_t points = 1;
  for (std::size_t start = 0; start <= argument.size();) {
    const std::size_t end = std::min(argument.find('x', start), argument.size());
    lengths.push_back(point_count(argument.substr(start, end - start), name));
    if (lengths.back() != 0 && points > point_limit / lengths.back()) throw_too_many_points(name);
    points *= lengths.back();
    start = end + 1;
  }
  return grid(lengths);
}

}  // namespace

bool is_poset_name(std::string_view name) noexcept {
  return std::ranges::any_of(names, [&](std::string_view known) { return known == word(name); });
}

Poset named_poset(std::string_view name) {
  const std::string_view family = word(name);
  if (!is_poset_name(name)) {
    throw Error(Errc::invalid_argument, "named_poset: unknown poset name " + quoted(name) + "; known names: " + usage);
  }
  const bool has_argument = family.size() != name.size();
  const bool wants_argument = family != "N" && family != "diamond";
  if (has_argument != wants_argument) {
    throw Error(Errc::invalid_argument, "named_poset: " + quoted(name) + (wants_argument ? " needs a" : " takes no") +
                                            " number after ':'; known names: " + usage);
  }
  if (family == "N") return paper_poset(12);
  if (family == "diamond") return paper_poset(14);

  const std::string_view argument = name.substr(family.size() + 1);
  if (family == "grid") return named_grid(argument, name);
  if (family == "divisors") return divisor_lattice(number(argument, name));
  if (family == "chain") return chain(point_count(argument, name));
  if (family == "antichain") return antichain(point_count(argument, name));
  if (family == "fence") return fence(point_count(argument, name));
  if (family == "paper") return paper_poset(point_count(argument, name));
  if (family == "crown") {
    if (number(argument, name) > point_limit / 2) throw_too_many_points(name);
    return crown(point_count(argument, name));
  }
  if (number(argument, name) > 20) throw_too_many_points(name);
  return boolean_lattice(point_count(argument, name));
}

}  // namespace tropiary
