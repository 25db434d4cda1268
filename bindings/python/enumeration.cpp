#include "tropiary/order/enumeration.hpp"

#include <string>

#include "bind.hpp"
#include "casters.hpp"
#include "enumeration_keywords.hpp"
#include "tropiary/error.hpp"

namespace tropiary::python {

namespace {

/// Other threads run during the search; the visitor's exception ends it.
bool for_each(std::size_t n, const nb::callable& visitor, const nb::kwargs& given) {
  EnumerationKeywords keywords("for_each_poset", given);
  bool ended = false;
  {
    const nb::gil_scoped_release release;
    ended = for_each_poset(n, keywords.options, [&](const SmallPoset& p) {
      Poset poset = to_poset(p);
      const nb::gil_scoped_acquire acquire;
      return !visitor(nb::cast(std::move(poset))).is(nb::bool_(false));
    });
  }
  keywords.finish();
  return ended;
}

Integer count(std::size_t n, const nb::kwargs& given) {
  EnumerationKeywords keywords("count_posets", given);
  try {
    const nb::gil_scoped_release release;
    return count_posets(n, keywords.options);
  } catch (const Error&) {
    keywords.finish();
    throw;
  }
}

/// A Python iterator over the range.
struct PosetsIterator {
  Posets::Iterator next;
};

Posets range(std::size_t n, const nb::kwargs& given) {
  EnumerationKeywords keywords("posets", given);
  keywords.options.progress = {};
  return {n, keywords.options};
}

}  // namespace

void bind_enumeration(nb::module_& m) {
  using namespace nb::literals;
  const std::string visit =
      std::string(
          "Calls visitor(p) for every poset p on n points, once up to isomorphism, always in the same order, until it "
          "returns False. Returns whether the end was reached. ") +
      enumeration_keywords_help;
  const std::string number = std::string("How many posets for_each_poset visits; the counts of all shards add up. ") +
                             enumeration_keywords_help;
  const std::string lazily =
      std::string("The posets that for_each_poset visits, as a lazy iterable. ") + enumeration_keywords_help;
  m.def("for_each_poset", &for_each, "n"_a, "visitor"_a, "keywords"_a, visit.c_str());
  m.def("count_posets", &count, "n"_a, "keywords"_a, number.c_str());
  nb::class_<PosetsIterator>(m, "PosetsIterator", "The iterator of Posets.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](PosetsIterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            Poset current = to_poset(*self.next);
            ++self.next;
            return current;
          },
          "The next poset.");
  nb::class_<Posets>(m, "Posets", "All posets of a size with some properties: a lazy iterable.")
      .def("__iter__", [](const Posets& posets) { return PosetsIterator{posets.begin()}; });
  m.def("posets", &range, "n"_a, "keywords"_a, lazily.c_str());
}

}  // namespace tropiary::python
