#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "cli/polytope_input.hpp"
#include "cli/polytope_output.hpp"
#include "cli/polytope_sum_commands.hpp"
#include "cli/poset_output.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  std::string engine = "automatic";
  PolytopeOutput output;
};

void add_engine(CLI::App& command, Options& options) {
  command.add_option("--engine", options.engine,
                     "automatic, cgal_planar, cgal_spatial, cgal_d, double_description or brute_force");
}

/// By Stanley's theorems, for the order and the chain polytope alike: no polytope is measured.
std::vector<LazyField> closed_forms(const Poset& p) {
  const auto ehrhart = [&p] { return order_polytope_ehrhart_polynomial(p); };
  return {{"volume", [&p]() -> Json { return order_polytope_volume(p).to_string(); }},
          {"lattice_points", [&p]() -> Json { return integer_json(count_up_sets(p)); }},
          {"ehrhart_polynomial", [ehrhart]() -> Json { return vector_json(ehrhart()); }},
          {"h_star", [ehrhart]() -> Json { return integers_json(h_star(ehrhart())); }}};
}

template <class Construct>
void add_from_poset(CLI::App& polytope, const char* name, const char* description, Construct construct) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(name, description);
  command->add_option("POSET", options->source, poset_argument_help)->required();
  options->output.add_to(*command);
  command->footer(std::string("Examples:\n  tropiary polytope ") + name + " N\n  tropiary polytope " + name +
                  " \"1<2, 1<3\" --json");
  command->callback([options, construct] {
    const Poset p = parse_poset_argument(options->source);
    options->output.print(construct(p), closed_forms(p));
  });
}

void add_hull(CLI::App& polytope, const char* name, const char* description) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(name, description);
  command->add_option("FILE", options->source, polytope_file_help)->required();
  add_engine(*command, *options);
  options->output.add_to(*command);
  command->footer(std::string("Examples:\n  tropiary polytope ") + name +
                  " points.json\n  echo '{\"points\": [[0,0],[2,0],[0,2],[1,1]]}' | tropiary polytope " + name +
                  " - --json");
  command->callback(
      [options] { options->output.print(read_polytope(options->source, {hull_engine(options->engine)})); });
}

void add_face_lattice(CLI::App& polytope) {
  struct FaceOptions {
    std::string source;
    bool json = false;
  };
  auto options = std::make_shared<FaceOptions>();
  CLI::App* command =
      polytope.add_subcommand("face-lattice", "The faces by inclusion, as a poset labelled by vertices counted from 1");
  command->add_option("FILE", options->source, polytope_file_help)->required();
  command->add_flag("--json", options->json, "the JSON of a poset (docs/schemas/poset.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope face-lattice square.json\n"
      "  tropiary polytope order antichain:3 --json | tropiary polytope face-lattice - | tropiary poset draw - -o "
      "cube.svg");
  command->callback([options] { print_poset(face_lattice(read_polytope(options->source, {})), options->json); });
}

}  // namespace

void add_polytope_commands(CLI::App& app) {
  CLI::App* polytope = app.add_subcommand("polytope", "Exact convex polytopes");
  polytope->require_subcommand(1);
  add_from_poset(*polytope, "order", "The order polytope of a poset, by the theorem",
                 [](const Poset& p) { return order_polytope(p); });
  add_from_poset(*polytope, "chain", "The chain polytope of a poset, by the theorem",
                 [](const Poset& p) { return chain_polytope(p); });
  add_hull(*polytope, "hull",
           "The convex hull of rational points, or the solutions of inequalities, in any dimension and position");
  add_polytope_sum_commands(*polytope);
  add_polytope_operation_commands(*polytope);
  add_face_lattice(*polytope);
  add_hull(*polytope, "info", "What is known of the polytope in a file");
}

}  // namespace tropiary::cli
