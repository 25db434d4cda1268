#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/gorenstein.hpp"
#include "tropiary/polytope/point_location.hpp"
#include "tropiary/polytope/triangulation.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary::python {

namespace {

using namespace nb::literals;

constexpr std::uint64_t effort = 100'000'000;

LatticePointRange range_of(std::string_view name) {
  if (name == "all") return LatticePointRange::all;
  if (name == "relative_interior") return LatticePointRange::relative_interior;
  throw Error(Errc::invalid_argument,
              "lattice_points: a range is \"all\" or \"relative_interior\", not \"" + std::string(name) + "\"");
}

void bind_measures(nb::module_& m) {
  m.def("volume", &volume, "k"_a, "max_faces"_a = std::size_t{1} << 20, without_gil(),
        "The exact volume in the ambient space, 0 for a polytope of lower dimension.");
  m.def("relative_volume", &relative_volume, "k"_a, "max_faces"_a = std::size_t{1} << 20, without_gil(),
        "The volume in the affine hull, in units of a fundamental parallelepiped of its integer directions.");
  m.def("centroid", &centroid, "k"_a, without_gil(), "The barycentre of the mass spread evenly over k, exactly.");
  m.def("triangulation", &triangulation, "k"_a, "max_cells"_a = std::size_t{1} << 20, without_gil(),
        "The pulling triangulation of k by its vertices in their order: simplices as ascending positions of vertices. "
        "Raises Error (\"too_large\") for more than max_cells.");
  m.def("normalised_volumes", &normalised_volumes, "k"_a, "simplices"_a, without_gil(),
        "d! · volume of each simplex relative to the lattice of the affine hull of the lattice polytope k.");
  m.def("is_unimodular", &is_unimodular, "k"_a, "simplices"_a, without_gil(),
        "Whether all these simplices have normalised volume 1.");
}

void bind_lattice_points(nb::module_& m) {
  m.def("count_lattice_points", &count_lattice_points, "k"_a, "effort"_a = effort, without_gil(),
        "The number of integer points. Raises Error (\"too_large\") after this many steps.");
  m.def("count_interior_lattice_points", &count_interior_lattice_points, "k"_a, "effort"_a = effort, without_gil(),
        "The number of integer points in the relative interior.");
  m.def(
      "lattice_points",
      [](const Polytope& k, std::string_view range, std::size_t max_points) {
        return lattice_points(k, range_of(range), max_points);
      },
      "k"_a, "range"_a = "all", "max_points"_a = std::size_t{1} << 22, without_gil(),
      "The integer points in lexicographic order, or those of the range \"relative_interior\". Raises Error "
      "(\"too_large\") for more than max_points.");
  m.def(
      "visit_lattice_points",
      [](const Polytope& k, const nb::callable& visit, std::string_view range, std::uint64_t steps) {
        return visit_lattice_points(
            k,
            [&](std::span<const Integer> point) {
              const nb::object go_on = visit(std::vector<Integer>(point.begin(), point.end()));
              return go_on.is_none() || nb::cast<bool>(go_on);
            },
            range_of(range), steps);
      },
      "k"_a, "visit"_a, "range"_a = "all", "effort"_a = std::uint64_t{1'000'000'000},
      "Calls visit for the integer points in lexicographic order until it returns False; whether it never did.");
}

void bind_ehrhart(nb::module_& m) {
  m.def(
      "ehrhart_quasi_polynomial", &ehrhart_quasi_polynomial, "k"_a, "effort"_a = effort, without_gil(),
      "The polynomials that count the integer points of t·k, one for each residue of t modulo their number, the least "
      "period; coefficients ascending.");
  m.def("ehrhart_polynomial", &ehrhart_polynomial, "k"_a, "effort"_a = effort, without_gil(),
        "Coefficients of t^0, t^1, ... of the polynomial that counts the integer points of t·k. Raises Error "
        "(\"invalid_argument\") when that is only a quasi-polynomial.");
  m.def(
      "evaluate", [](const QuasiPolynomial& quasi, const Integer& t) { return evaluate(quasi, t); }, "quasi"_a, "t"_a,
      "The value of a quasi-polynomial at an int.");
  m.def(
      "h_star", [](const RationalVector& ehrhart) { return h_star(ehrhart); }, "ehrhart"_a,
      "The h*-vector of an Ehrhart polynomial or quasi-polynomial, without trailing zeros.");
  m.def(
      "h_star", [](const QuasiPolynomial& quasi) { return h_star(quasi); }, "ehrhart"_a,
      "h* with Σ L(t) z^t = h*(z) / (1 - z^p)^(d + 1) for a quasi-polynomial of period p.");
  m.def("codegree", &codegree, "k"_a, "effort"_a = effort, without_gil(),
        "The least t ≥ 1 for which t·k has integer points in its relative interior.");
  nb::class_<GorensteinPoint>(m, "GorensteinPoint",
                              "The dilation with exactly one inner integer point, at distance 1 from all facets.")
      .def_ro("index", &GorensteinPoint::index, "The dilation.")
      .def_ro("point", &GorensteinPoint::point, "The inner point of index·k.")
      .def(
          "__eq__", [](const GorensteinPoint& a, const GorensteinPoint& b) { return a == b; }, "other"_a,
          nb::is_operator())
      .def("__repr__",
           [](const GorensteinPoint& g) { return "<GorensteinPoint of index " + g.index.to_string() + ">"; });
  m.def(
      "gorenstein_point",
      [](const Polytope& k) -> nb::object {
        auto point = gorenstein_point(k);
        return point ? nb::cast(*std::move(point)) : nb::none();
      },
      "k"_a, "The GorensteinPoint of a Gorenstein polytope, else None.");
  m.def("is_reflexive", &is_reflexive, "k"_a, without_gil(),
        "Whether k is a lattice polytope with one inner integer point, at lattice distance 1 from all facets.");
}

void bind_location(nb::module_& m) {
  nb::class_<SupportValue>(m, "SupportValue", "The maximum of a linear form over a polytope and where it is attained.")
      .def_ro("value", &SupportValue::value, "The maximum.")
      .def_ro("vertices", &SupportValue::vertices, "Positions of the vertices of the face where it is attained.")
      .def("__repr__", [](const SupportValue& s) { return "<SupportValue " + s.value.to_string() + ">"; });
  m.def(
      "support", [](const Polytope& k, const RationalVector& c) { return support(k, c); }, "k"_a,
      "direction"_a, without_gil(), "max { direction · x : x in k }, with the face where it is attained.");
  nb::class_<PointLocation>(m, "PointLocation", "Where a point lies in a polytope, with the proof.")
      .def_prop_ro(
          "position", [](const PointLocation& l) { return to_string(l.position); },
          "\"inside\" (the relative interior), \"on_boundary\" or \"outside\".")
      .def_ro("facets", &PointLocation::facets, "Positions of the facets through the point, unless it is outside.")
      .def_ro("vertices", &PointLocation::vertices, "Positions of the vertices of the smallest face around it.")
      .def_prop_ro(
          "violated", [](const PointLocation& l) { return l.violated ? nb::cast(*l.violated) : nb::none(); },
          "When outside: a row (b, a_1, ..., a_n) with b + a·x ≥ 0 on k and negative at the point.")
      .def("__repr__",
           [](const PointLocation& l) { return "<PointLocation " + std::string(to_string(l.position)) + ">"; });
  m.def(
      "locate", [](const Polytope& k, const RationalVector& x) { return locate(k, x); }, "k"_a, "point"_a,
      without_gil(), "Where the point lies in k, as a PointLocation.");
}

}  // namespace

void bind_polytope_numbers(nb::module_& m) {
  bind_measures(m);
  bind_lattice_points(m);
  bind_ehrhart(m);
  bind_location(m);
}

}  // namespace tropiary::python
