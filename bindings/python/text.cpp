#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/draw.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary::python {

void bind_text(nb::module_& m) {
  using namespace nb::literals;
  m.def("to_json", nb::overload_cast<const Poset&>(&to_json), "value"_a, without_gil(),
        "JSON of a Poset, Polytope, Polyhedron, TropicalPolynomial or TropicalNetwork; rationals are strings \"p/q\".");
  m.def("to_json", nb::overload_cast<const Polytope&>(&to_json), "value"_a, without_gil());
  m.def("to_json", nb::overload_cast<const Polyhedron&>(&to_json), "value"_a, without_gil());
  m.def("to_json", nb::overload_cast<const TropicalPolynomial&>(&to_json), "value"_a, without_gil());
  m.def("to_json", nb::overload_cast<const TropicalNetwork&>(&to_json), "value"_a, without_gil());
  m.def("poset_from_json", &poset_from_json, "text"_a, without_gil(),
        "Reads {\"size\": 4, \"relations\": [[0, 1], ...], \"labels\": [...]}; `covers` is accepted for `relations`.");
  m.def("tropical_polynomial_from_json", &tropical_polynomial_from_json, "text"_a, without_gil(),
        "Reads the JSON of a TropicalPolynomial.");
  m.def("network_from_json", &network_from_json, "text"_a, without_gil(), "Reads the JSON of a TropicalNetwork.");
  m.def(
      "points_from_json",
      [](std::string_view text) {
        PointsFile file = points_from_json(text);
        return std::pair(file.ambient_dimension, std::move(file.points));
      },
      "text"_a, without_gil(),
      "The pair (ambient dimension, points) of {\"points\": [...]} or {\"vertices\": [...]}, rows of ints or \"p/q\".");
  m.def(
      "generators_from_json",
      [](std::string_view text) {
        PointsFile file = generators_from_json(text);
        return std::pair(file.ambient_dimension, std::move(file.points));
      },
      "text"_a, without_gil(),
      "The pair (ambient dimension, generators) of {\"generators\": [...]}, the rows of a zonotope, ints or \"p/q\".");

  m.def("to_digraph6", &to_digraph6, "p"_a, without_gil(), "The Hasse diagram as nauty's digraph6, \"&...\".");
  m.def("parse_digraph6", &parse_digraph6, "text"_a, without_gil(), "Reads one digraph6 string, relations or covers.");
  m.def("canonical_digraph6", nb::overload_cast<std::string_view>(&canonical_digraph6), "p"_a, without_gil(),
        "The digraph6 of the canonical form, a key that is equal for isomorphic posets only. The text of a digraph6 is "
        "worked on directly, which is fast.");
  m.def("canonical_digraph6", nb::overload_cast<const Poset&>(&canonical_digraph6), "p"_a, without_gil());
  const auto options = [](const Poset& p, bool labels, const Elements& highlight, std::string_view kind,
                          const char* function) {
    return DrawOptions{labels, highlight.in(p, function), highlight_kind(kind)};
  };
  m.def(
      "to_dot",
      [options](const Poset& p, bool labels, const Elements& highlight, std::string_view kind) {
        return to_dot(p, options(p, labels, highlight, kind, "to_dot"));
      },
      "p"_a, "labels"_a = true, "highlight"_a = nb::tuple(), "kind"_a = "points", without_gil(),
      "The Hasse diagram for Graphviz, highlighted like to_svg.");
  m.def(
      "to_svg",
      [options](const Poset& p, bool labels, const Elements& highlight, std::string_view kind) {
        return to_svg(p, options(p, labels, highlight, kind, "to_svg"));
      },
      "p"_a, "labels"_a = true, "highlight"_a = nb::tuple(), "kind"_a = "points", without_gil(),
      "The Hasse diagram as a self-contained SVG; highlighted points are filled. They are verified to be what `kind` "
      "claims: \"points\", \"up_set\", \"down_set\", \"chain\", \"antichain\" or \"module\".");
  m.def(
      "to_tikz",
      [options](const Poset& p, bool labels, const Elements& highlight, std::string_view kind, bool standalone) {
        return to_tikz(p, options(p, labels, highlight, kind, "to_tikz"), standalone);
      },
      "p"_a, "labels"_a = true, "highlight"_a = nb::tuple(), "kind"_a = "points", "standalone"_a = false, without_gil(),
      "The Hasse diagram as a tikzpicture, or as a LaTeX document of its own; highlighted like to_svg.");
}

}  // namespace tropiary::python
