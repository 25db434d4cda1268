#include "tropiary/order/modular_decomposition.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

namespace {

const char* to_string(ModularDecomposition::Kind kind) {
  switch (kind) {
    case ModularDecomposition::Kind::point:
      return "point";
    case ModularDecomposition::Kind::disjoint_union:
      return "disjoint_union";
    case ModularDecomposition::Kind::ordinal_sum:
      return "ordinal_sum";
    case ModularDecomposition::Kind::prime:
      return "prime";
  }
  return "";
}

}  // namespace

void bind_modular_decomposition(nb::module_& m) {
  using namespace nb::literals;
  using Node = ModularDecomposition::Node;
  nb::class_<ModularDecomposition> decomposition(
      m, "ModularDecomposition",
      "The modular decomposition (Gallai tree) of a poset: a tree of disjoint unions, ordinal sums and prime posets.");
  nb::class_<Node>(decomposition, "Node", "A node of a ModularDecomposition.")
      .def_prop_ro(
          "kind", [](const Node& node) { return to_string(node.kind); },
          "\"point\", \"disjoint_union\", \"ordinal_sum\" or \"prime\".")
      .def_prop_ro(
          "point",
          [](const Node& node) -> nb::object {
            return node.kind == ModularDecomposition::Kind::point ? nb::cast(node.point) : nb::none();
          },
          "The element of the poset, for a point; else None.")
      .def_ro("children", &Node::children, "Positions of the children in `nodes`; an ordinal sum's from bottom to top.")
      .def_prop_ro(
          "quotient",
          [](const Node& node) -> nb::object {
            return node.kind == ModularDecomposition::Kind::prime ? nb::cast(node.quotient) : nb::none();
          },
          "The prime poset on the children, in their order, for a prime node; else None.");
  decomposition
      .def_ro("nodes", &ModularDecomposition::nodes,
              "All nodes, children before parents, the root last; none for the empty poset.")
      .def_prop_ro(
          "root",
          [](const ModularDecomposition& tree) -> nb::object {
            return tree.nodes.empty() ? nb::none() : nb::cast(tree.root());
          },
          "The position of the root in `nodes`; None for the empty poset.");

  m.def("modular_decomposition", &modular_decomposition, "p"_a, without_gil(), "The modular decomposition of p.");
  m.def("is_series_parallel", &is_series_parallel, "p"_a, without_gil(),
        "Whether p is made of points by disjoint unions and ordinal sums: no prime nodes.");
  m.def("is_prime", &is_prime, "p"_a, without_gil(), "Whether p has at least three points and only trivial modules.");
  m.def(
      "is_module", [](const Poset& p, const Elements& set) { return is_module(p, set.in(p, "is_module")); }, "p"_a,
      "set"_a, "Whether every point outside compares the same way to all points of the set.");
}

}  // namespace tropiary::python
