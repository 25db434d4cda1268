#include "cli/polytope_number_fields.hpp"

#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/gorenstein.hpp"
#include "tropiary/polytope/triangulation.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary::cli {

namespace {

/// One list of coefficients for a polynomial, else one list per residue.
Json quasi_json(const QuasiPolynomial& quasi) {
  if (quasi.size() == 1) return vector_json(quasi[0]);
  Json list = Json::array();
  for (const auto& polynomial : quasi) list.push_back(vector_json(polynomial));
  return list;
}

}  // namespace

std::vector<LazyField> number_fields(const Polytope& k, std::uint64_t effort) {
  const auto ehrhart = [&k, effort] { return ehrhart_quasi_polynomial(k, effort); };
  return {
      {"volume", [&k]() -> Json { return volume(k).to_string(); }},
      {"relative_volume", [&k]() -> Json { return relative_volume(k).to_string(); }},
      {"centroid", [&k]() -> Json { return vector_json(centroid(k)); }},
      {"lattice_points", [&k, effort]() -> Json { return integer_json(count_lattice_points(k, effort)); }},
      {"interior_lattice_points",
       [&k, effort]() -> Json { return integer_json(count_interior_lattice_points(k, effort)); }},
      {"ehrhart_polynomial", [ehrhart]() -> Json { return quasi_json(ehrhart()); }},
      {"ehrhart_period", [ehrhart]() -> Json { return ehrhart().size(); }},
      {"h_star", [ehrhart] { return integers_json(h_star(ehrhart())); }},
      {"codegree", [&k, effort]() -> Json { return integer_json(codegree(k, effort)); }},
      {"is_reflexive", [&k]() -> Json { return is_reflexive(k); }},
      {"is_gorenstein", [&k]() -> Json { return gorenstein_point(k).has_value(); }},
      {"gorenstein_index",
       [&k]() -> Json {
         const auto point = gorenstein_point(k);
         return point ? integer_json(point->index) : Json();
       }},
      {"gorenstein_point",
       [&k]() -> Json {
         const auto point = gorenstein_point(k);
         return point ? integers_json(point->point) : Json();
       }},
  };
}

}  // namespace tropiary::cli
