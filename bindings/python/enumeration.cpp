#include "tropiary/order/enumeration.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

namespace {

std::optional<std::size_t> optional_size(nb::handle value) {
  if (value.is_none()) return {};
  return nb::cast<std::size_t>(value);
}

EnumerationOptions options(bool connected, bool series_parallel, bool lattice, bool graded, nb::handle height,
                           nb::handle width, std::size_t shard, std::size_t shards) {
  return {connected, series_parallel, lattice, graded, optional_size(height), optional_size(width), shard, shards};
}

/// Other threads run during the search; the visitor's exception ends it.
bool for_each(std::size_t n, const nb::callable& visitor, bool connected, bool series_parallel, bool lattice,
              bool graded, nb::handle height, nb::handle width, std::size_t shard, std::size_t shards) {
  const EnumerationOptions shown = options(connected, series_parallel, lattice, graded, height, width, shard, shards);
  const nb::gil_scoped_release release;
  return for_each_poset(n, shown, [&](const SmallPoset& p) {
    Poset poset = to_poset(p);
    const nb::gil_scoped_acquire acquire;
    return !visitor(nb::cast(std::move(poset))).is(nb::bool_(false));
  });
}

Integer count(std::size_t n, bool connected, bool series_parallel, bool lattice, bool graded, nb::handle height,
              nb::handle width, std::size_t shard, std::size_t shards) {
  const EnumerationOptions shown = options(connected, series_parallel, lattice, graded, height, width, shard, shards);
  const nb::gil_scoped_release release;
  return count_posets(n, shown);
}

}  // namespace

void bind_enumeration(nb::module_& m) {
  using namespace nb::literals;
  m.def("for_each_poset", &for_each, "n"_a, "visitor"_a, nb::kw_only(), "connected"_a = false,
        "series_parallel"_a = false, "lattice"_a = false, "graded"_a = false, "height"_a = nb::none(),
        "width"_a = nb::none(), "shard"_a = 0, "shards"_a = 1,
        "Calls visitor(p) for every poset p on n points, once up to isomorphism, always in the same order, until it "
        "returns False. The keywords choose which; shard i of m are disjoint parts. Returns whether the end was "
        "reached.");
  m.def("count_posets", &count, "n"_a, nb::kw_only(), "connected"_a = false, "series_parallel"_a = false,
        "lattice"_a = false, "graded"_a = false, "height"_a = nb::none(), "width"_a = nb::none(), "shard"_a = 0,
        "shards"_a = 1, "How many posets for_each_poset visits.");
}

}  // namespace tropiary::python
