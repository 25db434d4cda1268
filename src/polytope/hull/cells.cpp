#include "polytope/hull/cells.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace tropiary::detail {
namespace {

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
    auto form = hyperplane_through(points, cell);
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
    if (is_small_.empty() || !is_small_[form]) return value_at(forms_[form], points_[point]).sign();
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
    if (have_rank(facets, tight, d)) vertices.push_back(i);
  }
  return vertices;
}

}  // namespace

FacetsAndVertices hull_from_cells(const IntegerPoints& points, const std::vector<HullCell>& cells) {
  FacetsAndVertices hull;
  hull.facets = supporting_forms(points, cells);
  hull.vertices = vertices_among(points, hull.facets);
  return hull;
}

}  // namespace tropiary::detail
