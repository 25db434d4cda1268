#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "tropiary/exact/rational.hpp"

namespace tropiary::detail {

/// weight · atom; the atoms are the inputs, then whatever a layout counts as its units.
struct AtomTerm {
  std::uint32_t atom;
  Rational weight;
  friend bool operator==(const AtomTerm&, const AtomTerm&) = default;
};
using AtomTerms = std::vector<AtomTerm>;  ///< ascending, weights ≠ 0

struct LinearForm {
  AtomTerms terms;
  Rational constant;
};

/// Sorts by atom and merges.
inline void normalise(AtomTerms& terms) {
  std::sort(terms.begin(), terms.end(), [](const AtomTerm& a, const AtomTerm& b) { return a.atom < b.atom; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms.size();) {
    AtomTerm merged = std::move(terms[i]);
    for (++i; i < terms.size() && terms[i].atom == merged.atom; ++i) merged.weight += terms[i].weight;
    if (!merged.weight.is_zero()) terms[kept++] = std::move(merged);
  }
  terms.resize(kept);
}

/// Adds factor · form; `to` is normalised afterwards by the caller.
inline void add(LinearForm& to, const LinearForm& form, const Rational& factor) {
  to.constant += factor * form.constant;
  for (const AtomTerm& term : form.terms) to.terms.push_back({term.atom, factor * term.weight});
}

}  // namespace tropiary::detail
