#pragma once

#include <span>
#include <string>
#include <vector>

#include "tropiary/operad/term.hpp"

namespace tropiary {

/// A poset that terms may be composed with, and how it is written there: "" for relations in brackets.
struct Block {
  Poset poset;
  std::string name;
};

/// The terms made of points and the blocks on at most `max_points` points, one for each poset that some term denotes, up
/// to isomorphism; by size. With the 2-chain and the 2-antichain these are the series-parallel posets. Blocks of less
/// than two points add nothing. Throws too_large for more than `max_compositions` compositions, 64 points at most.
std::vector<Term> terms_over(std::span<const Block> blocks, std::size_t max_points,
                             std::size_t max_compositions = 1'000'000);

}  // namespace tropiary
