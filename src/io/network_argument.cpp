#include "tropiary/io/network_argument.hpp"

#include <array>
#include <charconv>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/network/order_statistics.hpp"
#include "tropiary/network/recursions.hpp"

namespace tropiary {
namespace {

using Numbers = std::vector<std::size_t>;

NamedNetwork with_names(TropicalNetwork network) {
  NamedNetwork result{std::move(network), {}, {}};
  for (std::size_t i = 0; i < result.network.count_inputs(); ++i) result.input_names.push_back("x" + std::to_string(i));
  for (std::size_t i = 0; i < result.network.outputs().size(); ++i) {
    result.output_names.push_back("y" + std::to_string(i));
  }
  return result;
}

std::vector<Arc> complete_digraph(std::size_t vertices) {
  constexpr std::size_t most_vertices = 512;  // some n³ arguments of nodes
  if (vertices > most_vertices) {
    throw Error(Errc::too_large, "parse_network_argument: the complete graph on " + std::to_string(vertices) +
                                     " vertices, at most " + std::to_string(most_vertices));
  }
  std::vector<Arc> arcs;
  for (std::size_t u = 0; u < vertices; ++u) {
    for (std::size_t v = 0; v < vertices; ++v) {
      if (u != v) arcs.push_back({u, v});
    }
  }
  return arcs;
}

struct Family {
  std::string_view name;
  std::string_view parameters;
  std::size_t count;
  NamedNetwork (*make)(const Numbers& n);
};

constexpr std::array<Family, 8> families = {{
    {"sort", "N", 1, [](const Numbers& n) { return with_names(sorted_values(n[0])); }},
    {"median", "N", 1, [](const Numbers& n) { return with_names(median(n[0])); }},
    {"largest", "N:K", 2, [](const Numbers& n) { return with_names(largest_values(n[0], n[1])); }},
    {"sum-of-largest", "N:K", 2, [](const Numbers& n) { return with_names(sum_of_largest(n[0], n[1])); }},
    {"order-statistic", "N:POSITION", 2,
     [](const Numbers& n) { return with_names(order_statistics(n[0], std::span(n).subspan(1, 1))); }},
    {"spanning-tree", "N", 1, [](const Numbers& n) { return minimum_spanning_tree(n[0]); }},
    {"bellman-ford", "N", 1, [](const Numbers& n) { return bellman_ford(n[0], complete_digraph(n[0]), 0); }},
    {"reachability", "N", 1, [](const Numbers& n) { return reachability(n[0], complete_digraph(n[0]), 0); }},
}};
constexpr std::string_view chain_name = "heaviest-chain";

Numbers parse_numbers(std::string_view text, const Family& family) {
  constexpr std::size_t most = std::size_t{1} << 20;
  const auto refuse = [&](const std::string& problem) {
    throw Error(Errc::invalid_argument,
                "parse_network_argument: " + io::quote(std::string(family.name) + ":" + std::string(text)) + ": " +
                    problem + "; it is written " + std::string(family.name) + ":" + std::string(family.parameters));
  };
  Numbers numbers;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(':', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (part.empty() || error != std::errc{} || stop != part.data() + part.size() || value > most ||
        (numbers.empty() && value == 0)) {
      refuse(io::quote(std::string(part)) + " is no whole number from 1 to " + std::to_string(most));
    }
    numbers.push_back(value);
    at = end + 1;
  }
  if (numbers.size() != family.count) refuse("it takes " + std::to_string(family.count) + " numbers");
  return numbers;
}

}  // namespace

std::optional<NamedNetwork> parse_network_argument(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(0, colon);
  const std::string_view rest = text.substr(colon + 1);
  if (name == chain_name) return heaviest_chain(parse_poset_argument(std::string(rest)));
  for (const Family& family : families) {
    if (family.name == name) return family.make(parse_numbers(rest, family));
  }
  return std::nullopt;
}

std::vector<std::string> network_argument_forms() {
  std::vector<std::string> forms;
  for (const Family& family : families)
    forms.push_back(std::string(family.name) + ":" + std::string(family.parameters));
  forms.push_back(std::string(chain_name) + ":POSET");
  return forms;
}

}  // namespace tropiary
