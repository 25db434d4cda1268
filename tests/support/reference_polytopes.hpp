#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tropiary/io/files.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::testing {

/// The cases of tests/reference/polytopes_small.json; the file says where they come from.
inline nlohmann::json reference_polytopes() {
  std::ifstream file(TROPIARY_TEST_DATA "/polytopes_small.json");
  if (!file) throw std::runtime_error("no file " TROPIARY_TEST_DATA "/polytopes_small.json");
  return nlohmann::json::parse(file).at("cases");
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
