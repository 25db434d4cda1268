#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/hull_arguments.hpp"
#include "cli/output.hpp"
#include "cli/polytope_input.hpp"
#include "cli/polytope_output.hpp"
#include "cli/polytope_sum_commands.hpp"
#include "cli/poset_output.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  HullArguments hull;
  std::string from;
  PolytopeOutput output;
};

void add_hull(CLI::App& polytope, const char* name, const char* description) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(name, description);
  command->add_option("FILE", options->source, polytope_file_help)->required();
  command->add_option("--from", options->from, "the format of FILE, whatever its extension");
  options->hull.add_to(*command);
  options->output.add_to(*command);
  command->footer(std::string("Examples:\n  tropiary polytope ") + name +
                  " points.json\n  echo '{\"points\": [[0,0],[2,0],[0,2],[1,1]]}' | tropiary polytope " + name +
                  " - --json");
  command->callback([options] {
    options->output.print(read_polyhedron_argument(options->source, options->hull.options(), options->from));
  });
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
  add_polytope_poset_commands(*polytope);
  add_hull(*polytope, "hull",
           "The polyhedron of points, rays and lines, or of inequalities, in any dimension and position");
  add_polytope_sum_commands(*polytope);
  add_polytope_operation_commands(*polytope);
  add_face_lattice(*polytope);
  add_hull(*polytope, "info", "What is known of the polyhedron in a file");
  add_polytope_convert(*polytope);
  add_polytope_combinatorics(*polytope);
  add_polytope_number_commands(*polytope);
}

}  // namespace tropiary::cli
