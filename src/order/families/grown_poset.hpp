#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "order/families/size_limits.hpp"

namespace tropiary::detail {

// Limits for posets with labels, made object by object.
inline constexpr std::size_t family_points = std::size_t{1} << 22;
inline constexpr std::size_t family_covers = std::size_t{1} << 24;

inline void require_family_size(const char* function, std::size_t points, std::size_t covers) {
  require_size(function, points, family_points);
  if (covers > family_covers)
    throw_too_large(function, std::to_string(points) + " points and their covers", family_covers);
}

/// An object as a word of numbers.
using State = std::u32string;

/// The poset of the states that upward covers lead to from the least one. Points are numbered by their distance from it
/// and then by the words. `upper_covers(state, emit)` calls emit(upper) for each cover, `label(state)` names a point.
template <class UpperCovers, class Label>
Poset grown_poset(const char* function, State least, UpperCovers upper_covers, Label label) {
  std::unordered_map<State, std::size_t> number{{least, 0}};
  std::vector<State> states{std::move(least)};
  std::vector<Relation> covers;
  for (std::size_t start = 0; start < states.size();) {
    const std::size_t stop = states.size();
    std::vector<State> next;
    for (std::size_t i = start; i < stop; ++i) {
      upper_covers(states[i], [&](State upper) {
        if (number.emplace(upper, 0).second) next.push_back(std::move(upper));
      });
      require_size(function, states.size() + next.size(), family_points);
    }
    std::sort(next.begin(), next.end());
    for (State& state : next) {
      number[state] = states.size();
      states.push_back(std::move(state));
    }
    for (std::size_t i = start; i < stop; ++i)
      upper_covers(states[i], [&](const State& upper) { covers.push_back(relation(i, number[upper])); });
    require_family_size(function, states.size(), covers.size());
    start = stop;
  }
  std::vector<std::string> labels;
  labels.reserve(states.size());
  for (const State& state : states) labels.push_back(label(state));
  return poset_from_covers_unchecked(states.size(), std::move(covers), std::move(labels));
}

/// "431", or "4-3-1" where numbers of the same poset are `wide`, of two digits; `nothing` for no numbers.
inline std::string numbers_text(const State& numbers, bool wide, const char* nothing) {
  std::string text;
  for (const char32_t n : numbers) text += (wide && !text.empty() ? "-" : "") + std::to_string(std::uint32_t{n});
  return numbers.empty() ? nothing : text;
}

}  // namespace tropiary::detail
