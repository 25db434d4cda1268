#include "tropiary/polytope/equivalence.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

constexpr Equivalence kinds[] = {Equivalence::combinatorial, Equivalence::affine, Equivalence::unimodular};

/// conv(0, e_1, …, e_{d−1}, last): a simplex whose lattice distances are those of its last vertex and of the origin.
Polytope simplex(const std::vector<std::int64_t>& last) {
  const std::size_t d = last.size();
  std::vector<RationalVector> vertices(d + 1, RationalVector(d));
  for (std::size_t i = 0; i < d; ++i) vertices[i + 1][i] = 1;
  for (std::size_t j = 0; j < d; ++j) vertices[d][j] = last[j];
  std::vector<AffineForm> facets;
  for (std::size_t i = 0; i <= d; ++i) {
    RationalMatrix rows;
    RationalVector right;
    for (std::size_t v = 0; v <= d; ++v) {
      rows.push_back(vertices[v]);
      rows.back().emplace_back(1);
      right.emplace_back(v == i ? 1 : 0);
    }
    std::vector<Integer> row = primitive(*solve(rows, right, d + 1));
    AffineForm form{row.back(), {row.begin(), row.end() - 1}};
    facets.push_back(form);
  }
  return Polytope::from_theorem(d, vertices, facets, {});
}

/// The polytope with every vertex x moved to map(x), each facet found by its new vertices.
Polytope moved(const Polytope& k, const RationalMatrix& matrix, const RationalVector& shift) {
  const AffineTransformation map{matrix, shift};
  std::vector<RationalVector> vertices;
  for (const RationalVector& v : k.vertices()) vertices.push_back(map(v));
  // A form f becomes f ∘ map⁻¹: its normal solves normal' · matrix = normal.
  const std::size_t n = k.ambient_dimension();
  RationalMatrix transposed(n, RationalVector(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) transposed[j][i] = matrix[i][j];
  }
  const auto carry = [&](const AffineForm& form) {
    RationalVector row = *solve(transposed, RationalVector(form.normal.begin(), form.normal.end()), n);
    row.push_back(Rational(form.constant) - dot(row, shift));
    std::vector<Integer> whole = primitive(row);
    return AffineForm{whole.back(), {whole.begin(), whole.end() - 1}};
  };
  std::vector<AffineForm> facets;
  std::vector<AffineForm> equations;
  for (const AffineForm& form : k.facets()) facets.push_back(carry(form));
  for (const AffineForm& form : k.equations()) equations.push_back(carry(form));
  return Polytope::from_theorem(n, vertices, facets, equations);
}

RationalMatrix random_matrix(Random& random, std::size_t n, bool unimodular) {
  while (true) {
    RationalMatrix matrix = random_points(random, n, n, 2);
    if (unimodular) {  // a product of shears
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) matrix[i][j] = i == j ? 1 : 0;
      }
      for (std::size_t step = 0; step < 2 * n && n > 1; ++step) {
        const auto i = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(n) - 1));
        const auto j = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(n) - 1));
        const Rational factor = random.between(-2, 2);
        if (i == j) continue;
        for (std::size_t c = 0; c < n; ++c) matrix[i][c] += factor * matrix[j][c];
      }
      std::swap(matrix[0], matrix[n - 1]);
    }
    if (!determinant(matrix).is_zero()) return matrix;
  }
}

void check_map(const Polytope& a, const Polytope& b, const EquivalenceReport& report, Equivalence kind) {
  REQUIRE(report.equivalent);
  CHECK(report.difference.empty());
  std::vector<std::size_t> sorted = report.vertex_images;
  std::ranges::sort(sorted);
  for (std::size_t v = 0; v < sorted.size(); ++v) CHECK(sorted[v] == v);
  // Facets go to facets.
  std::set<std::vector<std::size_t>> facets;
  if (b.dimension() > 0)
    for (const Face& face : faces(b, b.dimension() - 1)) facets.insert(face.vertices);
  if (a.dimension() > 0) {
    for (const Face& face : faces(a, a.dimension() - 1)) {
      std::vector<std::size_t> image;
      for (const std::size_t v : face.vertices) image.push_back(report.vertex_images[v]);
      std::ranges::sort(image);
      CHECK(facets.contains(image));
    }
  }
  CHECK(report.map.has_value() == (kind != Equivalence::combinatorial));
  if (!report.map) return;
  for (std::size_t v = 0; v < a.vertices().size(); ++v)
    CHECK((*report.map)(a.vertices()[v]) == b.vertices()[report.vertex_images[v]]);
  if (a.ambient_dimension() != b.ambient_dimension()) return;
  const Rational det = determinant(report.map->matrix);
  CHECK_FALSE(det.is_zero());
  if (kind != Equivalence::unimodular) return;
  CHECK(abs(det) == 1);
  for (const RationalVector& row : report.map->matrix) {
    for (const Rational& x : row) CHECK(x.is_integer());
  }
}

}  // namespace

TEST_CASE("a polytope is equivalent to its images and the map says how") {
  Random random(77);
  for (const char* name : {"N", "diamond", "chain:3", "antichain:3", "fence:5", "chain:0", "chain:1", "crown:3"}) {
    for (const Polytope& k : {order_polytope(named_poset(name)), chain_polytope(named_poset(name))}) {
      const std::size_t n = k.ambient_dimension();
      for (const Equivalence kind : kinds) {
        CAPTURE(name, to_string(kind));
        check_map(k, k, find_equivalence(k, k, kind), kind);
        if (n == 0) continue;
        const Polytope image =
            moved(k, random_matrix(random, n, kind == Equivalence::unimodular), random_points(random, 1, n, 5)[0]);
        REQUIRE(verify(image).holds());
        check_map(k, image, find_equivalence(k, image, kind), kind);
        check_map(image, k, find_equivalence(image, k, kind), kind);
      }
    }
  }
}

TEST_CASE("faces of lower dimension are compared in their affine hulls") {
  // The square, flat in space, with a finer and a coarser lattice around it.
  const auto square = [](const RationalVector& a, const RationalVector& b) {
    RationalMatrix normals = kernel({a, b}, 3);
    std::vector<RationalVector> vertices(4, RationalVector(3));
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < 3; ++j) vertices[i][j] = Rational(i % 2) * a[j] + Rational(i / 2) * b[j];
    }
    const std::vector<Integer> normal = primitive(std::span<const Rational>(normals[0]));
    std::vector<AffineForm> facets;
    for (const auto& [one, other] : {std::pair{a, b}, std::pair{b, a}}) {
      const RationalVector form = *solve({one, other}, {0, 1}, 3);
      std::vector<Integer> low = primitive(std::span<const Rational>(form));
      Integer at = 0;
      for (std::size_t j = 0; j < 3; ++j) at += low[j] * other[j].numerator();
      facets.push_back({0, low});
      for (Integer& x : low) x = -x;
      facets.push_back({at, low});
    }
    return Polytope::from_theorem(3, vertices, facets, {{0, normal}});
  };
  const Polytope flat = square({1, 0, 0}, {0, 1, 0});
  const Polytope slanted = square({1, 0, 2}, {0, 1, -3});  // the same lattice
  const Polytope sparse = square({1, 1, 0}, {1, -1, 0});   // of index two
  const Polytope plane = order_polytope(antichain(2));
  for (const Polytope& k : {flat, slanted, sparse}) REQUIRE(verify(k).holds());
  for (const Polytope& other : {slanted, sparse})
    check_map(flat, other, find_equivalence(flat, other, Equivalence::affine), Equivalence::affine);
  check_map(flat, slanted, find_equivalence(flat, slanted, Equivalence::unimodular), Equivalence::unimodular);
  check_map(flat, plane, find_equivalence(flat, plane, Equivalence::unimodular), Equivalence::unimodular);
  check_map(plane, slanted, find_equivalence(plane, slanted, Equivalence::unimodular), Equivalence::unimodular);
  const EquivalenceReport report = find_equivalence(flat, sparse, Equivalence::unimodular);
  CHECK_FALSE(report.equivalent);
  CHECK_FALSE(report.difference.empty());
}

TEST_CASE("what tells two polytopes apart is named") {
  const Polytope square = order_polytope(antichain(2));
  const Polytope triangle = order_polytope(chain(2));
  CHECK(find_equivalence(square, triangle, Equivalence::combinatorial).difference == "numbers of vertices: 4 and 3");
  CHECK(find_equivalence(square, order_polytope(chain(3)), Equivalence::affine).difference == "dimensions: 2 and 3");
  const Polytope trapezium = Polytope::from_theorem(2, {{0, 0}, {2, 0}, {0, 1}, {1, 1}},
                                                    {{0, {1, 0}}, {0, {0, 1}}, {1, {0, -1}}, {2, {-1, -1}}}, {});
  REQUIRE(verify(trapezium).holds());
  CHECK(find_equivalence(square, trapezium, Equivalence::combinatorial).equivalent);
  CHECK(find_equivalence(square, trapezium, Equivalence::affine).difference ==
        "distances of the vertices from the facets, each facet's largest being 1: only one has 1/2");
  const Polytope doubled = moved(square, {{2, 0}, {0, 1}}, {0, 0});
  CHECK(find_equivalence(square, doubled, Equivalence::affine).equivalent);
  CHECK(find_equivalence(square, doubled, Equivalence::unimodular).difference ==
        "lattice distances of the vertices from the facets: only one has 2");
  const Polytope half = moved(square, {{Rational(1, 2), 0}, {0, 1}}, {0, 0});
  CHECK_ERROR(find_equivalence(square, half, Equivalence::unimodular), Errc::invalid_argument, "not integer");
  CHECK_ERROR(equivalence("projective"), Errc::invalid_argument, "combinatorial");
  CHECK(equivalence("affine") == Equivalence::affine);
  CHECK(find_equivalence(Polytope(), Polytope(), Equivalence::unimodular).equivalent);
}

TEST_CASE("simplices with equal lattice distances may lie in different lattices") {
  // Volume 5, all lattice distances 5 or less: (1,1,5) ≅ (1,4,5)? decided by brute force over all orders of vertices.
  std::vector<Polytope> simplices;
  for (const auto& last : std::vector<std::vector<std::int64_t>>{{1, 1, 5},
                                                                 {1, 2, 5},
                                                                 {2, 3, 5},
                                                                 {1, 3, 5},
                                                                 {1, 4, 5},
                                                                 {3, 4, 5},
                                                                 {2, 2, 5},
                                                                 {1, 1, 7},
                                                                 {1, 2, 7},
                                                                 {1, 3, 7},
                                                                 {2, 4, 7},
                                                                 {3, 5, 7},
                                                                 {1, 6, 7},
                                                                 {2, 2, 4},
                                                                 {1, 3, 4}})
    simplices.push_back(simplex(last));
  std::size_t equivalent_pairs = 0;
  std::size_t decided_by_lattices = 0;
  for (const Polytope& a : simplices) {
    REQUIRE(verify(a).holds());
    for (const Polytope& b : simplices) {
      std::vector<std::size_t> order{0, 1, 2, 3};
      bool expected = false;
      do {
        RationalMatrix from;
        RationalMatrix to;
        for (std::size_t i = 0; i < 4; ++i) {
          from.push_back(a.vertices()[i]);
          from.back().emplace_back(1);
          to.push_back(b.vertices()[order[i]]);
        }
        bool integer = true;
        RationalMatrix linear;
        for (std::size_t j = 0; j < 3; ++j) {
          RationalVector right;
          for (std::size_t i = 0; i < 4; ++i) right.push_back(to[i][j]);
          linear.push_back(*solve(from, right, 4));
          integer = integer && std::ranges::all_of(linear.back(), [](const Rational& x) { return x.is_integer(); });
          linear.back().pop_back();
        }
        expected = expected || (integer && abs(determinant(linear)) == 1);
      } while (!expected && std::ranges::next_permutation(order).found);
      const EquivalenceReport report = find_equivalence(a, b, Equivalence::unimodular);
      CAPTURE(a.vertices().size(), report.difference);
      CHECK(report.equivalent == expected);
      if (report.equivalent) check_map(a, b, report, Equivalence::unimodular);
      equivalent_pairs += report.equivalent ? 1U : 0U;
      decided_by_lattices += report.difference.starts_with("lattices of") ? 1U : 0U;
    }
  }
  CHECK(equivalent_pairs > simplices.size());
  CHECK(decided_by_lattices > 0);
}

TEST_CASE("automorphism groups of simplices and cubes and their lattices") {
  for (std::uint32_t d = 1; d <= 5; ++d) {
    for (const Equivalence kind : kinds) {
      CHECK(polytope_automorphisms(order_polytope(chain(d)), kind).order == factorial(d + 1));
      const PolytopeAutomorphisms cube = polytope_automorphisms(order_polytope(antichain(d)), kind);
      CHECK(cube.order == factorial(d) * pow(Integer(2), d));
      CHECK(cube.orbits.size() == 1);
    }
  }
  // conv(0, e1, e2, (1, 2, 5)): the group of the lattice alone, against all 24 orders.
  for (const auto& last : {std::vector<std::int64_t>{1, 2, 5}, {2, 3, 5}, {1, 1, 5}, {1, 3, 7}, {2, 4, 7}}) {
    const Polytope k = simplex(last);
    const PolytopeAutomorphisms group = polytope_automorphisms(k, Equivalence::unimodular);
    std::set<std::vector<std::size_t>> elements{{0, 1, 2, 3}};
    std::vector<std::vector<std::size_t>> todo(elements.begin(), elements.end());
    while (!todo.empty()) {
      const std::vector<std::size_t> g = todo.back();
      todo.pop_back();
      for (const auto& generator : group.generators) {
        std::vector<std::size_t> product(4);
        for (std::size_t i = 0; i < 4; ++i) product[i] = generator[g[i]];
        if (elements.insert(product).second) todo.push_back(product);
      }
    }
    CHECK(group.order == elements.size());
    std::size_t expected = 0;
    std::vector<std::size_t> order{0, 1, 2, 3};
    do {
      RationalMatrix from;
      for (std::size_t i = 0; i < 4; ++i) {
        from.push_back(k.vertices()[i]);
        from.back().emplace_back(1);
      }
      bool integer = true;
      for (std::size_t j = 0; j < 3; ++j) {
        RationalVector right;
        for (std::size_t i = 0; i < 4; ++i) right.push_back(k.vertices()[order[i]][j]);
        integer =
            integer && std::ranges::all_of(*solve(from, right, 4), [](const Rational& x) { return x.is_integer(); });
      }
      expected += integer ? 1U : 0U;
      CHECK(elements.contains(order) == integer);
    } while (std::ranges::next_permutation(order).found);
    CHECK(group.order == expected);
  }
}

TEST_CASE("order polytopes of small posets are equivalent in all three ways at once") {
  // Two levels: incidences tell all distances. Regular unimodular triangulations: vertices generate the lattice.
  std::vector<Polytope> polytopes;
  for (const SmallPoset& p : posets(4)) polytopes.push_back(order_polytope(to_poset(p)));
  std::set<std::vector<std::vector<std::size_t>>> classes;
  for (const Polytope& a : polytopes) {
    classes.insert(canonical_facets(a));
    for (const Polytope& b : polytopes) {
      const bool equivalent = find_equivalence(a, b, Equivalence::combinatorial).equivalent;
      CHECK(equivalent == (canonical_facets(a) == canonical_facets(b)));
      for (const Equivalence kind : {Equivalence::affine, Equivalence::unimodular})
        CHECK(find_equivalence(a, b, kind).equivalent == equivalent);
    }
  }
  CHECK(classes.size() > 5);
}
