#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/line_writer.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary::cli {

namespace {

/// One line: labels from bottom to top, or a JSON array of positions.
void append_arrangement(const Poset& p, std::span<const Element> arrangement, bool json, std::string& text) {
  if (json) text += '[';
  for (std::size_t i = 0; i < arrangement.size(); ++i) {
    if (i > 0) text += json ? "," : " < ";
    text += json ? std::to_string(index(arrangement[i])) : p.label(arrangement[i]);
  }
  if (json) text += ']';
}

}  // namespace

void add_poset_linear_extensions(CLI::App& poset) {
  struct Options {
    std::string source;
    bool count = false;
    std::string method = "automatic";
    bool list = false;
    std::uint64_t limit = 0;
    std::uint64_t sample = 0;
    std::uint64_t seed = 0;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = poset.add_subcommand("linear-extensions", "List, count or draw at random the linear extensions");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  CLI::Option* count = command->add_flag("--count", options->count, "only their number; nothing is listed");
  command
      ->add_option("--method", options->method,
                   "for --count: automatic, decomposition, tree, components or levels (default: automatic)")
      ->needs(count);
  CLI::Option* list =
      command->add_flag("--list", options->list, "all of them, one per line; so without any option too");
  command->add_option("--limit", options->limit, "stop the list after so many")->check(positive_number);
  CLI::Option* sample = command
                            ->add_option("--sample", options->sample,
                                         "so many independent uniformly random ones; prime parts of up to 64 points")
                            ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}));
  command->add_option("--seed", options->seed, "for --sample: the same seed, the same arrangements")
      ->needs(sample)
      ->check(whole_number);
  count->excludes(list)->excludes(sample);
  list->excludes(sample);
  command->add_flag("--json", options->json,
                    "one JSON array of 0-based positions per line, or {\"count\": \"5\"} "
                    "(docs/schemas/linear_extensions.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset linear-extensions N\n"
      "  tropiary poset linear-extensions boolean:4 --count\n"
      "  tropiary poset linear-extensions boolean:6 --count --method levels\n"
      "  tropiary poset linear-extensions fence:30 --list --limit 10 --json\n"
      "  tropiary poset linear-extensions fence:12 --sample 5 --seed 1");
  command->callback([options] {
    const Poset p = parse_poset_argument(options->source);
    if (options->count) {
      const std::string number = count_linear_extensions(p, linear_extension_method(options->method)).to_string();
      if (options->json) return print_json({{"count", number}});
      std::cout << number << '\n';
      return;
    }
    LineWriter out;
    if (options->sample != 0) {
      const LinearExtensionSampler sampler(p);
      for (const auto& arrangement : sampler.sample(options->sample, options->seed)) {
        append_arrangement(p, arrangement, options->json, out.text());
        if (!out.end_line()) return;
      }
      return;
    }
    std::uint64_t left = options->limit;
    for (const auto& arrangement : linear_extensions(p)) {
      append_arrangement(p, arrangement, options->json, out.text());
      if (!out.end_line() || --left == 0) return;
    }
  });
}

}  // namespace tropiary::cli
