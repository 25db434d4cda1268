#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "order/linear_extensions/connected_up_sets.hpp"
#include "order/linear_extensions/extension_counts.hpp"
#include "order/linear_extensions/fixed_width.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/isomorphism.hpp"

namespace tropiary::detail {

namespace {

constexpr std::size_t long_search = 1500;  // states after which it pays to look for a better way
constexpr std::size_t byte_limit = std::size_t{1} << 32U;

/// C(n, k) for n ≤ 64.
class SmallBinomials {
 public:
  SmallBinomials() {
    for (std::size_t n = 0; n <= 64; ++n) {
      rows_[n][0] = 1;
      for (std::size_t k = 1; k <= n; ++k) rows_[n][k] = rows_[n - 1][k - 1] + (k < n ? rows_[n - 1][k] : 0);
    }
  }
  [[nodiscard]] std::uint64_t operator()(std::size_t n, std::size_t k) const { return rows_[n][k]; }

 private:
  std::array<std::array<std::uint64_t, 65>, 65> rows_{};
};

/// Evaluates the recursion that ConnectedUpSets wrote down.
template <class Number>
class Recursion {
 public:
  explicit Recursion(std::span<const std::uint16_t> sizes) : sizes_(sizes), values_(sizes.size()) {}

  Integer evaluate(const SplittingRecords& records, std::span<const std::uint32_t> root) {
    records.for_each_backwards(
        [&](std::span<const std::uint32_t> terms, std::uint32_t state) { values_[state] = sum(terms); },
        [&](std::span<const std::uint32_t> terms) {
          for (const std::uint32_t word : terms) {  // sizes among them do no harm
            if ((word & SplittingRecords::composite) == 0) __builtin_prefetch(values_.data() + word);
          }
        });
    return sum(root).to_integer();
  }

 private:
  Number sum(std::span<const std::uint32_t> terms) {
    Number total;
    for (std::size_t i = 0; i < terms.size();) {
      if ((terms[i] & SplittingRecords::composite) == 0) {
        total += values_[terms[i++]];
        continue;
      }
      const std::size_t parts = terms[i] & 0xFFFFU;
      Number product;
      product.limbs[0] = (terms[i] & ~SplittingRecords::composite) >> 16U;
      std::size_t left = terms[i + 1];
      i += 2;
      for (std::size_t k = 0; k + 1 < parts; ++k, ++i) {
        const std::size_t size = sizes_[terms[i]];
        multiply_by_binomial(product, left, size);
        product *= values_[terms[i]];
        left -= size;
      }
      // The last part among points that are alone: left! / size! places for these.
      const std::size_t size = parts > 0 ? sizes_[terms[i]] : 1;
      for (; left > size; --left) product *= left;
      if (parts > 0) product *= values_[terms[i++]];
      total += product;
    }
    return total;
  }

  void multiply_by_binomial(Number& product, std::size_t n, std::size_t k) {
    if (n <= 64) {
      product *= small_(n, k);
      return;
    }
    const auto [entry, is_new] = large_.try_emplace(n << 16U | k);
    if (is_new) entry->second = Number::from(binomial(n, k));
    product *= entry->second;
  }

  std::span<const std::uint16_t> sizes_;
  std::vector<Number> values_;
  SmallBinomials small_;
  std::unordered_map<std::size_t, Number> large_;
};

[[noreturn]] void refuse(const Poset& p, std::size_t limit) {
  throw Error(Errc::too_large, "count_linear_extensions: a part of " + std::to_string(p.size()) +
                                   " points has more than " + std::to_string(limit) +
                                   " connected up-sets to go through (memory_limit_states), or they fill 4 GiB");
}

/// Runs to the end. With more states than the limit: false.
template <std::size_t W>
bool finish(ConnectedUpSets<W>& search, std::size_t limit) {
  while (!search.done()) {
    if (!search.advance(limit)) return false;
  }
  return true;
}

/// Takes both directions level by level until one is done or has clearly fewer states.
template <std::size_t W>
bool first_has_fewer(ConnectedUpSets<W>& first, ConnectedUpSets<W>& second, std::size_t limit) {
  constexpr std::size_t early = 300;
  constexpr std::size_t late = 2 * long_search;
  while (!first.done() && !second.done()) {
    // Whoever has not gone down as far goes next; so both are seen at the same sizes.
    if (first.current_size() > second.current_size()) {
      if (!first.advance(limit)) return false;
      continue;
    }
    if (first.current_size() == second.current_size()) {
      const std::size_t fewer = std::min(first.states(), second.states());
      const std::size_t more = std::max(first.states(), second.states());
      if (fewer > late || (fewer > early && 2 * more > 3 * fewer)) return first.states() == fewer;
    }
    if (!second.advance(limit)) return true;
  }
  return first.done();
}

/// With `automatic`, another method where it is faster.
template <std::size_t W>
Integer count(const Poset& p, std::size_t limit, bool automatic) {
  const std::size_t bits = bits_for_linear_extensions(p);
  const std::size_t given_limit = limit;
  limit = std::min({limit, byte_limit / (24 * W + bits / 8 + 64), std::size_t{SplittingRecords::composite} - 1});
  const Poset turned = dual(p);
  const OrderBits<W> order(p);
  const OrderBits<W> dual_order(turned);
  std::optional<ConnectedUpSets<W>> search(std::in_place, order, nullptr);
  // Where components are rare, all up-sets are hardly more than the connected ones; and a self-dual poset needs half.
  const bool prefer_levels = automatic && search->rarely_splits() && find_isomorphism(p, turned).has_value();
  if (prefer_levels) {
    constexpr std::size_t enough = 20'000;
    if (auto result = count_few_linear_extensions_by_levels(p, given_limit, enough)) return *result;
  }
  {
    std::optional<ConnectedUpSets<W>> other(std::in_place, dual_order, nullptr);
    if (search->current_size() > 0 && p.minimal_elements().size() > p.maximal_elements().size()) search.swap(other);
    if (!first_has_fewer(*search, *other, limit)) search.swap(other);
  }
  std::optional<Symmetries> symmetries;
  if constexpr (W == 1) {
    if (!search->done() && search->states() > long_search) {
      // A representative costs as much as some up-sets: symmetry must make the states of the same sizes far fewer.
      constexpr std::size_t worth_it = 4;
      symmetries.emplace(search->order());
      if (symmetries->size() >= worth_it) {
        std::optional<ConnectedUpSets<W>> orbits(std::in_place, search->order(), &*symmetries);
        const std::size_t enough = search->states() / worth_it;
        while (!orbits->done() && orbits->current_size() > search->current_size() && orbits->states() <= enough) {
          if (!orbits->advance(limit)) break;
        }
        if (orbits->states() <= enough) search.swap(orbits);
      }
    }
  }
  if (prefer_levels && !search->symmetric()) {
    constexpr std::size_t enough = 5'000'000;
    if (auto result = count_few_linear_extensions_by_levels(p, given_limit, enough)) return *result;
  }
  if (!finish(*search, limit)) refuse(p, limit);
  Integer result;
  with_fixed_width(bits, [&](auto zero) {
    result = Recursion<decltype(zero)>(search->sizes()).evaluate(search->records(), search->root());
  });
  return result;
}

}  // namespace

std::size_t bits_for_linear_extensions(const Poset& p) {
  // Chains greedily: every point goes on top of the first chain that it can prolong.
  std::vector<Element> tops;
  std::vector<std::size_t> lengths;
  for (const Element x : p.linear_extension()) {
    std::size_t c = 0;
    while (c < tops.size() && !p.less(tops[c], x)) ++c;
    if (c == tops.size()) {
      tops.push_back(x);
      lengths.push_back(1);
    } else {
      tops[c] = x;
      ++lengths[c];
    }
  }
  Integer bound = 1;
  std::size_t points = 0;
  for (const std::size_t length : lengths) bound *= binomial(points += length, length);
  return bound.bit_length();
}

void require_countable(const Poset& p) {
  if (p.size() <= most_countable_points && bits_for_linear_extensions(p) <= most_countable_bits) return;
  throw Error(Errc::too_large, "count_linear_extensions: a part of " + std::to_string(p.size()) +
                                   " points that does not decompose; at most " + std::to_string(most_countable_points) +
                                   " points, and " + std::to_string(most_countable_bits) + " bits of the number");
}

namespace {

Integer count_by_width(const Poset& p, std::size_t limit, bool automatic) {
  require_countable(p);
  const std::size_t n = p.size();
  if (n <= 64) return count<1>(p, limit, automatic);
  if (n <= 128) return count<2>(p, limit, automatic);
  if (n <= 256) return count<4>(p, limit, automatic);
  if (n <= 1024) return count<16>(p, limit, automatic);
  return count<128>(p, limit, automatic);
}

}  // namespace

Integer count_linear_extensions_by_components(const Poset& p, std::size_t limit) {
  return count_by_width(p, limit, false);
}

Integer count_linear_extensions_of_prime(const Poset& p, std::size_t limit) { return count_by_width(p, limit, true); }

}  // namespace tropiary::detail
