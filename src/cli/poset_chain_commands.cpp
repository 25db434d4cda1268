#include <CLI/CLI.hpp>
#include <limits>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/chains.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  bool count = false;
  std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
  bool json = false;
};

CLI::App* add_listing(CLI::App& poset, const std::shared_ptr<Options>& options, const std::string& name,
                      const std::string& description) {
  CLI::App* command = poset.add_subcommand(name, description);
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_flag("--count", options->count, "only their number");
  command->add_option("--limit", options->limit, "stop after so many")->check(whole_number);
  command->add_flag("--json", options->json,
                    "one JSON array of 0-based positions per line, or {\"count\": \"8\"} "
                    "(docs/schemas/up_sets.schema.json)");
  command->footer("Examples:\n  tropiary poset " + name + " N\n  tropiary poset " + name +
                  " boolean:4 --count\n  tropiary poset " + name + " grid:9x9 --limit 10 --json");
  return command;
}

/// One line per set of points, as they come; `text` writes one for people.
template <class Range, class Text>
void print_sets(const Range& range, const Options& options, Text text) {
  std::uint64_t listed = 0;
  for (const auto& set : range) {
    if (listed++ == options.limit) break;
    if (options.json) {
      Json positions = Json::array();
      for (const Element e : set) positions.push_back(index(e));
      print_json(positions);
    } else {
      std::cout << text(set) << '\n';
    }
    if (!std::cout) break;  // nobody reads on
  }
}

void print_count(const Integer& count, bool json) {
  if (json) return print_json({{"count", count.to_string()}});
  std::cout << count << '\n';
}

}  // namespace

void add_poset_maximal_chains(CLI::App& poset) {
  auto options = std::make_shared<Options>();
  add_listing(poset, options, "maximal-chains", "List or count the maximal chains, each from bottom to top")
      ->callback([options] {
        const Poset p = parse_poset_argument(options->source);
        if (options->count) return print_count(count_maximal_chains(p), options->json);
        print_sets(maximal_chains(p), *options, [&](const std::vector<Element>& chain) {
          std::vector<std::string> labels;
          for (const Element e : chain) labels.push_back(p.label(e));
          return joined(labels, " < ");
        });
      });
}

void add_poset_maximal_antichains(CLI::App& poset) {
  auto options = std::make_shared<Options>();
  add_listing(poset, options, "maximal-antichains", "List or count the antichains that are in no larger one")
      ->callback([options] {
        const Poset p = parse_poset_argument(options->source);
        if (options->count) {
          Integer count;
          for (auto at = maximal_antichains(p).begin(); !(at == std::default_sentinel); ++at) ++count;
          return print_count(count, options->json);
        }
        print_sets(maximal_antichains(p), *options, [&](const ElementSet& set) { return set_text(p, set); });
      });
}

}  // namespace tropiary::cli
