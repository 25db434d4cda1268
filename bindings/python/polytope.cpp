#include "tropiary/polytope/polytope.hpp"

#include <functional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary::python {

namespace {

Py_hash_t hash(const Polytope& k) {
  std::size_t value = k.ambient_dimension();
  for (const RationalVector& vertex : k.vertices()) {
    for (const Rational& coordinate : vertex) {
      value ^= std::hash<Rational>()(coordinate) + 0x9e3779b97f4a7c15U + (value << 6U) + (value >> 2U);
    }
  }
  return static_cast<Py_hash_t>(value >> 1U);
}

}  // namespace

void bind_polytope(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<Polytope>(m, "Polytope",
                       "A bounded convex polytope with rational vertices: an immutable value that holds both of its "
                       "descriptions, irredundant and in normal form, so that equal polytopes compare equal. Rows "
                       "(b, a_1, ..., a_n) of coprime ints stand for b + a·x ≥ 0 (facets) and = 0 (equations). "
                       "Polytope() is the empty polytope in R^0.")
      .def(nb::init<>(), "The empty polytope in R^0.")
      .def_static("from_theorem", &Polytope::from_theorem, "ambient_dimension"_a, "vertices"_a, "facets"_a,
                  "equations"_a = nb::tuple(), without_gil(),
                  "A polytope from descriptions already known to be exact and irredundant; `verify` checks them.")
      .def_prop_ro("ambient_dimension", &Polytope::ambient_dimension, "The number of coordinates.")
      .def_prop_ro("dimension", &Polytope::dimension, "The dimension of the affine hull; -1 for the empty polytope.")
      .def_prop_ro("vertices", &Polytope::vertices, "The vertices, rows of Fractions, sorted.")
      .def_prop_ro("facets", &Polytope::facets, "The facets, rows (b, a_1, ..., a_n) of ints: b + a·x ≥ 0.")
      .def_prop_ro("equations", &Polytope::equations,
                   "The equations of the affine hull, rows (b, a_1, ..., a_n) of ints: b + a·x = 0.")
      .def_prop_ro("empty", &Polytope::empty, "Whether there are no vertices.")
      .def(
          "contains", [](const Polytope& k, const RationalVector& point) { return k.contains(point); }, "point"_a,
          "Whether the point lies in the polytope.")
      .def(
          "__contains__", [](const Polytope& k, const RationalVector& point) { return k.contains(point); }, "point"_a)
      .def(
          "__eq__", [](const Polytope& a, const Polytope& b) { return a == b; }, "other"_a, nb::is_operator())
      .def("__hash__", &hash)
      .def("__repr__", [](const Polytope& k) {
        return "<Polytope of dimension " + std::to_string(k.dimension()) + " in R^" +
               std::to_string(k.ambient_dimension()) + " with " + std::to_string(k.vertices().size()) +
               " vertices and " + std::to_string(k.facets().size()) + " facets>";
      });

  nb::class_<PolytopeReport>(m, "PolytopeReport", "What `verify` found; true when every check passed.")
      .def_ro("failures", &PolytopeReport::failures, "One sentence for each check that failed.")
      .def_prop_ro("holds", &PolytopeReport::holds, "Whether every check passed.")
      .def("__bool__", &PolytopeReport::holds)
      .def("__repr__", [](const PolytopeReport& report) {
        return "<PolytopeReport: " +
               (report.holds() ? std::string("holds") : std::to_string(report.failures.size()) + " failures") + ">";
      });
  m.def("verify", nb::overload_cast<const Polytope&, std::size_t>(&verify), "polytope"_a,
        "max_faces"_a = std::size_t{1} << 20, without_gil(),
        "Checks from the two descriptions alone that they describe one polytope and are irredundant. Raises Error "
        "(\"too_large\") when more than max_faces faces would be walked.");

  constexpr std::size_t max_vertices = std::size_t{1} << 22;
  m.def("order_polytope", &order_polytope, "p"_a, "max_vertices"_a = max_vertices, without_gil(),
        "O(P) = { x in [0,1]^P : x_i ≤ x_j whenever i < j }; its vertices are the indicators of up-sets.");
  m.def("chain_polytope", &chain_polytope, "p"_a, "max_vertices"_a = max_vertices, without_gil(),
        "C(P) = { x ≥ 0 : the sum over every chain ≤ 1 }; its vertices are the indicators of antichains.");
  m.def("count_order_polytope_facets", &count_order_polytope_facets, "p"_a,
        "#min + #max + #covers; no polytope is built.");
  m.def("count_chain_polytope_facets", &count_chain_polytope_facets, "p"_a,
        "n + #maximal chains; no polytope is built.");
}

}  // namespace tropiary::python
