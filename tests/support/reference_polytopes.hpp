#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tropiary/io/files.hpp"
#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::testing {

/// The cases of a file in tests/reference; the file says where they come from.
inline nlohmann::json reference_cases(const std::string& name) {
  const std::string path = TROPIARY_TEST_DATA "/" + name;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("no file " + path);
  return nlohmann::json::parse(file).at("cases");
}
inline nlohmann::json reference_polytopes() { return reference_cases("polytopes_small.json"); }
inline nlohmann::json reference_order_polytopes() { return reference_cases("order_polytopes.json"); }

/// The poset of a case of reference_order_polytopes().
inline Poset poset_of(const nlohmann::json& entry) {
  std::vector<Relation> covers;
  for (const auto& pair : entry.at("poset_covers")) {
    covers.push_back({element(pair[0].get<std::size_t>()), element(pair[1].get<std::size_t>())});
  }
  return Poset::from_relations(entry.at("size").get<std::size_t>(), covers);
}

inline std::vector<RationalVector> points_from(const nlohmann::json& rows) {
  std::vector<RationalVector> points;
  for (const auto& row : rows) {
    points.emplace_back();
    for (const auto& x : row) points.back().emplace_back(Rational(x.get<std::string>()));
  }
  return points;
}

/// The reference file's fingerprint of a list of facets, as that file defines it.
inline std::string facet_hash(const Polytope& polytope) {
  std::string text;
  for (const AffineForm& facet : polytope.facets()) {
    text += (text.empty() ? "[(" : ", (") + facet.constant.to_string();
    for (const Integer& x : facet.normal) text += ", " + x.to_string();
    text += ")";
  }
  return sha256(text + "]").substr(0, 16);
}

}  // namespace tropiary::testing
