#include "tropiary/order/poset.hpp"

#include <functional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/io/draw.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary::python {

namespace {

constexpr std::size_t longest_shown = 32;   // points; a larger poset is only counted in its repr
constexpr std::size_t largest_drawn = 500;  // points; a notebook draws no larger poset

std::string representation(const Poset& p) {
  if (p.empty()) return "Poset()";
  if (p.size() > longest_shown) {
    return "<Poset of " + std::to_string(p.size()) + " points and " + std::to_string(p.count_covers()) + " covers>";
  }
  return "Poset(" + std::string(nb::repr(nb::cast(to_relations_text(p))).c_str()) + ")";
}

/// Notebooks fall back to the repr when there is no drawing.
nb::object drawing(const Poset& p) {
  if (p.size() > largest_drawn) return nb::none();
  return nb::cast(to_svg(p));
}

Py_hash_t hash(const Poset& p) {
  std::size_t value = p.size();
  for (const Relation& cover : p.covers()) {
    for (const Element e : {cover.lower, cover.upper}) {
      value ^= std::hash<std::size_t>()(index(e)) + 0x9e3779b97f4a7c15U + (value << 6U) + (value >> 2U);
    }
  }
  return static_cast<Py_hash_t>(value >> 1U);
}

}  // namespace

void bind_poset(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<Poset>(m, "Poset",
                    "A finite partially ordered set: an immutable value that keeps the caller's numbering and labels. "
                    "Points are ints from 0.\n\n"
                    "Poset(text) reads what the command line takes: a name (\"N\", \"chain:4\", \"boolean:3\", "
                    "\"paper:12\"), relations (\"1<3, 2<3\"), an operad term (\"N(chain:2, ., ., .)\"), digraph6 or "
                    "@file. `P + Q` is the disjoint union, `P * Q` the ordinal sum with P below. Equality and hash "
                    "mean the same order on the same numbering; labels are names and do not count.")
      .def(nb::init<>(), "The empty poset.")
      .def(
          "__init__", [](Poset* self, std::string_view text) { new (self) Poset(parse_poset_argument(text)); },
          "text"_a, without_gil(), "The poset of a POSET argument; see parse_poset_argument.")
      .def_static(
          "from_relations",
          [](std::size_t size, const std::vector<Relation>& relations, std::vector<std::string> labels) {
            return Poset::from_relations(size, relations, std::move(labels));
          },
          "size"_a, "relations"_a, "labels"_a = nb::tuple(), without_gil(),
          "The smallest order on the points 0..size-1 containing the relations, pairs (lower, upper). Raises Error "
          "(\"cyclic_relations\", naming a cycle; \"invalid_argument\").")
      .def_prop_ro("size", &Poset::size, "The number of points.")
      .def("__len__", &Poset::size)
      .def_prop_ro("empty", &Poset::empty, "Whether there are no points.")
      .def_prop_ro("covers", &Poset::covers, "The cover relations as pairs (lower, upper), sorted.")
      .def_prop_ro("count_covers", &Poset::count_covers, "The number of cover relations.")
      .def(
          "upper_covers",
          [](const Poset& p, Element e) {
            const auto row = p.upper_covers(checked(p, e, "upper_covers"));
            return std::vector<Element>(row.begin(), row.end());
          },
          "e"_a, "The points that cover e.")
      .def(
          "lower_covers",
          [](const Poset& p, Element e) {
            const auto row = p.lower_covers(checked(p, e, "lower_covers"));
            return std::vector<Element>(row.begin(), row.end());
          },
          "e"_a, "The points that e covers.")
      .def(
          "less",
          [](const Poset& p, Element a, Element b) { return p.less(checked(p, a, "less"), checked(p, b, "less")); },
          "a"_a, "b"_a, "Whether a < b.")
      .def(
          "less_equal",
          [](const Poset& p, Element a, Element b) {
            return p.less_equal(checked(p, a, "less_equal"), checked(p, b, "less_equal"));
          },
          "a"_a, "b"_a, "Whether a ≤ b.")
      .def(
          "comparable",
          [](const Poset& p, Element a, Element b) {
            return p.comparable(checked(p, a, "comparable"), checked(p, b, "comparable"));
          },
          "a"_a, "b"_a, "Whether a ≤ b or b ≤ a.")
      .def(
          "above", [](const Poset& p, Element e) { return p.above(checked(p, e, "above")); }, "e"_a,
          "The frozenset of the points x with e < x.")
      .def(
          "below", [](const Poset& p, Element e) { return p.below(checked(p, e, "below")); }, "e"_a,
          "The frozenset of the points x with x < e.")
      .def_prop_ro("minimal_elements", &Poset::minimal_elements, "The points with nothing below.")
      .def_prop_ro("maximal_elements", &Poset::maximal_elements, "The points with nothing above.")
      .def_prop_ro(
          "linear_extension",
          [](const Poset& p) {
            const auto order = p.linear_extension();
            return std::vector<Element>(order.begin(), order.end());
          },
          "All points, each after everything below it; the smallest position first where there is a choice.")
      .def_prop_ro("has_labels", &Poset::has_labels, "Whether labels were given.")
      .def(
          "label", [](const Poset& p, Element e) { return p.label(checked(p, e, "label")); }, "e"_a,
          "The given label of e, else its 1-based position.")
      .def_prop_ro("labels", &Poset::labels, "The label of every point.")
      .def("with_labels", &Poset::with_labels, "labels"_a, "The same order with other labels; no labels remove them.")
      .def(
          "__eq__", [](const Poset& p, const Poset& q) { return p == q; }, "other"_a, nb::is_operator())
      .def("__hash__", &hash)
      .def("__repr__", &representation)
      .def(
          "__add__", [](const Poset& p, const Poset& q) { return disjoint_union(p, q); }, "other"_a, nb::is_operator(),
          without_gil(), "The disjoint union, P's points first.")
      .def(
          "__mul__", [](const Poset& p, const Poset& q) { return ordinal_sum(p, q); }, "other"_a, nb::is_operator(),
          without_gil(), "The ordinal sum: all of P below all of Q.")
      .def("_repr_svg_", &drawing, "The Hasse diagram, for notebooks.");

  m.def("parse_poset_argument", &parse_poset_argument, "text"_a, without_gil(),
        "Reads a POSET argument as the command line takes it: a name, relations, an operad term, a digraph6 string "
        "(\"&...\") or \"@file\". Labels are kept; those of a term are \"block.label\". Raises Error.");
  m.def("parse_relations", &parse_relations, "text"_a, without_gil(),
        "The poset of a text such as \"1<3, 2<3<4; 5\". Points come in the order of numeric labels, else of first "
        "appearance. Raises Error with line and column.");
  m.def("to_relations_text", &to_relations_text, "p"_a,
        "Text that parse_relations reads back as the same poset with the same labels and numbering.");
}

}  // namespace tropiary::python
