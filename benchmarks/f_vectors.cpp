// CPU time of f-vectors from both descriptions of polytopes, given as a JSON object of such by name.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "timing.hpp"
#include "tropiary/polytope/faces.hpp"

namespace {

using namespace tropiary;

Integer integer(const nlohmann::json& x) {
  return x.is_string() ? Integer(x.get<std::string>()) : Integer(x.get<std::int64_t>());
}

std::vector<AffineForm> forms(const nlohmann::json& rows) {
  std::vector<AffineForm> result;
  for (const auto& row : rows) {
    result.push_back({integer(row[0]), {}});
    for (std::size_t j = 1; j < row.size(); ++j) result.back().normal.push_back(integer(row[j]));
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: f_vectors polytopes.json\n";
    return 2;
  }
  std::ifstream file(argv[1]);
  const nlohmann::json document = nlohmann::json::parse(file);
  for (const auto& [name, given] : document.items()) {
    std::vector<RationalVector> vertices;
    for (const auto& row : given.at("vertices")) {
      vertices.emplace_back();
      for (const auto& x : row) vertices.back().emplace_back(x.get<std::string>());
    }
    const Polytope k = Polytope::from_theorem(given.at("ambient_dimension"), std::move(vertices),
                                              forms(given.at("facets")), forms(given.at("equations")));
    std::string answer;
    for (const std::size_t count : f_vector(k, std::size_t{1} << 30)) answer += std::to_string(count) + " ";
    const double seconds = benchmarks::best_seconds(3, [&] { f_vector(k, std::size_t{1} << 30); });
    benchmarks::report(name, "tropiary", seconds, answer);
  }
}
