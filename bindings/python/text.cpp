#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/draw.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary::python {

void bind_text(nb::module_& m) {
  using namespace nb::literals;
  m.def("to_json", nb::overload_cast<const Poset&>(&to_json), "value"_a, without_gil(),
        "JSON of a Poset, Polytope, TropicalPolynomial or TropicalNetwork; rationals are strings \"p/q\".");
  m.def("to_json", nb::overload_cast<const Polytope&>(&to_json), "value"_a, without_gil());
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

  m.def("to_digraph6", &to_digraph6, "p"_a, without_gil(), "The Hasse diagram as nauty's digraph6, \"&...\".");
  m.def("parse_digraph6", &parse_digraph6, "text"_a, without_gil(), "Reads one digraph6 string, relations or covers.");
  m.def("to_dot", &to_dot, "p"_a, without_gil(), "The Hasse diagram for Graphviz.");
  m.def(
      "to_svg",
      [](const Poset& p, bool labels, const Elements& highlight) {
        DrawOptions options{labels, highlight.in(p, "to_svg")};
        return to_svg(p, options);
      },
      "p"_a, "labels"_a = true, "highlight"_a = nb::tuple(), without_gil(),
      "The Hasse diagram as a self-contained SVG; highlighted points are filled.");
}

}  // namespace tropiary::python
