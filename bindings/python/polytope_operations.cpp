#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/affine_image.hpp"
#include "tropiary/polytope/operations.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary::python {

namespace {

using Generators = std::vector<RationalVector>;

// The length of the generators unless it is given: needed when there are none.
std::size_t ambient_of(const nb::object& given, const Generators& generators) {
  if (!given.is_none()) return nb::cast<std::size_t>(given);
  return generators.empty() ? 0 : generators.front().size();
}

template <class F>
auto of_generators(F f) {
  return [f](const Generators& generators, const nb::object& ambient_dimension) {
    const std::size_t ambient = ambient_of(ambient_dimension, generators);
    const nb::gil_scoped_release release;
    return f(ambient, generators);
  };
}

}  // namespace

void bind_polytope_operations(nb::module_& m) {
  using namespace nb::literals;
  using Two = Polytope (*)(const Polytope&, const Polytope&);
  m.def("product", static_cast<Two>(&product), "k"_a, "l"_a, without_gil(),
        "K × L: the vertices are the pairs, the facets those of both.");
  m.def("join", static_cast<Two>(&join), "k"_a, "l"_a, without_gil(),
        "conv(K × 0 × 0 ∪ 0 × L × 1), of dimension dim K + dim L + 1.");
  m.def("free_sum", static_cast<Two>(&free_sum), "k"_a, "l"_a, without_gil(),
        "conv(K × 0 ∪ 0 × L) for polytopes with 0 in their relative interiors; polar to the product.");
  m.def("pyramid", &pyramid, "k"_a, without_gil(), "conv(K × 0 ∪ (0, ..., 0, 1)).");
  m.def("prism", &prism, "k"_a, without_gil(), "K × [0, 1].");
  m.def("bipyramid", &bipyramid, "k"_a, without_gil(), "conv(K × 0 ∪ (c, 1) ∪ (c, -1)), c the mean of the vertices.");
  m.def("polar", &polar, "k"_a, without_gil(),
        "{ y : x · y ≤ 1 for all x in K }. Raises Error (\"invalid_argument\") unless 0 is an interior point of K.");
  m.def(
      "translation", [](const Polytope& k, const RationalVector& by) { return translation(k, by); }, "k"_a, "by"_a,
      without_gil(), "K + v.");
  m.def("dilation", &dilation, "k"_a, "factor"_a, without_gil(), "factor · K, a point for 0.");
  m.def(
      "affine_image",
      [](const Polytope& k, const RationalMatrix& matrix, const nb::object& shift) {
        const RationalVector b = shift.is_none() ? RationalVector(matrix.size()) : nb::cast<RationalVector>(shift);
        const nb::gil_scoped_release release;
        return affine_image(k, matrix, b);
      },
      "k"_a, "matrix"_a, "shift"_a = nb::none(),
      "{ M x + b : x in K }, M given by its rows; b is 0 unless given. No hull is computed when the map is injective "
      "on K.");
  m.def(
      "projection",
      [](const Polytope& k, const std::vector<std::size_t>& coordinates) { return projection(k, coordinates); }, "k"_a,
      "coordinates"_a, without_gil(), "The image of K under x -> (x_i for the given coordinates), in this order.");
  m.def(
      "intersection", [](const std::vector<Polytope>& polytopes) { return intersection(polytopes); }, "polytopes"_a,
      without_gil(), "The points that lie in all of one or more polytopes.");

  nb::class_<Zonotope>(m, "Zonotope", "A zonotope with the part that every generator has in its vertices.")
      .def_ro("polytope", &Zonotope::polytope, "The zonotope itself.")
      .def_ro("sign_words", &Zonotope::sign_words,
              "sign_words[v][j] is \"+\" when generator j is a summand of vertex v, \"-\" when it is not, \"0\" when "
              "it is zero.");
  m.def("zonotope", of_generators([](std::size_t n, const Generators& g) { return zonotope(n, g); }), "generators"_a,
        "ambient_dimension"_a = nb::none(),
        "The Minkowski sum of the segments from 0 to each generator, by flats and without a hull. ambient_dimension is "
        "that of the first generator unless given.");
  m.def("count_zonotope_vertices",
        of_generators([](std::size_t n, const Generators& g) { return count_zonotope_vertices(n, g); }), "generators"_a,
        "ambient_dimension"_a = nb::none(), "The number of vertices; no polytope is built.");
  m.def("count_zonotope_facets",
        of_generators([](std::size_t n, const Generators& g) { return count_zonotope_facets(n, g); }), "generators"_a,
        "ambient_dimension"_a = nb::none(), "The number of facets; no polytope is built.");
  m.def("zonotope_volume", of_generators([](std::size_t n, const Generators& g) { return zonotope_volume(n, g); }),
        "generators"_a, "ambient_dimension"_a = nb::none(),
        "The sum of |det| over all bases among the generators; no polytope is built.");
  m.def("zonotope_ehrhart_polynomial",
        of_generators([](std::size_t n, const Generators& g) { return zonotope_ehrhart_polynomial(n, g); }),
        "generators"_a, "ambient_dimension"_a = nb::none(),
        "The number of integer points of t times the zonotope of integer generators, coefficients ascending; no "
        "polytope is built.");
}

}  // namespace tropiary::python
