#include "tropiary/order/classes.hpp"

#include <optional>

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

void bind_classes(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<Obstruction>(m, "Obstruction",
                          "Why a poset is not in a class: a kind of configuration and the points that form it.")
      .def(
          "__init__",
          [](Obstruction* self, std::string_view kind, std::vector<Element> points) {
            new (self) Obstruction{obstruction_kind(kind), std::move(points)};
          },
          "kind"_a, "points"_a, "An obstruction to be tested by is_obstruction.")
      .def_prop_ro(
          "kind", [](const Obstruction& self) { return to_string(self.kind); },
          "\"two_plus_two\", \"pentagon\", ...: see is_obstruction.")
      .def_prop_ro(
          "points", [](const Obstruction& self) { return self.points; }, "The points in the order that the kind says.")
      .def("__eq__", [](const Obstruction& a, const Obstruction& b) { return a == b; })
      .def("__repr__", [](const Obstruction& self) {
        const nb::str points = nb::repr(nb::cast(self.points));
        return "Obstruction(\"" + std::string(to_string(self.kind)) + "\", " + points.c_str() + ")";
      });
  m.def(
      "obstruction",
      [](const Poset& p, std::string_view poset_class_name) -> nb::object {
        const PosetClass c = poset_class(poset_class_name);
        std::optional<Obstruction> found;
        {
          nb::gil_scoped_release released;
          found = obstruction(p, c);
        }
        return found ? nb::cast(std::move(*found)) : nb::none();
      },
      "p"_a, "c"_a, nb::sig("def obstruction(p: Poset, c: str) -> Obstruction | None"),
      "None when p is in the class \"connected\", \"bounded\", \"interval_order\", \"semiorder\", \"n_free\", "
      "\"series_parallel\", \"lattice\", \"modular\", \"distributive\", \"graded\" or \"eulerian\"; else why it is "
      "not.");
  m.def("is_obstruction", &is_obstruction, "p"_a, "o"_a, without_gil(),
        "Whether the points form in p what the kind says, by definition. Kinds: no_points; two_components, "
        "two_minimal_elements, two_maximal_elements (x, y); two_plus_two (a < b, c < d); three_plus_one (a < b < c, "
        "d); covering_n, induced_n (a < b > c < d); no_meet, no_join (x, y and two extreme bounds); pentagon (o, a < "
        "b, c, i); diamond (o, a, b, c, i); unequal_chains (a maximal chain, then another of different length); "
        "interval (x, y with a wrong value of the Möbius function).");
  m.def("is_connected", &is_connected, "p"_a, without_gil(), "Whether p has exactly one connected component.");
  m.def("is_bounded", &is_bounded, "p"_a, without_gil(), "Whether p has a least and a greatest element.");
  m.def("is_interval_order", &is_interval_order, "p"_a, without_gil(),
        "Whether p is an order of real intervals, that is, without 2+2.");
  m.def("is_semiorder", &is_semiorder, "p"_a, without_gil(),
        "Whether p is an order of intervals of one length, that is, without 2+2 and 3+1.");
  m.def("is_n_free", &is_n_free, "p"_a, without_gil(),
        "Whether elements with a common upper cover have all upper covers in common: no N of covers.");
  m.def("is_lattice", &is_lattice, "p"_a, without_gil(), "Whether p is bounded with all meets; the empty poset is.");
  m.def("is_modular", &is_modular, "p"_a, without_gil(), "Whether p is a lattice without a pentagon.");
  m.def("is_distributive", &is_distributive, "p"_a, without_gil(),
        "Whether p is a lattice without a pentagon or a diamond.");
  m.def("is_graded", &is_graded, "p"_a, without_gil(), "Whether all maximal chains have the same length.");
  m.def("is_eulerian", &is_eulerian, "p"_a, without_gil(),
        "Whether p is bounded and graded with μ(x, y) = (-1)^(length of [x, y]) for all x ≤ y.");
}

}  // namespace tropiary::python
