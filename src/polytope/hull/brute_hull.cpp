#include <algorithm>
#include <numeric>
#include <string>

#include "polytope/hull/hull_engine.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

constexpr std::int64_t max_subsets = 1'000'000;

// The next d-subset of {0, …, n-1} in lexicographic order.
bool advance(HullCell& subset, std::size_t n) {
  const std::size_t d = subset.size();
  for (std::size_t i = d; i-- > 0;) {
    if (subset[i] == n - d + i) continue;
    ++subset[i];
    for (std::size_t j = i + 1; j < d; ++j) subset[j] = subset[j - 1] + 1;
    return true;
  }
  return false;
}

bool supports(const AffineForm& form, const IntegerPoints& points) {
  bool positive = false;
  bool negative = false;
  for (const auto& point : points) {
    const int sign = value_at(form, point).sign();
    positive = positive || sign > 0;
    negative = negative || sign < 0;
    if (positive && negative) return false;
  }
  return true;
}

}  // namespace

// Straight from the definition of a facet, sharing nothing with the other engines but hyperplane_through.
std::vector<HullCell> brute_force_cells(const IntegerPoints& points) {
  const std::size_t d = points[0].size();
  if (const Integer subsets = binomial(points.size(), d); subsets > Integer(max_subsets)) {
    throw Error(Errc::too_large, "convex_hull: engine brute_force would try " + subsets.to_string() + " subsets of " +
                                     std::to_string(d) + " among " + std::to_string(points.size()) +
                                     " points; at most " + std::to_string(max_subsets) + " are tried");
  }
  std::vector<HullCell> cells;
  HullCell subset(d);
  std::iota(subset.begin(), subset.end(), std::size_t{0});
  do {
    const auto form = hyperplane_through(points, subset);
    if (form && supports(*form, points)) cells.push_back(subset);
  } while (advance(subset, points.size()));
  return cells;
}

}  // namespace tropiary::detail
