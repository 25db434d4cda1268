#include "polytope/zonotopes/independent_sets.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

using Vectors = std::vector<std::vector<Integer>>;

// Changes the basis of the lattice Z^w so that vector e has one coordinate other than 0, the last, by Euclid's
// algorithm on columns, and takes that coordinate away: the vectors from `first` on modulo the primitive vector along
// e. Returns the coordinate, the index by which e is no primitive vector.
Integer divide_out(const Vectors& from, std::size_t e, std::size_t first, Vectors& to) {
  to.assign(from.begin() + static_cast<std::ptrdiff_t>(first), from.end());
  std::vector<Integer> head = from[e];
  const std::size_t w = head.size();
  for (;;) {
    std::size_t least = w;
    for (std::size_t k = 0; k < w; ++k) {
      if (!head[k].is_zero() && (least == w || abs(head[k]) < abs(head[least]))) least = k;
    }
    bool done = true;
    for (std::size_t k = 0; k < w; ++k) {
      if (k == least || head[k].is_zero()) continue;
      const Integer quotient = head[k] / head[least];
      head[k] -= quotient * head[least];
      done = done && head[k].is_zero();
      for (auto& vector : to) {
        if (!vector[least].is_zero()) vector[k] -= quotient * vector[least];
      }
    }
    if (!done) continue;
    for (auto& vector : to) vector.erase(vector.begin() + static_cast<std::ptrdiff_t>(least));
    return abs(head[least]);
  }
}

bool is_zero(const std::vector<Integer>& vector) {
  return std::all_of(vector.begin(), vector.end(), [](const Integer& x) { return x.is_zero(); });
}

}  // namespace

std::vector<Integer> sums_of_minors(const char* function, std::size_t dimension, Vectors vectors, bool only_bases,
                                    std::uint64_t effort) {
  struct Level {
    Vectors rest;  // the vectors after the last one of the set, modulo its span
    Integer index;
    std::size_t next = 0;
  };
  std::vector<Integer> sums(dimension + 1);
  sums[0] = 1;
  std::vector<Level> levels(1);
  levels[0] = {std::move(vectors), 1, 0};
  std::uint64_t steps = 0;
  while (!levels.empty()) {
    const std::size_t size = levels.size() - 1;
    Level& level = levels.back();
    const std::size_t e = level.next++;
    if (size == dimension || e >= level.rest.size() || (only_bases && level.rest.size() - e < dimension - size)) {
      levels.pop_back();
      continue;
    }
    if (is_zero(level.rest[e])) continue;
    if (++steps > effort) {
      throw Error(Errc::too_large, std::string(function) + ": the generators have more than " + std::to_string(effort) +
                                       " independent sets");
    }
    if (size + 1 == dimension) {  // one coordinate is left: its absolute value is the index
      sums[dimension] += level.index * abs(level.rest[e][0]);
      continue;
    }
    Level deeper;
    deeper.index = level.index * divide_out(level.rest, e, e + 1, deeper.rest);
    if (!only_bases) sums[size + 1] += deeper.index;
    levels.push_back(std::move(deeper));
  }
  return sums;
}

}  // namespace tropiary::detail
