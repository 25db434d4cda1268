#pragma once

#include <cstdint>
#include <vector>

#include "tropiary/operad/term.hpp"

namespace tropiary::detail {

/// A term whose inner nodes are disjoint unions and ordinal sums of at least two parts, no part of the kind of its
/// parent, and prime posets: the modular decomposition of what the term denotes, without expanding it. Children come
/// before parents, the root last.
struct NormalTerm {
  using Kind = ModularDecomposition::Kind;
  struct Node {
    Kind kind = Kind::point;
    std::size_t point = 0;                ///< Kind::point: position from left to right in the term
    std::vector<std::uint32_t> children;  ///< an ordinal sum's from bottom to top; a prime's by point of the quotient
    std::uint32_t quotient = 0;           ///< Kind::prime: position in quotients
  };
  std::vector<Node> nodes;  ///< empty for the empty poset
  std::vector<Poset> quotients;
  std::size_t size = 0;  ///< number of points
};

NormalTerm normalise(const Term& term);
NormalTerm normalise(const Poset& p);  ///< points are the elements

}  // namespace tropiary::detail
