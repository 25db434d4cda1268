#include <algorithm>
#include <string>

#include "order/disjoint_sets.hpp"
#include "order/isomorphism/canonical_search.hpp"
#include "order/isomorphism/canonical_tree.hpp"
#include "order/isomorphism/quick_numbering.hpp"
#include "order/weighted_counts.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"

namespace tropiary {

namespace {

using detail::CanonicalSearch;
using detail::LongOrder;
using detail::ShortOrder;
using Move = detail::CanonicalTree::Move;
using Visit = std::function<void(const std::vector<Move>&)>;

/// The classes of twins, each ascending, without the classes of one.
template <class Word>
std::vector<std::vector<Element>> classes_of_twins(const CanonicalSearch<Word>& search, std::size_t n) {
  std::vector<std::vector<Element>> classes(n);
  for (std::size_t x = 0; x < n; ++x) classes[search.first_twin()[x]].push_back(element(x));
  return classes;
}

/// The symmetric group of each class: a swap and a cycle.
void permute_twins(const std::vector<std::vector<Element>>& classes, const Visit& visit) {
  std::vector<Move> moves;
  for (const std::vector<Element>& twins : classes) {
    if (twins.size() > 1) visit({{twins[0], twins[1]}, {twins[1], twins[0]}});
    if (twins.size() < 3) continue;
    moves.clear();
    for (std::size_t i = 0; i < twins.size(); ++i) moves.push_back({twins[i], twins[(i + 1) % twins.size()]});
    visit(moves);
  }
}

Integer order_of_twins(const std::vector<std::vector<Element>>& classes) {
  std::vector<Integer> factors;
  for (const std::vector<Element>& twins : classes) {
    if (twins.size() > 1) factors.push_back(factorial(static_cast<std::uint32_t>(twins.size())));
  }
  return detail::balanced_product(std::move(factors));
}

template <class Word>
Integer group_order(const Poset& p) {
  const detail::BitOrder<Word> order = detail::bit_order<Word>(p);
  const CanonicalSearch<Word> search(order);
  Integer result = 1;
  for (const std::uint8_t index : search.indices()) result *= std::uint64_t{index};
  std::array<std::uint8_t, detail::BitOrder<Word>::capacity> met{};
  for (std::size_t x = 0; x < p.size(); ++x) result *= std::uint64_t{++met[search.first_twin()[x]]};
  return result;
}

/// Generators as lists of moves: the symmetric groups of the twins, and what permutes their classes.
template <class Word>
void for_each_generator(const Poset& p, const Visit& visit) {
  const detail::BitOrder<Word> order = detail::bit_order<Word>(p);
  const CanonicalSearch<Word> search(order);
  const std::vector<std::vector<Element>> classes = classes_of_twins(search, p.size());
  std::vector<Move> moves;
  for (const auto& image : search.generators()) {
    moves.clear();
    for (std::size_t x = 0; x < p.size(); ++x) {
      if (image[x] == x) continue;
      for (std::size_t i = 0; i < classes[x].size(); ++i) moves.push_back({classes[x][i], classes[image[x]][i]});
    }
    visit(moves);
  }
  permute_twins(classes, visit);
}

/// Visits the generators and returns the order of the group.
Integer generate(const Poset& p, const Visit& visit) {
  if (p.size() <= ShortOrder::capacity) {
    for_each_generator<std::uint16_t>(p, visit);
    return group_order<std::uint16_t>(p);
  }
  if (p.size() <= LongOrder::capacity) {
    for_each_generator<std::uint64_t>(p, visit);
    return group_order<std::uint64_t>(p);
  }
  if (const auto quick = detail::quick_numbering(p)) {
    permute_twins(quick->twins, visit);
    return order_of_twins(quick->twins);
  }
  const detail::CanonicalTree tree(p);
  tree.for_each_generator(visit);
  return detail::balanced_product(tree.factors());
}

}  // namespace

Integer automorphism_group_order(const Poset& p) {
  if (p.size() <= ShortOrder::capacity) return group_order<std::uint16_t>(p);
  if (p.size() <= LongOrder::capacity) return group_order<std::uint64_t>(p);
  if (const auto quick = detail::quick_numbering(p)) return order_of_twins(quick->twins);
  return detail::balanced_product(detail::CanonicalTree(p).factors());
}

AutomorphismGroup automorphism_group(const Poset& p) {
  constexpr std::size_t most_images = std::size_t{1} << 28U;
  const std::size_t n = p.size();
  AutomorphismGroup group;
  detail::DisjointSets sets(n);
  group.order = generate(p, [&](const std::vector<Move>& moves) {
    if ((group.generators.size() + 1) * n > most_images) {
      throw Error(Errc::too_large, "automorphism_group: more than " + std::to_string(group.generators.size()) +
                                       " generators of " + std::to_string(n) +
                                       " images each; automorphism_group_order needs none");
    }
    std::vector<Element> image(n);
    for (std::size_t x = 0; x < n; ++x) image[x] = element(x);
    for (const Move& move : moves) {
      image[index(move.from)] = move.to;
      sets.join(index(move.from), index(move.to));
    }
    group.generators.push_back(std::move(image));
  });
  std::vector<std::size_t> orbit_of(n);
  for (std::size_t x = 0; x < n; ++x) {
    if (sets.find(x) == x) {
      orbit_of[x] = group.orbits.size();
      group.orbits.emplace_back();
    }
    group.orbits[orbit_of[sets.find(x)]].push_back(element(x));
  }
  return group;
}

}  // namespace tropiary
