#include "polytope/numbers/lattice_frame.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

using Column = std::vector<Integer>;

constexpr std::size_t max_unknowns = 2048;  // of a system of equations to be solved in integers

void add_multiple(Column& to, const Column& column, const Integer& times) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (!column[i].is_zero()) to[i] += times * column[i];
  }
}

// Euclid's algorithm on the entries of one row in the columns from `first` on: afterwards only columns[first] has a
// non-zero one, and that is positive. Whether there was any.
bool eliminate(std::vector<Column>& columns, std::size_t first, std::size_t row) {
  for (;;) {
    std::size_t least = columns.size();
    for (std::size_t j = first; j < columns.size(); ++j) {
      if (columns[j][row].is_zero()) continue;
      if (least == columns.size() || abs(columns[j][row]) < abs(columns[least][row])) least = j;
    }
    if (least == columns.size()) return false;
    std::swap(columns[first], columns[least]);
    bool done = true;
    for (std::size_t j = first + 1; j < columns.size(); ++j) {
      if (columns[j][row].is_zero()) continue;
      add_multiple(columns[j], columns[first], -floor_div(columns[j][row], columns[first][row]));
      done = done && columns[j][row].is_zero();
    }
    if (done) break;
  }
  if (columns[first][row].sign() < 0) {
    for (Integer& x : columns[first]) x = -x;
  }
  return true;
}

// Solves the equations in integers: the lattice of the homogeneous ones, and the least multiple that has a solution.
void solve_equations(const Polytope& k, LatticeFrame& frame) {
  const std::size_t n = k.ambient_dimension();
  const std::size_t rank = k.equations().size();
  // Column j: the values of the equations' normals at a lattice vector, then that vector; first the unit vectors.
  std::vector<Column> columns(n, Column(rank + n));
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = 0; i < rank; ++i) columns[j][i] = k.equations()[i].normal[j];
    columns[j][rank + j] = 1;
  }
  for (std::size_t i = 0; i < rank; ++i) eliminate(columns, i, i);
  // The values are now lower triangular: forward substitution for the first `rank` coordinates of a solution.
  RationalVector solution;
  for (std::size_t i = 0; i < rank; ++i) {
    Rational right = Rational(-k.equations()[i].constant);
    for (std::size_t j = 0; j < i; ++j) right -= Rational(columns[j][i]) * solution[j];
    solution.push_back(right / Rational(columns[i][i]));
    frame.multiple = lcm(frame.multiple, solution.back().denominator());
  }
  frame.origin.assign(n, 0);
  for (std::size_t i = 0; i < rank; ++i) {
    const Integer times = solution[i].numerator() * (frame.multiple / solution[i].denominator());
    for (std::size_t l = 0; l < n; ++l) frame.origin[l] += times * columns[i][rank + l];
  }
  columns.erase(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(rank));
  for (Column& column : columns) column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(rank));
  std::size_t found = 0;
  for (std::size_t row = 0; row < n && found < columns.size(); ++row) {
    if (!eliminate(columns, found, row)) continue;
    frame.pivots.push_back(row);
    for (std::size_t j = 0; j < found; ++j) {
      add_multiple(columns[j], columns[found], -floor_div(columns[j][row], columns[found][row]));
    }
    add_multiple(frame.origin, columns[found], -floor_div(frame.origin[row], columns[found][row]));
    ++found;
  }
  frame.basis = std::move(columns);
}

// The coordinates in the frame of a point of multiple · K.
RationalVector coordinates(const LatticeFrame& frame, RationalVector x) {
  RationalVector y;
  for (std::size_t j = 0; j < x.size(); ++j) x[j] -= Rational(frame.origin[j]);
  for (std::size_t i = 0; i < frame.basis.size(); ++i) {
    const std::size_t pivot = frame.pivots[i];
    y.push_back(x[pivot] / Rational(frame.basis[i][pivot]));
    if (y.back().is_zero()) continue;
    for (std::size_t j = pivot; j < x.size(); ++j) {
      if (!frame.basis[i][j].is_zero()) x[j] -= y.back() * Rational(frame.basis[i][j]);
    }
  }
  return y;
}

AffineForm primitive_form(AffineForm form) {
  form.normal.push_back(std::move(form.constant));
  form.normal = primitive(std::move(form.normal));
  form.constant = std::move(form.normal.back());
  form.normal.pop_back();
  return form;
}

AffineForm in_frame(const LatticeFrame& frame, const AffineForm& facet) {
  AffineForm form{frame.multiple * facet.constant, {}};
  for (std::size_t j = 0; j < frame.origin.size(); ++j) form.constant += facet.normal[j] * frame.origin[j];
  for (const std::vector<Integer>& direction : frame.basis) {
    Integer value;
    for (std::size_t j = 0; j < direction.size(); ++j) {
      if (!direction[j].is_zero()) value += facet.normal[j] * direction[j];
    }
    form.normal.push_back(std::move(value));
  }
  return primitive_form(std::move(form));
}

void set_vertices(Body& body, const std::vector<RationalVector>& points) {
  for (const RationalVector& point : points) {
    for (const Rational& x : point) body.denominator = lcm(body.denominator, x.denominator());
  }
  for (const RationalVector& point : points) {
    body.vertices.emplace_back();
    for (const Rational& x : point)
      body.vertices.back().push_back(x.numerator() * (body.denominator / x.denominator()));
  }
}

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

}  // namespace

bool Body::is_simple() const {
  for (std::size_t v = 0; v < incidence.vertices.rows(); ++v) {
    if (count_bits(incidence.vertices.row(v)) != dimension) return false;
  }
  return true;
}

bool Body::is_simplicial() const {
  for (std::size_t f = 0; f < incidence.facets.rows(); ++f) {
    if (count_bits(incidence.facets.row(f)) != dimension) return false;
  }
  return true;
}

std::vector<Integer> LatticeFrame::ambient(const std::vector<Integer>& y) const {
  std::vector<Integer> x = origin;
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (!y[i].is_zero()) add_multiple(x, basis[i], y[i]);
  }
  return x;
}

LatticeFrame lattice_frame(const Polytope& k, const char* function) {
  const std::size_t n = k.ambient_dimension();
  LatticeFrame frame;
  frame.body.dimension = static_cast<std::size_t>(k.dimension());
  frame.body.incidence = incidence(k);
  if (k.equations().empty()) {
    frame.origin.assign(n, 0);
    frame.basis.assign(n, std::vector<Integer>(n));
    for (std::size_t j = 0; j < n; ++j) {
      frame.basis[j][j] = 1;
      frame.pivots.push_back(j);
    }
    set_vertices(frame.body, k.vertices());
    frame.body.facets = k.facets();
    return frame;
  }
  if (n > max_unknowns) {
    throw Error(Errc::too_large, std::string(function) + ": a polytope of dimension " + std::to_string(k.dimension()) +
                                     " in R^" + std::to_string(n) + ": equations in more than " +
                                     std::to_string(max_unknowns) + " unknowns are not solved in integers");
  }
  solve_equations(k, frame);
  std::vector<RationalVector> points;
  for (RationalVector vertex : k.vertices()) {
    for (Rational& x : vertex) x *= Rational(frame.multiple);
    points.push_back(coordinates(frame, std::move(vertex)));
  }
  set_vertices(frame.body, points);
  for (const AffineForm& facet : k.facets()) frame.body.facets.push_back(in_frame(frame, facet));
  return frame;
}

std::vector<Body> factors(Body body) {
  const std::size_t d = body.dimension;
  std::vector<std::size_t> parent(d);
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const AffineForm& facet : body.facets) {
    std::size_t first = d;
    for (std::size_t j = 0; j < d; ++j) {
      if (facet.normal[j].is_zero()) continue;
      if (first == d) first = j;
      parent[root(parent, j)] = root(parent, first);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> blocks;
  for (std::size_t j = 0; j < d; ++j) blocks[root(parent, j)].push_back(j);
  std::vector<Body> result;
  if (blocks.size() <= 1) {
    if (d > 0) result.push_back(std::move(body));
    return result;
  }
  for (const auto& [key, block] : blocks) {
    Body factor;
    factor.dimension = block.size();
    std::map<std::vector<Integer>, std::size_t> seen;  // projected vertex → a vertex above it
    for (std::size_t v = 0; v < body.vertices.size(); ++v) {
      std::vector<Integer> point;
      for (const std::size_t j : block) point.push_back(body.vertices[v][j]);
      seen.try_emplace(std::move(point), v);
    }
    Integer common = body.denominator;
    std::vector<std::size_t> above;
    for (const auto& [point, v] : seen) {
      for (const Integer& x : point) common = gcd(common, x);
      factor.vertices.push_back(point);
      above.push_back(v);
    }
    factor.denominator = body.denominator / common;
    for (std::vector<Integer>& point : factor.vertices) {
      for (Integer& x : point) x /= common;
    }
    std::vector<std::size_t> facets;
    for (std::size_t f = 0; f < body.facets.size(); ++f) {
      if (std::ranges::none_of(block, [&](std::size_t j) { return !body.facets[f].normal[j].is_zero(); })) continue;
      AffineForm form{body.facets[f].constant, {}};
      for (const std::size_t j : block) form.normal.push_back(body.facets[f].normal[j]);
      factor.facets.push_back(std::move(form));
      facets.push_back(f);
    }
    factor.incidence.facets = BitMatrix(facets.size(), above.size());
    for (std::size_t i = 0; i < facets.size(); ++i) {
      for (std::size_t v = 0; v < above.size(); ++v) {
        if (body.incidence.facets.test(facets[i], above[v])) factor.incidence.facets.set(i, v);
      }
    }
    factor.incidence.vertices = factor.incidence.facets.transposed();
    result.push_back(std::move(factor));
  }
  return result;
}

}  // namespace tropiary::detail
