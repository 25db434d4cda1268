#include "tropiary/operad/compose.hpp"

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/error.hpp"
#include "tropiary/operad/act_on_polytopes.hpp"

namespace tropiary::python {

namespace {

Action action(std::string_view name) {
  if (name == "reduced") return Action::reduced;
  if (name == "pointed") return Action::pointed;
  throw Error(Errc::invalid_argument,
              "act: unknown action \"" + std::string(name) + "\"; known actions: reduced, pointed");
}

}  // namespace

void bind_compose(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "compose", [](const Poset& p, const std::vector<Poset>& blocks) { return compose(p, blocks); }, "p"_a, "blocks"_a,
      without_gil(), "P(Q_1, ..., Q_n): the lexicographic sum, the composition of the operad of posets.");
  m.def(
      "compose", [](const Poset& p, Element i, const Poset& q) { return compose(p, checked(p, i, "compose"), q); },
      "p"_a, "i"_a, "q"_a, without_gil(), "P o_i Q: Q in place of point i (from 0), the other points kept.");
  m.def(
      "compose_polynomials",
      [](const Poset& p, const std::vector<Poset>& blocks) { return compose_polynomials(p, blocks); }, "p"_a,
      "blocks"_a, without_gil(),
      "The composition of poset polynomials as tropical polynomials on the concatenated variables.");
  m.def(
      "act",
      [](const Poset& p, const std::vector<std::pair<TropicalPolynomial, RationalVector>>& arguments,
         std::string_view name) {
        std::vector<PointedPolynomial> pointed;
        for (const auto& [f, b] : arguments) pointed.push_back({f, b});
        PointedPolynomial result = act(p, pointed, action(name));
        return std::pair(std::move(result.f), std::move(result.b));
      },
      "p"_a, "arguments"_a, "action"_a = "pointed", without_gil(),
      "P(f_1, ..., f_n) of pairs (f, b), a tropical polynomial with the coefficients of its linear form: the maximum "
      "over antichains A of p of the sum of the f_i on A and the b_i above A. action: \"pointed\" admits the empty "
      "antichain, \"reduced\" does not.");
  m.def(
      "act",
      [](const Poset& p, const std::vector<std::pair<Polytope, RationalVector>>& arguments, std::string_view name,
         std::string_view engine) {
        std::vector<PointedPolytope> pointed;
        for (const auto& [k, b] : arguments) pointed.push_back({k, b});
        PointedPolytope result = act(p, pointed, action(name), HullOptions{hull_engine(engine)});
        return std::pair(std::move(result.k), std::move(result.b));
      },
      "p"_a, "arguments"_a, "action"_a = "pointed", "engine"_a = "automatic", without_gil(),
      "P(K_1, ..., K_n) of pairs (polytope, top point). The antichain gives the Minkowski sum, the 2-chain the convex "
      "envelope.");
}

}  // namespace tropiary::python
