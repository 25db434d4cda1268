#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/network/depth_bound.hpp"
#include "tropiary/operad/grammar.hpp"

namespace tropiary::python {

void bind_grammar_and_depth(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "terms_over",
      [](const std::vector<std::pair<Poset, std::string>>& pairs, std::size_t max_points,
         std::size_t max_compositions) {
        std::vector<Block> blocks;
        for (const auto& [poset, name] : pairs) blocks.push_back({poset, name});
        const nb::gil_scoped_release release;
        return terms_over(blocks, max_points, max_compositions);
      },
      "blocks"_a, "max_points"_a, "max_compositions"_a = std::size_t{1'000'000},
      "The terms made of points and blocks, pairs (poset, name), on at most max_points points, one for each poset up "
      "to "
      "isomorphism; by size.");
  nb::class_<DepthBound>(
      m, "DepthBound",
      "No ReLU network with integer weights computes f_P with fewer hidden layers: O(P) has a face of "
      "dimension 2^(hidden_layers - 1) of odd normalised volume.")
      .def_ro("hidden_layers", &DepthBound::hidden_layers, "The bound.")
      .def_ro("minor", &DepthBound::minor, "The poset whose order polytope is that face.")
      .def_ro("linear_extensions", &DepthBound::linear_extensions, "Of the minor: an odd number.")
      .def_prop_ro(
          "steps",
          [](const DepthBound& bound) {
            std::vector<std::string> steps;
            for (const MinorStep& step : bound.steps) steps.push_back(to_string(step));
            return steps;
          },
          "How the minor comes about, e.g. \"contract 1<2\".");
  m.def("depth_lower_bound", &depth_lower_bound, "p"_a, "max_minors"_a = std::size_t{4096}, without_gil(),
        "The best lower bound of depth among the minors that were looked at.");
}

}  // namespace tropiary::python
