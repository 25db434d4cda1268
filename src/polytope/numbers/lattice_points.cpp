#include "tropiary/polytope/lattice_points.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/numbers/lattice_search.hpp"
#include "polytope/numbers/vertex_cones.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::Body;
using detail::LatticeSearch;

constexpr std::uint64_t short_search = 200'000;  // partial assignments before the sum over the vertices is tried

[[noreturn]] void give_up(const char* function, std::uint64_t effort) {
  throw Error(Errc::too_large, std::string(function) + ": more than effort = " + std::to_string(effort) + " steps");
}

// L(1), or L(−1) up to sign: by Brion's theorem, from the polynomial of one residue.
std::optional<Integer> count_by_cones(const Body& body, bool interior, std::uint64_t effort) {
  std::uint64_t residue = 0;
  Integer s = interior ? -1 : 1;
  if (!body.denominator.is_one()) {
    if (interior && !body.denominator.fits_int64()) return std::nullopt;
    residue = interior ? static_cast<std::uint64_t>(body.denominator.to_int64() - 1) : 1;
    s = interior ? -1 : 0;
  }
  const auto coefficients = detail::ehrhart_by_cones(body, {&residue, 1}, effort);
  if (coefficients.empty()) return std::nullopt;
  Integer value;
  for (std::size_t k = coefficients[0].size(); k-- > 0;) value = value * s + coefficients[0][k];
  value /= factorial(static_cast<std::uint32_t>(body.dimension));
  return interior && body.dimension % 2 == 1 ? -value : value;
}

// Whether a coordinate other than the last takes more values than a short search can try.
bool is_wide(const Body& body) {
  for (std::size_t j = 0; j + 1 < body.dimension; ++j) {
    const auto [low, high] =
        std::ranges::minmax_element(body.vertices, [j](const auto& a, const auto& b) { return a[j] < b[j]; });
    if ((*high)[j] - (*low)[j] > body.denominator * Integer(short_search)) return true;
  }
  return false;
}

Integer count(const Polytope& k, bool interior, std::uint64_t effort, const char* function) {
  if (k.empty()) return 0;
  detail::LatticeFrame frame = detail::lattice_frame(k, function);
  if (!frame.multiple.is_one()) return 0;
  Integer product = 1;
  for (Body& factor : detail::factors(std::move(frame.body))) {
    const Body body = detail::widest_last(std::move(factor));
    const LatticeSearch search(body, detail::projections(body));
    std::optional<Integer> number;
    if (!is_wide(body)) number = search.count(1, interior, std::min(effort, short_search));
    if (!number) number = count_by_cones(body, interior, effort / 1024);
    if (!number) number = search.count(1, interior, effort);
    if (!number) give_up(function, effort);
    product *= *number;
    if (product.is_zero()) break;
  }
  return product;
}

}  // namespace

Integer count_lattice_points(const Polytope& k, std::uint64_t effort) {
  return count(k, false, effort, "count_lattice_points");
}

Integer count_interior_lattice_points(const Polytope& k, std::uint64_t effort) {
  return count(k, true, effort, "count_interior_lattice_points");
}

bool visit_lattice_points(const Polytope& k, const std::function<bool(std::span<const Integer>)>& visit,
                          LatticePointRange range, std::uint64_t effort) {
  if (k.empty()) return true;
  const detail::LatticeFrame frame = detail::lattice_frame(k, "visit_lattice_points");
  if (!frame.multiple.is_one()) return true;
  const bool same = k.equations().empty();
  std::vector<Integer> y;
  const auto outcome =
      LatticeSearch(frame.body, detail::projections(frame.body))
          .visit(1, range == LatticePointRange::relative_interior, effort, [&](std::span<const Integer> point) {
            if (same) return visit(point);
            y.assign(point.begin(), point.end());
            return visit(frame.ambient(y));
          });
  if (outcome == LatticeSearch::Outcome::out_of_effort) give_up("visit_lattice_points", effort);
  return outcome == LatticeSearch::Outcome::finished;
}

std::vector<std::vector<Integer>> lattice_points(const Polytope& k, LatticePointRange range, std::size_t max_points) {
  std::vector<std::vector<Integer>> points;
  visit_lattice_points(
      k,
      [&](std::span<const Integer> point) {
        if (points.size() == max_points) {
          throw Error(Errc::too_large,
                      "lattice_points: the polytope has more than " + std::to_string(max_points) + " integer points");
        }
        points.emplace_back(point.begin(), point.end());
        return true;
      },
      range);
  return points;
}

}  // namespace tropiary
