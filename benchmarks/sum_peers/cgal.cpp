#include "sum_peers/cgal.hpp"

#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>
#include <CGAL/Surface_mesh.h>
#include <CGAL/convex_hull_3.h>
#include <CGAL/minkowski_sum_2.h>
#include <CGAL/version.h>

namespace tropiary::benchmarks {

namespace {

using Exact = CGAL::Exact_predicates_exact_constructions_kernel;
using Polygon = CGAL::Polygon_2<Exact>;
using Kernel = CGAL::Exact_predicates_inexact_constructions_kernel;  // exact here: sums of integers are doubles

Polygon polygon_of(const Points& points) {
  Polygon polygon;
  for (const auto& p : points) polygon.push_back({static_cast<double>(p[0]), static_cast<double>(p[1])});
  return polygon;
}

}  // namespace

struct CgalPlanarSum::Polygons {
  Polygon a;
  Polygon b;
};

CgalPlanarSum::CgalPlanarSum(const Points& a, const Points& b)
    : polygons_(new Polygons{polygon_of(a), polygon_of(b)}) {}
CgalPlanarSum::~CgalPlanarSum() { delete polygons_; }

std::size_t CgalPlanarSum::operator()() const {
  return CGAL::minkowski_sum_2(polygons_->a, polygons_->b).outer_boundary().size();
}

std::size_t cgal_sums_and_hull(const Points& a, const Points& b) {
  std::vector<Kernel::Point_3> sums;
  sums.reserve(a.size() * b.size());
  for (const auto& x : a) {
    for (const auto& y : b) {
      sums.emplace_back(static_cast<double>(x[0] + y[0]), static_cast<double>(x[1] + y[1]),
                        static_cast<double>(x[2] + y[2]));
    }
  }
  CGAL::Surface_mesh<Kernel::Point_3> mesh;
  CGAL::convex_hull_3(sums.begin(), sums.end(), mesh);
  return mesh.number_of_vertices();
}

std::string cgal_version() { return CGAL_VERSION_STR; }

}  // namespace tropiary::benchmarks
