#include "tropiary/order/families.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/order/random_posets.hpp"

namespace tropiary::python {

void bind_families(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "young_diagram", [](const std::vector<std::size_t>& parts) { return young_diagram(parts); }, "parts"_a,
      without_gil(), "The cells of the diagram of a partition, row by row, componentwise.");
  m.def(
      "young_interval", [](const std::vector<std::size_t>& parts) { return young_interval(parts); }, "parts"_a,
      without_gil(), "The partitions whose diagrams lie in that of the given one: an interval of Young's lattice.");
  m.def("young_lattice", &young_lattice, "n"_a, without_gil(), "The partitions of 0, ..., n by inclusion of diagrams.");
  m.def("dominance_order", &dominance_order, "n"_a, without_gil(),
        "The partitions of n by dominance, which compares the sums of first parts.");
  m.def("composition_lattice", &composition_lattice, "n"_a, without_gil(), "The compositions of n by refinement.");
  m.def("partition_lattice", &partition_lattice, "n"_a, without_gil(),
        "The set partitions of [n] by refinement, written \"13|2\".");
  m.def("noncrossing_partition_lattice", &noncrossing_partition_lattice, "n"_a, without_gil(),
        "The set partitions of [n] without a < b < c < d, a and c in a block, b and d in another.");
  m.def("tamari_lattice", &tamari_lattice, "n"_a, without_gil(),
        "Balanced words of n pairs of parentheses; up is to move a closing one behind the partner of the next opening "
        "one.");
  m.def("shuffle_poset", &shuffle_poset, "m"_a, "n"_a, without_gil(),
        "Shuffles of subwords of m small and n capital letters; up is to delete a small or to insert a capital one.");
  m.def("subspace_lattice", &subspace_lattice, "q"_a, "n"_a, without_gil(),
        "The subspaces of the n-dimensional space over the field with q elements, written as echelon forms \"10|01\".");
  m.def("root_poset", &root_poset, "type"_a, without_gil(),
        "The positive roots of a type such as \"A7\" or \"E8\"; up is to add simple roots.");
  m.def("bruhat_order", &bruhat_order, "type"_a, without_gil(),
        "The Bruhat order of the Weyl group of a type such as \"B3\", or of the permutations of [4] for \"4\".");
  m.def("weak_order", &weak_order, "type"_a, without_gil(), "The right weak order of the same group, a lattice.");

  m.def("random_graph_order", &random_graph_order, "n"_a, "probability"_a, "seed"_a, without_gil(),
        "The closure of a random graph: each pair i < j of a random numbering is related with this probability.");
  m.def("random_dimension_order", &random_dimension_order, "n"_a, "k"_a, "seed"_a, without_gil(),
        "The intersection of k uniformly random linear orders.");
  m.def(
      "random_layered_order",
      [](const std::vector<std::size_t>& levels, const Rational& probability, std::uint64_t seed) {
        return random_layered_order(levels, probability, seed);
      },
      "levels"_a, "probability"_a, "seed"_a, without_gil(),
      "Levels of these sizes; each pair in neighbouring levels is related with this probability.");
  m.def("random_interval_order", &random_interval_order, "n"_a, "seed"_a, without_gil(),
        "n intervals with 2n distinct ends, paired at random; one is below those that begin after its end.");
  m.def("random_series_parallel_order", &random_series_parallel_order, "n"_a, "seed"_a, without_gil(),
        "A set split at random into parts that stand beside or above each other, and so on.");
  m.def("random_tree_order", &random_tree_order, "n"_a, "seed"_a, without_gil(),
        "A uniformly random labelled rooted tree; the root is least.");
}

}  // namespace tropiary::python
