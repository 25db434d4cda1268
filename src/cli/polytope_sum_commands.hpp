#pragma once

namespace CLI {
class App;
}

namespace tropiary::cli {

/// minkowski, difference, summand, mixed-volume, cayley, mixed-subdivision, zonotope.
void add_polytope_sum_commands(CLI::App& polytope);
/// envelope, intersection, product, join, free-sum, pyramid, …: new polytopes from those in files.
void add_polytope_operation_commands(CLI::App& polytope);

}  // namespace tropiary::cli
