// Properties in the search of an enumeration, against tests of all posets that the search without them shows.
//   enumeration_filters [N]         every property on N points (10)
//   enumeration_filters N THREADS   one visit of every poset on N points

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "order/enumeration/small_poset_tests.hpp"
#include "timing.hpp"
#include "tropiary/order/enumeration.hpp"

using namespace tropiary;

namespace {

struct Property {
  const char* name;
  std::function<void(EnumerationOptions&)> ask;
};

const std::vector<Property> properties = {
    {"connected", [](auto& o) { o.connected = true; }}, {"series-parallel", [](auto& o) { o.series_parallel = true; }},
    {"N-free", [](auto& o) { o.n_free = true; }},       {"prime", [](auto& o) { o.prime = true; }},
    {"lattice", [](auto& o) { o.lattice = true; }},     {"bounded", [](auto& o) { o.bounded = true; }},
    {"graded", [](auto& o) { o.graded = true; }},       {"interval order", [](auto& o) { o.interval_order = true; }},
    {"semiorder", [](auto& o) { o.semiorder = true; }}, {"height 4", [](auto& o) { o.height = 4; }},
    {"width 3", [](auto& o) { o.width = 3; }},          {"width at most 3", [](auto& o) { o.max_width = 3; }},
    {"9 covers", [](auto& o) { o.covers = 9; }},        {"14 covers", [](auto& o) { o.covers = 14; }},
};

std::uint64_t count_in_search(std::size_t n, const EnumerationOptions& options) {
  std::uint64_t count = 0;
  for_each_poset(n, options, [&](const SmallPoset&) { return ++count != 0; });
  return count;
}

std::uint64_t count_among_all(std::size_t n, const EnumerationOptions& options) {
  std::uint64_t count = 0;
  for_each_poset(n, {}, [&](const SmallPoset& p) {
    count += detail::satisfies(options, detail::SmallPosetView(p, n)) ? 1U : 0U;
    return true;
  });
  return count;
}

template <class Count>
void measure(const std::string& what, const char* program, Count count) {
  std::uint64_t answer = 0;
  const double seconds = benchmarks::best_seconds(1, [&] { answer = count(); });
  benchmarks::report(what, program, seconds, std::to_string(answer));
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t n = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10;
  if (argc > 2) {
    EnumerationOptions options;
    options.threads = std::strtoul(argv[2], nullptr, 10);
    return count_in_search(n, options) == 0 ? 1 : 0;
  }
  for (const Property& property : properties) {
    EnumerationOptions options;
    property.ask(options);
    const std::string name = property.name + std::string(" on ") + std::to_string(n) + " points";
    measure(name, "tropiary", [&] { return count_in_search(n, options); });
    measure(name, "filtering all", [&] { return count_among_all(n, options); });
  }
}
