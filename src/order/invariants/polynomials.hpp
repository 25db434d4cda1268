#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tropiary/exact/rational.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// Σ_k coefficients[k] · C(t − shift, k) in powers of t, as many coefficients.
std::vector<Rational> from_binomial_basis(const std::vector<Integer>& coefficients, std::int64_t shift);

/// The numbers of order-preserving maps of P onto {1..k}, k = 0, …, |P|: the coefficients of the order polynomial in
/// the basis C(m, k). Throws too_large, in the name of `function`, like order_polynomial.
std::vector<Integer> order_preserving_surjections(const Poset& p, const char* function);

/// An upper limit for the sum of predicted costs (words touched) of exact polynomial arithmetic: some seconds.
inline constexpr std::uint64_t polynomial_work_limit = std::uint64_t{1} << 34U;

/// Adds a predicted cost of `operations` operations on integers of `bits` bits to `work`; throws too_large in the name
/// of `function` beyond the limit.
void predict_work(std::uint64_t& work, std::uint64_t operations, std::uint64_t bits, const char* function,
                  std::size_t points);

}  // namespace tropiary::detail
