// Numbers of linear extensions of the bench posets, lists of linear extensions and up-sets.
// usage: linear_extensions tests/reference/posets.json

#include "tropiary/order/linear_extensions.hpp"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "timing.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/up_sets.hpp"

using namespace tropiary;
using namespace tropiary::benchmarks;

namespace {

Poset to_poset(const nlohmann::json& entry) {
  std::vector<Relation> covers;
  for (const auto& pair : entry.at("covers")) {
    covers.push_back({element(pair[0].get<std::size_t>()), element(pair[1].get<std::size_t>())});
  }
  return Poset::from_relations(entry.at("n").get<std::size_t>(), covers);
}

void count(const std::string& name, const Poset& p, LinearExtensionMethod method = LinearExtensionMethod::automatic) {
  Integer answer;
  const double seconds = best_seconds(3, [&] { answer = count_linear_extensions(p, method); });
  report(name, "tropiary", seconds, answer.to_string());
}

void list(const std::string& name, const Poset& p) {
  std::size_t seen = 0;
  std::uint64_t sum = 0;
  const double seconds = best_seconds(3, [&] {
    seen = 0;
    for_each_linear_extension(p, [&](std::span<const Element> arrangement) {
      ++seen;
      sum += index(arrangement.back());
    });
  });
  report("list " + name, "tropiary", seconds, std::to_string(seen) + (sum == 0 ? "?" : ""), seen);
}

void list_up_sets(const std::string& name, const Poset& p) {
  std::size_t seen = 0;
  std::uint64_t sum = 0;
  const double seconds = best_seconds(3, [&] {
    seen = 0;
    for_each_up_set(p, [&](std::uint64_t set) {
      ++seen;
      sum += set * set;
    });
  });
  report("up-sets of " + name, "tropiary", seconds, std::to_string(seen) + (sum == 0 ? "?" : ""), seen);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: linear_extensions tests/reference/posets.json\n";
    return 2;
  }
  std::ifstream file(argv[1]);
  const auto document = nlohmann::json::parse(file);
  for (const auto& entry : document.at("posets")) {
    if (entry.at("n").get<std::size_t>() >= 20) count(entry.at("name").get<std::string>(), to_poset(entry));
  }
  count("boolean6", boolean_lattice(6));
  count("boolean6 without symmetry", boolean_lattice(6), LinearExtensionMethod::levels);

  list("antichain:10", antichain(10));
  list("boolean:4", boolean_lattice(4));
  list("crown:7", crown(7));
  list("grid:2x14", product(chain(2), chain(14)));
  for (const auto& entry : document.at("posets")) {
    if (entry.at("name") == "bip40_p0.2_s8") list_up_sets("bip40_p0.2_s8", to_poset(entry));
    if (entry.at("name") == "rand40_deg3_s7") list_up_sets("rand40_deg3_s7", to_poset(entry));
  }
  list_up_sets("antichain:24", antichain(24));
  list_up_sets("fence:36", fence(36));
  list_up_sets("boolean:6", boolean_lattice(6));
}
