#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/poset_output.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/up_set_lattice.hpp"

namespace tropiary::cli {

void add_poset_up_set_lattice(CLI::App& poset) {
  struct Options {
    std::string source;
    std::string labels = "up_sets";
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = poset.add_subcommand("up-set-lattice", "J(P): the up-sets, ordered by inclusion");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command
      ->add_option("--labels", options->labels,
                   "how points are called: up_sets, antichains (the minimal points of each) or none")
      ->check(CLI::IsMember({"up_sets", "antichains", "none"}));
  command->add_flag("--json", options->json, "the JSON of a poset (docs/schemas/poset.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset up-set-lattice N\n"
      "  tropiary poset up-set-lattice fence:6 --labels antichains --json\n"
      "  tropiary poset up-set-lattice antichain:4 --labels none | tropiary poset info -");
  command->callback([options] {
    print_poset(up_set_lattice(parse_poset_argument(options->source), up_set_labels(options->labels)), options->json);
  });
}

void add_poset_birkhoff(CLI::App& poset) {
  struct Options {
    std::string source;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      poset.add_subcommand("birkhoff", "The poset whose lattice of up-sets is the given distributive lattice");
  command->add_option("LATTICE", options->source, poset_argument_help)->required();
  command->add_flag("--json", options->json, "the JSON of a poset (docs/schemas/poset.schema.json)");
  command->footer(
      "Its points are those with exactly one lower cover, in the opposite order; their labels are kept.\n\n"
      "Examples:\n"
      "  tropiary poset birkhoff divisors:360\n"
      "  tropiary poset birkhoff grid:3x4 --json");
  command->callback([options] { print_poset(birkhoff_poset(parse_poset_argument(options->source)), options->json); });
}

}  // namespace tropiary::cli
