#include "tropiary/order/isomorphism.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

void bind_isomorphism(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<AutomorphismGroup>(m, "AutomorphismGroup", "The automorphism group of a poset.")
      .def_ro("order", &AutomorphismGroup::order, "The number of automorphisms.")
      .def_ro("generators", &AutomorphismGroup::generators,
              "Generators, each as the images of the points; none for the trivial group.")
      .def_ro("orbits", &AutomorphismGroup::orbits,
              "The orbits: ascending tuples of points that partition them all, by their least points.");
  m.def("automorphism_group", &automorphism_group, "p"_a, without_gil(),
        "The AutomorphismGroup of p: order, generators and orbits.");
  m.def(
      "find_isomorphism",
      [](const Poset& a, const Poset& b) -> nb::object {
        const auto image = find_isomorphism(a, b);
        return image ? nb::cast(*image) : nb::none();
      },
      "a"_a, "b"_a, "For each point of a its image in b under an isomorphism; None when there is none.");
}

}  // namespace tropiary::python
