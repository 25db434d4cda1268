#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>

#include "cli/cli.hpp"
#include "cli/labelled_points.hpp"
#include "cli/output.hpp"
#include "cli/poset_output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/completion.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/random_posets.hpp"

namespace tropiary::cli {

namespace {

struct ConstructOptions {
  std::string construction;
  std::vector<std::string> sources;
  std::string from;
  std::string to;
  std::string points;
  bool json = false;
};

struct Construction {
  const char* name;
  std::size_t operands;  // at least; two may be more
  Poset (*make)(const std::vector<Poset>&, const ConstructOptions&);
};

template <Poset (*combine)(const Poset&, const Poset&)>
Poset folded(const std::vector<Poset>& posets, const ConstructOptions&) {
  Poset result = posets[0];
  for (std::size_t i = 1; i < posets.size(); ++i) result = combine(result, posets[i]);
  return result;
}

template <Poset (*change)(const Poset&)>
Poset changed(const std::vector<Poset>& posets, const ConstructOptions&) {
  return change(posets[0]);
}

Poset restricted(const std::vector<Poset>& posets, const ConstructOptions& options) {
  return induced_subposet(posets[0], labelled_points(posets[0], options.points, "poset construct: --points"));
}

Poset between(const std::vector<Poset>& posets, const ConstructOptions& options) {
  return interval(posets[0], labelled_point(posets[0], options.from, "poset construct: --from"),
                  labelled_point(posets[0], options.to, "poset construct: --to"));
}

Poset completed(const std::vector<Poset>& posets, const ConstructOptions&) {
  return dedekind_macneille_completion(posets[0]).lattice;
}

constexpr Construction constructions[] = {
    {"dual", 1, changed<dual>},
    {"product", 2, folded<product>},
    {"disjoint-union", 2, folded<disjoint_union>},
    {"ordinal-sum", 2, folded<ordinal_sum>},
    {"restrict", 1, restricted},
    {"interval", 1, between},
    {"interval-poset", 1, changed<interval_poset>},
    {"with-bottom", 1, changed<with_bottom>},
    {"with-top", 1, changed<with_top>},
    {"with-bounds", 1, changed<with_bounds>},
    {"completion", 1, completed},
};

std::string construction_names() {
  std::string names;
  for (const Construction& c : constructions) names += (names.empty() ? "" : ", ") + std::string(c.name);
  return names;
}

const Construction& find_construction(const std::string& name) {
  const auto found = std::ranges::find_if(constructions, [&](const Construction& c) { return name == c.name; });
  if (found == std::end(constructions))
    throw Error(Errc::invalid_argument, "poset construct: unknown construction \"" + abbreviated(name, 60) +
                                            "\"; known: " + construction_names());
  return *found;
}

/// An option that one construction takes and the others do not.
void require_option(const CLI::Option& option, bool wanted) {
  if ((option.count() > 0) == wanted) return;
  throw Error(Errc::invalid_argument, "poset construct: " + option.get_name() +
                                          (wanted ? " is needed here" : " does not belong to this construction"));
}

struct RandomOptions {
  std::string model;
  std::string size;
  std::uint64_t seed = 1;
  std::string probability = "1/3";
  std::size_t dimension = 2;
  bool json = false;
};

std::size_t parse_size(const std::string& text) {
  if (text.size() > 18 || !whole_number(text).empty())
    throw Error(Errc::invalid_argument, "poset random: \"" + abbreviated(text, 40) + "\" is no number of points");
  return std::stoul(text);
}

Poset random_order(const RandomOptions& options) {
  const Rational probability(options.probability);
  if (options.model == "layered") {
    std::vector<std::size_t> levels;
    for (const std::string& level : split(options.size, 'x')) levels.push_back(parse_size(level));
    return random_layered_order(levels, probability, options.seed);
  }
  const std::size_t n = parse_size(options.size);
  if (options.model == "graph") return random_graph_order(n, probability, options.seed);
  if (options.model == "dimension") return random_dimension_order(n, options.dimension, options.seed);
  if (options.model == "interval") return random_interval_order(n, options.seed);
  if (options.model == "series-parallel") return random_series_parallel_order(n, options.seed);
  return random_tree_order(n, options.seed);
}

}  // namespace

void add_poset_construct(CLI::App& poset) {
  auto options = std::make_shared<ConstructOptions>();
  CLI::App* command = poset.add_subcommand("construct", "A new poset from others, as relations or JSON");
  command->add_option("CONSTRUCTION", options->construction, construction_names())->required();
  command->add_option("POSETS", options->sources, poset_argument_help)->required();
  const CLI::Option* from = command->add_option("--from", options->from, "label of the least point (interval)");
  const CLI::Option* to = command->add_option("--to", options->to, "label of the greatest point (interval)");
  const CLI::Option* points =
      command->add_option("--points", options->points, "labels of the points to keep, comma-separated (restrict)");
  command->add_flag("--json", options->json, "the JSON of a poset (docs/schemas/poset.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset construct completion N\n"
      "  tropiary poset construct product N chain:2 --json\n"
      "  tropiary poset construct interval boolean:3 --from 2 --to 8\n"
      "  tropiary poset construct restrict divisors:60 --points 2,4,6,12 | tropiary poset draw - -o part.svg");
  command->callback([options, from, to, points] {
    const Construction& construction = find_construction(options->construction);
    require_option(*from, construction.make == between);
    require_option(*to, construction.make == between);
    require_option(*points, construction.make == restricted);
    const std::size_t given = options->sources.size();
    if (construction.operands == 1 ? given != 1 : given < construction.operands) {
      throw Error(Errc::dimension_mismatch, "poset construct: " + options->construction + " takes " +
                                                (construction.operands == 1 ? "one poset, " : "two posets or more, ") +
                                                std::to_string(given) + " given");
    }
    std::vector<Poset> posets;
    for (const std::string& source : options->sources) posets.push_back(parse_poset_argument(source));
    print_poset(construction.make(posets, *options), options->json);
  });
}

void add_poset_random(CLI::App& poset) {
  auto options = std::make_shared<RandomOptions>();
  CLI::App* command = poset.add_subcommand("random", "A random poset, the same for the same seed on every machine");
  command->add_option("MODEL", options->model, "graph, dimension, layered, interval, series-parallel or tree")
      ->required()
      ->check(CLI::IsMember({"graph", "dimension", "layered", "interval", "series-parallel", "tree"}));
  command->add_option("SIZE", options->size, "the number of points; for layered the sizes of the levels, 3x4x3")
      ->required();
  command->add_option("--seed", options->seed, "which one; 1 without it")->check(whole_number);
  command->add_option("--probability", options->probability,
                      "of each pair, an exact number such as 1/3 or 0.2 (graph, layered); 1/3 without it");
  command->add_option("--dimension", options->dimension, "how many linear orders are intersected (dimension)")
      ->check(whole_number);
  command->add_flag("--json", options->json, "the JSON of a poset (docs/schemas/poset.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset random graph 20 --probability 1/5 --seed 7\n"
      "  tropiary poset random layered 4x6x4 | tropiary poset draw - -o layers.svg\n"
      "  tropiary poset random dimension 12 --dimension 3 --json");
  command->callback([options] { print_poset(random_order(*options), options->json); });
}

void add_poset_names(CLI::App& poset) {
  auto json = std::make_shared<bool>(false);
  CLI::App* command = poset.add_subcommand("names", "The names that a POSET argument may be, with their meanings");
  command->add_flag("--json", *json, "one JSON object from names to meanings (docs/schemas/names.schema.json)");
  command->footer("Examples:\n  tropiary poset names\n  tropiary poset info young:4,3,1");
  command->callback([json] {
    Json object = Json::object();
    Table table;
    for (const NamedFamily& family : poset_families()) {
      object[family.name] = family.meaning;
      table.add(family.name, family.meaning);
    }
    if (*json) return print_json(object);
    table.print(std::cout);
  });
}

}  // namespace tropiary::cli
