#include <ppl.hh>

#include "peers.hpp"

namespace tropiary::benchmarks {

std::size_t ppl_facets(const LongPoints& points) {
  namespace ppl = Parma_Polyhedra_Library;
  ppl::Generator_System generators;
  for (const auto& point : points) {
    ppl::Linear_Expression expression;
    for (std::size_t j = 0; j < point.size(); ++j) expression += ppl::Coefficient(point[j]) * ppl::Variable(j);
    generators.insert(ppl::point(expression));
  }
  const ppl::C_Polyhedron polyhedron(generators);
  std::size_t count = 0;
  for (const auto& constraint : polyhedron.minimized_constraints()) count += constraint.is_inequality() ? 1 : 0;
  return count;
}

}  // namespace tropiary::benchmarks
