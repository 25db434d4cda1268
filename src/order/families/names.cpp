#include "tropiary/order/names.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/families.hpp"

namespace tropiary {

namespace {

constexpr std::size_t point_limit = std::size_t{1} << 24;

std::string quoted(std::string_view name) {
  constexpr std::size_t shown = 80;
  return "\"" + std::string(name.substr(0, shown)) + (name.size() > shown ? "...\"" : "\"");
}

[[noreturn]] void throw_too_many_points(std::string_view name, std::size_t limit = point_limit) {
  throw Error(Errc::too_large, "named_poset: " + quoted(name) + " has more than " + std::to_string(limit) + " points");
}

std::string known_names();

/// What stands behind the colon of a name.
class Argument {
 public:
  explicit Argument(std::string_view name)
      : name_(name), text_(name.substr(std::min(name.find(':') + 1, name.size()))) {}

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::uint64_t number() const { return number(text_); }
  [[nodiscard]] std::size_t point_count() const { return point_count(text_); }
  /// "3x4" as 3, 4.
  [[nodiscard]] std::vector<std::size_t> list(std::string_view separators) const {
    std::vector<std::size_t> values;
    for (std::size_t start = 0; start <= text_.size();) {
      const std::size_t end = std::min(text_.find_first_of(separators, start), text_.size());
      values.push_back(point_count(text_.substr(start, end - start)));
      start = end + 1;
    }
    return values;
  }
  [[nodiscard]] std::pair<std::size_t, std::size_t> pair() const {
    const std::vector<std::size_t> values = list("x");
    if (values.size() != 2)
      throw Error(Errc::invalid_argument, "named_poset: " + quoted(name_) + ": two numbers are needed, as in 2x3");
    return {values[0], values[1]};
  }

 private:
  [[nodiscard]] std::uint64_t number(std::string_view digits) const {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range) {
      throw Error(Errc::too_large, "named_poset: " + quoted(name_) + ": the number is too large");
    }
    if (error != std::errc() || end != digits.data() + digits.size()) {
      throw Error(Errc::invalid_argument, "named_poset: " + quoted(name_) + ": " + quoted(digits) +
                                              " is no number; known names: " + known_names());
    }
    return value;
  }
  [[nodiscard]] std::size_t point_count(std::string_view digits) const {
    const std::uint64_t value = number(digits);
    if (value > point_limit) throw_too_many_points(name_);
    return static_cast<std::size_t>(value);
  }

  std::string_view name_;
  std::string_view text_;
};

Poset named_grid(const Argument& argument) {
  const std::vector<std::size_t> lengths = argument.list("x");
  std::size_t points = 1;
  for (const std::size_t length : lengths) {
    if (length != 0 && points > point_limit / length) throw_too_many_points(argument.name());
    points *= length;
  }
  return grid(lengths);
}

Poset named_crown(const Argument& argument) {
  if (argument.number() > point_limit / 2) throw_too_many_points(argument.name());
  return crown(argument.point_count());
}

Poset named_boolean(const Argument& argument) {
  constexpr std::size_t max_n = 20;
  if (argument.number() > max_n) throw_too_many_points(argument.name(), std::size_t{1} << max_n);
  return boolean_lattice(argument.point_count());
}

struct Family {
  std::string_view word;
  std::string_view argument;  // as the list of names shows it; none for a single poset
  std::string_view meaning;
  Poset (*make)(const Argument&);
};

using A = Argument;

constexpr Family families[] = {
    {"N", "", "1<2, 3<2, 3<4", [](const A&) { return paper_poset(12); }},
    {"diamond", "", "1<2, 1<3, 2<4, 3<4", [](const A&) { return paper_poset(14); }},
    {"chain", "n", "1 < 2 < ... < n", [](const A& a) { return chain(a.point_count()); }},
    {"antichain", "n", "n points without relations", [](const A& a) { return antichain(a.point_count()); }},
    {"boolean", "n", "subsets of [n]; point i+1 is the subset with bit mask i", named_boolean},
    {"fence", "n", "1 < 2 > 3 < 4 > ...", [](const A& a) { return fence(a.point_count()); }},
    {"crown", "n", "2n points: i < n+i and i < n+(i mod n)+1", named_crown},
    {"grid", "axb", "product of chains", named_grid},
    {"divisors", "n", "divisors of n", [](const A& a) { return divisor_lattice(a.number()); }},
    {"paper", "k", "number k = 0..15 of the four-point posets of arXiv 2412.06097",
     [](const A& a) { return paper_poset(a.point_count()); }},
    {"divisibility", "n", "1, ..., n by divisibility", [](const A& a) { return divisibility_order(a.point_count()); }},
    {"standard", "n", "standard example: i < n+j for i other than j",
     [](const A& a) { return standard_example(a.point_count()); }},
    {"tree", "axl", "complete tree: a points above each inner point, l levels",
     [](const A& a) { return complete_tree(a.pair().first, a.pair().second); }},
    {"diagram", "4-3-1", "cells of the diagram of a partition, row by row",
     [](const A& a) { return young_diagram(a.list("-,")); }},
    {"young", "4-3-1", "partitions inside a partition: an interval of Young's lattice",
     [](const A& a) { return young_interval(a.list("-,")); }},
    {"young-lattice", "n", "partitions of 0, ..., n by inclusion",
     [](const A& a) { return young_lattice(a.point_count()); }},
    {"dominance", "n", "partitions of n by dominance", [](const A& a) { return dominance_order(a.point_count()); }},
    {"compositions", "n", "compositions of n by refinement",
     [](const A& a) { return composition_lattice(a.point_count()); }},
    {"partitions", "n", "set partitions of [n] by refinement",
     [](const A& a) { return partition_lattice(a.point_count()); }},
    {"noncrossing", "n", "noncrossing set partitions of [n]",
     [](const A& a) { return noncrossing_partition_lattice(a.point_count()); }},
    {"tamari", "n", "balanced parentheses, n pairs", [](const A& a) { return tamari_lattice(a.point_count()); }},
    {"shuffles", "mxn", "shuffles of subwords of two words",
     [](const A& a) { return shuffle_poset(a.pair().first, a.pair().second); }},
    {"subspaces", "qxn", "subspaces of the n-dimensional space over F_q",
     [](const A& a) { return subspace_lattice(a.pair().first, a.pair().second); }},
    {"root", "A3", "positive roots of type A1.., B2.., C2.., D2.., E6, E7, E8, F4, G2",
     [](const A& a) { return root_poset(a.text()); }},
    {"bruhat", "n or B3", "Bruhat order of permutations of [n] or of a Weyl group",
     [](const A& a) { return bruhat_order(a.text()); }},
    {"weak", "n or B3", "weak order of the same", [](const A& a) { return weak_order(a.text()); }},
};

const Family* find_family(std::string_view name) noexcept {
  const auto found = std::ranges::find(families, name.substr(0, name.find(':')), &Family::word);
  return found == std::end(families) ? nullptr : found;
}

std::string shown(const Family& family) {
  return std::string(family.word) + (family.argument.empty() ? "" : ":" + std::string(family.argument));
}

std::string known_names() {
  std::string text;
  for (const Family& family : families) text += (text.empty() ? "" : ", ") + shown(family);
  return text;
}

}  // namespace

std::vector<NamedFamily> poset_families() {
  std::vector<NamedFamily> result;
  for (const Family& family : families) result.push_back({shown(family), std::string(family.meaning)});
  return result;
}

bool is_poset_name(std::string_view name) noexcept { return find_family(name) != nullptr; }

Poset named_poset(std::string_view name) {
  const Family* family = find_family(name);
  if (family == nullptr) {
    throw Error(Errc::invalid_argument,
                "named_poset: unknown poset name " + quoted(name) + "; known names: " + known_names());
  }
  const bool has_argument = family->word.size() != name.size();
  const bool wants_argument = !family->argument.empty();
  if (has_argument != wants_argument) {
    throw Error(Errc::invalid_argument, "named_poset: " + quoted(name) + (wants_argument ? " needs a" : " takes no") +
                                            " number after ':'; known names: " + known_names());
  }
  return family->make(Argument(name));
}

}  // namespace tropiary
