#include "polytope/faces/simple_h_vector.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tropiary/exact/linear_algebra.hpp"

namespace tropiary::detail {
namespace {

std::string_view bytes(Words set) {
  return {reinterpret_cast<const char*>(set.data()), set.size() * sizeof(std::uint64_t)};
}

// The numbers f_1, …, f_last of faces of a simplicial complex with these facets. Faces are built by adding vertices in
// ascending order; with each comes the list of the facets around it.
std::vector<std::size_t> count_small_faces(const BitMatrix& facets, std::size_t last) {
  std::vector<std::size_t> f(last + 1);
  struct Step {
    std::vector<std::size_t> around;    // positions of the facets that contain the face built so far
    std::vector<std::uint64_t> larger;  // vertices that extend it, beyond its own
  };
  std::vector<Step> path(last + 1);
  const std::size_t w = facets.words_per_row();
  std::vector<std::size_t> all(facets.rows());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto enter = [&](Step& step, const std::vector<std::size_t>& candidates, std::size_t vertex) {
    step.around.clear();
    step.larger.assign(w, 0);
    for (const std::size_t facet : candidates) {
      if (!facets.test(facet, vertex)) continue;
      step.around.push_back(facet);
      for (std::size_t i = 0; i < w; ++i) step.larger[i] |= facets.row(facet)[i];
    }
    for (std::size_t i = 0; i < vertex / 64; ++i) step.larger[i] = 0;
    step.larger[vertex / 64] &= ~std::uint64_t{0} << (vertex % 64) << 1U;
  };
  for (std::size_t v = 0; v < facets.columns(); ++v) {
    enter(path[0], all, v);
    if (last >= 1) f[1] += count_bits(path[0].larger);
    std::size_t depth = 0;
    while (last >= 2) {
      Step& step = path[depth];
      const auto word = std::ranges::find_if(step.larger, [](std::uint64_t x) { return x != 0; });
      if (depth + 1 == last || word == step.larger.end()) {
        if (depth-- == 0) break;
        continue;
      }
      const auto next = static_cast<std::size_t>(64 * (word - step.larger.begin())) +
                        static_cast<std::size_t>(std::countr_zero(*word));
      *word &= *word - 1;
      enter(path[depth + 1], step.around, next);
      ++depth;
      f[depth + 1] += count_bits(path[depth].larger);
    }
  }
  return f;
}

}  // namespace

bool all_rows_have(const BitMatrix& matrix, std::size_t count) {
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    if (count_bits(matrix.row(i)) != count) return false;
  }
  return true;
}

std::vector<Integer> simple_h_vector(const BitMatrix& vertices, std::size_t dimension) {
  std::vector<std::size_t> h(dimension + 1);
  // An edge is the set of facets of either end without one. It is met first at its lower end, then at its upper.
  const std::size_t n = vertices.rows();
  BitMatrix edges(n * dimension / 2, vertices.columns());
  std::unordered_map<std::string_view, bool> met;
  met.reserve(edges.rows());
  std::vector<std::uint64_t> edge(vertices.words_per_row());
  std::size_t used = 0;
  for (std::size_t v = 0; v < n; ++v) {
    std::size_t down = 0;
    for_each_bit(vertices.row(v), [&](std::size_t facet) {
      std::ranges::copy(vertices.row(v), edge.begin());
      edge[facet / 64] ^= std::uint64_t{1} << (facet % 64);
      const auto found = met.find(bytes(edge));
      if (found != met.end()) {
        ++down;
        met.erase(found);
      } else if (used < edges.rows()) {
        std::ranges::copy(edge, edges.row(used).begin());
        met.emplace(bytes(std::as_const(edges).row(used++)), true);
      }
    });
    ++h[down];
  }
  return {h.begin(), h.end()};
}

std::vector<Integer> simplicial_h_vector(const BitMatrix& facets, std::size_t dimension) {
  const std::size_t half = dimension / 2;
  std::vector<std::size_t> f{1, facets.columns()};  // f_{-1}, f_0, …
  if (half >= 3) {
    const std::vector<std::size_t> counted = count_small_faces(facets, half - 2);
    f.insert(f.end(), counted.begin() + 1, counted.end());
  }
  std::vector<Integer> h(dimension + 1);
  Integer rest = facets.rows();  // Σ h_i = the number of facets
  for (std::size_t i = 0; i < half; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const Integer term = binomial(dimension - j, i - j) * f[j];
      h[i] += (i - j) % 2 == 0 ? term : -term;
    }
    h[dimension - i] = h[i];
    rest -= 2 * h[i];
  }
  if (dimension % 2 == 0) {
    h[half] = rest;
  } else {
    h[half] = h[half + 1] = rest / 2;
  }
  return h;
}

std::vector<std::size_t> polar_order(const Polytope& k) {
  // The vertices of the polar with respect to the barycentre c of the vertices are −normal / form(c); lexicographic
  // order is that of a generic form.
  RationalVector centre(k.ambient_dimension());
  for (const RationalVector& v : k.vertices()) {
    for (std::size_t j = 0; j < v.size(); ++j) centre[j] += v[j];
  }
  for (Rational& x : centre) x /= k.vertices().size();
  std::vector<RationalVector> polar;
  for (const AffineForm& form : k.facets()) {
    const Rational height = form(centre);
    RationalVector row(form.normal.begin(), form.normal.end());
    for (Rational& x : row) x /= height;
    polar.push_back(std::move(row));
  }
  std::vector<std::size_t> order(polar.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) -> const RationalVector& { return polar[i]; });
  return order;
}

BitMatrix reordered(const BitMatrix& matrix, const std::vector<std::size_t>& order) {
  BitMatrix result(order.size(), matrix.columns());
  for (std::size_t i = 0; i < order.size(); ++i) std::ranges::copy(matrix.row(order[i]), result.row(i).begin());
  return result;
}

std::optional<SimpleOrSimplicial> simple_or_simplicial(const Polytope& k, const Incidence& incidence) {
  const auto d = static_cast<std::size_t>(k.dimension());
  const bool simple = all_rows_have(incidence.vertices, d);
  if (!simple && !all_rows_have(incidence.facets, d)) return std::nullopt;
  constexpr std::size_t quickly_counted = 10;
  if (d <= quickly_counted) return {{simple, simplicial_h_vector(simple ? incidence.vertices : incidence.facets, d)}};
  // Vertices are sorted lexicographically, which is the order of a generic linear form.
  if (simple) return {{true, simple_h_vector(incidence.vertices, d)}};
  return {{false, simple_h_vector(reordered(incidence.facets, polar_order(k)), d)}};
}

}  // namespace tropiary::detail
