#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/cli.hpp"
#include "cli/polytope_input.hpp"
#include "tropiary/error.hpp"

namespace tropiary::cli {

namespace {

struct Conversion {
  std::string source;
  std::string target;
  std::string from;
  std::string to;
  std::string engine = "automatic";
};

void convert(const Conversion& options) {
  std::optional<PolyhedronFormat> to;
  if (!options.to.empty()) to = polyhedron_format(options.to);
  const bool to_stdout = options.target == "-";
  if (to_stdout && !to) throw Error(Errc::invalid_argument, "convert: --to says in which format to print");
  HullOptions hull;
  hull.engine = hull_engine(options.engine);
  const Polyhedron p = read_polyhedron_argument(options.source, hull, options.from);
  if (to_stdout) {
    std::cout << format_polyhedron(p, *to);
  } else {
    write_polyhedron(options.target, p, to);
  }
}

}  // namespace

void add_polytope_convert(CLI::App& polytope) {
  auto options = std::make_shared<Conversion>();
  CLI::App* command = polytope.add_subcommand(
      "convert",
      "A polyhedron from one file format to another, made irredundant; the other description where asked for");
  command->add_option("IN", options->source, polytope_file_help)->required();
  command->add_option("OUT", options->target, "the file to write, in the format of its extension; - is standard output")
      ->required();
  command->add_option("--from", options->from, "the format of IN, whatever its extension");
  command->add_option("--to", options->to,
                      "the format of OUT: json, polymake, ext, ine, normaliz, latte, vrep, off, stl or ply");
  command->add_option("--engine", options->engine, "the hull engine (see tropiary polytope hull --help)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope convert cube.ine cube.ext          (vertices from inequalities)\n"
      "  tropiary polytope convert cube.ext cube.off\n"
      "  lrs cube.ine | tropiary polytope convert --from ext - - --to normaliz");
  command->callback([options] { convert(*options); });
}

}  // namespace tropiary::cli
