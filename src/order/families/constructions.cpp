#include "tropiary/order/constructions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "order/families/size_limits.hpp"

namespace tropiary {

using detail::capped_product;
using detail::relation;
using detail::require_size;
using detail::size_limit;
using detail::throw_too_large;

namespace {

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

/// Labels made of other labels; none when two of them are equal.
std::vector<std::string> unless_ambiguous(std::vector<std::string> labels) {
  std::unordered_set<std::string_view> seen;
  for (const std::string& label : labels) {
    if (!seen.insert(label).second) return {};
  }
  return labels;
}

std::vector<std::string> pair_labels(const Poset& p, const Poset& q) {
  if (!p.has_labels() && !q.has_labels()) return {};
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const std::string first = "(" + p.label(element(i)) + ",";
    for (std::size_t j = 0; j < q.size(); ++j) labels.push_back(first + q.label(element(j)) + ")");
  }
  return unless_ambiguous(std::move(labels));
}

/// P with one more point, below or above all others.
Poset with_extreme(const Poset& p, std::string label, bool is_least) {
  require_size(is_least ? "with_bottom" : "with_top", p.size() + 1);
  std::vector<std::string> labels = p.labels();
  const std::unordered_set<std::string_view> used(labels.begin(), labels.end());
  while (used.contains(label)) label += "'";
  labels.push_back(std::move(label));
  std::vector<Relation> covers = p.covers();
  for (const Element e : is_least ? p.minimal_elements() : p.maximal_elements())
    covers.push_back(is_least ? relation(p.size(), index(e)) : relation(index(e), p.size()));
  return detail::poset_from_covers_unchecked(p.size() + 1, std::move(covers), std::move(labels));
}

}  // namespace

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
  return detail::poset_from_covers_unchecked(points, std::move(covers), pair_labels(p, q));
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

Poset interval(const Poset& p, Element x, Element y) {
  if (index(x) >= p.size() || index(y) >= p.size() || !p.less_equal(x, y)) {
    const auto name = [&](Element e) {
      return index(e) < p.size() ? p.label(e) : "number " + std::to_string(index(e)) + ", which is no element";
    };
    throw Error(Errc::invalid_argument, "interval: " + name(x) + " is not below " + name(y));
  }
  ElementSet between = p.above(x);
  between.insert(x);
  ElementSet under = p.below(y);
  under.insert(y);
  const std::vector<Element> elements = (between & under).elements();
  std::vector<std::string> labels;
  for (const Element e : elements) labels.push_back(p.label(e));
  return induced_subposet(p, elements).with_labels(std::move(labels));
}

Poset interval_poset(const Poset& p) {
  // [x, y] is covered by the intervals with a lower cover of x or an upper cover of y for an end.
  std::size_t points = 0;
  std::size_t cover_count = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const ElementSet above = p.above(element(i));
    const std::size_t intervals = 1 + above.count();
    points += intervals;
    cover_count += p.upper_covers(element(i)).size() + capped_product(intervals, p.lower_covers(element(i)).size());
    for (const Element y : above) cover_count += p.upper_covers(y).size();
    if (points > size_limit || cover_count > size_limit)
      throw_too_large("interval_poset", "more than " + std::to_string(size_limit) + " intervals or covers of them");
  }
  std::vector<std::vector<Element>> ends(p.size());  // of the intervals that begin at a point, ascending
  std::vector<std::size_t> first{0};
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < p.size(); ++i) {
    ElementSet closed = p.above(element(i));
    closed.insert(element(i));
    ends[i] = closed.elements();
    first.push_back(first.back() + ends[i].size());
    for (const Element y : ends[i]) labels.push_back("[" + p.label(element(i)) + "," + p.label(y) + "]");
  }
  const auto position = [&](Element x, Element y) {
    const std::vector<Element>& row = ends[index(x)];
    return first[index(x)] + static_cast<std::size_t>(std::lower_bound(row.begin(), row.end(), y) - row.begin());
  };
  std::vector<Relation> covers;
  covers.reserve(cover_count);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Element x = element(i);
    for (const Element y : ends[i]) {
      const std::size_t here = position(x, y);
      for (const Element lower : p.lower_covers(x)) covers.push_back(relation(here, position(lower, y)));
      for (const Element upper : p.upper_covers(y)) covers.push_back(relation(here, position(x, upper)));
    }
  }
  return detail::poset_from_covers_unchecked(points, std::move(covers), unless_ambiguous(std::move(labels)));
}

Poset with_bottom(const Poset& p) { return with_extreme(p, "⊥", true); }

Poset with_top(const Poset& p) { return with_extreme(p, "⊤", false); }

Poset with_bounds(const Poset& p) { return with_top(with_bottom(p)); }

}  // namespace tropiary
