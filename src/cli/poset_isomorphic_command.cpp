#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"

namespace tropiary::cli {

namespace {

/// Something that isomorphism keeps and that differs.
struct Difference {
  std::string invariant;
  std::string of_a;
  std::string of_b;
};

/// The numbers of lower and upper covers of the points, sorted.
std::string degrees(const Poset& p) {
  std::vector<std::string> pairs;
  for (std::size_t x = 0; x < p.size(); ++x) {
    pairs.push_back(std::to_string(p.lower_covers(element(x)).size()) + "/" +
                    std::to_string(p.upper_covers(element(x)).size()));
  }
  std::sort(pairs.begin(), pairs.end());
  return joined(pairs, " ");
}

Difference find_difference(const Poset& a, const Poset& b) {
  struct Invariant {
    const char* name;
    std::string (*value)(const Poset&);
  };
  static constexpr Invariant invariants[] = {
      {"size", [](const Poset& p) { return std::to_string(p.size()); }},
      {"covers", [](const Poset& p) { return std::to_string(p.count_covers()); }},
      {"connected_components", [](const Poset& p) { return std::to_string(count_connected_components(p)); }},
      {"height", [](const Poset& p) { return std::to_string(height(p)); }},
      {"width", [](const Poset& p) { return std::to_string(width(p)); }},
      {"degrees", degrees},
  };
  for (const auto& [name, value] : invariants) {
    Difference difference{name, value(a), value(b)};
    if (difference.of_a != difference.of_b) return difference;
  }
  return {"canonical", canonical_digraph6(a), canonical_digraph6(b)};
}

}  // namespace

void add_poset_isomorphic(CLI::App& poset) {
  struct Options {
    std::string a;
    std::string b;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = poset.add_subcommand(
      "isomorphic", "Whether two posets are isomorphic: status 0 and a map, or status 1 and an invariant that differs");
  command->add_option("A", options->a, poset_argument_help)->required();
  command->add_option("B", options->b, "another poset")->required();
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/poset_isomorphic.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset isomorphic N \"b<a, c<a, c<d\"\n"
      "  tropiary poset isomorphic boolean:3 divisors:30 --json\n"
      "  tropiary poset isomorphic fence:5 chain:5");
  command->callback([options] {
    const Poset a = parse_poset_argument(options->a);
    const Poset b = parse_poset_argument(options->b);
    const std::optional<std::vector<Element>> image = find_isomorphism(a, b);
    if (image) {
      Json map = Json::array();
      for (std::size_t x = 0; x < a.size(); ++x) {
        map.push_back(index((*image)[x]));
        if (!options->json) std::cout << a.label(element(x)) << " -> " << b.label((*image)[x]) << '\n';
      }
      if (options->json) print_json({{"isomorphic", true}, {"map", map}});
      return;
    }
    const Difference difference = find_difference(a, b);
    if (options->json) {
      print_json(
          {{"isomorphic", false}, {"invariant", difference.invariant}, {"values", {difference.of_a, difference.of_b}}});
    } else {
      std::cout << "not isomorphic: " << difference.invariant << " " << abbreviated(difference.of_a) << " and "
                << abbreviated(difference.of_b) << '\n';
    }
    std::cout.flush();
    throw CLI::RuntimeError(refuted);
  });
}

}  // namespace tropiary::cli
