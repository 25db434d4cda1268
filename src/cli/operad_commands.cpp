#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "cli/cli.hpp"
#include "cli/line_writer.hpp"
#include "cli/output.hpp"
#include "cli/poset_output.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/operad/compose.hpp"
#include "tropiary/operad/grammar.hpp"
#include "tropiary/operad/term.hpp"

namespace tropiary::cli {

namespace {

void add_compose(CLI::App& operad) {
  struct Options {
    std::string outer;
    std::vector<std::string> blocks;
    std::size_t at = 0;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      operad.add_subcommand("compose", "P(Q1, ..., Qn), the lexicographic sum; or Q in place of one point of P");
  command->add_option("POSET", options->outer, poset_argument_help)->required();
  command->add_option("BLOCKS", options->blocks, "one POSET for each point; . is the point")->required();
  CLI::Option* at = command->add_option("--at", options->at, "put the one block in place of this point (0-based)")
                        ->check(whole_number);
  command->add_flag("--json", options->json, "the JSON of a poset (docs/schemas/poset.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary operad compose N chain:2 . antichain:3 .\n"
      "  tropiary operad compose N diamond --at 1 --json");
  command->callback([options, at] {
    const Poset outer = parse_poset_argument(options->outer);
    std::vector<Poset> blocks;
    for (const std::string& block : options->blocks) blocks.push_back(parse_poset_argument(block));
    if (at->count() > 0 && blocks.size() != 1) {
      throw Error(Errc::dimension_mismatch,
                  "operad compose: --at takes exactly one block, " + std::to_string(blocks.size()) + " are given");
    }
    const Poset result = at->count() > 0 ? compose(outer, element(options->at), blocks[0]) : compose(outer, blocks);
    print_poset(result, options->json);
  });
}

void add_decompose(CLI::App& operad) {
  struct Options {
    std::string source;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = operad.add_subcommand(
      "decompose", "The modular decomposition as a term of disjoint unions, ordinal sums and prime posets");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_flag("--json", options->json,
                    "one JSON object (docs/schemas/decompose.schema.json): the term, which point of the poset each of "
                    "its points stands "
                    "for, how many nodes of each kind");
  command->footer(
      "Examples:\n"
      "  tropiary operad decompose \"a<b, c<b, c<d, e\"\n"
      "  tropiary operad decompose grid:2x3 --json");
  command->callback([options] {
    const Poset p = parse_poset_argument(options->source);
    const Factorisation factors = factorise(p);
    std::array<std::size_t, 4> counts{};
    for (const Term::Node& node : factors.term.nodes()) ++counts[static_cast<std::size_t>(node.kind)];
    if (options->json) {
      Json points = Json::array();
      for (const Element e : factors.points) points.push_back(index(e));
      return print_json(
          {{"term", to_string(factors.term)},
           {"points", points},
           {"nodes",
            {{"point", counts[0]}, {"disjoint_union", counts[1]}, {"ordinal_sum", counts[2]}, {"prime", counts[3]}}}});
    }
    std::vector<std::string> labels;
    for (const Element e : factors.points) labels.push_back(p.label(e));
    std::cout << to_string(factors.term) << "\n  points: " << joined(labels, ", ") << '\n';
  });
}

void add_terms(CLI::App& operad) {
  struct Options {
    std::vector<std::string> blocks;
    std::size_t points = 4;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = operad.add_subcommand(
      "terms", "The compositions of blocks up to a size, one for each poset: a search space of layers");
  command->add_option("BLOCKS", options->blocks, poset_argument_help)->required();
  command->add_option("--points", options->points, "the largest size")->check(whole_number)->capture_default_str();
  command->add_flag(
      "--json", options->json,
      "one JSON object a line (docs/schemas/term.schema.json): the term, its size, digraph6, regions, and "
      "the maxima and depth of its network");
  command->footer(
      "Examples:\n"
      "  tropiary operad terms chain:2 antichain:2 --points 5\n"
      "  tropiary operad terms N diamond antichain:2 --points 8 --json");
  command->callback([options] {
    std::vector<Block> blocks;
    for (const std::string& text : options->blocks) {
      const Term block = parse_term_argument(text);
      const bool is_named = block.outers().size() == 1 && block.nodes().back().kind == Term::Kind::compose;
      blocks.push_back({expand(block, false), is_named ? block.outers()[0].text : ""});
    }
    LineWriter out;
    for (const Term& term : terms_over(blocks, options->points)) {
      if (!options->json) {
        if (!out.write_line(to_string(term))) return;
        continue;
      }
      const TropicalNetwork network = lower(term);
      const Json line = {{"term", to_string(term)},
                         {"size", term.size()},
                         {"digraph6", canonical_digraph6(expand(term, false))},
                         {"regions", integer_json(count_up_sets(term))},
                         {"max_ops", network.count_maxima()},
                         {"hidden_layers", network.depth()}};
      if (!out.write_line(line.dump())) return;
    }
  });
}

}  // namespace

void add_operad_commands(CLI::App& app) {
  CLI::App* operad = app.add_subcommand("operad", "Composition of posets and its inverse");
  operad->require_subcommand(1);
  add_compose(*operad);
  add_decompose(*operad);
  add_terms(*operad);
}

}  // namespace tropiary::cli
