// Minkowski sums and zonotopes, beside CGAL in the plane and in space. Arguments: files of reference cases (JSON).

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "polytope/minkowski/merge_two.hpp"
#include "sum_peers/cgal.hpp"
#include "timing.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary::benchmarks {
namespace {

constexpr int repeats = 5;

template <class F>
void time_case(const std::string& what, const std::string& program, const F& f) {
  std::size_t answer = 0;
  const double seconds = best_seconds(repeats, [&] { answer = f(); });
  report(what, program, seconds, std::to_string(answer));
}

// A polygon with n vertices around 0, counter-clockwise: its edges are n directions in order.
Points polygon(std::mt19937_64& random, std::size_t n) {
  std::vector<std::pair<double, std::pair<std::int64_t, std::int64_t>>> edges;
  const auto coordinate = [&] { return static_cast<std::int64_t>(random() % 200001) - 100000; };
  for (std::size_t i = 0; i < n / 2; ++i) {
    const std::int64_t x = coordinate();
    const std::int64_t y = coordinate();
    for (const int sign : {1, -1}) {
      edges.push_back({std::atan2(static_cast<double>(sign * y), static_cast<double>(sign * x)), {sign * x, sign * y}});
    }
  }
  std::sort(edges.begin(), edges.end());
  Points points;
  std::int64_t x = 0;
  std::int64_t y = 0;
  for (const auto& [angle, edge] : edges) {
    points.push_back({x, y});
    x += edge.first;
    y += edge.second;
  }
  return points;
}

Points sphere(std::mt19937_64& random, std::size_t d, std::size_t n) {
  std::normal_distribution<double> normal;
  Points points(n);
  for (auto& point : points) {
    std::vector<double> x(d);
    double squares = 0;
    for (double& entry : x) {
      entry = normal(random);
      squares += entry * entry;
    }
    for (const double entry : x) point.push_back(std::lround(1000 * entry / std::sqrt(squares)));
  }
  return points;
}

Polytope hull_of(const Points& points) {
  std::vector<RationalVector> rows;
  for (const auto& point : points) rows.emplace_back(point.begin(), point.end());
  return convex_hull(points.at(0).size(), rows);
}

detail::PlanarBoundary<std::int64_t> boundary_of(const Points& points) {
  const auto first = static_cast<std::size_t>(std::min_element(points.begin(), points.end()) - points.begin());
  const auto last = static_cast<std::size_t>(std::max_element(points.begin(), points.end()) - points.begin());
  detail::PlanarBoundary<std::int64_t> boundary;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& point = points[(first + i) % points.size()];
    boundary.x.push_back(point[0]);
    boundary.y.push_back(point[1]);
  }
  boundary.last = (last + points.size() - first) % points.size();
  return boundary;
}

void planar(std::size_t n) {
  std::mt19937_64 random(n);
  const Points a = polygon(random, n);
  const Points b = polygon(random, n);
  const std::string name = "2-D, two " + std::to_string(n) + "-gons";
  const std::vector<detail::PlanarBoundary<std::int64_t>> boundaries = {boundary_of(a), boundary_of(b)};
  const CgalPlanarSum peer(a, b);
  const std::string version = "CGAL minkowski_sum_2 " + cgal_version();
  time_case(name, "tropiary", [&] { return detail::sum_of_boundaries<std::int64_t>(boundaries).boundary.x.size(); });
  time_case(name, version, peer);
  const std::vector<Polytope> polytopes = {hull_of(a), hull_of(b)};
  time_case(name + ", whole call", "tropiary", [&] { return minkowski_sum(polytopes).polytope.vertices().size(); });
  time_case(name + ", whole call", version, peer);
}

void spatial(std::size_t n) {
  std::mt19937_64 random(n);
  const Points a = sphere(random, 3, n);
  const Points b = sphere(random, 3, n);
  const std::vector<Polytope> polytopes = {hull_of(a), hull_of(b)};
  const std::string name = "3-D, two of " + std::to_string(n);
  time_case(name, "tropiary", [&] { return minkowski_sum(polytopes).polytope.vertices().size(); });
  time_case(name, "CGAL sums and convex_hull_3 " + cgal_version(), [&] { return cgal_sums_and_hull(a, b); });
}

std::vector<RationalVector> rows_of(const nlohmann::json& rows) {
  std::vector<RationalVector> result;
  for (const auto& row : rows) {
    result.emplace_back();
    for (const auto& x : row) {
      result.back().push_back(x.is_string() ? Rational(x.get<std::string>()) : Rational(x.get<std::int64_t>()));
    }
  }
  return result;
}

void reference(const nlohmann::json& entry) {
  const std::string name = entry["name"];
  if (entry.contains("summands")) {
    std::vector<Polytope> summands;
    for (const auto& rows : entry["summands"]) {
      const std::vector<RationalVector> points = rows_of(rows);
      summands.push_back(convex_hull(points.at(0).size(), points));
    }
    time_case(name, "tropiary", [&] { return minkowski_sum(summands).polytope.vertices().size(); });
  }
  if (entry.contains("generators")) {
    const std::vector<RationalVector> generators = rows_of(entry["generators"]);
    time_case(name, "tropiary",
              [&] { return zonotope(generators.at(0).size(), generators).polytope.vertices().size(); });
  }
}

}  // namespace
}  // namespace tropiary::benchmarks

int main(int count, char** arguments) {
  using namespace tropiary::benchmarks;
  for (const std::size_t n : {200U, 1000U}) planar(n);
  for (const std::size_t n : {100U, 300U}) spatial(n);
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i]);
    const nlohmann::json document = nlohmann::json::parse(file);
    for (const auto& entry : document.at("cases")) reference(entry);
  }
}
