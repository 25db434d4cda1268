#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

TropicalNetwork lower(const TropicalPolynomial& f) {
  if (f.monomials().empty()) {
    throw Error(Errc::invalid_argument, "lower: the polynomial has no monomials, and no network computes -inf");
  }
  TropicalNetwork::Builder builder(f.count_variables());
  std::vector<NodeId> nodes;
  for (const Monomial& monomial : f.monomials()) {
    std::vector<WeightedNode> arguments;
    for (std::size_t i = 0; i < monomial.exponent.size(); ++i) {
      if (!monomial.exponent[i].is_zero()) arguments.push_back({builder.input(i), monomial.exponent[i]});
    }
    nodes.push_back(builder.affine(std::move(arguments), monomial.coefficient));
  }
  const NodeId value = builder.maximum(std::move(nodes));
  return std::move(builder).build({value});
}

}  // namespace tropiary
