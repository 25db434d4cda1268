#include "polytope/hull/chart.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "polytope/span.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

// Entries of the dense equations: a few points in a space of many thousand dimensions need as many equations.
constexpr std::size_t max_equation_entries = std::size_t{1} << 24;

Integer common_denominator(const std::vector<RationalVector>& points, std::size_t coordinate) {
  Integer scale = 1;
  for (const RationalVector& x : points) {
    const Integer& denominator = x[coordinate].denominator();
    if (!denominator.is_one()) scale = lcm(scale, denominator);
  }
  return scale;
}

// One coordinate of all points as words scale · x − shift ≥ 0, into every `stride`-th word from `column` on. Whether
// they are small enough.
bool word_column(const std::vector<RationalVector>& points, std::size_t coordinate, std::int64_t* column,
                 std::size_t stride, Integer& scale, Integer& shift) {
  const bool integral = std::all_of(points.begin(), points.end(), [&](const RationalVector& x) {
    return x[coordinate].is_integer() && x[coordinate].numerator().fits_int64();
  });
  scale = integral ? Integer(1) : common_denominator(points, coordinate);
  if (!scale.fits_int64() || scale > Integer(WordPoints::max_coordinate)) return false;
  std::int64_t least = 0;
  std::int64_t largest = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Rational& x = points[i][coordinate];
    const Integer value = integral ? x.numerator() : x.numerator() * (scale / x.denominator());
    if (!value.fits_int64()) return false;
    const std::int64_t word = value.to_int64();
    if (word > 2 * WordPoints::max_coordinate || word < -2 * WordPoints::max_coordinate) return false;
    least = i == 0 ? word : std::min(least, word);
    largest = i == 0 ? word : std::max(largest, word);
    column[i * stride] = word;
  }
  if (largest - least > WordPoints::max_coordinate) return false;
  for (std::size_t i = 0; i < points.size(); ++i) column[i * stride] -= least;
  shift = least;
  return true;
}

}  // namespace

AffineHull affine_hull(std::size_t ambient, const std::vector<RationalVector>& points) {
  const RationalVector& origin = points[0];
  Span span;
  RationalMatrix directions;
  for (std::size_t i = 1; i < points.size() && span.dimension() < ambient; ++i) {
    RationalVector direction = points[i];
    for (std::size_t j = 0; j < ambient; ++j) direction[j] -= origin[j];
    if (span.insert(direction)) directions.push_back(std::move(direction));
  }
  if (Integer(ambient) * Integer(ambient - span.dimension()) > Integer(max_equation_entries)) {
    throw Error(Errc::too_large, "convex_hull: points of affine dimension " + std::to_string(span.dimension()) +
                                     " in R^" + std::to_string(ambient) + " have " +
                                     std::to_string(ambient - span.dimension()) + " equations, more than are stored");
  }
  const RowEchelon echelon = reduced_row_echelon(kernel(std::move(directions), ambient));
  AffineHull hull;
  for (RationalVector row : echelon.rows) {
    row.push_back(-dot(row, origin));
    std::vector<Integer> form = primitive(std::span<const Rational>(row));
    Integer constant = std::move(form.back());
    form.pop_back();
    hull.equations.push_back({std::move(constant), std::move(form)});
  }
  for (std::size_t j = 0; j < ambient; ++j) {
    if (!std::binary_search(echelon.pivots.begin(), echelon.pivots.end(), j)) hull.free.push_back(j);
  }
  return hull;
}

AffineForm ChartFrame::lifted(AffineForm form, std::size_t ambient) const {
  for (std::size_t k = 0; k < coordinates.size(); ++k) {
    if (!shift[k].is_zero()) form.constant -= form.normal[k] * shift[k];
    if (!scale[k].is_one()) form.normal[k] *= scale[k];
  }
  if (coordinates.size() == ambient) return form;
  AffineForm result{std::move(form.constant), std::vector<Integer>(ambient)};
  for (std::size_t k = 0; k < coordinates.size(); ++k) result.normal[coordinates[k]] = std::move(form.normal[k]);
  return result;
}

std::optional<WordChart> word_chart(const std::vector<RationalVector>& points, std::vector<std::size_t> coordinates) {
  const std::size_t d = coordinates.size();
  const std::size_t n = points.size();
  WordChart chart;
  chart.frame.scale.resize(d);
  chart.frame.shift.resize(d);
  std::vector<std::int64_t> rows(n * d);
  for (std::size_t k = 0; k < d; ++k) {
    if (!word_column(points, coordinates[k], rows.data() + k, d, chart.frame.scale[k], chart.frame.shift[k])) {
      return std::nullopt;
    }
  }
  const auto row = [&](std::size_t i) { return rows.data() + i * d; };
  const auto before = [&](std::size_t a, std::size_t b) {
    const std::int64_t* x = row(a);
    const std::int64_t* y = row(b);
    for (std::size_t k = 0; k < d; ++k) {
      if (x[k] != y[k]) return x[k] < y[k];
    }
    return false;
  };
  std::vector<std::size_t>& position = chart.frame.position;
  position.resize(n);
  std::iota(position.begin(), position.end(), std::size_t{0});
  if (!std::is_sorted(position.begin(), position.end(), before)) std::sort(position.begin(), position.end(), before);
  position.erase(std::unique(position.begin(), position.end(),
                             [&](std::size_t a, std::size_t b) { return std::equal(row(a), row(a) + d, row(b)); }),
                 position.end());
  chart.points.count = position.size();
  chart.points.dimension = d;
  chart.points.rows.reserve(position.size() * d);
  for (const std::size_t i : position) chart.points.rows.insert(chart.points.rows.end(), row(i), row(i) + d);
  chart.frame.coordinates = std::move(coordinates);
  return chart;
}

IntegerChart integer_chart(const std::vector<RationalVector>& points, std::vector<std::size_t> coordinates) {
  IntegerChart chart;
  IntegerPoints unsorted(points.size(), std::vector<Integer>(coordinates.size()));
  for (std::size_t k = 0; k < coordinates.size(); ++k) {
    Integer scale = common_denominator(points, coordinates[k]);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Rational& x = points[i][coordinates[k]];
      unsorted[i][k] = x.numerator() * (scale / x.denominator());
    }
    Integer shift = unsorted[0][k];
    for (const auto& x : unsorted) shift = std::min(shift, x[k]);
    for (auto& x : unsorted) x[k] -= shift;
    chart.frame.scale.push_back(std::move(scale));
    chart.frame.shift.push_back(std::move(shift));
  }
  std::vector<std::size_t>& position = chart.frame.position;
  position.resize(points.size());
  std::iota(position.begin(), position.end(), std::size_t{0});
  std::sort(position.begin(), position.end(), [&](std::size_t a, std::size_t b) { return unsorted[a] < unsorted[b]; });
  position.erase(std::unique(position.begin(), position.end(),
                             [&](std::size_t a, std::size_t b) { return unsorted[a] == unsorted[b]; }),
                 position.end());
  for (const std::size_t i : position) chart.points.push_back(std::move(unsorted[i]));
  chart.frame.coordinates = std::move(coordinates);
  return chart;
}

}  // namespace tropiary::detail
