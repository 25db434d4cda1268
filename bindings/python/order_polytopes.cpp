#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary::python {

namespace {

/// A Python iterator: one face ahead of what was handed out.
struct OrderPolytopeFacesIterator {
  OrderPolytopeFaces::Iterator next;
};

void bind_numbers(nb::module_& m) {
  using namespace nb::literals;
  m.def("order_polytope_facets", &order_polytope_facets, "p"_a, without_gil(),
        "The facets of O(P), rows (b, a_1, ..., a_n) of ints: b + a·x ≥ 0; no vertex is listed.");
  m.def("order_polytope_ehrhart_polynomial", &order_polytope_ehrhart_polynomial, "p"_a, without_gil(),
        "The Ehrhart polynomial of the order polytope = of the chain polytope, from the order polynomial.");
  m.def("order_polytope_volume", &order_polytope_volume, "p"_a, without_gil(),
        "The volume of the order polytope = of the chain polytope: e(P)/n!.");
  m.def("order_polytope_h_star", &order_polytope_h_star, "p"_a, without_gil(),
        "The h*-vector of the order polytope = of the chain polytope: linear extensions by descents.");
  m.def("order_polytope_degree", &order_polytope_degree, "p"_a, "The degree of h*: |P| - height(P).");
  m.def("order_polytope_codegree", &order_polytope_codegree, "p"_a,
        "The least t such that t·O(P) has a lattice point in its interior: height(P) + 1.");
  m.def("is_order_polytope_gorenstein", &is_order_polytope_gorenstein, "p"_a,
        "Whether O(P), equivalently C(P), is Gorenstein: all maximal chains of P are equally long.");
  m.def(
      "order_polytope_gorenstein_point",
      [](const Poset& p) {
        const auto point = order_polytope_gorenstein_point(p);
        return point ? nb::cast(*point) : nb::none();
      },
      "p"_a, "The one lattice point inside codegree·O(P) when O(P) is Gorenstein; else None.");
}

void bind_faces(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<OrderPolytopeFace>(m, "OrderPolytopeFace",
                                "A non-empty face of O(P): x is 0 on `zero`, 1 on `one` and constant on each block.")
      .def_ro("zero", &OrderPolytopeFace::zero, "A down-set, a frozenset.")
      .def_ro("one", &OrderPolytopeFace::one, "An up-set, a frozenset.")
      .def_ro("blocks", &OrderPolytopeFace::blocks, "Connected frozensets, as many as the dimension.")
      .def(
          "__eq__", [](const OrderPolytopeFace& a, const OrderPolytopeFace& b) { return a == b; }, "other"_a,
          nb::is_operator())
      .def("__hash__",
           [](const OrderPolytopeFace& face) {
             const std::hash<ElementSet> hash;
             std::size_t value = hash(face.zero) * 31 + hash(face.one);
             for (const ElementSet& block : face.blocks) value = value * 31 + hash(block);
             return static_cast<Py_hash_t>(value >> 1U);
           })
      .def("__repr__", [](const OrderPolytopeFace& face) {
        return "<OrderPolytopeFace of dimension " + std::to_string(face.blocks.size()) + ">";
      });
  nb::class_<OrderPolytopeFacesIterator>(m, "OrderPolytopeFacesIterator", "The iterator of OrderPolytopeFaces.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](OrderPolytopeFacesIterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            OrderPolytopeFace current = *self.next;
            ++self.next;
            return current;
          },
          "The next face.");
  nb::class_<OrderPolytopeFaces>(m, "OrderPolytopeFaces",
                                 "All non-empty faces of an order polytope, itself first: a lazy iterable. At most "
                                 "n + 1 are stored at a time.")
      .def(nb::init<const Poset&>(), "poset"_a, nb::keep_alive<1, 2>(), "The faces of the order polytope of a poset.")
      .def(
          "__iter__", [](const OrderPolytopeFaces& range) { return OrderPolytopeFacesIterator{range.begin()}; },
          nb::keep_alive<0, 1>());
  m.def(
      "order_polytope_faces", [](const Poset& p) { return order_polytope_faces(p); }, "p"_a, nb::keep_alive<0, 1>(),
      "All non-empty faces of O(P), lazily, by the connected compatible partitions of P with both bounds.");
  m.def("order_polytope_f_vector", &order_polytope_f_vector, "p"_a, "max_intervals"_a = std::uint64_t{1} << 28,
        without_gil(), "The numbers of faces of O(P) of dimension 0, 1, ..., n - 1; no polytope is built.");
  m.def("chain_polytope_f_vector", &chain_polytope_f_vector, "p"_a, "max_intervals"_a = std::uint64_t{1} << 28,
        without_gil(), "The numbers of faces of C(P) of dimension 0, 1, ..., n - 1.");
  m.def("order_polytope_face_lattice", &order_polytope_face_lattice, "p"_a, "max_faces"_a = std::size_t{1} << 20,
        without_gil(), "The faces of O(P) by inclusion, labelled by their partitions.");
}

}  // namespace

void bind_order_polytopes(nb::module_& m) {
  bind_numbers(m);
  bind_faces(m);
}

}  // namespace tropiary::python
