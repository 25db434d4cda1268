#pragma once

#include <string>

namespace CLI {
class App;
}

namespace tropiary::cli {

/// The program's exit statuses.
enum Status : int { holds = 0, refuted = 1, bad_input = 2, out_of_resources = 3 };

/// Runs the program; every error becomes one line on standard error and a status.
int run(int argc, char** argv);

// One function per family of subcommands; each registers names, options, help and what to do.
void add_poset_commands(CLI::App& app);
void add_polytope_commands(CLI::App& app);
void add_tropical_commands(CLI::App& app);
void add_operad_commands(CLI::App& app);
void add_compile_command(CLI::App& app);

// One function per larger subcommand of `poset`.
void add_poset_up_set_lattice(CLI::App& poset);
void add_poset_birkhoff(CLI::App& poset);
void add_poset_maximal_chains(CLI::App& poset);
void add_poset_maximal_antichains(CLI::App& poset);
void add_poset_linear_extensions(CLI::App& poset);
void add_poset_isomorphic(CLI::App& poset);
void add_poset_canonical(CLI::App& poset);
void add_poset_enumerate(CLI::App& poset);
void add_poset_merge(CLI::App& poset);
void add_poset_draw(CLI::App& poset);
void add_poset_construct(CLI::App& poset);
void add_poset_random(CLI::App& poset);
void add_poset_names(CLI::App& poset);

// Families of subcommands of `polytope`, and its larger subcommands.
void add_polytope_poset_commands(CLI::App& polytope);
void add_polytope_order_faces(CLI::App& polytope);
void add_polytope_canonical_triangulation(CLI::App& polytope);
void add_polytope_order_equivalents(CLI::App& polytope);
void add_polytope_convert(CLI::App& polytope);
void add_polytope_combinatorics(CLI::App& polytope);  ///< equivalent, automorphisms, normal-fan, draw

/// lattice-points, maximise, locate and triangulate.
void add_polytope_number_commands(CLI::App& polytope);

/// What a POSET argument may be, for the help texts.
extern const char* const poset_argument_help;

}  // namespace tropiary::cli
