#include "tropiary/order/up_set_lattice.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/classes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

constexpr std::array label_names = {"up_sets", "antichains", "none"};

std::string set_label(const Poset& p, const ElementSet& set) {
  std::string text = "{";
  for (const Element e : set) text += (text.size() > 1 ? "," : "") + p.label(e);
  return text + "}";
}

std::vector<Element> with_one(const Poset& p, bool lower) {
  std::vector<Element> result;
  for (std::size_t x = 0; x < p.size(); ++x) {
    const auto covers = lower ? p.lower_covers(element(x)) : p.upper_covers(element(x));
    if (covers.size() == 1) result.push_back(element(x));
  }
  return result;
}

}  // namespace

std::string_view to_string(UpSetLabels labels) noexcept { return label_names[static_cast<std::size_t>(labels)]; }

UpSetLabels up_set_labels(std::string_view name) {
  const auto* const found = std::ranges::find(label_names, name);
  if (found != label_names.end()) return static_cast<UpSetLabels>(found - label_names.begin());
  throw Error(Errc::invalid_argument,
              "up_set_labels: \"" + std::string(name.substr(0, 60)) + "\" is none of up_sets, antichains, none");
}

Poset up_set_lattice(const Poset& p, UpSetLabels labels, std::size_t max_points) {
  const Integer count = count_up_sets(p);
  if (count > Integer(max_points)) {
    throw Error(Errc::too_large, "up_set_lattice: the poset has " + count.to_string() + " up-sets, at most " +
                                     std::to_string(max_points) + " are allowed");
  }
  constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30U;
  if (count * Integer(p.size() / 8 + 1) > Integer(most_bytes)) {
    throw Error(Errc::too_large, "up_set_lattice: " + count.to_string() + " up-sets of " + std::to_string(p.size()) +
                                     " points take more than 2^30 bytes");
  }
  std::uint64_t label_bytes = 0;
  std::unordered_map<ElementSet, std::uint32_t> place;
  place.reserve(static_cast<std::size_t>(count.to_int64()));
  std::vector<std::string> names;
  std::vector<Relation> covers;
  for (const ElementSet& set : up_sets(p)) {  // an up-set comes after its subsets
    const Element here = element(place.size());
    const ElementSet minimal = minimal_elements(p, set);
    for (const Element x : minimal) {
      ElementSet smaller = set;
      smaller.erase(x);
      covers.push_back({element(place.at(smaller)), here});
    }
    if (labels != UpSetLabels::none) {
      names.push_back(set_label(p, labels == UpSetLabels::up_sets ? set : minimal));
      label_bytes += names.back().size();
      if (label_bytes > most_bytes) {
        throw Error(Errc::too_large, "up_set_lattice: the labels \"" + std::string(to_string(labels)) + "\" of " +
                                         count.to_string() + " up-sets take more than 2^30 bytes");
      }
    }
    place.emplace(set, static_cast<std::uint32_t>(place.size()));
  }
  std::sort(covers.begin(), covers.end());
  return detail::poset_from_covers_unchecked(place.size(), std::move(covers), std::move(names));
}

std::vector<Element> join_irreducibles(const Poset& p) { return with_one(p, true); }
std::vector<Element> meet_irreducibles(const Poset& p) { return with_one(p, false); }

Poset birkhoff_poset(const Poset& lattice) {
  if (lattice.empty()) {
    throw Error(Errc::invalid_argument,
                "birkhoff_poset: the empty poset is no lattice of up-sets, which has a least one");
  }
  if (const auto reason = obstruction(lattice, PosetClass::distributive)) {
    std::string points;
    for (const Element e : reason->points) points += (points.empty() ? "" : ", ") + lattice.label(e);
    throw Error(Errc::invalid_argument, "birkhoff_poset: the poset is no distributive lattice: " +
                                            std::string(to_string(reason->kind)) + " of " + points);
  }
  return dual(induced_subposet(lattice, join_irreducibles(lattice)));
}

}  // namespace tropiary
