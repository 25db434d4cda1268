#include "order/invariants/polynomials.hpp"

#include <string>

#include "tropiary/error.hpp"

namespace tropiary::detail {

std::vector<Rational> from_binomial_basis(const std::vector<Integer>& coefficients, std::int64_t shift) {
  if (coefficients.empty()) return {};
  // Horner's scheme c₀ + (t−s)/1·(c₁ + (t−s−1)/2·(c₂ + …)), multiplied by n! to stay among the integers.
  const std::size_t n = coefficients.size() - 1;
  std::vector<Integer> result{coefficients[n]};
  Integer falling = 1;  // n! / k!
  for (std::size_t k = n; k-- > 0;) {
    falling *= static_cast<std::int64_t>(k) + 1;
    const Integer root = shift + static_cast<std::int64_t>(k);
    result.emplace_back();
    for (std::size_t i = result.size(); i-- > 0;) {
      result[i] *= -root;
      if (i > 0) result[i] += result[i - 1];
    }
    result[0] += coefficients[k] * falling;
  }
  std::vector<Rational> rational;
  rational.reserve(result.size());
  for (Integer& value : result) rational.emplace_back(std::move(value), falling);
  return rational;
}

void predict_work(std::uint64_t& work, std::uint64_t operations, std::uint64_t bits, const char* function,
                  std::size_t points) {
  const std::uint64_t words = 1 + bits / 64;
  if (operations > polynomial_work_limit / words || work + operations * words > polynomial_work_limit) {
    throw Error(Errc::too_large, std::string(function) + ": the poset has " + std::to_string(points) +
                                     " points; exact arithmetic for it would touch more than 2^34 words");
  }
  work += operations * words;
}

}  // namespace tropiary::detail
