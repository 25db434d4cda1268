#include "tropiary/polytope/convex_hull.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include "polytope/hull/hull_engine.hpp"
#include "polytope/span.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::HullCell;
using detail::IntegerPoints;

constexpr std::array<std::pair<HullEngine, std::string_view>, 6> engine_names = {{
    {HullEngine::automatic, "automatic"},
    {HullEngine::cgal_planar, "cgal_planar"},
    {HullEngine::cgal_spatial, "cgal_spatial"},
    {HullEngine::cgal_d, "cgal_d"},
    {HullEngine::double_description, "double_description"},
    {HullEngine::brute_force, "brute_force"},
}};

// The affine hull of points: its equations, and the coordinates that remain free (a projection to them is injective on
// the affine hull, and normals in them alone are in normal form).
struct AffineHull {
  std::vector<AffineForm> equations;
  std::vector<std::size_t> free;
};

// Entries of the dense equations: a few points in a space of many thousand dimensions need as many equations.
constexpr std::size_t max_equation_entries = std::size_t{1} << 24;

AffineHull affine_hull(std::size_t ambient, const std::vector<RationalVector>& points) {
  const RationalVector& origin = points[0];
  detail::Span span;
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

// The points in the free coordinates of their affine hull, shifted and stretched to small non-negative integers,
// sorted. Integer coordinate k of a point x is scale[k] · x[free[k]] − shift[k].
struct Chart {
  IntegerPoints points;
  std::vector<std::size_t> position;  // of each integer point among the given ones
  std::vector<Integer> scale;
  std::vector<Integer> shift;
};

Chart chart_of(const std::vector<RationalVector>& points, const std::vector<std::size_t>& free) {
  Chart chart;
  IntegerPoints unsorted(points.size(), std::vector<Integer>(free.size()));
  for (std::size_t k = 0; k < free.size(); ++k) {
    Integer scale = 1;
    for (const RationalVector& x : points) scale = lcm(scale, x[free[k]].denominator());
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Rational& x = points[i][free[k]];
      unsorted[i][k] = x.numerator() * (scale / x.denominator());
    }
    Integer shift = unsorted[0][k];
    for (const auto& x : unsorted) shift = std::min(shift, x[k]);
    for (auto& x : unsorted) x[k] -= shift;
    chart.scale.push_back(std::move(scale));
    chart.shift.push_back(std::move(shift));
  }
  chart.position.resize(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) chart.position[i] = i;
  std::sort(chart.position.begin(), chart.position.end(),
            [&](std::size_t a, std::size_t b) { return unsorted[a] < unsorted[b]; });
  for (const std::size_t i : chart.position) chart.points.push_back(std::move(unsorted[i]));
  return chart;
}

// A form on the chart's integer points as a form on the ambient space.
AffineForm lifted(const AffineForm& form, const Chart& chart, const std::vector<std::size_t>& free,
                  std::size_t ambient) {
  AffineForm result{form.constant, std::vector<Integer>(ambient)};
  for (std::size_t k = 0; k < free.size(); ++k) {
    result.normal[free[k]] = form.normal[k] * chart.scale[k];
    result.constant -= form.normal[k] * chart.shift[k];
  }
  return result;
}

bool fits_53_bits(const IntegerPoints& points) {
  return std::all_of(points.begin(), points.end(), [](const auto& point) {
    return std::all_of(point.begin(), point.end(), [](const Integer& x) { return x.bit_length() <= 53; });
  });
}

HullEngine resolved(HullEngine engine, const IntegerPoints& points) {
  const std::size_t d = points[0].size();
  if (engine == HullEngine::cgal_spatial && d == 2) return HullEngine::cgal_planar;
  if (engine != HullEngine::automatic) return engine;
  if (d == 2) return HullEngine::cgal_planar;
  if (d == 3) return HullEngine::cgal_spatial;
  return HullEngine::double_description;
}

void check_engine(HullEngine engine, std::size_t dimension) {
  const std::size_t limit = engine == HullEngine::cgal_planar ? 2 : engine == HullEngine::cgal_spatial ? 3 : dimension;
  if (dimension <= limit) return;
  throw Error(Errc::invalid_argument, "convex_hull: engine " + std::string(to_string(engine)) +
                                          " takes points of affine dimension at most " + std::to_string(limit) +
                                          ", these have " + std::to_string(dimension));
}

std::vector<HullCell> boundary_cells(const IntegerPoints& points, HullEngine engine) {
  switch (engine) {
    case HullEngine::cgal_planar:
      return detail::cgal_planar_cells(points);
    case HullEngine::cgal_spatial:
      return detail::cgal_spatial_cells(points);
    case HullEngine::brute_force:
      return detail::brute_force_cells(points);
    default:
      return fits_53_bits(points) ? detail::cgal_d_cells(points) : detail::cgal_d_exact_cells(points);
  }
}

// The hyperplanes of the cells, each once, non-negative on the points.
std::vector<AffineForm> supporting_forms(const IntegerPoints& points, const std::vector<HullCell>& cells) {
  // n times the centre of the points, strictly inside their hull.
  const Integer n = points.size();
  std::vector<Integer> sum(points[0].size());
  for (const auto& point : points) {
    for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += point[j];
  }
  std::set<AffineForm> forms;
  for (const HullCell& cell : cells) {
    auto form = detail::hyperplane_through(points, cell);
    if (!form) throw std::logic_error("convex_hull: an engine returned a degenerate cell");
    Integer at_centre = n * form->constant;
    for (std::size_t j = 0; j < sum.size(); ++j) at_centre += form->normal[j] * sum[j];
    if (at_centre.sign() < 0) {
      form->constant = -form->constant;
      for (Integer& x : form->normal) x = -x;
    }
    forms.insert(std::move(*form));
  }
  return {forms.begin(), forms.end()};
}

std::vector<AffineForm> facet_forms(const IntegerPoints& points, HullEngine engine) {
  if (points[0].size() == 1) return {{-points.front()[0], {1}}, {points.back()[0], {-1}}};
  const HullEngine chosen = resolved(engine, points);
  if (chosen == HullEngine::double_description) return detail::double_description_facets(points);
  return supporting_forms(points, boundary_cells(points, chosen));
}

// The signs of forms at points. A form whose values cannot leave 64 bits at any of the points is evaluated in plain
// machine words.
class Signs {
 public:
  Signs(const IntegerPoints& points, const std::vector<AffineForm>& forms) : points_(points), forms_(forms) {
    const std::size_t d = points[0].size();
    std::vector<Integer> largest(d);  // coordinates are ≥ 0
    for (const auto& point : points) {
      for (std::size_t j = 0; j < d; ++j) largest[j] = std::max(largest[j], point[j]);
    }
    if (std::any_of(largest.begin(), largest.end(), [](const Integer& x) { return !x.fits_int64(); })) return;
    words_.reserve(points.size() * d);
    for (const auto& point : points) {
      for (const Integer& x : point) words_.push_back(x.to_int64());
    }
    for (const AffineForm& form : forms) {
      Integer bound = abs(form.constant);
      for (std::size_t j = 0; j < d; ++j) bound += abs(form.normal[j]) * largest[j];
      is_small_.push_back(bound.fits_int64());
      rows_.push_back(is_small_.back() ? form.constant.to_int64() : 0);
      for (const Integer& x : form.normal) rows_.push_back(is_small_.back() && x.fits_int64() ? x.to_int64() : 0);
    }
  }

  [[nodiscard]] int operator()(std::size_t form, std::size_t point) const {
    if (is_small_.empty() || !is_small_[form]) return detail::value_at(forms_[form], points_[point]).sign();
    const std::size_t d = points_[0].size();
    const std::int64_t* row = rows_.data() + form * (d + 1);
    const std::int64_t* x = words_.data() + point * d;
    std::int64_t value = row[0];
    for (std::size_t j = 0; j < d; ++j) value += row[j + 1] * x[j];
    return value > 0 ? 1 : value < 0 ? -1 : 0;
  }

 private:
  const IntegerPoints& points_;
  const std::vector<AffineForm>& forms_;
  std::vector<std::int64_t> words_;  // the points
  std::vector<std::int64_t> rows_;   // the forms, constants first
  std::vector<bool> is_small_;
};

// The positions of the points on facets whose normals have full rank. Checks the facets against all points on the way.
std::vector<std::size_t> vertices_among(const IntegerPoints& points, const std::vector<AffineForm>& facets) {
  const std::size_t d = points[0].size();
  const Signs sign_of(points, facets);
  std::vector<std::size_t> vertices;
  std::vector<std::size_t> tight;
  for (std::size_t i = 0; i < points.size(); ++i) {
    tight.clear();
    for (std::size_t f = 0; f < facets.size(); ++f) {
      const int sign = sign_of(f, i);
      if (sign < 0) throw std::logic_error("convex_hull: an engine returned a hyperplane that cuts the hull");
      if (sign == 0) tight.push_back(f);
    }
    if (tight.size() < d) continue;
    detail::Span span;
    for (auto it = tight.begin(); span.dimension() < d && it != tight.end(); ++it) {
      span.insert(RationalVector(facets[*it].normal.begin(), facets[*it].normal.end()));
    }
    if (span.dimension() == d) vertices.push_back(i);
  }
  return vertices;
}

}  // namespace

std::string_view to_string(HullEngine engine) noexcept {
  for (const auto& [value, name] : engine_names) {
    if (value == engine) return name;
  }
  return "unknown";
}

HullEngine hull_engine(std::string_view name) {
  std::string known;
  for (const auto& [value, known_name] : engine_names) {
    if (known_name == name) return value;
    known += (known.empty() ? "" : ", ") + std::string(known_name);
  }
  throw Error(Errc::invalid_argument, "hull_engine: no engine is called '" + std::string(name) + "'; known: " + known);
}

Polytope convex_hull(std::size_t ambient_dimension, std::vector<RationalVector> points, const HullOptions& options) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].size() == ambient_dimension) continue;
    throw Error(Errc::dimension_mismatch,
                "convex_hull: point " + std::to_string(i) + " has " + std::to_string(points[i].size()) +
                    " coordinates, but the ambient dimension is " + std::to_string(ambient_dimension));
  }
  if (points.empty()) return Polytope::from_theorem(ambient_dimension, {}, {}, {});
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  AffineHull hull = affine_hull(ambient_dimension, points);
  check_engine(options.engine, hull.free.size());
  if (hull.free.empty()) {
    return Polytope::from_theorem(ambient_dimension, std::move(points), {}, std::move(hull.equations));
  }
  const Chart chart = chart_of(points, hull.free);
  const std::vector<AffineForm> forms = facet_forms(chart.points, options.engine);
  std::vector<RationalVector> vertices;
  for (const std::size_t i : vertices_among(chart.points, forms)) vertices.push_back(points[chart.position[i]]);
  std::vector<AffineForm> facets;
  facets.reserve(forms.size());
  for (const AffineForm& form : forms) facets.push_back(lifted(form, chart, hull.free, ambient_dimension));
  return Polytope::from_theorem(ambient_dimension, std::move(vertices), std::move(facets), std::move(hull.equations));
}

}  // namespace tropiary
