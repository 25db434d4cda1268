#pragma once

#include <cstddef>
#include <vector>

namespace tropiary::benchmarks {

/// Integer points that affinely span their space.
using LongPoints = std::vector<std::vector<long>>;

// The number of facets of their hull, found by a peer; each is defined where CMake finds the library.
std::size_t normaliz_facets(const LongPoints& points);
std::size_t ppl_facets(const LongPoints& points);
std::size_t cdd_facets(const LongPoints& points);
std::size_t qhull_facets(const LongPoints& points);  // in doubles, coplanar simplices merged; not exact

}  // namespace tropiary::benchmarks
