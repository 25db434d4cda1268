#include "tropiary/network/depth_bound.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <utility>

#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary {

namespace {

using Kind = MinorStep::Kind;

/// A minor and how it came about.
struct Minor {
  Poset poset;
  MinorStep step;
  std::size_t parent;
};

Poset without(const Poset& p, Element deleted) {
  std::vector<Element> rest;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (element(i) != deleted) rest.push_back(element(i));
  }
  return induced_subposet(p, rest);
}

/// The upper end of a cover merged into the lower one. No point lies between them, so what remains is an order.
Poset contracted(const Poset& p, const Relation& cover) {
  const std::size_t removed = index(cover.upper);
  const auto image = [&](Element e) {
    const std::size_t i = e == cover.upper ? index(cover.lower) : index(e);
    return element(i - (i > removed ? 1 : 0));
  };
  std::vector<Relation> relations;
  for (const Relation& relation : p.covers()) {
    if (image(relation.lower) != image(relation.upper))
      relations.push_back({image(relation.lower), image(relation.upper)});
  }
  std::string merged = p.label(cover.lower) + "=" + p.label(cover.upper);
  std::vector<std::string> labels = p.labels();
  while (std::find(labels.begin(), labels.end(), merged) != labels.end()) merged += "'";
  labels[index(cover.lower)] = std::move(merged);
  labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(removed));
  return Poset::from_relations(p.size() - 1, relations, std::move(labels));
}

/// The minors of one point less.
std::vector<std::pair<Poset, MinorStep>> smaller_minors(const Poset& p) {
  std::vector<std::pair<Poset, MinorStep>> result;
  for (const Relation& cover : p.covers()) {
    result.emplace_back(contracted(p, cover), MinorStep{Kind::contract, p.label(cover.lower), p.label(cover.upper)});
  }
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Element e = element(i);
    if (p.lower_covers(e).empty()) {
      result.emplace_back(without(p, e), MinorStep{Kind::delete_minimal, p.label(e)});
    } else if (p.upper_covers(e).empty()) {
      result.emplace_back(without(p, e), MinorStep{Kind::delete_maximal, p.label(e)});
    }
  }
  return result;
}

/// All minors by size, from p downwards, one of each isomorphism type.
class Descent {
 public:
  Descent(const Poset& p, std::size_t max_minors) : max_minors_(std::max<std::size_t>(max_minors, 1)) {
    levels_.push_back({{p.with_labels(p.labels()), MinorStep{Kind::contract, ""}, 0}});
  }

  /// The one with an odd number of linear extensions on `size` points, with its steps.
  std::optional<std::pair<Poset, std::vector<MinorStep>>> odd_minor(std::size_t size) {
    const std::size_t level = levels_[0][0].poset.size() - size;
    while (levels_.size() <= level) descend();
    for (std::size_t i = 0; i < levels_[level].size(); ++i) {
      if (!count_linear_extensions(levels_[level][i].poset).is_odd()) continue;
      std::vector<MinorStep> steps;
      std::size_t at = i;
      for (std::size_t k = level; k > 0; --k) {
        steps.push_back(levels_[k][at].step);
        at = levels_[k][at].parent;
      }
      std::reverse(steps.begin(), steps.end());
      return std::pair(levels_[level][i].poset, std::move(steps));
    }
    return std::nullopt;
  }

 private:
  void descend() {
    std::set<std::vector<Relation>> seen;
    std::vector<Minor> next;
    const std::vector<Minor>& level = levels_.back();
    for (std::size_t i = 0; i < level.size() && next.size() < max_minors_; ++i) {
      for (auto& [poset, step] : smaller_minors(level[i].poset)) {
        if (!seen.insert(canonical_form(poset).covers()).second) continue;
        next.push_back({std::move(poset), std::move(step), i});
      }
    }
    levels_.push_back(std::move(next));
  }

  std::size_t max_minors_;
  std::vector<std::vector<Minor>> levels_;
};

}  // namespace

std::string to_string(const MinorStep& step) {
  switch (step.kind) {
    case Kind::delete_minimal:
      return "delete minimal " + step.point;
    case Kind::delete_maximal:
      return "delete maximal " + step.point;
    case Kind::contract:
      return "contract " + step.point + "<" + step.other;
  }
  return "";
}

DepthBound depth_lower_bound(const Poset& p, std::size_t max_minors) {
  if (p.empty()) return {};
  Descent descent(p, max_minors);
  // A minor on 2^k points for a large k is found on the way to those for smaller ones.
  for (std::size_t k = static_cast<std::size_t>(std::bit_width(p.size())); k-- > 0;) {
    if (auto odd = descent.odd_minor(std::size_t{1} << k)) {
      Integer extensions = count_linear_extensions(odd->first);
      return {k + 1, std::move(odd->first), std::move(extensions), std::move(odd->second)};
    }
  }
  return {};  // never: a single point has one linear extension
}

}  // namespace tropiary
