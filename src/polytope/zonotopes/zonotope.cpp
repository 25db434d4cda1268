#include "tropiary/polytope/zonotope.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "polytope/zonotopes/generator_classes.hpp"
#include "polytope/zonotopes/topes.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::GeneratorClasses;
using detail::PointBits;
using detail::Rows;

constexpr std::size_t max_coordinates = std::size_t{1} << 27;

[[noreturn]] void too_many(const char* what) {
  throw Error(Errc::too_large, std::string("zonotope: more ") + what + " than can be stored");
}

// Vertices as sets of classes, and facets in the scaled free coordinates, before the translation.
template <std::size_t W>
struct Description {
  std::vector<PointBits<W>> vertices;
  std::vector<std::pair<std::vector<Integer>, Integer>> facets;
};

// The two facets in a hyperplane: at its negative end, and at its positive one.
template <class Scalar, std::size_t W>
void add_facets(const detail::Hyperplane<Scalar, W>& plane, std::size_t m, std::size_t rank, Description<W>& result) {
  std::vector<Integer> normal;
  normal.reserve(rank);
  Integer divisor;
  for (std::size_t i = 0; i < rank; ++i) {
    normal.push_back(detail::integer_of(plane.normal[i]));
    if (!divisor.is_one()) divisor = gcd(divisor, normal.back());
  }
  Scalar above{};
  Scalar below{};
  for (std::size_t j = 0; j < m; ++j) (detail::sign_of(plane.values[j]) < 0 ? below : above) += plane.values[j];
  std::vector<Integer> opposite;
  opposite.reserve(rank);
  for (Integer& x : normal) {
    if (!divisor.is_one()) x /= divisor;
    opposite.push_back(-x);
  }
  result.facets.emplace_back(std::move(normal), -detail::integer_of(below) / divisor);
  result.facets.emplace_back(std::move(opposite), detail::integer_of(above) / divisor);
}

template <class Scalar, std::size_t W>
Description<W> describe_in(const GeneratorClasses& classes) {
  const std::size_t rank = classes.rank();
  const std::size_t m = classes.vectors.size();
  const std::size_t ambient = classes.scale.size();
  Rows<Scalar> rows(m, rank);
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t k = 0; k < rank; ++k) {
      rows.row(i)[k] = detail::scalar_of<Scalar>(classes.vectors[i][classes.span.free[k]]);
    }
  }
  std::vector<std::size_t> coordinates(rank);
  std::iota(coordinates.begin(), coordinates.end(), std::size_t{0});
  Description<W> result;
  PointBits<W> all;
  for (std::size_t i = 0; i < m; ++i) all.insert(i);
  typename detail::Topes<Scalar, W>::Pairs vertices(all);
  detail::Topes<Scalar, W> topes(rows);
  detail::FlatWalk<Scalar, W> walk(rows);
  walk.run("zonotope", UINT64_MAX, [&](const detail::Hyperplane<Scalar, W>& plane) {
    topes.add_facet(plane, coordinates, vertices);
    add_facets(plane, m, rank, result);
    if (vertices.size() * std::max(ambient, W) > max_coordinates) too_many("vertices");
    if (result.facets.size() * ambient > max_coordinates) too_many("facets");
  });
  result.vertices = vertices.both();
  return result;
}

template <std::size_t W>
Description<W> describe(const GeneratorClasses& classes) {
  // Sums of all values at one normal are bounded too, in every type.
  const double bits =
      detail::minor_bits(classes.vectors, classes.rank()) + std::log2(static_cast<double>(classes.vectors.size()));
  return detail::with_elimination_type(bits, [&](auto scalar) { return describe_in<decltype(scalar), W>(classes); });
}

// Coordinates of the vertices, opposite ones after each other, in words or in Integers.
template <class Number, std::size_t W>
Rows<Number> points_of(const GeneratorClasses& classes, const std::vector<PointBits<W>>& vertices) {
  const std::size_t ambient = classes.scale.size();
  Rows<Number> rows(classes.vectors.size(), ambient);
  std::vector<Number> origin;
  for (std::size_t j = 0; j < ambient; ++j) {
    origin.push_back(detail::scalar_of<Number>(classes.translation[j]));
    for (std::size_t i = 0; i < classes.vectors.size(); ++i) {
      rows.row(i)[j] = detail::scalar_of<Number>(classes.vectors[i][j]);
    }
  }
  std::vector<Number> ends;  // twice the centre: the sum of two opposite vertices
  for (std::size_t j = 0; j < ambient; ++j) {
    ends.push_back(origin[j] + origin[j]);
    for (std::size_t i = 0; i < classes.vectors.size(); ++i) ends[j] += rows.row(i)[j];
  }
  Rows<Number> points(vertices.size(), ambient);
  for (std::size_t v = 0; v < vertices.size(); ++v) {
    Number* point = points.row(v);
    if (v % 2 == 1) {
      for (std::size_t j = 0; j < ambient; ++j) point[j] = ends[j] - points.row(v - 1)[j];
      continue;
    }
    std::copy(origin.begin(), origin.end(), point);
    vertices[v].for_each([&](std::size_t i) {
      const Number* row = rows.row(i);
      for (std::size_t j = 0; j < ambient; ++j) point[j] += row[j];
    });
  }
  return points;
}

template <class Number, std::size_t W>
Zonotope assemble(const GeneratorClasses& classes, Description<W> description, std::size_t generators) {
  const std::size_t ambient = classes.scale.size();
  const Rows<Number> points = points_of<Number, W>(classes, description.vertices);
  std::vector<std::size_t> order(description.vertices.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Number* x = points.row(a);
    const Number* y = points.row(b);
    std::size_t j = 0;
    while (j + 1 < ambient && x[j] == y[j]) ++j;
    return ambient > 0 && x[j] < y[j];
  });
  if (Integer(order.size()) * Integer(generators) > Integer(std::size_t{8} * max_coordinates)) {
    too_many("signs of generators");
  }
  Zonotope result;
  std::vector<RationalVector> vertices;
  vertices.reserve(order.size());
  result.sign_words.reserve(order.size());
  for (const std::size_t v : order) {
    RationalVector& x = vertices.emplace_back();
    x.reserve(ambient);
    for (std::size_t j = 0; j < ambient; ++j) {
      if (classes.scale[j].is_one()) {
        x.emplace_back(points.row(v)[j]);
      } else {
        x.emplace_back(Integer(points.row(v)[j]), classes.scale[j]);
      }
    }
    std::string& word = result.sign_words.emplace_back(generators, '0');
    for (std::size_t i = 0; i < classes.members.size(); ++i) {
      const bool positive = description.vertices[v].contains(i);
      for (const auto& member : classes.members[i]) word[member.generator] = positive != member.reversed ? '+' : '-';
    }
  }
  std::vector<AffineForm> facets;
  facets.reserve(description.facets.size());
  for (auto& [normal, constant] : description.facets) {
    AffineForm& facet = facets.emplace_back();
    facet.constant = std::move(constant);
    for (std::size_t i = 0; i < normal.size(); ++i) {
      const Integer& shift = classes.translation[classes.span.free[i]];
      if (!shift.is_zero()) facet.constant -= normal[i] * shift;
    }
    if (normal.size() == ambient) {
      facet.normal = std::move(normal);
    } else {
      facet.normal.resize(ambient);
      for (std::size_t i = 0; i < normal.size(); ++i) facet.normal[classes.span.free[i]] = std::move(normal[i]);
    }
    for (std::size_t j = 0; j < ambient; ++j) {
      if (!classes.scale[j].is_one()) facet.normal[j] *= classes.scale[j];
    }
  }
  result.polytope = Polytope::from_theorem(ambient, std::move(vertices), std::move(facets), classes.span.equations);
  return result;
}

template <std::size_t W>
Zonotope zonotope_of(const GeneratorClasses& classes, std::size_t generators) {
  Description<W> description;
  if (classes.rank() == 0) {
    description.vertices.resize(1);
  } else {
    description = describe<W>(classes);
  }
  std::size_t largest = 0;
  for (const Integer& x : classes.translation) largest = std::max(largest, x.bit_length());
  for (const auto& vector : classes.vectors) {
    for (const Integer& x : vector) largest = std::max(largest, x.bit_length());
  }
  const bool words = largest + std::bit_width(classes.vectors.size() + 1) <= 61;
  return words ? assemble<std::int64_t, W>(classes, std::move(description), generators)
               : assemble<Integer, W>(classes, std::move(description), generators);
}

}  // namespace

Zonotope zonotope(std::size_t ambient_dimension, std::span<const RationalVector> generators) {
  const GeneratorClasses classes = detail::generator_classes("zonotope", ambient_dimension, generators);
  const std::size_t m = classes.vectors.size();
  if (classes.rank() >= 27 || m > 4096) {
    throw Error(Errc::too_large, "zonotope: " + std::to_string(m) + " directions of rank " +
                                     std::to_string(classes.rank()) + "; at most 4096 of rank 26 are taken");
  }
  if (m <= 64) return zonotope_of<1>(classes, generators.size());
  if (m <= 256) return zonotope_of<4>(classes, generators.size());
  return zonotope_of<64>(classes, generators.size());
}

}  // namespace tropiary
