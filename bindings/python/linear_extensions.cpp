#include "tropiary/order/linear_extensions.hpp"

#include <optional>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/order/linear_extension_statistics.hpp"

namespace tropiary::python {

namespace {

/// A Python iterator: one arrangement ahead of what was handed out.
struct LinearExtensionsIterator {
  LinearExtensions::Iterator next;
};

}  // namespace

void bind_linear_extensions(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<LinearExtensionsIterator>(m, "LinearExtensionsIterator", "The iterator of LinearExtensions.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](LinearExtensionsIterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            std::vector<Element> current = *self.next;
            ++self.next;
            return current;
          },
          "The next linear extension, a tuple of points from bottom to top.");
  nb::class_<LinearExtensions>(m, "LinearExtensions",
                               "All linear extensions of a poset: a lazy iterable of tuples of points from bottom to "
                               "top. One is stored at a time.")
      .def(nb::init<const Poset&>(), "poset"_a, nb::keep_alive<1, 2>(), "The linear extensions of a poset.")
      .def(
          "__iter__", [](const LinearExtensions& range) { return LinearExtensionsIterator{range.begin()}; },
          nb::keep_alive<0, 1>());
  m.def(
      "linear_extensions", [](const Poset& p) { return linear_extensions(p); }, "p"_a, nb::keep_alive<0, 1>(),
      "All linear extensions of p, lazily: each a tuple of points from bottom to top.");
  m.def(
      "for_each_linear_extension",
      [](const Poset& p, const nb::callable& visitor) {
        return for_each_linear_extension(p, [&](std::span<const Element> arrangement) {
          return !visitor(nb::cast(std::vector<Element>(arrangement.begin(), arrangement.end()))).is(nb::bool_(false));
        });
      },
      "p"_a, "visitor"_a,
      "Calls visitor(arrangement) once with every linear extension, in some order, until it returns False. Returns "
      "whether the end was reached.");
  m.def(
      "is_linear_extension",
      [](const Poset& p, const std::vector<Element>& arrangement) { return is_linear_extension(p, arrangement); },
      "p"_a, "arrangement"_a, "Whether all points are there once, each after everything below it.");
  nb::class_<LinearExtensionIndex>(m, "LinearExtensionIndex",
                                   "The linear extensions as numbers 0, 1, ..., e(P) - 1 in lexicographic order, and "
                                   "random ones. Raises Error (\"too_large\") for more than 64 points or more than "
                                   "max_down_sets down-sets.")
      .def(nb::init<const Poset&, std::size_t>(), "p"_a, "max_down_sets"_a = std::size_t{1} << 23, without_gil(),
           "Counts in how many ways each down-set can be completed.")
      .def(
          "count", [](const LinearExtensionIndex& self) { return self.count(); }, "The number e(P).")
      .def("unrank", &LinearExtensionIndex::unrank, "number"_a, "The linear extension with this number.")
      .def(
          "rank",
          [](const LinearExtensionIndex& self, const std::vector<Element>& arrangement) {
            return self.rank(arrangement);
          },
          "arrangement"_a, "The number of a linear extension.")
      .def("sample", &LinearExtensionIndex::sample, "how_many"_a, "seed"_a, without_gil(),
           "So many independent, uniformly random linear extensions; the same seed gives the same ones.");
  nb::class_<LinearExtensionSampler>(m, "LinearExtensionSampler",
                                     "Independent, uniformly random linear extensions of a poset of any size. Raises "
                                     "Error (\"too_large\") when a prime factor, with chains in place of its points, "
                                     "has more than 64 points or max_down_sets down-sets.")
      .def(nb::init<const Poset&, std::size_t>(), "p"_a, "max_down_sets"_a = std::size_t{1} << 23, without_gil(),
           "Makes the tables for the prime factors.")
      .def("sample", &LinearExtensionSampler::sample, "how_many"_a, "seed"_a, without_gil(),
           "So many linear extensions; the same seed gives the same ones.");

  nb::class_<JumpNumber>(m, "JumpNumber", "A linear extension with as few jumps as possible.")
      .def_ro("jumps", &JumpNumber::jumps, "The number of neighbours that are incomparable.")
      .def_ro("linear_extension", &JumpNumber::linear_extension, "A linear extension with so many jumps.");
  m.def("jump_number", &jump_number, "p"_a, "max_states"_a = std::size_t{1} << 22, without_gil(),
        "The least number of jumps of a linear extension, with one that has so many. Raises Error (\"too_large\") when "
        "the search meets more than max_states states.");
  constexpr std::size_t most = std::size_t{1} << 20;
  m.def("precedence_probabilities", &precedence_probabilities, "p"_a, "max_down_sets"_a = most, without_gil(),
        "At [x][y] the probability that x comes before y in a random linear extension. Raises Error (\"too_large\").");
  m.def("average_heights", &average_heights, "p"_a, "max_down_sets"_a = most, without_gil(),
        "At x the average place of x in a random linear extension, from 1. Raises Error (\"too_large\").");
  nb::class_<BalanceConstant>(m, "BalanceConstant", "The balance constant with a pair of points.")
      .def_ro("value", &BalanceConstant::value, "The balance constant.")
      .def_ro("x", &BalanceConstant::x, "The first point of the pair.")
      .def_ro("y", &BalanceConstant::y, "The second point of the pair.");
  m.def(
      "balance_constant",
      [](const Poset& p, std::size_t max_down_sets) -> nb::object {
        std::optional<BalanceConstant> found;
        {
          const nb::gil_scoped_release release;
          found = balance_constant(p, max_down_sets);
        }
        return found ? nb::cast(std::move(*found)) : nb::none();
      },
      "p"_a, "max_down_sets"_a = most,
      "The largest of min(Pr[x before y], Pr[y before x]) over the incomparable pairs, with such a pair; None for a "
      "chain. Raises Error (\"too_large\").");
}

}  // namespace tropiary::python
