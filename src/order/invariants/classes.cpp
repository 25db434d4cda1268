#include "tropiary/order/classes.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "order/invariants/obstructions.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

constexpr std::array class_names = {"connected", "bounded", "interval_order", "semiorder", "n_free",  "series_parallel",
                                    "lattice",   "modular", "distributive",   "graded",    "eulerian"};
constexpr std::array kind_names = {"no_points",
                                   "two_components",
                                   "two_minimal_elements",
                                   "two_maximal_elements",
                                   "two_plus_two",
                                   "three_plus_one",
                                   "covering_n",
                                   "induced_n",
                                   "no_meet",
                                   "no_join",
                                   "pentagon",
                                   "diamond",
                                   "unequal_chains",
                                   "interval"};

/// Throws invalid_argument in the name of a function, naming what there is.
std::size_t position(std::span<const char* const> names, std::string_view name, const char* function) {
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string known;
  for (const char* other : names) known += (known.empty() ? "" : ", ") + std::string(other);
  throw Error(Errc::invalid_argument,
              std::string(function) + ": unknown name \"" + std::string(name.substr(0, 60)) + "\"; known: " + known);
}

}  // namespace

std::string_view to_string(PosetClass c) noexcept { return class_names[static_cast<std::size_t>(c)]; }
std::string_view to_string(Obstruction::Kind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

PosetClass poset_class(std::string_view name) {
  return static_cast<PosetClass>(position(class_names, name, "poset_class"));
}

Obstruction::Kind obstruction_kind(std::string_view name) {
  return static_cast<Obstruction::Kind>(position(kind_names, name, "obstruction_kind"));
}

void detail::check_pairs(const Poset& p, const char* function) {
  if (p.size() <= Poset::closure_limit) return;
  throw Error(Errc::too_large, std::string(function) + ": " + std::to_string(p.size()) +
                                   " elements; pairs are compared up to " + std::to_string(Poset::closure_limit) +
                                   " elements");
}

std::optional<Obstruction> detail::disconnectedness(const Poset& p) {
  if (p.empty()) return Obstruction{Obstruction::Kind::no_points, {}};
  std::vector<bool> met(p.size(), false);
  std::vector<Element> stack{element(0)};
  met[0] = true;
  while (!stack.empty()) {
    const Element x = stack.back();
    stack.pop_back();
    for (const auto& neighbours : {p.upper_covers(x), p.lower_covers(x)}) {
      for (const Element y : neighbours) {
        if (met[index(y)]) continue;
        met[index(y)] = true;
        stack.push_back(y);
      }
    }
  }
  const auto outside = std::find(met.begin(), met.end(), false);
  if (outside == met.end()) return std::nullopt;
  return Obstruction{Obstruction::Kind::two_components,
                     {element(0), element(static_cast<std::size_t>(outside - met.begin()))}};
}

std::optional<Obstruction> detail::unboundedness(const Poset& p) {
  if (p.empty()) return Obstruction{Obstruction::Kind::no_points, {}};
  std::vector<Element> minimal;
  std::vector<Element> maximal;
  for (const Element x : p.linear_extension()) {
    if (p.lower_covers(x).empty() && minimal.size() < 2) minimal.push_back(x);
    if (p.upper_covers(x).empty() && maximal.size() < 2) maximal.push_back(x);
  }
  if (minimal.size() == 2) return Obstruction{Obstruction::Kind::two_minimal_elements, std::move(minimal)};
  if (maximal.size() == 2) return Obstruction{Obstruction::Kind::two_maximal_elements, std::move(maximal)};
  return std::nullopt;
}

std::optional<Obstruction> obstruction(const Poset& p, PosetClass c) {
  switch (c) {
    case PosetClass::connected:
      return detail::disconnectedness(p);
    case PosetClass::bounded:
      return detail::unboundedness(p);
    case PosetClass::interval_order:
      return detail::not_interval_order(p);
    case PosetClass::semiorder:
      return detail::not_semiorder(p);
    case PosetClass::n_free:
      return detail::not_n_free(p);
    case PosetClass::series_parallel:
      return detail::not_series_parallel(p);
    case PosetClass::lattice:
      return detail::not_lattice(p);
    case PosetClass::modular:
      return detail::not_modular(p);
    case PosetClass::distributive:
      return detail::not_distributive(p);
    case PosetClass::graded:
      return detail::not_graded(p);
    case PosetClass::eulerian:
      return detail::not_eulerian(p);
  }
  return std::nullopt;
}

bool is_connected(const Poset& p) { return !detail::disconnectedness(p); }
bool is_bounded(const Poset& p) { return !detail::unboundedness(p); }
bool is_interval_order(const Poset& p) { return !detail::not_interval_order(p); }
bool is_semiorder(const Poset& p) { return !detail::not_semiorder(p); }
bool is_n_free(const Poset& p) { return !detail::not_n_free(p); }
bool is_modular(const Poset& p) { return !detail::not_modular(p); }
bool is_distributive(const Poset& p) { return !detail::not_distributive(p); }
bool is_eulerian(const Poset& p) { return !detail::not_eulerian(p); }

}  // namespace tropiary
