#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/draw_polytope.hpp"
#include "tropiary/polytope/equivalence.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/graphs.hpp"
#include "tropiary/polytope/normal_fan.hpp"
#include "tropiary/polytope/properties.hpp"

namespace tropiary::python {

using namespace nb::literals;

namespace {

void bind_faces(nb::module_& m) {
  constexpr std::size_t many = std::size_t{1} << 22;
  constexpr std::size_t some = std::size_t{1} << 14;
  nb::class_<Face>(m, "Face", "A face by the vertices on it and the facets through it.")
      .def_ro("vertices", &Face::vertices, "Positions of the vertices, ascending.")
      .def_ro("facets", &Face::facets, "Positions of the facets, ascending.")
      .def(
          "__eq__", [](const Face& a, const Face& b) { return a == b; }, "other"_a, nb::is_operator());
  m.def("f_vector", &f_vector, "k"_a, "max_faces"_a = many, without_gil(),
        "The numbers of faces of dimension 0, 1, ..., d - 1, from the vertices to the facets. Raises Error "
        "(\"too_large\") when more than max_faces faces would be walked.");
  m.def("faces", &faces, "k"_a, "dimension"_a, "max_faces"_a = many, without_gil(),
        "The faces of one dimension from -1, the empty face, to the polytope's own, sorted by their vertices.");
  m.def("face_lattice", &face_lattice, "k"_a, "max_faces"_a = std::size_t{1} << 20, without_gil(),
        "The faces by inclusion, the empty one and the polytope itself among them, labelled by their vertices counted "
        "from 1.");
  m.def("h_vector", &h_vector, "k"_a, without_gil(),
        "h_0, ..., h_d of a simplicial polytope, or of the polar of one that is only simple.");
  m.def("toric_h_vector", &toric_h_vector, "k"_a, "max_faces"_a = some, without_gil(),
        "The toric h-vector of the boundary of any polytope.");
  m.def("flag_f_vector", &flag_f_vector, "k"_a, "max_faces"_a = some, without_gil(),
        "For each set S of dimensions below d, at position sum of 2^i for i in S, the number of chains of faces of "
        "exactly these dimensions.");
  m.def("vertex_graph", &vertex_graph, "k"_a, without_gil(), "The edges as pairs of vertices, ascending.");
  m.def("dual_graph", &dual_graph, "k"_a, without_gil(), "The ridges as pairs of facets, ascending.");
  m.def("is_simple", &is_simple, "k"_a, without_gil(), "Whether every vertex lies on exactly d facets.");
  m.def("is_simplicial", &is_simplicial, "k"_a, without_gil(), "Whether every facet is a simplex.");
  m.def("is_two_level", &is_two_level, "k"_a, without_gil(),
        "Whether for each facet all vertices lie on it or on one hyperplane parallel to it.");
  m.def("is_zero_one", &is_zero_one, "k"_a, without_gil(), "Whether all coordinates of all vertices are 0 or 1.");
  m.def("is_centrally_symmetric", &is_centrally_symmetric, "k"_a, without_gil(),
        "Whether the reflection in the mean of the vertices maps the polytope to itself.");
  m.def("neighbourliness", &neighbourliness, "k"_a, "max_faces"_a = many, without_gil(),
        "The largest number such that any so many vertices are the vertices of a face.");
}

void bind_equivalence(nb::module_& m) {
  nb::class_<AffineTransformation>(m, "AffineTransformation", "x -> matrix · x + translation, exactly.")
      .def_ro("matrix", &AffineTransformation::matrix, "The rows of the matrix.")
      .def_ro("translation", &AffineTransformation::translation, "The image of the origin.")
      .def("__call__", &AffineTransformation::operator(), "x"_a, "The image of a point.");
  nb::class_<EquivalenceReport>(m, "EquivalenceReport",
                                "Two polytopes compared: the map, or what tells them apart. True when equivalent.")
      .def_ro("equivalent", &EquivalenceReport::equivalent, "Whether they are equivalent.")
      .def_ro("vertex_images", &EquivalenceReport::vertex_images,
              "For each vertex of the first the position of its image in the second.")
      .def_prop_ro(
          "map",
          [](const EquivalenceReport& report) -> nb::object { return report.map ? nb::cast(*report.map) : nb::none(); },
          "The AffineTransformation of the ambient spaces; None for combinatorial equivalence.")
      .def_ro("difference", &EquivalenceReport::difference, "An invariant with its two values, else an empty text.")
      .def("__bool__", [](const EquivalenceReport& report) { return report.equivalent; });
  m.def(
      "find_equivalence",
      [](const Polytope& a, const Polytope& b, std::string_view kind) {
        return find_equivalence(a, b, equivalence(kind));
      },
      "a"_a, "b"_a, "kind"_a = "combinatorial", without_gil(),
      "Whether two polytopes are equivalent: \"combinatorial\" (isomorphic face lattices), \"affine\", or "
      "\"unimodular\" "
      "(the map also takes integer points to integer points, both ways).");
  nb::class_<PolytopeAutomorphisms>(m, "PolytopeAutomorphisms",
                                    "The permutations of the vertices that come from automorphisms of a polytope.")
      .def_ro("order", &PolytopeAutomorphisms::order, "The number of automorphisms.")
      .def_ro("generators", &PolytopeAutomorphisms::generators, "Generators, each as the images of the vertices.")
      .def_ro("orbits", &PolytopeAutomorphisms::orbits, "The orbits of the vertices.");
  m.def(
      "polytope_automorphisms",
      [](const Polytope& k, std::string_view kind) { return polytope_automorphisms(k, equivalence(kind)); }, "k"_a,
      "kind"_a = "combinatorial", without_gil(),
      "The automorphisms of a polytope: of its face lattice, or the affine or unimodular maps to itself.");
  m.def("canonical_facets", &canonical_facets, "k"_a, without_gil(),
        "The facets as sets of vertices in a numbering that depends on the face lattice only.");
}

}  // namespace

void bind_polytope_combinatorics(nb::module_& m) {
  bind_faces(m);
  bind_equivalence(m);
  nb::class_<NormalCone>(m, "NormalCone", "The linear forms that are largest on all of a face.")
      .def_ro("vertices", &NormalCone::vertices, "Positions of the vertices of the face.")
      .def_ro("rays", &NormalCone::rays, "Positions of the rays that generate the cone: the facets through the face.");
  nb::class_<NormalFan>(m, "NormalFan", "The fan of a polytope's outer normals.")
      .def_ro("rays", &NormalFan::rays, "The outer normal of each facet, primitive.")
      .def_ro("lineality", &NormalFan::lineality, "A basis of the forms that are constant on the polytope.")
      .def_ro("cones", &NormalFan::cones, "The NormalCones of the vertices, or of all faces by dimension.");
  m.def("normal_fan", &normal_fan, "k"_a, "all_cones"_a = false, without_gil(),
        "The normal fan with the cones of the vertices, or with those of all faces.");
  m.def("gale_transform", &gale_transform, "k"_a, without_gil(),
        "For each vertex a vector of n - d - 1 ints: a basis of the affine dependences of the vertices, by columns.");
  m.def(
      "to_svg",
      [](const Polytope& k, std::string_view labels, const nb::object& view, const nb::object& facet) {
        PolytopeDrawOptions options;
        options.labels = vertex_labels(labels);
        if (!view.is_none()) {
          const nb::object items = items_of(view.ptr());
          if (!items.is_valid() || nb::len(items) != 3) {
            throw Error(Errc::invalid_argument, "to_svg: view must be three numbers");
          }
          options.view = {nb::cast<double>(items[0]), nb::cast<double>(items[1]), nb::cast<double>(items[2])};
        }
        if (!facet.is_none()) options.facet = nb::cast<std::size_t>(facet);
        return to_svg(k, options);
      },
      "k"_a, "labels"_a = "positions", "view"_a = nb::none(), "facet"_a = nb::none(),
      "A polytope of dimension 0 to 4 as a self-contained SVG: a polygon, a body with its hidden edges dashed, or the "
      "Schlegel diagram through a facet. Labels: \"positions\" (counted from 1), \"coordinates\" or \"none\"; view: "
      "three "
      "numbers, from where it is seen.");
}

}  // namespace tropiary::python
