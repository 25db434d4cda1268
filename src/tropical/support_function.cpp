#include "tropiary/tropical/support_function.hpp"

#include <utility>

namespace tropiary {

TropicalPolynomial support_function(const Polytope& k) {
  std::vector<Monomial> monomials;
  monomials.reserve(k.vertices().size());
  for (const RationalVector& vertex : k.vertices()) monomials.push_back({vertex, 0});
  return {k.ambient_dimension(), std::move(monomials)};
}

}  // namespace tropiary
