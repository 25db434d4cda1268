#include <libnormaliz/libnormaliz.h>

#include "peers.hpp"

namespace tropiary::benchmarks {

std::size_t normaliz_facets(const LongPoints& points) {
  libnormaliz::set_thread_limit(1);
  std::vector<std::vector<mpz_class>> rows;
  for (const auto& point : points) {
    rows.emplace_back(point.begin(), point.end());
    rows.back().emplace_back(1);
  }
  libnormaliz::Cone<mpz_class> cone(libnormaliz::Type::cone, rows);
  cone.compute(libnormaliz::ConeProperty::SupportHyperplanes);
  return cone.getNrSupportHyperplanes();
}

}  // namespace tropiary::benchmarks
