// The named posets that are given by a rule for their covers.

#include <algorithm>
#include <string>
#include <utility>

#include "order/families/factorisation.hpp"
#include "order/families/size_limits.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {

using detail::capped_product;
using detail::capped_sum;
using detail::relation;
using detail::require_size;
using detail::size_limit;
using detail::throw_too_large;

namespace {

/// Relations on 1-based points, as tables in the literature write them.
Poset from_one_based(std::size_t size, std::initializer_list<std::pair<std::size_t, std::size_t>> pairs) {
  std::vector<Relation> relations;
  for (const auto& [lower, upper] : pairs) relations.push_back(relation(lower - 1, upper - 1));
  return Poset::from_relations(size, relations);
}

}  // namespace

Poset chain(std::size_t n) {
  require_size("chain", n);
  std::vector<Relation> covers;
  for (std::size_t i = 0; i + 1 < n; ++i) covers.push_back(relation(i, i + 1));
  return detail::poset_from_covers_unchecked(n, std::move(covers));
}

Poset antichain(std::size_t n) {
  require_size("antichain", n);
  return detail::poset_from_covers_unchecked(n, {});
}

Poset boolean_lattice(std::size_t n) {
  if (n >= 24)
    detail::throw_too_large("boolean_lattice", "2^" + std::to_string(n) + " points with n/2 times as many covers");
  std::vector<Relation> covers;
  for (std::size_t set = 0; set < (std::size_t{1} << n); ++set) {
    for (std::size_t i = 0; i < n; ++i) {
      if (((set >> i) & 1U) == 0) covers.push_back(relation(set, set | (std::size_t{1} << i)));
    }
  }
  return detail::poset_from_covers_unchecked(std::size_t{1} << n, std::move(covers));
}

Poset divisor_lattice(std::uint64_t n) {
  if (n == 0)
    throw Error(Errc::invalid_argument, "divisor_lattice: n = 0 has infinitely many divisors, n ≥ 1 is needed");
  const std::vector<std::uint64_t> primes = detail::prime_divisors(n);
  std::vector<std::uint64_t> divisors{1};
  for (const std::uint64_t p : primes) {
    std::uint64_t power = n;
    std::size_t exponent = 0;
    for (; power % p == 0; power /= p) ++exponent;
    const std::size_t before = divisors.size();
    for (std::size_t k = 0; k < before * exponent; ++k) divisors.push_back(divisors[divisors.size() - before] * p);
  }
  std::sort(divisors.begin(), divisors.end());
  std::vector<Relation> covers;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < divisors.size(); ++i) {
    labels.push_back(std::to_string(divisors[i]));
    for (const std::uint64_t p : primes) {
      if (n / divisors[i] % p != 0) continue;
      const auto above = std::lower_bound(divisors.begin(), divisors.end(), divisors[i] * p);
      covers.push_back(relation(i, static_cast<std::size_t>(above - divisors.begin())));
    }
  }
  return detail::poset_from_covers_unchecked(divisors.size(), std::move(covers), std::move(labels));
}

Poset grid(std::span<const std::size_t> lengths) {
  std::size_t points = 1;
  for (const std::size_t length : lengths) points = capped_product(points, length);
  if (points > size_limit || capped_product(points, lengths.size()) > size_limit) {
    throw_too_large("grid", "the product of the lengths and its covers");
  }
  std::vector<Relation> covers;
  std::size_t stride = points;
  for (const std::size_t length : lengths) {
    if (points == 0) break;
    stride /= length;
    for (std::size_t i = 0; i < points; ++i) {
      if (i / stride % length + 1 < length) covers.push_back(relation(i, i + stride));
    }
  }
  return detail::poset_from_covers_unchecked(points, std::move(covers));
}

Poset fence(std::size_t n) {
  require_size("fence", n);
  std::vector<Relation> covers;
  for (std::size_t i = 0; i + 1 < n; ++i) covers.push_back(i % 2 == 0 ? relation(i, i + 1) : relation(i + 1, i));
  return detail::poset_from_covers_unchecked(n, std::move(covers));
}

Poset crown(std::size_t n) {
  if (n < 2) throw Error(Errc::invalid_argument, "crown: n = " + std::to_string(n) + ", n ≥ 2 is needed");
  require_size("crown", capped_product(2, n));
  std::vector<Relation> covers;
  for (std::size_t i = 0; i < n; ++i) {
    covers.push_back(relation(i, n + i));
    covers.push_back(relation(i, n + (i + 1) % n));
  }
  return detail::poset_from_covers_unchecked(2 * n, std::move(covers));
}

Poset divisibility_order(std::size_t n) {
  // p·i over the primes p ≤ n/i: Σ_{m ≤ n} (number of prime divisors of m) < n · log₂ n covers.
  std::size_t bits = 0;
  while (bits < 64 && (n >> bits) != 0) ++bits;
  if (n > size_limit || capped_product(n, bits) > size_limit)
    throw_too_large("divisibility_order", std::to_string(n) + " points and their covers");
  std::vector<bool> composite(n + 1, false);
  std::vector<Relation> covers;
  for (std::size_t p = 2; p <= n; ++p) {
    if (composite[p]) continue;
    for (std::size_t i = 1; i * p <= n; ++i) {
      if (i > 1) composite[i * p] = true;
      covers.push_back(relation(i - 1, i * p - 1));
    }
  }
  return detail::poset_from_covers_unchecked(n, std::move(covers));
}

Poset standard_example(std::size_t n) {
  require_size("standard_example", capped_product(n, n));
  std::vector<Relation> covers;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i != j) covers.push_back(relation(i, n + j));
    }
  }
  return detail::poset_from_covers_unchecked(2 * n, std::move(covers));
}

Poset complete_tree(std::size_t arity, std::size_t levels) {
  std::size_t points = 0;
  std::size_t level_size = 1;
  for (std::size_t k = 0; k < levels && level_size > 0 && points <= size_limit; ++k) {
    points = capped_sum(points, level_size);
    level_size = capped_product(level_size, arity);
  }
  require_size("complete_tree", points);
  std::vector<Relation> covers;
  for (std::size_t i = 1; i < points; ++i) covers.push_back(relation((i - 1) / arity, i));
  return detail::poset_from_covers_unchecked(points, std::move(covers));
}

Poset paper_poset(std::size_t k) {
  switch (k) {
    case 0:
      return from_one_based(4, {{1, 4}, {2, 4}, {3, 4}});
    case 1:
      return antichain(4);
    case 2:
      return from_one_based(4, {{1, 2}});
    case 3:
      return from_one_based(4, {{1, 3}, {2, 3}, {3, 4}});
    case 4:
      return from_one_based(4, {{1, 3}, {2, 3}});
    case 5:
      return from_one_based(4, {{1, 2}, {1, 3}});
    case 6:
      return from_one_based(4, {{1, 2}, {3, 4}});
    case 7:
      return from_one_based(4, {{1, 2}, {2, 3}, {2, 4}});
    case 8:
      return from_one_based(4, {{1, 2}, {2, 3}});
    case 9:
      return from_one_based(4, {{1, 2}, {1, 3}, {1, 4}});
    case 10:
      return from_one_based(4, {{1, 2}, {1, 3}, {3, 4}});
    case 11:
      return from_one_based(4, {{1, 3}, {1, 4}, {2, 3}, {2, 4}});
    case 12:
      return from_one_based(4, {{1, 2}, {3, 2}, {3, 4}});
    case 13:
      return chain(4);
    case 14:
      return from_one_based(4, {{1, 2}, {1, 3}, {2, 4}, {3, 4}});
    case 15:
      return from_one_based(4, {{1, 3}, {2, 4}, {3, 4}});
    default:
      throw Error(Errc::invalid_argument, "paper_poset: k = " + std::to_string(k) + ", the paper has posets 0 to 15");
  }
}

}  // namespace tropiary
