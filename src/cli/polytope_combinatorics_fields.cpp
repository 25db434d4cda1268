#include "cli/polytope_combinatorics_fields.hpp"

#include "tropiary/polytope/equivalence.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/graphs.hpp"
#include "tropiary/polytope/normal_fan.hpp"
#include "tropiary/polytope/properties.hpp"

namespace tropiary::cli {
namespace {

/// [{"dimensions": [0, 2], "count": 12}, …], by the sets as binary numbers.
Json flags_json(const std::vector<Integer>& flags) {
  Json result = Json::array();
  for (std::size_t set = 0; set < flags.size(); ++set) {
    Json dimensions = Json::array();
    for (std::size_t i = 0; set >> i != 0; ++i) {
      if (((set >> i) & 1U) != 0) dimensions.push_back(i);
    }
    result.push_back({{"dimensions", dimensions}, {"count", integer_json(flags[set])}});
  }
  return result;
}

/// All proper faces, by dimension.
Json faces_json(const Polytope& k) {
  Json result = Json::array();
  for (int dimension = 0; dimension < k.dimension(); ++dimension) {
    Json level = Json::array();
    for (const Face& face : faces(k, dimension))
      level.push_back({{"vertices", face.vertices}, {"facets", face.facets}});
    result.push_back(std::move(level));
  }
  return result;
}

Json rows_json(const std::vector<std::vector<Integer>>& rows) {
  Json result = Json::array();
  for (const std::vector<Integer>& row : rows) result.push_back(integers_json(row));
  return result;
}

}  // namespace

std::vector<LazyField> combinatorics_fields(const Polytope& k) {
  return {{"h_vector", [&k] { return integers_json(h_vector(k)); }},
          {"toric_h_vector", [&k] { return integers_json(toric_h_vector(k)); }},
          {"flag_f_vector", [&k] { return flags_json(flag_f_vector(k)); }},
          {"faces", [&k] { return faces_json(k); }},
          {"vertex_graph", [&k]() -> Json { return vertex_graph(k); }},
          {"dual_graph", [&k]() -> Json { return dual_graph(k); }},
          {"is_simple", [&k]() -> Json { return is_simple(k); }},
          {"is_simplicial", [&k]() -> Json { return is_simplicial(k); }},
          {"is_two_level", [&k]() -> Json { return is_two_level(k); }},
          {"is_zero_one", [&k]() -> Json { return is_zero_one(k); }},
          {"is_centrally_symmetric", [&k]() -> Json { return is_centrally_symmetric(k); }},
          {"neighbourliness", [&k]() -> Json { return neighbourliness(k); }},
          {"canonical_facets", [&k]() -> Json { return canonical_facets(k); }},
          {"gale_transform", [&k] { return rows_json(gale_transform(k)); }}};
}

}  // namespace tropiary::cli
