#include "tropiary/order/up_sets.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

namespace {

/// A Python iterator: one up-set ahead of what was handed out.
struct UpSetsIterator {
  UpSets::Iterator next;
};

}  // namespace

void bind_up_sets(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<UpSetsIterator>(m, "UpSetsIterator", "The iterator of UpSets.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](UpSetsIterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            ElementSet current = *self.next;
            ++self.next;
            return current;
          },
          "The next up-set, a frozenset.");
  nb::class_<UpSets>(m, "UpSets",
                     "All up-sets of a poset, the empty one and the whole among them: a lazy iterable of frozensets of "
                     "ints. At most n + 1 are stored at a time.")
      .def(nb::init<const Poset&>(), "poset"_a, nb::keep_alive<1, 2>(), "The up-sets of a poset.")
      .def(
          "__iter__", [](const UpSets& range) { return UpSetsIterator{range.begin()}; }, nb::keep_alive<0, 1>());
  m.def(
      "up_sets", [](const Poset& p) { return up_sets(p); }, "p"_a, nb::keep_alive<0, 1>(),
      "All up-sets (order filters) of p, lazily: each a frozenset of points; the empty one first.");
  m.def(
      "for_each_up_set",
      [](const Poset& p, const nb::callable& visitor) {
        return for_each_up_set(p, [&](const ElementSet& set) { return !visitor(nb::cast(set)).is(nb::bool_(false)); });
      },
      "p"_a, "visitor"_a,
      "Calls visitor(set) once with every up-set until it returns False. Returns whether the end was reached.");

  m.def(
      "is_up_set", [](const Poset& p, const Elements& set) { return is_up_set(p, set.in(p, "is_up_set")); }, "p"_a,
      "set"_a, "Whether everything above an element of the set is in the set.");
  m.def(
      "up_closure", [](const Poset& p, const Elements& set) { return up_closure(p, set.in(p, "up_closure")); }, "p"_a,
      "set"_a, "The smallest up-set containing the set.");
  m.def(
      "down_closure", [](const Poset& p, const Elements& set) { return down_closure(p, set.in(p, "down_closure")); },
      "p"_a, "set"_a, "The smallest down-set containing the set.");
  m.def(
      "minimal_elements",
      [](const Poset& p, const Elements& set) { return minimal_elements(p, set.in(p, "minimal_elements")); }, "p"_a,
      "set"_a, "The minimal elements of the set, an antichain.");
  m.def(
      "maximal_elements",
      [](const Poset& p, const Elements& set) { return maximal_elements(p, set.in(p, "maximal_elements")); }, "p"_a,
      "set"_a, "The maximal elements of the set, an antichain.");
}

}  // namespace tropiary::python
