#include "tropiary/order/chains.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/order/up_set_lattice.hpp"

namespace tropiary::python {

namespace {

/// A Python iterator: one value ahead of what was handed out.
template <class Range>
struct RangeIterator {
  typename Range::Iterator next;
};

/// A lazy range and its iterator.
template <class Range>
void bind_range(nb::module_& m, const char* name, const char* iterator_name, const char* doc) {
  using namespace nb::literals;
  using Iterator = RangeIterator<Range>;
  nb::class_<Iterator>(m, iterator_name, "An iterator over a lazy range.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](Iterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            auto current = *self.next;
            ++self.next;
            return current;
          },
          "The next one.");
  nb::class_<Range>(m, name, doc)
      .def(nb::init<const Poset&>(), "poset"_a, nb::keep_alive<1, 2>(), "Those of a poset.")
      .def(
          "__iter__", [](const Range& range) { return Iterator{range.begin()}; }, nb::keep_alive<0, 1>());
}

}  // namespace

void bind_chains(nb::module_& m) {
  using namespace nb::literals;
  bind_range<MaximalChains>(m, "MaximalChains", "MaximalChainsIterator",
                            "All maximal chains of a poset: a lazy iterable of tuples of points from bottom to top.");
  bind_range<MaximalAntichains>(m, "MaximalAntichains", "MaximalAntichainsIterator",
                                "All maximal antichains of a poset: a lazy iterable of frozensets of points.");
  m.def(
      "maximal_chains", [](const Poset& p) { return maximal_chains(p); }, "p"_a, nb::keep_alive<0, 1>(),
      "All maximal chains of p, lazily: each a tuple of points from bottom to top.");
  m.def(
      "maximal_antichains", [](const Poset& p) { return maximal_antichains(p); }, "p"_a, nb::keep_alive<0, 1>(),
      "All antichains of p that are in no larger one, lazily: each a frozenset of points.");
  m.def("count_maximal_chains", &count_maximal_chains, "p"_a, without_gil(),
        "The number of maximal chains, without listing them.");
  m.def("minimum_chain_decomposition", &minimum_chain_decomposition, "p"_a, without_gil(),
        "As few disjoint chains as possible that contain all points: width(p) of them (Dilworth).");
  m.def("minimum_antichain_decomposition", &minimum_antichain_decomposition, "p"_a, without_gil(),
        "As few disjoint antichains as possible that contain all points: height(p) of them (Mirsky).");
  m.def(
      "rank_function",
      [](const Poset& p) -> nb::object {
        const auto ranks = rank_function(p);
        return ranks ? nb::cast(*ranks) : nb::none();
      },
      "p"_a, nb::sig("def rank_function(p: Poset) -> tuple[int, ...] | None"),
      "The ranks that go up by one along covers, least value 0 on each connected component; None when there are none.");
  m.def("greene_kleitman_shape", &greene_kleitman_shape, "p"_a, without_gil(),
        "The partition whose first k parts add up to the most points that k chains contain; its conjugate does the "
        "same for antichains.");

  m.def(
      "up_set_lattice",
      [](const Poset& p, std::string_view labels, std::size_t max_points) {
        return up_set_lattice(p, up_set_labels(labels), max_points);
      },
      "p"_a, "labels"_a = "up_sets", "max_points"_a = std::size_t{1} << 20, without_gil(),
      "J(P): the up-sets of p ordered by inclusion, labelled by \"up_sets\", \"antichains\" (of their minimal points) "
      "or \"none\". Raises Error (\"too_large\") when there are more than max_points.");
  m.def("join_irreducibles", &join_irreducibles, "p"_a, without_gil(), "The points with exactly one lower cover.");
  m.def("meet_irreducibles", &meet_irreducibles, "p"_a, without_gil(), "The points with exactly one upper cover.");
  m.def("birkhoff_poset", &birkhoff_poset, "lattice"_a, without_gil(),
        "The poset whose lattice of up-sets is isomorphic to the distributive lattice: its join-irreducible points in "
        "the opposite order. Raises Error when the lattice is not distributive, naming an obstruction.");
}

}  // namespace tropiary::python
