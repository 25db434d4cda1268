#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "polytope/zonotopes/flat_walk.hpp"
#include "polytope/zonotopes/generator_classes.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary {
namespace {

using detail::GeneratorClasses;
using detail::Rows;

template <class Scalar>
Rows<Scalar> rows_of(const GeneratorClasses& classes) {
  Rows<Scalar> rows(classes.vectors.size(), classes.rank());
  for (std::size_t i = 0; i < rows.count(); ++i) {
    for (std::size_t k = 0; k < rows.width; ++k) {
      rows.row(i)[k] = detail::scalar_of<Scalar>(classes.vectors[i][classes.span.free[k]]);
    }
  }
  return rows;
}

template <std::size_t W>
std::uint64_t count_hyperplanes(const GeneratorClasses& classes, std::uint64_t effort) {
  return detail::with_elimination_type(detail::minor_bits(classes.vectors, classes.rank()), [&](auto scalar) {
    using Scalar = decltype(scalar);
    std::uint64_t count = 0;
    detail::FlatWalk<Scalar, W>(rows_of<Scalar>(classes)).run("count_zonotope_facets", effort, [&](const auto&) {
      ++count;
    });
    return count;
  });
}

// Sets s1 < s2 < … of vectors without broken circuit: each s_i is the first vector in the span of s_i, s_(i+1), ….
// They are grown downwards, with the earlier vectors kept modulo the set, and are as many as the regions of the
// arrangement. A vector may be added when no earlier one is parallel to it modulo the set. Ref [zaslavsky1975].
template <class Scalar>
Integer count_without_broken_circuit(const Rows<Scalar>& vectors, std::uint64_t effort) {
  struct Level {
    Rows<Scalar> rest;
    Scalar previous{};
    std::size_t next = 0;  // vectors before it are still to be tried
  };
  const std::size_t rank = vectors.width;
  std::vector<Level> levels(rank + 1);
  levels[0] = {vectors, 1, vectors.count()};
  std::uint64_t sets = 1;
  std::size_t level = 0;
  for (;;) {
    if (levels[level].next == 0 || level == rank) {
      if (level == 0) return sets;
      --level;
      continue;
    }
    const std::size_t e = --levels[level].next;
    const Level& from = levels[level];
    Level& to = levels[level + 1];
    const std::size_t w = rank - level;
    to.rest = Rows<Scalar>(e, w - 1);
    const Scalar* row = from.rest.row(e);
    std::size_t pivot = 0;
    while (detail::sign_of(row[pivot]) == 0) ++pivot;
    bool broken = false;
    for (std::size_t j = 0; j < e && !broken; ++j) {
      detail::eliminate(row, pivot, from.previous, from.rest.row(j), w, to.rest.row(j));
      broken = detail::is_zero_row(to.rest.row(j), w - 1);
    }
    if (broken) continue;
    if (++sets > effort) {
      throw Error(Errc::too_large, "count_zonotope_vertices: there are more than " + std::to_string(effort));
    }
    to.previous = row[pivot];
    to.next = e;
    ++level;
  }
}

}  // namespace

Integer count_zonotope_facets(std::size_t ambient_dimension, std::span<const RationalVector> generators,
                              std::uint64_t effort) {
  const GeneratorClasses classes = detail::generator_classes("count_zonotope_facets", ambient_dimension, generators);
  const std::size_t m = classes.vectors.size();
  if (classes.rank() == 0) return 0;
  if (m > 4096) {
    throw Error(Errc::too_large, "count_zonotope_facets: " + std::to_string(m) + " directions; at most 4096 are taken");
  }
  const std::uint64_t hyperplanes = m <= 64    ? count_hyperplanes<1>(classes, effort)
                                    : m <= 256 ? count_hyperplanes<4>(classes, effort)
                                               : count_hyperplanes<64>(classes, effort);
  return Integer(2) * Integer(hyperplanes);
}

Integer count_zonotope_vertices(std::size_t ambient_dimension, std::span<const RationalVector> generators,
                                std::uint64_t effort) {
  const GeneratorClasses classes = detail::generator_classes("count_zonotope_vertices", ambient_dimension, generators);
  if (classes.rank() == 0) return 1;
  return detail::with_elimination_type(detail::minor_bits(classes.vectors, classes.rank()), [&](auto scalar) {
    return count_without_broken_circuit(rows_of<decltype(scalar)>(classes), effort);
  });
}

}  // namespace tropiary
