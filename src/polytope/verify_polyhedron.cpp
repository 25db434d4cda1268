#include <string>
#include <utility>

#include "polytope/span.hpp"
#include "tropiary/polytope/polyhedron.hpp"

namespace tropiary {
namespace {

Rational value_at(const std::vector<Integer>& normal, const RationalVector& x, std::size_t offset) {
  Rational value;
  for (std::size_t j = 0; j < normal.size(); ++j) {
    if (!normal[j].is_zero() && !x[j + offset].is_zero()) value += Rational(normal[j]) * x[j + offset];
  }
  return value;
}

// [constant, normal]: a form on homogeneous coordinates (1, x) or (0, ray).
std::vector<Integer> homogeneous(const AffineForm& form) {
  std::vector<Integer> row = {form.constant};
  row.insert(row.end(), form.normal.begin(), form.normal.end());
  return row;
}

// The section of the cone over the polyhedron, modulo its lines, on which the sum of all facets and of the height is 1:
// a bounded polytope, whose facets are those of the polyhedron and, where the rays span one, the facet at infinity.
class Section {
 public:
  explicit Section(const Polyhedron& p) : n_(p.ambient_dimension()), height_(n_ + 1) {
    height_[0] = 1;
    for (const AffineForm& facet : p.facets()) {
      const std::vector<Integer> row = homogeneous(facet);
      for (std::size_t j = 0; j <= n_; ++j) height_[j] += row[j];
    }
  }

  // Nothing when some vertex or ray has no positive height.
  bool add(RationalVector x) {
    const Rational height = value_at(height_, x, 0);
    if (height.sign() <= 0) return false;
    for (Rational& entry : x) entry /= height;
    points_.push_back(std::move(x));
    return true;
  }

  [[nodiscard]] Polytope polytope(const Polyhedron& p, bool with_infinity) {
    std::vector<AffineForm> facets;
    for (const AffineForm& facet : p.facets()) facets.push_back({0, homogeneous(facet)});
    if (with_infinity) {
      facets.push_back({0, std::vector<Integer>(n_ + 1)});
      facets.back().normal[0] = 1;
    }
    std::vector<AffineForm> equations = {{-1, height_}};
    for (const AffineForm& equation : p.equations()) equations.push_back({0, homogeneous(equation)});
    for (const auto& line : p.lines()) {  // coordinates modulo the lines: 0 at the pivots
      std::size_t pivot = 0;
      while (line[pivot].is_zero()) ++pivot;
      equations.push_back({0, std::vector<Integer>(n_ + 1)});
      equations.back().normal[pivot + 1] = 1;
    }
    return Polytope::from_theorem(n_ + 1, std::move(points_), std::move(facets), std::move(equations));
  }

 private:
  std::size_t n_;
  std::vector<Integer> height_;
  RationalMatrix points_;
};

void check_lines(const Polyhedron& p, PolytopeReport& report) {
  const auto check = [&](const std::vector<AffineForm>& forms, const char* kind) {
    for (std::size_t f = 0; f < forms.size(); ++f) {
      for (std::size_t l = 0; l < p.lines().size(); ++l) {
        if (value_at(forms[f].normal, RationalVector(p.lines()[l].begin(), p.lines()[l].end()), 0).is_zero()) continue;
        report.failures.push_back(kind + (" " + std::to_string(f)) + " is not constant along line " +
                                  std::to_string(l));
      }
    }
  };
  check(p.facets(), "facet");
  check(p.equations(), "equation");
}

}  // namespace

PolytopeReport verify(const Polyhedron& p, std::size_t max_faces) {
  PolytopeReport report;
  if (p.empty()) return report;  // from_theorem admits one form only
  check_lines(p, report);
  Section section(p);
  detail::Span at_infinity;
  for (std::size_t v = 0; v < p.vertices().size(); ++v) {
    RationalVector x = {1};
    x.insert(x.end(), p.vertices()[v].begin(), p.vertices()[v].end());
    if (!section.add(std::move(x))) report.failures.push_back("vertex " + std::to_string(v) + " violates a facet");
  }
  for (std::size_t r = 0; r < p.rays().size(); ++r) {
    RationalVector x = {0};
    x.insert(x.end(), p.rays()[r].begin(), p.rays()[r].end());
    at_infinity.insert(x);
    if (section.add(std::move(x))) continue;
    report.failures.push_back("ray " + std::to_string(r) + " violates a facet, or is redundant or a line");
  }
  if (!report.holds()) return report;
  const std::size_t d = static_cast<std::size_t>(p.dimension()) - p.lines().size();
  const bool with_infinity = d > 0 && at_infinity.dimension() == d;
  PolytopeReport found = verify(section.polytope(p, with_infinity), max_faces);
  for (std::string& failure : found.failures) {
    report.failures.push_back(
        "in a section of the cone over the polyhedron, its vertices and rays in lexicographic "
        "order: " +
        std::move(failure));
  }
  return report;
}

}  // namespace tropiary
