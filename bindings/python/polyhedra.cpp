#include <functional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/polyhedron_from.hpp"

namespace tropiary::python {

namespace {

Py_hash_t hash(const Polyhedron& p) {
  std::size_t value = p.ambient_dimension();
  const auto add = [&value](std::size_t entry) {
    value ^= entry + 0x9e3779b97f4a7c15U + (value << 6U) + (value >> 2U);
  };
  for (const RationalVector& vertex : p.vertices()) {
    for (const Rational& x : vertex) add(std::hash<Rational>()(x));
  }
  for (const auto& ray : p.rays()) {
    for (const Integer& x : ray) add(std::hash<Integer>()(x));
  }
  return static_cast<Py_hash_t>(value >> 1U);
}

// As given, or the length of the first row of some kind; a form has one entry more than coordinates.
template <class... Rows>
std::size_t dimension_of(const nb::object& given, const Rows&... rows) {
  if (!given.is_none()) return nb::cast<std::size_t>(given);
  std::size_t result = 0;
  bool found = false;
  const auto look = [&](const auto& kind) {
    if (found || kind.empty()) return;
    found = true;
    if constexpr (requires { kind.front().normal; }) {
      result = kind.front().normal.size();
    } else {
      result = kind.front().size();
    }
  };
  (look(rows), ...);
  return result;
}

}  // namespace

void bind_polyhedra(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<Polyhedron>(
      m, "Polyhedron",
      "A convex polyhedron with rational data, bounded or not: conv(vertices) + cone(rays) + "
      "span(lines), and { x : facet(x) ≥ 0 and equation(x) = 0 }. An immutable value that holds both "
      "descriptions, irredundant and in normal form, so that equal polyhedra compare equal. "
      "Polyhedron() is the empty polyhedron in R^0.")
      .def(nb::init<>(), "The empty polyhedron in R^0.")
      .def(nb::init<const Polytope&>(), "polytope"_a, "A polytope as a polyhedron.")
      .def_static("from_theorem", &Polyhedron::from_theorem, "ambient_dimension"_a, "vertices"_a, "rays"_a, "lines"_a,
                  "facets"_a, "equations"_a = nb::tuple(), without_gil(),
                  "A polyhedron from descriptions already known to be exact and irredundant; `verify` checks them.")
      .def_prop_ro("ambient_dimension", &Polyhedron::ambient_dimension, "The number of coordinates.")
      .def_prop_ro("dimension", &Polyhedron::dimension,
                   "The dimension of the affine hull; -1 for the empty polyhedron.")
      .def_prop_ro("vertices", &Polyhedron::vertices,
                   "One point of each minimal face, rows of Fractions, 0 at the pivot columns of the lines; sorted.")
      .def_prop_ro("rays", &Polyhedron::rays, "The extreme rays modulo the lines, rows of coprime ints; sorted.")
      .def_prop_ro("lines", &Polyhedron::lines,
                   "A basis of the directions unbounded both ways, in reduced row echelon form, rows of coprime ints.")
      .def_prop_ro("facets", &Polyhedron::facets, "The facets, rows (b, a_1, ..., a_n) of ints: b + a·x ≥ 0.")
      .def_prop_ro("equations", &Polyhedron::equations,
                   "The equations of the affine hull, rows (b, a_1, ..., a_n) of ints: b + a·x = 0.")
      .def_prop_ro("empty", &Polyhedron::empty, "Whether there are no vertices.")
      .def_prop_ro("is_bounded", &Polyhedron::is_bounded, "Whether there are no rays and no lines.")
      .def(
          "contains", [](const Polyhedron& p, const RationalVector& point) { return p.contains(point); }, "point"_a,
          "Whether the point lies in the polyhedron.")
      .def(
          "__contains__", [](const Polyhedron& p, const RationalVector& point) { return p.contains(point); }, "point"_a)
      .def(
          "__eq__", [](const Polyhedron& a, const Polyhedron& b) { return a == b; }, "other"_a, nb::is_operator())
      .def("__hash__", &hash)
      .def("__repr__", [](const Polyhedron& p) {
        return "<Polyhedron of dimension " + std::to_string(p.dimension()) + " in R^" +
               std::to_string(p.ambient_dimension()) + " with " + std::to_string(p.vertices().size()) + " vertices, " +
               std::to_string(p.rays().size()) + " rays, " + std::to_string(p.lines().size()) + " lines and " +
               std::to_string(p.facets().size()) + " facets>";
      });

  m.def(
      "polyhedron_from_generators",
      [](std::vector<RationalVector> points, std::vector<RationalVector> rays, std::vector<RationalVector> lines,
         nb::object ambient_dimension, std::string_view engine) {
        const std::size_t dimension = dimension_of(ambient_dimension, points, rays, lines);
        const nb::gil_scoped_release release;
        HullOptions options;
        options.engine = hull_engine(engine);
        return polyhedron_from_generators(dimension, std::move(points), std::move(rays), std::move(lines), options);
      },
      "points"_a, "rays"_a = nb::tuple(), "lines"_a = nb::tuple(), "ambient_dimension"_a = nb::none(),
      "engine"_a = "automatic",
      "conv(points) + cone(rays) + span(lines), exactly; empty without points. Anything may be redundant.");
  m.def(
      "polyhedron_from_inequalities",
      [](std::vector<AffineForm> inequalities, std::vector<AffineForm> equations, nb::object ambient_dimension,
         std::string_view engine) {
        const std::size_t dimension = dimension_of(ambient_dimension, inequalities, equations);
        const nb::gil_scoped_release release;
        HullOptions options;
        options.engine = hull_engine(engine);
        return polyhedron_from_inequalities(dimension, std::move(inequalities), std::move(equations), options);
      },
      "inequalities"_a, "equations"_a = nb::tuple(), "ambient_dimension"_a = nb::none(), "engine"_a = "automatic",
      "The solutions of b + a·x ≥ 0 for rows (b, a_1, ..., a_n) of ints, and = 0 for the equations: empty, unbounded "
      "or "
      "without vertices as they may be.");
  m.def("to_polytope", &to_polytope, "polyhedron"_a, without_gil(),
        "A bounded polyhedron as a Polytope. Raises Error (\"invalid_argument\"), giving a direction, when unbounded.");
  m.def("recession_cone", &recession_cone, "polyhedron"_a, without_gil(),
        "The directions in which the polyhedron goes on without end, as a Polyhedron with apex 0.");
  m.def("lineality_space", &lineality_space, "polyhedron"_a, without_gil(),
        "The linear space of the directions in which the polyhedron is unbounded both ways.");
  m.def("verify", nb::overload_cast<const Polyhedron&, std::size_t>(&verify), "polyhedron"_a,
        "max_faces"_a = std::size_t{1} << 20, without_gil());
}

}  // namespace tropiary::python
