#pragma once

#include <nanobind/nanobind.h>

namespace nb = nanobind;

namespace tropiary::python {

/// For computations that may take long: other Python threads run meanwhile.
using without_gil = nb::call_guard<nb::gil_scoped_release>;

// One function for each binding file; each adds its names to the module.
void bind_error(nb::module_& m);
void bind_exact(nb::module_& m);
void bind_poset(nb::module_& m);
void bind_constructions(nb::module_& m);
void bind_families(nb::module_& m);
void bind_up_sets(nb::module_& m);
void bind_linear_extensions(nb::module_& m);
void bind_invariants(nb::module_& m);
void bind_classes(nb::module_& m);
void bind_chains(nb::module_& m);
void bind_order_complex(nb::module_& m);
void bind_isomorphism(nb::module_& m);
void bind_enumeration(nb::module_& m);
void bind_poset_list(nb::module_& m);
void bind_modular_decomposition(nb::module_& m);
void bind_polytope(nb::module_& m);
void bind_order_polytopes(nb::module_& m);
void bind_poset_polytopes(nb::module_& m);
void bind_hull(nb::module_& m);
void bind_minkowski(nb::module_& m);
void bind_polytope_operations(nb::module_& m);
void bind_polyhedra(nb::module_& m);
void bind_polyhedron_files(nb::module_& m);
void bind_polytope_combinatorics(nb::module_& m);
void bind_polytope_numbers(nb::module_& m);
void bind_tropical_polynomial(nb::module_& m);
void bind_poset_polynomial(nb::module_& m);
void bind_term(nb::module_& m);
void bind_compose(nb::module_& m);
void bind_network(nb::module_& m);
void bind_networks(nb::module_& m);
void bind_grammar_and_depth(nb::module_& m);
void bind_compile(nb::module_& m);
void bind_text(nb::module_& m);
void bind_files(nb::module_& m);

}  // namespace tropiary::python
