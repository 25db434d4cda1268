#include "tropiary/polytope/polytope.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"

namespace tropiary {
namespace {

RationalVector point(std::initializer_list<Rational> x) { return x; }
AffineForm form(Integer constant, std::initializer_list<Integer> normal) { return {std::move(constant), normal}; }

// The square [0,1]² at height 3 in R³.
Polytope lifted_square(std::vector<AffineForm> equations, std::vector<AffineForm> facets) {
  return Polytope::from_theorem(3, {point({1, 1, 3}), point({0, 0, 3}), point({1, 0, 3}), point({0, 1, 3})},
                                std::move(facets), std::move(equations));
}
const std::vector<AffineForm> square_facets = {form(0, {1, 0, 0}), form(0, {0, 1, 0}), form(1, {-1, 0, 0}),
                                               form(1, {0, -1, 0})};

}  // namespace

TEST_CASE("affine forms are compared as rows with the constant first") {
  CHECK(form(0, {5, 5}) < form(1, {-7, 0}));
  CHECK(form(1, {-7, 1}) > form(1, {-7, 0}));
  CHECK(form(2, {3, -1})(point({Rational("1/3"), 4})) == Rational(-1));
  CHECK_ERROR(form(2, {3, -1})(point({1})), Errc::dimension_mismatch, "AffineForm");
}

TEST_CASE("a polytope in normal form does not depend on how it was described") {
  const Polytope square = lifted_square({form(3, {0, 0, -1})}, square_facets);
  CHECK(square.dimension() == 2);
  CHECK(square.ambient_dimension() == 3);
  CHECK(square.equations() == std::vector{form(-3, {0, 0, 1})});
  CHECK(square.vertices().front() == point({0, 0, 3}));
  CHECK(square.facets() ==
        std::vector{form(0, {0, 1, 0}), form(0, {1, 0, 0}), form(1, {-1, 0, 0}), form(1, {0, -1, 0})});
  // Multiples, repeated equations, and facets changed by multiples of the equation.
  const Polytope same =
      lifted_square({form(-6, {0, 0, 2}), form(-3, {0, 0, 1})},
                    {form(-6, {4, 0, 2}), form(3, {0, 1, -1}), form(5, {-5, 0, 0}), form(7, {0, -1, -2})});
  CHECK(same == square);
  CHECK(verify(square).holds());
}

TEST_CASE("membership is decided by facets and equations") {
  const Polytope square = lifted_square({form(3, {0, 0, -1})}, square_facets);
  CHECK(square.contains(point({Rational("1/2"), 1, 3})));
  CHECK_FALSE(square.contains(point({Rational("1/2"), Rational("3/2"), 3})));
  CHECK_FALSE(square.contains(point({Rational("1/2"), 1, 2})));
  CHECK_ERROR(square.contains(point({1, 1})), Errc::dimension_mismatch, "Polytope::contains");
}

TEST_CASE("the empty polytope has dimension minus one and the equation 1 = 0") {
  const Polytope empty = Polytope::from_theorem(2, {}, {}, {});
  CHECK(empty.empty());
  CHECK(empty.dimension() == -1);
  CHECK(empty.equations() == std::vector{form(1, {0, 0})});
  CHECK_FALSE(empty.contains(point({0, 0})));
  CHECK(verify(empty).holds());
  CHECK(verify(Polytope()).holds());
  CHECK(Polytope() == Polytope::from_theorem(0, {}, {}, {}));
  CHECK_FALSE(Polytope().contains({}));
}

TEST_CASE("a point has no facets and the point of R^0 no equations") {
  const Polytope origin = Polytope::from_theorem(0, {{}}, {}, {});
  CHECK(origin.dimension() == 0);
  CHECK(verify(origin).holds());
  CHECK(origin.contains({}));
  const Polytope p = Polytope::from_theorem(2, {point({Rational("1/2"), 3})}, {}, {form(-1, {2, 0}), form(3, {0, -1})});
  CHECK(p.dimension() == 0);
  CHECK(verify(p).holds());
  CHECK_FALSE(verify(Polytope::from_theorem(0, {{}}, {form(1, {})}, {})).holds());
}

TEST_CASE("descriptions of the wrong length are refused") {
  CHECK_ERROR(Polytope::from_theorem(2, {point({1})}, {}, {}), Errc::dimension_mismatch, "vertex 0");
  CHECK_ERROR(Polytope::from_theorem(1, {point({1})}, {form(1, {1, 1})}, {}), Errc::dimension_mismatch, "facet 0");
  CHECK_ERROR(Polytope::from_theorem(1, {point({1})}, {}, {form(1, {})}), Errc::dimension_mismatch, "equation 0");
}

}  // namespace tropiary
