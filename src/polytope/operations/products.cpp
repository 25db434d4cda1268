#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/polytope/operations.hpp"

namespace tropiary {
namespace {

// Coordinates of the vertices or the facets of a result, some 4 GB.
constexpr std::size_t max_coordinates = std::size_t{1} << 27;

void check_size(const char* function, std::size_t rows, std::size_t more_rows, std::size_t ambient) {
  if (Integer(rows) * Integer(more_rows) * Integer(ambient) <= Integer(max_coordinates)) return;
  throw Error(Errc::too_large, std::string(function) + ": " + std::to_string(rows) + " times " +
                                   std::to_string(more_rows) + " vertices or facets are more than can be stored");
}

// The blocks one after the other.
template <class T>
std::vector<T> concatenated(std::vector<T> a, const std::vector<T>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// `form` in coordinates of which it uses those from `from` on.
AffineForm placed(const AffineForm& form, std::size_t from, std::size_t ambient) {
  AffineForm result{form.constant, std::vector<Integer>(ambient)};
  for (std::size_t j = 0; j < form.normal.size(); ++j) result.normal[from + j] = form.normal[j];
  return result;
}

RationalVector placed(const RationalVector& point, std::size_t from, std::size_t ambient) {
  RationalVector result(ambient);
  for (std::size_t j = 0; j < point.size(); ++j) result[from + j] = point[j];
  return result;
}

AffineForm coordinate_form(std::size_t ambient, std::size_t coordinate, int constant, int factor) {
  AffineForm form{constant, std::vector<Integer>(ambient)};
  form.normal[coordinate] = factor;
  return form;
}

void require_origin_inside(const Polytope& k, const char* which) {
  const RationalVector origin(k.ambient_dimension());
  bool inside = k.contains(origin);
  for (const AffineForm& facet : k.facets()) inside = inside && facet.constant.sign() > 0;
  if (inside) return;
  throw Error(Errc::invalid_argument,
              std::string("free_sum: 0 is not in the relative interior of the ") + which + " polytope");
}

}  // namespace

Polytope product(const Polytope& k, const Polytope& l) {
  const std::size_t m = k.ambient_dimension();
  const std::size_t ambient = m + l.ambient_dimension();
  if (k.empty() || l.empty()) return Polytope::from_theorem(ambient, {}, {}, {});
  check_size("product", k.vertices().size(), l.vertices().size(), ambient);
  std::vector<RationalVector> vertices;
  vertices.reserve(k.vertices().size() * l.vertices().size());
  for (const RationalVector& x : k.vertices()) {
    for (const RationalVector& y : l.vertices()) vertices.push_back(concatenated(x, y));
  }
  std::vector<AffineForm> facets;
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.facets()) facets.push_back(placed(form, 0, ambient));
  for (const AffineForm& form : l.facets()) facets.push_back(placed(form, m, ambient));
  for (const AffineForm& form : k.equations()) equations.push_back(placed(form, 0, ambient));
  for (const AffineForm& form : l.equations()) equations.push_back(placed(form, m, ambient));
  return Polytope::from_theorem(ambient, std::move(vertices), std::move(facets), std::move(equations));
}

Polytope join(const Polytope& k, const Polytope& l) {
  const std::size_t m = k.ambient_dimension();
  const std::size_t ambient = m + l.ambient_dimension() + 1;
  const std::size_t height = ambient - 1;
  if (k.empty() && l.empty()) return Polytope::from_theorem(ambient, {}, {}, {});
  std::vector<RationalVector> vertices;
  for (const RationalVector& x : k.vertices()) vertices.push_back(placed(x, 0, ambient));
  for (const RationalVector& y : l.vertices()) {
    vertices.push_back(placed(y, m, ambient));
    vertices.back()[height] = 1;
  }
  // c + a·x on K becomes c (1 − t) + a·x, on L it becomes c t + a·y.
  const auto from_k = [&](const AffineForm& form) {
    AffineForm result = placed(form, 0, ambient);
    result.normal[height] = -form.constant;
    return result;
  };
  const auto from_l = [&](const AffineForm& form) {
    AffineForm result = placed(form, m, ambient);
    result.constant = 0;
    result.normal[height] = form.constant;
    return result;
  };
  std::vector<AffineForm> facets;
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.facets()) facets.push_back(from_k(form));
  for (const AffineForm& form : l.facets()) facets.push_back(from_l(form));
  for (const AffineForm& form : k.equations()) equations.push_back(from_k(form));
  for (const AffineForm& form : l.equations()) equations.push_back(from_l(form));
  // The one facet of a point is empty, and its join with the other polytope is that one.
  if (k.dimension() == 0 && !l.empty()) facets.push_back(coordinate_form(ambient, height, 1, -1));
  if (l.dimension() == 0 && !k.empty()) facets.push_back(coordinate_form(ambient, height, 0, 1));
  // The equation 1 = 0 of an empty polytope has become that of the other one's height; its coordinates are 0.
  if (k.empty()) {
    for (std::size_t j = 0; j < m; ++j) equations.push_back(coordinate_form(ambient, j, 0, 1));
  }
  if (l.empty()) {
    for (std::size_t j = m; j < height; ++j) equations.push_back(coordinate_form(ambient, j, 0, 1));
  }
  return Polytope::from_theorem(ambient, std::move(vertices), std::move(facets), std::move(equations));
}

Polytope free_sum(const Polytope& k, const Polytope& l) {
  require_origin_inside(k, "first");
  require_origin_inside(l, "second");
  const std::size_t m = k.ambient_dimension();
  const std::size_t ambient = m + l.ambient_dimension();
  std::vector<RationalVector> vertices;
  if (k.dimension() > 0) {
    for (const RationalVector& x : k.vertices()) vertices.push_back(placed(x, 0, ambient));
  }
  if (l.dimension() > 0) {
    for (const RationalVector& y : l.vertices()) vertices.push_back(placed(y, m, ambient));
  }
  if (vertices.empty()) vertices.emplace_back(ambient);
  std::vector<AffineForm> facets;
  check_size("free_sum", k.facets().size(), l.facets().size(), ambient);
  for (const AffineForm& a : k.facets()) {
    if (l.dimension() == 0) facets.push_back(placed(a, 0, ambient));
    for (const AffineForm& b : l.facets()) {
      AffineForm& form = facets.emplace_back();
      form.constant = a.constant * b.constant;
      form.normal.reserve(ambient);
      for (const Integer& x : a.normal) form.normal.push_back(x * b.constant);
      for (const Integer& x : b.normal) form.normal.push_back(x * a.constant);
    }
  }
  if (k.dimension() == 0) {
    for (const AffineForm& b : l.facets()) facets.push_back(placed(b, m, ambient));
  }
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.equations()) equations.push_back(placed(form, 0, ambient));
  for (const AffineForm& form : l.equations()) equations.push_back(placed(form, m, ambient));
  return Polytope::from_theorem(ambient, std::move(vertices), std::move(facets), std::move(equations));
}

Polytope pyramid(const Polytope& k) { return join(k, Polytope::from_theorem(0, {{}}, {}, {})); }

Polytope prism(const Polytope& k) {
  return product(k, Polytope::from_theorem(1, {{0}, {1}}, {{0, {1}}, {1, {-1}}}, {}));
}

Polytope bipyramid(const Polytope& k) {
  if (k.empty()) throw Error(Errc::invalid_argument, "bipyramid: the empty polytope has no point to put apices above");
  const std::size_t n = k.ambient_dimension();
  RationalVector centre(n);
  for (const RationalVector& x : k.vertices()) {
    for (std::size_t j = 0; j < n; ++j) centre[j] += x[j];
  }
  for (Rational& x : centre) x /= Rational(k.vertices().size());
  std::vector<RationalVector> vertices;
  if (k.dimension() > 0) {
    for (const RationalVector& x : k.vertices()) vertices.push_back(placed(x, 0, n + 1));
  }
  std::vector<AffineForm> facets;
  for (const int side : {1, -1}) {
    vertices.push_back(placed(centre, 0, n + 1));
    vertices.back()[n] = side;
    for (const AffineForm& facet : k.facets()) {
      const Rational slack = facet(centre);  // at the height of 1 it must be used up
      AffineForm form{facet.constant * slack.denominator(), {}};
      for (const Integer& x : facet.normal) form.normal.push_back(x * slack.denominator());
      form.normal.push_back(slack.numerator() * Integer(-side));
      facets.push_back(std::move(form));
    }
    if (k.dimension() == 0) facets.push_back(coordinate_form(n + 1, n, 1, -side));
  }
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.equations()) equations.push_back(placed(form, 0, n + 1));
  return Polytope::from_theorem(n + 1, std::move(vertices), std::move(facets), std::move(equations));
}

}  // namespace tropiary
