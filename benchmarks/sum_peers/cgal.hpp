#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tropiary::benchmarks {

using Points = std::vector<std::vector<std::int64_t>>;

/// CGAL's way to a Minkowski sum, set up beforehand: `operator()` is what is timed, and returns the number of vertices.
class CgalPlanarSum {  ///< minkowski_sum_2 of two polygons, each counter-clockwise
 public:
  CgalPlanarSum(const Points& a, const Points& b);
  ~CgalPlanarSum();
  CgalPlanarSum(const CgalPlanarSum&) = delete;
  CgalPlanarSum& operator=(const CgalPlanarSum&) = delete;
  std::size_t operator()() const;

 private:
  struct Polygons;
  Polygons* polygons_;
};

/// All sums of a point of each, and convex_hull_3 of these.
std::size_t cgal_sums_and_hull(const Points& a, const Points& b);

std::string cgal_version();

}  // namespace tropiary::benchmarks
