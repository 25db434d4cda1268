#include "tropiary/order/constructions.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/order/completion.hpp"
#include "tropiary/order/names.hpp"

namespace tropiary::python {

void bind_constructions(nb::module_& m) {
  using namespace nb::literals;
  m.def("chain", &chain, "n"_a, without_gil(), "The chain 1 < 2 < ... < n.");
  m.def("antichain", &antichain, "n"_a, without_gil(), "n points without relations.");
  m.def("boolean_lattice", &boolean_lattice, "n"_a, without_gil(),
        "The subsets of [n] by inclusion; point i is the subset with bit mask i.");
  m.def("divisor_lattice", &divisor_lattice, "n"_a, without_gil(),
        "The divisors of n by divisibility, ascending, labelled by themselves.");
  m.def(
      "grid", [](const std::vector<std::size_t>& lengths) { return grid(lengths); }, "lengths"_a, without_gil(),
      "The product of chains of these lengths, last coordinate running fastest.");
  m.def("divisibility_order", &divisibility_order, "n"_a, without_gil(), "1, ..., n by divisibility.");
  m.def("standard_example", &standard_example, "n"_a, without_gil(),
        "2n points: i < n+j for i other than j; of dimension n for n ≥ 2.");
  m.def("complete_tree", &complete_tree, "arity"_a, "levels"_a, without_gil(),
        "The complete tree with so many levels and `arity` points above each inner point; the root is least.");
  m.def("fence", &fence, "n"_a, without_gil(), "The zigzag 1 < 2 > 3 < 4 > ... on n points.");
  m.def("crown", &crown, "n"_a, without_gil(), "2n points: i < n+i and i < n+(i mod n)+1 for 1 ≤ i ≤ n; n ≥ 2.");
  m.def("paper_poset", &paper_poset, "k"_a,
        "Poset k = 0..15 on four points in the order of arXiv 2412.06097, Table 1; 12 is the N: 1<2, 3<2, 3<4.");
  m.def(
      "named_poset", &named_poset, "name"_a, without_gil(),
      "The poset called \"N\", \"chain:4\", \"grid:3x4\", \"young:4-3-1\", \"bruhat:B3\", ...; poset_families() lists "
      "the names.");
  m.def(
      "poset_families",
      [] {
        std::vector<std::pair<std::string, std::string>> pairs;
        for (NamedFamily& family : poset_families())
          pairs.emplace_back(std::move(family.name), std::move(family.meaning));
        return pairs;
      },
      "The pairs (name, meaning) of all names that named_poset knows.");
  m.def("is_poset_name", &is_poset_name, "name"_a, "Whether the word before ':' names a family of posets.");
  m.def("dual", &dual, "p"_a, without_gil(), "The opposite order; labels kept.");
  m.def("product", &product, "p"_a, "q"_a, without_gil(),
        "The componentwise order; point (i, j) is i·|Q| + j, labelled \"(a,b)\" where P or Q has labels.");
  m.def("disjoint_union", &disjoint_union, "p"_a, "q"_a, without_gil(), "P + Q: P's points first.");
  m.def("ordinal_sum", &ordinal_sum, "p"_a, "q"_a, without_gil(), "P * Q: all of P below all of Q.");
  m.def(
      "lexicographic_sum",
      [](const Poset& p, const std::vector<Poset>& blocks) { return lexicographic_sum(p, blocks); }, "p"_a, "blocks"_a,
      without_gil(),
      "P(Q_1, ..., Q_n): x ≤ y iff in one block and x ≤ y there, or their blocks are strictly ordered in P. Blocks may "
      "be empty; labels become \"block.label\".");
  m.def(
      "induced_subposet",
      [](const Poset& p, const std::vector<Element>& elements) { return induced_subposet(p, elements); }, "p"_a,
      "elements"_a, without_gil(), "The order on these points, in the order given; labels kept.");
  m.def(
      "relabelled", [](const Poset& p, const std::vector<Element>& image) { return relabelled(p, image); }, "p"_a,
      "image"_a, without_gil(), "The same order renumbered: point i becomes image[i]; labels follow.");
  m.def(
      "interval",
      [](const Poset& p, Element x, Element y) {
        return interval(p, checked(p, x, "interval"), checked(p, y, "interval"));
      },
      "p"_a, "x"_a, "y"_a, without_gil(), "The points z with x ≤ z ≤ y, in P's numbering, labelled by P's labels.");
  m.def("interval_poset", &interval_poset, "p"_a, without_gil(),
        "The intervals [x, y] with x ≤ y by inclusion, sorted by (x, y) and labelled \"[x,y]\".");
  m.def("with_bottom", &with_bottom, "p"_a, without_gil(), "P and a new least point after its points, labelled \"⊥\".");
  m.def("with_top", &with_top, "p"_a, without_gil(), "P and a new greatest point after its points, labelled \"⊤\".");
  m.def("with_bounds", &with_bounds, "p"_a, without_gil(), "P with a new least point and a new greatest one.");
  m.def(
      "dedekind_macneille_completion",
      [](const Poset& p, std::size_t max_points) {
        Completion completion = dedekind_macneille_completion(p, max_points);
        return std::pair(std::move(completion.lattice), std::move(completion.embedding));
      },
      "p"_a, "max_points"_a = std::size_t{1} << 20, without_gil(),
      "The smallest complete lattice that contains P, and for each point of P its image: the pair (lattice, "
      "embedding).");
}

}  // namespace tropiary::python
