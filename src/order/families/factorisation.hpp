#pragma once

#include <cstdint>
#include <vector>

namespace tropiary::detail {

/// The different primes that divide n ≥ 1, ascending. Cost: at most 2²¹ divisions, and Pollard's rho for what is left.
std::vector<std::uint64_t> prime_divisors(std::uint64_t n);

}  // namespace tropiary::detail
