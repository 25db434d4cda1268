#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/canonical_triangulation.hpp"
#include "tropiary/polytope/chain_order_polytope.hpp"
#include "tropiary/polytope/marked_poset_polytopes.hpp"
#include "tropiary/polytope/poset_polytope_equivalence.hpp"
#include "tropiary/polytope/poset_polytope_graph.hpp"

namespace tropiary::python {

namespace {

/// A Python iterator: one simplex ahead of what was handed out.
struct CanonicalTriangulationIterator {
  CanonicalTriangulation::Iterator next;
};

void bind_graph(nb::module_& m) {
  using namespace nb::literals;
  constexpr std::size_t max_edges = std::size_t{1} << 24;
  m.def("order_polytope_edges", &order_polytope_edges, "p"_a, "max_edges"_a = max_edges, without_gil(),
        "The edges of O(P), sorted pairs of positions in order_polytope(p).vertices; no polytope is built.");
  m.def("chain_polytope_edges", &chain_polytope_edges, "p"_a, "max_edges"_a = max_edges, without_gil(),
        "The edges of C(P), sorted pairs of positions in chain_polytope(p).vertices; no polytope is built.");
  m.def("count_order_polytope_edges", &count_order_polytope_edges, "p"_a, without_gil(),
        "The number of edges of O(P), which is that of C(P).");
  m.def("order_polytope_diameter", &order_polytope_diameter, "p"_a, without_gil(),
        "The greatest distance of two vertices of O(P) along edges.");
  m.def("chain_polytope_diameter", &chain_polytope_diameter, "p"_a, without_gil(),
        "The greatest distance of two vertices of C(P) along edges.");
}

void bind_triangulation(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<CanonicalSimplex>(m, "CanonicalSimplex",
                               "A simplex of the canonical triangulation of O(P), for a linear extension.")
      .def_ro("linear_extension", &CanonicalSimplex::linear_extension, "Points from bottom to top.")
      .def_ro("up_sets", &CanonicalSimplex::up_sets, "The vertices: n + 1 up-sets by size, frozensets.")
      .def(
          "__eq__", [](const CanonicalSimplex& a, const CanonicalSimplex& b) { return a == b; }, "other"_a,
          nb::is_operator())
      .def("__hash__",
           [](const CanonicalSimplex& simplex) {
             std::size_t value = 0;
             for (const Element e : simplex.linear_extension) value = value * 31 + index(e);
             return static_cast<Py_hash_t>(value >> 1U);
           })
      .def("__repr__", [](const CanonicalSimplex& simplex) {
        return "<CanonicalSimplex of dimension " + std::to_string(simplex.linear_extension.size()) + ">";
      });
  nb::class_<CanonicalTriangulationIterator>(m, "CanonicalTriangulationIterator",
                                             "The iterator of CanonicalTriangulation.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](CanonicalTriangulationIterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            CanonicalSimplex current = *self.next;
            ++self.next;
            return current;
          },
          "The next simplex.");
  nb::class_<CanonicalTriangulation>(m, "CanonicalTriangulation",
                                     "The canonical triangulation of O(P), one unimodular simplex for each linear "
                                     "extension: a lazy iterable. One is stored at a time.")
      .def(nb::init<const Poset&>(), "poset"_a, nb::keep_alive<1, 2>(), "The triangulation of O(P).")
      .def(
          "__iter__", [](const CanonicalTriangulation& range) { return CanonicalTriangulationIterator{range.begin()}; },
          nb::keep_alive<0, 1>());
  m.def(
      "canonical_triangulation", [](const Poset& p) { return canonical_triangulation(p); }, "p"_a,
      nb::keep_alive<0, 1>(),
      "The canonical triangulation of O(P), lazily; it has count_linear_extensions(p) simplices.");
  m.def(
      "canonical_simplex", [](const Poset& p, const RationalVector& x) { return canonical_simplex(p, x); }, "p"_a,
      "x"_a, "A simplex of the canonical triangulation that contains x.");
  m.def(
      "up_set_weights", [](const Poset& p, const RationalVector& x) { return up_set_weights(p, x); }, "p"_a, "x"_a,
      "The one chain of up-sets with positive weights, of sum 1, whose indicators have the mean x: pairs (up-set, "
      "weight).");
}

void bind_equivalence(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "find_x_subposet",
      [](const Poset& p) {
        const auto x = find_x_subposet(p);
        return x ? nb::cast(*x) : nb::none();
      },
      "p"_a, "Points a, b, c, d, e with a, b < c < d, e, where a, b and d, e are incomparable; None without such.");
  m.def("are_order_and_chain_polytope_equivalent", &are_order_and_chain_polytope_equivalent, "p"_a,
        "Whether O(P) and C(P) are unimodularly equivalent: iff P has no X-subposet.");
  m.def("order_polytope_flips", &order_polytope_flips, "p"_a, without_gil(),
        "The posets Q that one flip of P with its bounds makes; O(Q) is equivalent to O(P).");
  m.def("order_polytope_equivalence_class", &order_polytope_equivalence_class, "p"_a,
        "max_posets"_a = std::size_t{10'000}, without_gil(),
        "All posets Q with O(Q) unimodularly equivalent to O(P), one of each isomorphism type.");
  m.def("are_order_polytopes_equivalent", &are_order_polytopes_equivalent, "p"_a, "q"_a, without_gil(),
        "Whether O(P) and O(Q) are unimodularly, equivalently combinatorially, the same.");
}

/// All of P when nothing is given.
ElementSet chain_part_of(const Poset& p, const nb::object& chain_part, const char* function) {
  if (chain_part.is_none()) return ElementSet::full(p.size());
  return nb::cast<Elements>(chain_part).in(p, function);
}

void bind_chain_order(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "chain_order_polytope",
      [](const Poset& p, const Elements& chain_part, std::size_t max_vertices) {
        return chain_order_polytope(p, chain_part.in(p, "chain_order_polytope"), max_vertices);
      },
      "p"_a, "chain_part"_a, "max_vertices"_a = std::size_t{1} << 22, without_gil(),
      "The polytope between O(P), for no chain part, and C(P), for all points as the chain part.");
  m.def(
      "count_chain_order_polytope_facets",
      [](const Poset& p, const Elements& chain_part) {
        return count_chain_order_polytope_facets(p, chain_part.in(p, "count_chain_order_polytope_facets"));
      },
      "p"_a, "chain_part"_a, "The number of its facets; no polytope is built.");
  m.def(
      "transfer_map",
      [](const Poset& p, const RationalVector& x, const nb::object& chain_part) {
        return transfer_map(p, chain_part_of(p, chain_part, "transfer_map"), x);
      },
      "p"_a, "x"_a, "chain_part"_a = nb::none(),
      "The piecewise linear bijection from O(P) to the chain-order polytope; to C(P) without a chain part.");
  m.def(
      "inverse_transfer_map",
      [](const Poset& p, const RationalVector& y, const nb::object& chain_part) {
        return inverse_transfer_map(p, chain_part_of(p, chain_part, "inverse_transfer_map"), y);
      },
      "p"_a, "y"_a, "chain_part"_a = nb::none(), "The inverse of transfer_map.");
}

void bind_marked(nb::module_& m) {
  using namespace nb::literals;
  constexpr std::uint64_t effort = std::uint64_t{1} << 32;
  nb::class_<MarkedPoset>(
      m, "MarkedPoset",
      "A poset some points of which are marked by numbers, all minimal and maximal ones among them; "
      "the others are the coordinates of its polytopes.")
      .def(
          "__init__",
          [](MarkedPoset* self, const Poset& poset, const nb::dict& marks) {
            std::vector<std::pair<Element, Rational>> pairs;
            for (const auto& [point, mark] : marks)
              pairs.emplace_back(nb::cast<Element>(point), nb::cast<Rational>(mark));
            new (self) MarkedPoset(poset, std::move(pairs));
          },
          "poset"_a, "marks"_a, "A poset with a dict from points to marks.")
      .def_prop_ro("poset", &MarkedPoset::poset, nb::rv_policy::copy, "The poset.")
      .def_prop_ro("marks", &MarkedPoset::marks, "Pairs of a point and its mark, by the points.")
      .def_prop_ro("unmarked", &MarkedPoset::unmarked, "The points without marks: the coordinates.")
      .def("__repr__", [](const MarkedPoset& marked) {
        return "<MarkedPoset of " + std::to_string(marked.poset().size()) + " points, " +
               std::to_string(marked.marks().size()) + " of them marked>";
      });
  m.def("marked_bounds", &marked_bounds, "p"_a, "P with bounds marked 0 and 1; its polytopes are O(P) and C(P).");
  m.def("marked_order_polytope", &marked_order_polytope, "marked"_a, "max_vertices"_a = std::size_t{1} << 22,
        "effort"_a = std::uint64_t{1} << 28, without_gil(),
        "The extensions of the marks to all points that preserve the order; no hull is computed.");
  m.def("marked_chain_polytope", &marked_chain_polytope, "marked"_a, without_gil(),
        "Non-negative numbers whose sums over chains between marks a and b are at most b - a.");
  m.def(
      "marked_chain_order_polytope",
      [](const MarkedPoset& marked, const Elements& chain_part) {
        return marked_chain_order_polytope(marked, chain_part.in(marked.poset(), "marked_chain_order_polytope"));
      },
      "marked"_a, "chain_part"_a, without_gil(), "The polytope between both for a set of unmarked points.");
  m.def("count_marked_order_polytope_lattice_points", &count_marked_order_polytope_lattice_points, "marked"_a,
        "effort"_a = effort, without_gil(), "The lattice points of the marked order polytope; no polytope is built.");
  m.def("marked_order_polytope_ehrhart_polynomial", &marked_order_polytope_ehrhart_polynomial, "marked"_a,
        "effort"_a = effort, without_gil(), "The Ehrhart polynomial of the marked order polytope with integer marks.");
  m.def("marked_order_polytope_volume", &marked_order_polytope_volume, "marked"_a, "effort"_a = effort, without_gil(),
        "The volume of the marked order polytope; no polytope is built.");
  m.def(
      "gelfand_tsetlin_poset", [](const RationalVector& parts) { return gelfand_tsetlin_poset(parts); }, "parts"_a,
      "The triangle of Gelfand-Tsetlin patterns with the given top row, which is marked.");
  m.def(
      "gelfand_tsetlin_polytope", [](const RationalVector& parts) { return gelfand_tsetlin_polytope(parts); },
      "parts"_a, without_gil(), "The polytope of Gelfand-Tsetlin patterns with the given top row.");
}

}  // namespace

void bind_poset_polytopes(nb::module_& m) {
  bind_graph(m);
  bind_triangulation(m);
  bind_equivalence(m);
  bind_chain_order(m);
  bind_marked(m);
}

}  // namespace tropiary::python
