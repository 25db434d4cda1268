#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/polytope/minkowski_difference.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/mixed_subdivision.hpp"
#include "tropiary/polytope/mixed_volume.hpp"

namespace tropiary::python {

void bind_minkowski(nb::module_& m) {
  using namespace nb::literals;
  nb::class_<MinkowskiSum>(m, "MinkowskiSum", "A Minkowski sum that remembers where its vertices come from.")
      .def_ro("polytope", &MinkowskiSum::polytope, "The sum.")
      .def_ro("summand_vertices", &MinkowskiSum::summand_vertices,
              "summand_vertices[v][k]: the position in summand k's vertices of its part of vertex v.");
  m.def(
      "minkowski_sum",
      [](const std::vector<Polytope>& summands, std::string_view engine) {
        return minkowski_sum(summands, HullOptions{hull_engine(engine)});
      },
      "summands"_a, "engine"_a = "automatic", without_gil(), "K_1 + ... + K_m = { x_1 + ... + x_m : x_i in K_i }.");
  m.def(
      "convex_envelope",
      [](const std::vector<Polytope>& polytopes, std::string_view engine) {
        return convex_envelope(polytopes, HullOptions{hull_engine(engine)});
      },
      "polytopes"_a, "engine"_a = "automatic", without_gil(), "The convex hull of a union of polytopes.");

  m.def(
      "minkowski_difference",
      [](const Polytope& a, const Polytope& b, std::string_view engine) {
        return minkowski_difference(a, b, HullOptions{hull_engine(engine)});
      },
      "a"_a, "b"_a, "engine"_a = "automatic", without_gil(),
      "{ x : x + B is contained in A }. Raises Error (\"invalid_argument\") when B is empty.");
  nb::class_<SummandTest>(m, "SummandTest", "Whether B + C = A for some C, with the proof; true when it holds.")
      .def_ro("holds", &SummandTest::holds, "Whether B is a summand of A.")
      .def_prop_ro(
          "complement", [](const SummandTest& t) { return t.complement ? nb::cast(*t.complement) : nb::none(); },
          "C with B + C = A when it holds, else None.")
      .def_ro("witness", &SummandTest::witness,
              "When it does not hold: a vertex of A that lies in no translate of B inside A.")
      .def("__bool__", [](const SummandTest& t) { return t.holds; });
  m.def(
      "is_summand", [](const Polytope& a, const Polytope& b) { return is_summand(a, b); }, "a"_a, "b"_a, without_gil(),
      "Whether B is a Minkowski summand of A, with the complement or a vertex of A as the proof.");
  m.def(
      "mixed_volume",
      [](const std::vector<Polytope>& polytopes, std::uint64_t effort) { return mixed_volume(polytopes, effort); },
      "polytopes"_a, "effort"_a = std::uint64_t{100'000'000}, without_gil(),
      "The mixed volume of n polytopes in R^n, n! times the volume for equal ones; for integer polytopes the number of "
      "solutions of n general equations with these Newton polytopes in the torus.");
  m.def(
      "cayley_polytope", [](const std::vector<Polytope>& polytopes) { return cayley_polytope(polytopes); },
      "polytopes"_a, without_gil(), "The convex hull of all K_i × e_i in R^(n+m).");
  nb::class_<MixedCell>(m, "MixedCell", "A cell F_1 + ... + F_m of a mixed subdivision.")
      .def_ro("points", &MixedCell::points, "points[k]: the positions in point set k of those in F_k.")
      .def_ro("type", &MixedCell::type, "type[k]: the dimension of F_k.")
      .def_ro("volume", &MixedCell::volume, "The volume in the ambient space.");
  nb::class_<MixedSubdivision>(m, "MixedSubdivision",
                               "The mixed subdivision of a sum that heights of the points induce.")
      .def_ro("cells", &MixedSubdivision::cells, "The cells of full dimension, sorted by their points.")
      .def_ro("fine", &MixedSubdivision::fine,
              "Whether in each cell the F_k are simplices whose dimensions add up to the sum's.");
  m.def(
      "mixed_subdivision",
      [](const std::vector<RationalMatrix>& point_sets, const std::vector<RationalVector>& heights) {
        return mixed_subdivision(point_sets, heights);
      },
      "point_sets"_a, "heights"_a, without_gil(),
      "The coherent mixed subdivision of conv A_1 + ... + conv A_m induced by a height for each point, by the Cayley "
      "trick.");
}

}  // namespace tropiary::python
