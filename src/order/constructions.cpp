#include "tropiary/order/constructions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "order/factorisation.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

constexpr std::size_t size_limit = std::size_t{1} << 28;

[[noreturn]] void throw_too_large(const char* function, const std::string& what) {
  throw Error(Errc::too_large, std::string(function) + ": " + what + ", at most " + std::to_string(size_limit));
}

void require_size(const char* function, std::size_t points) {
  if (points > size_limit) throw_too_large(function, std::to_string(points) + " points");
}

/// a · b, or size_limit + 1 when that is more than the limit.
std::size_t capped_product(std::size_t a, std::size_t b) {
  if (a == 0 || b == 0) return 0;
  return a > size_limit / b ? size_limit + 1 : a * b;
}

Relation relation(std::size_t lower, std::size_t upper) { return {element(lower), element(upper)}; }

/// Relations on 1-based points, as tables in the literature write them.
Poset from_one_based(std::size_t size, std::initializer_list<std::pair<std::size_t, std::size_t>> pairs) {
  std::vector<Relation> relations;
  for (const auto& [lower, upper] : pairs) relations.push_back(relation(lower - 1, upper - 1));
  return Poset::from_relations(size, relations);
}

std::vector<std::string> block_labels(const Poset& p, std::span<const Poset> blocks) {
  // A block's name must not contain a dot, or `block.label` could be read in two ways.
  bool dotted = false;
  for (const std::string& label : p.labels()) dotted = dotted || label.find('.') != std::string::npos;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string name = dotted ? std::to_string(i + 1) : p.label(element(i));
    for (std::size_t j = 0; j < blocks[i].size(); ++j) labels.push_back(name + "." + blocks[i].label(element(j)));
  }
  return labels;
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
  if (n >= 24) throw_too_large("boolean_lattice", "2^" + std::to_string(n) + " points with n/2 times as many covers");
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

Poset dual(const Poset& p) {
  std::vector<Relation> covers;
  for (const Relation& cover : p.covers()) covers.push_back({cover.upper, cover.lower});
  return detail::poset_from_covers_unchecked(p.size(), std::move(covers),
                                             p.has_labels() ? p.labels() : std::vector<std::string>{});
}

Poset product(const Poset& p, const Poset& q) {
  const std::size_t points = capped_product(p.size(), q.size());
  if (points > size_limit || capped_product(p.size(), q.count_covers()) > size_limit ||
      capped_product(q.size(), p.count_covers()) > size_limit) {
    throw_too_large("product", std::to_string(p.size()) + " times " + std::to_string(q.size()) + " points");
  }
  const auto position = [&](std::size_t i, std::size_t j) { return i * q.size() + j; };
  std::vector<Relation> covers;
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (const Relation& c : q.covers())
      covers.push_back(relation(position(i, index(c.lower)), position(i, index(c.upper))));
  }
  for (const Relation& c : p.covers()) {
    for (std::size_t j = 0; j < q.size(); ++j) {
      covers.push_back(relation(position(index(c.lower), j), position(index(c.upper), j)));
    }
  }
  return detail::poset_from_covers_unchecked(points, std::move(covers));
}

Poset disjoint_union(const Poset& p, const Poset& q) {
  const std::array blocks{p, q};
  return lexicographic_sum(antichain(2), blocks);
}

Poset ordinal_sum(const Poset& p, const Poset& q) {
  const std::array blocks{p, q};
  return lexicographic_sum(chain(2), blocks);
}

Poset lexicographic_sum(const Poset& p, std::span<const Poset> blocks) {
  if (blocks.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "lexicographic_sum: " + std::to_string(blocks.size()) +
                                              " blocks for a poset with " + std::to_string(p.size()) + " points");
  }
  std::vector<std::size_t> offsets{0};
  std::vector<Element> nonempty;
  std::size_t points = 0;
  std::size_t cover_count = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    points += blocks[i].size();
    cover_count += blocks[i].count_covers();
    offsets.push_back(points);
    if (!blocks[i].empty()) nonempty.push_back(element(i));
  }
  // Empty blocks drop out of P, and what they separated may become a cover.
  const Poset outer = nonempty.size() == p.size() ? p : induced_subposet(p, nonempty);
  std::vector<std::vector<Element>> minima;
  std::vector<std::vector<Element>> maxima;
  for (const Element i : nonempty) {
    minima.push_back(blocks[index(i)].minimal_elements());
    maxima.push_back(blocks[index(i)].maximal_elements());
  }
  for (const Relation& c : outer.covers()) {
    cover_count += capped_product(maxima[index(c.lower)].size(), minima[index(c.upper)].size());
    if (cover_count > size_limit) break;
  }
  if (points > size_limit || cover_count > size_limit) {
    throw_too_large("lexicographic_sum",
                    std::to_string(points) + " points or " + std::to_string(cover_count) + " or more covers");
  }

  std::vector<Relation> covers;
  covers.reserve(cover_count);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const Relation& c : blocks[i].covers()) {
      covers.push_back(relation(offsets[i] + index(c.lower), offsets[i] + index(c.upper)));
    }
  }
  for (const Relation& c : outer.covers()) {
    const std::size_t low = offsets[index(nonempty[index(c.lower)])];
    const std::size_t high = offsets[index(nonempty[index(c.upper)])];
    for (const Element a : maxima[index(c.lower)]) {
      for (const Element b : minima[index(c.upper)]) covers.push_back(relation(low + index(a), high + index(b)));
    }
  }
  return detail::poset_from_covers_unchecked(points, std::move(covers), block_labels(p, blocks));
}

Poset induced_subposet(const Poset& p, std::span<const Element> elements) {
  std::vector<std::size_t> position(p.size(), elements.size());
  ElementSet chosen(p.size());
  for (std::size_t k = 0; k < elements.size(); ++k) {
    if (index(elements[k]) >= p.size() || chosen.contains(elements[k])) {
      throw Error(Errc::invalid_argument, "induced_subposet: element " + std::to_string(index(elements[k])) +
                                              (index(elements[k]) >= p.size() ? " is no element" : " occurs twice"));
    }
    position[index(elements[k])] = k;
    chosen.insert(elements[k]);
  }
  std::vector<std::size_t> ranks(p.size());
  for (std::size_t k = 0; k < p.size(); ++k) ranks[index(p.linear_extension()[k])] = k;

  std::vector<Relation> covers;
  for (const Element e : elements) {
    // What lies above e in the subset, lowest rank first: each one not above an earlier one is a cover.
    ElementSet above = p.above(e) & chosen;
    std::vector<Element> candidates = above.elements();
    std::sort(candidates.begin(), candidates.end(),
              [&](Element a, Element b) { return ranks[index(a)] < ranks[index(b)]; });
    for (const Element c : candidates) {
      if (!above.contains(c)) continue;
      covers.push_back(relation(position[index(e)], position[index(c)]));
      above -= p.above(c);
    }
  }
  std::vector<std::string> labels;
  if (p.has_labels()) {
    for (const Element e : elements) labels.push_back(p.label(e));
  }
  return detail::poset_from_covers_unchecked(elements.size(), std::move(covers), std::move(labels));
}

Poset relabelled(const Poset& p, std::span<const Element> image) {
  ElementSet used(p.size());
  for (const Element e : image) {
    if (index(e) < p.size()) used.insert(e);
  }
  if (image.size() != p.size() || used.count() != p.size()) {
    throw Error(Errc::invalid_argument,
                "relabelled: the image is no permutation of the " + std::to_string(p.size()) + " elements");
  }
  std::vector<Relation> covers;
  for (const Relation& c : p.covers()) covers.push_back({image[index(c.lower)], image[index(c.upper)]});
  std::vector<std::string> labels;
  if (p.has_labels()) {
    labels.resize(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) labels[index(image[i])] = p.label(element(i));
  }
  return detail::poset_from_covers_unchecked(p.size(), std::move(covers), std::move(labels));
}

}  // namespace tropiary
