#include "bind.hpp"
#include "tropiary/version.hpp"

NB_MODULE(_tropiary, m) {
  using namespace tropiary::python;
  m.doc() = "The C++ part of tropiary; import tropiary instead.";
  m.attr("__version__") = tropiary::version;
  bind_error(m);
  bind_exact(m);
  bind_poset(m);
  bind_constructions(m);
  bind_families(m);
  bind_up_sets(m);
  bind_linear_extensions(m);
  bind_invariants(m);
  bind_classes(m);
  bind_chains(m);
  bind_order_complex(m);
  bind_isomorphism(m);
  bind_enumeration(m);
  bind_poset_list(m);
  bind_modular_decomposition(m);
  bind_polytope(m);
  bind_order_polytopes(m);
  bind_poset_polytopes(m);
  bind_hull(m);
  bind_minkowski(m);
  bind_polytope_operations(m);
  bind_polyhedra(m);
  bind_polyhedron_files(m);
  bind_polytope_combinatorics(m);
  bind_polytope_numbers(m);
  bind_tropical_polynomial(m);
  bind_poset_polynomial(m);
  bind_term(m);
  bind_compose(m);
  bind_network(m);
  bind_networks(m);
  bind_grammar_and_depth(m);
  bind_compile(m);
  bind_text(m);
  bind_files(m);
}
