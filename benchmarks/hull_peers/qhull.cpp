#include <libqhull_r/libqhull_r.h>

#include <cstdio>

#include "peers.hpp"

namespace tropiary::benchmarks {

std::size_t qhull_facets(const LongPoints& points) {
  const int d = static_cast<int>(points[0].size());
  std::vector<coordT> coordinates;
  for (const auto& point : points) coordinates.insert(coordinates.end(), point.begin(), point.end());
  qhT qh;
  QHULL_LIB_CHECK
  qh_zero(&qh, stderr);
  static std::FILE* nowhere = std::fopen("/dev/null", "w");
  char options[] = "qhull";
  const int failed =
      qh_new_qhull(&qh, d, static_cast<int>(points.size()), coordinates.data(), 0, options, nowhere, nowhere);
  const std::size_t count = failed != 0 ? 0 : static_cast<std::size_t>(qh.num_facets);
  qh_freeqhull(&qh, !qh_ALL);
  int long_memory = 0;
  int total = 0;
  qh_memfreeshort(&qh, &long_memory, &total);
  return count;
}

}  // namespace tropiary::benchmarks
