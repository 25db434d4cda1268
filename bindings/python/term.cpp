#include "tropiary/operad/term.hpp"

#include <array>
#include <optional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_argument.hpp"

namespace tropiary::python {

namespace {

constexpr std::array kinds{"point", "disjoint_union", "ordinal_sum", "compose"};  // in the order of Term::Kind
constexpr std::size_t longest_shown = 200;                                        // bytes of a term in its repr

Term::Kind kind(std::string_view name) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (name == kinds[i]) return static_cast<Term::Kind>(i);
  }
  throw Error(Errc::invalid_argument, "Term.Node: unknown kind \"" + std::string(name) +
                                          "\"; known kinds: point, disjoint_union, ordinal_sum, compose");
}

std::string representation(const Term& term) {
  if (term.nodes().size() > longest_shown) return "<Term of " + std::to_string(term.size()) + " points>";
  const std::string text = to_string(term);
  if (text.size() > longest_shown) return "<Term of " + std::to_string(term.size()) + " points>";
  return "parse_term(" + std::string(nb::repr(nb::cast(text)).c_str()) + ")";
}

}  // namespace

void bind_term(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<Term> term(m, "Term",
                        "A formal composition of posets: a tree that is never expanded unless asked, so terms of 10^6 "
                        "points are ordinary values. Points are numbered from left to right. Term() is the unit, one "
                        "point; `A + B` is the disjoint union, `A * B` the ordinal sum with A below.");
  nb::class_<Term::Node>(term, "Node", "A node of a Term.")
      .def(
          "__init__",
          [](Term::Node* self, std::string_view name, std::vector<std::size_t> children, std::size_t outer) {
            new (self) Term::Node{kind(name), std::move(children), outer};
          },
          "kind"_a, "children"_a = nb::tuple(), "outer"_a = 0, "A node from its parts.")
      .def_prop_ro(
          "kind", [](const Term::Node& node) { return kinds[static_cast<std::size_t>(node.kind)]; },
          "\"point\", \"disjoint_union\", \"ordinal_sum\" or \"compose\".")
      .def_ro("children", &Term::Node::children,
              "Positions of the children in `nodes`; of an ordinal sum from bottom to top, of compose one per point.")
      .def_ro("outer", &Term::Node::outer, "For \"compose\": the position of its poset in `outers`.");
  term.def(nb::init<>(), "The unit: one point.")
      .def_static("point", &Term::point, "The unit: one point.")
      .def_static("leaf", &Term::leaf, "p"_a, "text"_a = "", "A poset as a leaf, in its own numbering.")
      .def_static("disjoint_union", &Term::disjoint_union, "parts"_a, without_gil(),
                  "The disjoint union of terms; no parts make the empty poset.")
      .def_static("ordinal_sum", &Term::ordinal_sum, "parts"_a, without_gil(),
                  "The ordinal sum of terms, bottom to top.")
      .def_static("compose", &Term::compose, "outer"_a, "blocks"_a, "text"_a = "", without_gil(),
                  "outer(block_1, ..., block_n), one block for each point of outer.")
      .def_static("from_nodes", &Term::from_nodes, "nodes"_a, "outers"_a = nb::tuple(), without_gil(),
                  "Takes an array of nodes, children before parents, as it is; outers are pairs (poset, text).")
      .def_prop_ro("nodes", &Term::nodes, "All nodes, children before parents, the root last.")
      .def_prop_ro("outers", &Term::outers, "The posets of the \"compose\" nodes as pairs (poset, text).")
      .def_prop_ro("root", &Term::root, "The position of the root in `nodes`.")
      .def_prop_ro("size", &Term::size, "The number of points.")
      .def("__len__", &Term::size)
      .def("__str__", [](const Term& t) { return to_string(t); })
      .def("__repr__", &representation)
      .def(
          "__add__",
          [](const Term& a, const Term& b) {
            return Term::disjoint_union({a, b});
          },
          "other"_a, nb::is_operator(), "The disjoint union, a's points first.")
      .def(
          "__mul__",
          [](const Term& a, const Term& b) {
            return Term::ordinal_sum({a, b});
          },
          "other"_a, nb::is_operator(), "The ordinal sum: all of a below all of b.");

  m.def("parse_term", &parse_term, "text"_a, without_gil(),
        "Reads \"N(chain:2, ., antichain:3, .)\", \"A + B\", \"A * B\", parentheses, \".\" for the point, a named "
        "poset, relations in brackets. Raises Error with line and column.");
  m.def("parse_term_argument", &parse_term_argument, "text"_a, without_gil(),
        "Reads a POSET argument as the command line takes it, kept as a term: a name, relations, an operad term, a "
        "digraph6 string or \"@file\".");
  m.def("parse_term_content", &parse_term_content, "content"_a, "path"_a = "-", without_gil(),
        "What a file named by \"@file\" holds, once it has been read.");
  m.def("expand", nb::overload_cast<const Term&, bool>(&expand), "term"_a, "labels"_a = true, without_gil(),
        "The poset that a term denotes, points from left to right, labels \"block.label\".");
  m.def("count_up_sets", nb::overload_cast<const Term&>(&count_up_sets), "term"_a, without_gil(),
        "The same of the poset that a term denotes, by closed formulas on the tree; nothing is expanded.");
  m.def("count_linear_extensions", nb::overload_cast<const Term&>(&count_linear_extensions), "term"_a, without_gil(),
        "The same of the poset that a term denotes, by closed formulas on the tree; nothing is expanded.");
  m.def("count_covers", &count_covers, "term"_a, without_gil(),
        "The number of cover relations of the poset that a term denotes; nothing is expanded.");

  nb::class_<Factorisation>(m, "Factorisation",
                            "The modular decomposition of a poset seen as a term, with the point of the poset that "
                            "each point of the term stands for.")
      .def_ro("term", &Factorisation::term, "The term.")
      .def_ro("points", &Factorisation::points, "points[i] is the element that point i of the term stands for.");
  m.def("factorise", &factorise, "p"_a, without_gil(), "The modular decomposition of p as a term.");
}

}  // namespace tropiary::python
