#include "tropiary/order/completion.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "order/families/size_limits.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

constexpr const char* function = "dedekind_macneille_completion";

/// Principal down- and up-sets, and the cuts they give.
class Cuts {
 public:
  explicit Cuts(const Poset& p) : p_(p) {
    for (std::size_t i = 0; i < p.size(); ++i) {
      down_.push_back(p.below(element(i)));
      down_.back().insert(element(i));
      up_.push_back(p.above(element(i)));
      up_.back().insert(element(i));
    }
  }

  [[nodiscard]] const ElementSet& down(std::size_t i) const { return down_[i]; }

  /// All intersections of principal down-sets, the whole poset among them, by size and then by elements.
  [[nodiscard]] std::vector<ElementSet> all(std::size_t max_points) const {
    std::vector<ElementSet> cuts{ElementSet::full(p_.size())};
    std::unordered_set<ElementSet> seen(cuts.begin(), cuts.end());
    for (const ElementSet& principal : down_) {
      for (std::size_t i = 0, before = cuts.size(); i < before; ++i) {
        ElementSet cut = cuts[i] & principal;
        if (!seen.insert(cut).second) continue;
        if (cuts.size() == max_points)
          detail::throw_too_large(function, "more than " + std::to_string(max_points) + " cuts", max_points);
        cuts.push_back(std::move(cut));
      }
    }
    std::sort(cuts.begin(), cuts.end(), [](const ElementSet& a, const ElementSet& b) {
      const std::size_t size_a = a.count();
      const std::size_t size_b = b.count();
      return size_a != size_b ? size_a < size_b : std::ranges::lexicographical_compare(a.elements(), b.elements());
    });
    return cuts;
  }

  /// The cuts that cover one: of the least cuts with one more point, those that all their new points give [lindig2000].
  template <class Visit>
  void for_each_upper_cover(const ElementSet& cut, Visit visit) const {
    const ElementSet bounds = upper_bounds(cut);
    std::vector<std::pair<Element, ElementSet>> larger;
    std::vector<std::size_t> size(p_.size(), 0);
    for (const Element x : cut.complement()) {
      larger.emplace_back(x, lower_bounds(bounds & up_[index(x)]));
      size[index(x)] = larger.back().second.count();
    }
    for (const auto& [x, above] : larger) {
      const ElementSet added = above - cut;
      if (*added.begin() != x) continue;  // each once
      bool is_cover = true;
      for (const Element y : added) is_cover = is_cover && size[index(y)] == size[index(x)];
      if (is_cover) visit(above);
    }
  }

 private:
  [[nodiscard]] ElementSet upper_bounds(const ElementSet& set) const {
    ElementSet bounds = ElementSet::full(p_.size());
    for (const Element x : maximal_elements(p_, set)) bounds &= up_[index(x)];
    return bounds;
  }
  [[nodiscard]] ElementSet lower_bounds(const ElementSet& set) const {
    ElementSet bounds = ElementSet::full(p_.size());
    for (const Element x : set) bounds &= down_[index(x)];
    return bounds;
  }

  const Poset& p_;
  std::vector<ElementSet> down_;
  std::vector<ElementSet> up_;
};

std::string set_label(const Poset& p, const ElementSet& set) {
  std::string text = "{";
  for (const Element e : set) text += (text.size() > 1 ? "," : "") + p.label(e);
  return text + "}";
}

}  // namespace

Completion dedekind_macneille_completion(const Poset& p, std::size_t max_points) {
  detail::require_size(function, p.size(), Poset::closure_limit);
  if (max_points == 0) detail::throw_too_large(function, "more than 0 cuts", 0);
  const Cuts cuts(p);
  const std::vector<ElementSet> all = cuts.all(max_points);
  std::unordered_map<ElementSet, std::size_t> number;
  for (std::size_t k = 0; k < all.size(); ++k) number.emplace(all[k], k);

  Completion result;
  std::vector<std::string> labels(all.size());
  std::unordered_set<std::string> used;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const std::size_t image = number.at(cuts.down(i));
    result.embedding.push_back(element(image));
    labels[image] = p.label(element(i));
    used.insert(labels[image]);
  }
  std::vector<Relation> covers;
  for (std::size_t k = 0; k < all.size(); ++k) {
    cuts.for_each_upper_cover(
        all[k], [&](const ElementSet& upper) { covers.push_back(detail::relation(k, number.at(upper))); });
    if (covers.size() > detail::size_limit) detail::throw_too_large(function, "covers");
    if (!labels[k].empty()) continue;
    labels[k] = set_label(p, maximal_elements(p, all[k]));
    while (!used.insert(labels[k]).second) labels[k] += "'";
  }
  result.lattice = detail::poset_from_covers_unchecked(all.size(), std::move(covers), std::move(labels));
  return result;
}

}  // namespace tropiary
