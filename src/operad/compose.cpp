#include "tropiary/operad/compose.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

namespace tropiary {

Poset compose(const Poset& p, std::span<const Poset> blocks) { return lexicographic_sum(p, blocks); }

Poset compose(const Poset& p, Element i, const Poset& q) {
  if (index(i) >= p.size()) {
    throw Error(Errc::invalid_argument, "compose: point " + std::to_string(index(i)) + " (0-based) of a poset with " +
                                            std::to_string(p.size()) + " points");
  }
  std::vector<Poset> blocks(p.size(), chain(1));
  blocks[index(i)] = q;
  return lexicographic_sum(p, blocks);
}

namespace {

constexpr std::size_t monomial_limit = std::size_t{1} << 22;  // in up to 32 variables, fewer in more

std::size_t common_variables(const Poset& p, std::span<const PointedPolynomial> arguments) {
  if (arguments.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "act: " + std::to_string(arguments.size()) +
                                              " polynomials for a poset with " + std::to_string(p.size()) + " points");
  }
  const std::size_t variables = arguments.empty() ? 0 : arguments[0].f.count_variables();
  for (const PointedPolynomial& argument : arguments) {
    if (argument.f.count_variables() != variables || argument.b.size() != variables) {
      throw Error(Errc::dimension_mismatch, "act: a polynomial in " + std::to_string(argument.f.count_variables()) +
                                                " variables with a point of " + std::to_string(argument.b.size()) +
                                                " coordinates where " + std::to_string(variables) + " are needed");
    }
  }
  return variables;
}

void add_to(RationalVector& sum, const RationalVector& vector) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += vector[i];
}

}  // namespace

PointedPolynomial act(const Poset& p, std::span<const PointedPolynomial> arguments, Action action) {
  const std::size_t variables = common_variables(p, arguments);
  RationalVector b(variables);
  for (const PointedPolynomial& argument : arguments) add_to(b, argument.b);

  // Antichains are the sets of minimal points of up-sets; what lies strictly above one is the rest of its up-set.
  std::vector<Monomial> monomials;
  for (const ElementSet& up_set : up_sets(p)) {
    if (up_set.empty() && action == Action::reduced) continue;
    const ElementSet antichain = minimal_elements(p, up_set);
    RationalVector above(variables);
    for (const Element i : up_set - antichain) add_to(above, arguments[index(i)].b);
    TropicalPolynomial product(variables, {{std::move(above), 0}});
    for (const Element i : antichain) product = otimes(product, arguments[index(i)].f);
    if (monomials.size() + product.monomials().size() > monomial_limit / std::max<std::size_t>(variables, 32) * 32) {
      throw Error(Errc::too_large, "act: more than " + std::to_string(monomials.size()) + " monomials in " +
                                       std::to_string(variables) + " variables");
    }
    monomials.insert(monomials.end(), product.monomials().begin(), product.monomials().end());
  }
  return {TropicalPolynomial(variables, std::move(monomials)), std::move(b)};
}

TropicalPolynomial compose_polynomials(const Poset& p, std::span<const Poset> blocks) {
  if (blocks.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "compose_polynomials: " + std::to_string(blocks.size()) +
                                              " blocks for a poset with " + std::to_string(p.size()) + " points");
  }
  std::size_t variables = 0;
  for (const Poset& block : blocks) variables += block.size();
  std::vector<PointedPolynomial> arguments;
  std::size_t offset = 0;
  for (const Poset& block : blocks) {
    const TropicalPolynomial local = expand(PosetPolynomial(block));
    std::vector<Monomial> monomials;
    for (const Monomial& term : local.monomials()) {
      Monomial monomial{RationalVector(variables), term.coefficient};
      std::copy(term.exponent.begin(), term.exponent.end(),
                monomial.exponent.begin() + static_cast<std::ptrdiff_t>(offset));
      monomials.push_back(std::move(monomial));
    }
    RationalVector b(variables);
    std::fill_n(b.begin() + static_cast<std::ptrdiff_t>(offset), block.size(), Rational(1));
    arguments.push_back({TropicalPolynomial(variables, std::move(monomials)), std::move(b)});
    offset += block.size();
  }
  return act(p, arguments, Action::pointed).f;
}

}  // namespace tropiary
