#include "order/weighted_counts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/element.hpp"

namespace tropiary::detail {

namespace {

constexpr std::size_t memo_word_limit = std::size_t{1} << 27;
constexpr std::size_t point_limit = std::size_t{1} << 15;

/// Sums over the antichains inside subsets of one poset.
class AntichainSum {
 public:
  AntichainSum(const Poset& p, std::span<const Integer> weights) : poset_(p), weights_(weights) {
    comparable_.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) comparable_.push_back(p.above(element(i)) | p.below(element(i)));
  }

  Integer over_everything() {
    // An explicit stack: the branching is as deep as the poset has points.
    tasks_.push_back({ElementSet::full(poset_.size()), {}, {}, 0});
    while (true) {
      Task& task = tasks_.back();
      if (task.parts.empty()) expand(task);
      if (std::optional<Integer> value = advance(task)) {
        if (tasks_.size() == 1) return std::move(*value);
        remember(task.set, *value);
        tasks_.pop_back();
      }
    }
  }

 private:
  /// Σ over the antichains in `set` = Σ over parts of factor · Π over the part's components.
  struct Part {
    Integer factor;
    std::vector<ElementSet> components;
  };
  struct Task {
    ElementSet set;
    std::vector<Part> parts;
    Integer total;
    std::size_t done;
  };

  /// A connected subset of at least two points is split by a point comparable with many others, near the middle.
  [[nodiscard]] Element pivot(const ElementSet& set) const {
    const std::size_t half = set.count() / 2;
    Element best{};
    std::size_t best_degree = 0;
    std::size_t best_distance = 0;
    std::size_t position = 0;
    for (const Element e : set) {
      const std::size_t degree = (comparable_[index(e)] & set).count();
      const std::size_t distance = position > half ? position - half : half - position;
      if (position == 0 || degree > best_degree || (degree == best_degree && distance < best_distance)) {
        best = e;
        best_degree = degree;
        best_distance = distance;
      }
      ++position;
    }
    return best;
  }

  Part split(ElementSet set, Integer factor) const {
    Part part{std::move(factor), {}};
    while (!set.empty()) {
      ElementSet component(poset_.size());
      ElementSet frontier(poset_.size());
      frontier.insert(*set.begin());
      while (!frontier.empty()) {
        const Element e = *frontier.begin();
        frontier.erase(e);
        component.insert(e);
        set.erase(e);
        frontier |= comparable_[index(e)] & set;
      }
      if (component.count() == 1) {
        part.factor *= weights_[index(*component.begin())] + 1;
      } else {
        part.components.push_back(std::move(component));
      }
    }
    return part;
  }

  void expand(Task& task) const {
    if (tasks_.size() == 1) {  // the whole poset need not be connected
      task.parts.push_back(split(task.set, 1));
      return;
    }
    const Element e = pivot(task.set);
    ElementSet without = task.set;
    without.erase(e);
    task.parts.push_back(split(without, 1));
    if (!weights_[index(e)].is_zero()) task.parts.push_back(split(without - comparable_[index(e)], weights_[index(e)]));
  }

  /// The value once all components are known; else puts an unknown one on the stack.
  std::optional<Integer> advance(Task& task) {
    for (; task.done < task.parts.size(); ++task.done) {
      const Part& part = task.parts[task.done];
      Integer product = part.factor;
      for (const ElementSet& component : part.components) {
        const auto known = memo_.find(component);
        if (known == memo_.end()) {
          tasks_.push_back({component, {}, {}, 0});  // invalidates `task`
          return std::nullopt;
        }
        product *= known->second;
      }
      task.total += product;
    }
    return std::move(task.total);
  }

  void remember(const ElementSet& set, const Integer& value) {
    memo_words_ += set.words().size() + 8;
    if (memo_words_ > memo_word_limit) {
      throw Error(Errc::too_large, "count_weighted_antichains: a poset of " + std::to_string(poset_.size()) +
                                       " points needs a memo of more than 1 GiB");
    }
    memo_.emplace(set, value);
  }

  const Poset& poset_;
  std::span<const Integer> weights_;
  std::vector<ElementSet> comparable_;
  std::unordered_map<ElementSet, Integer> memo_;
  std::size_t memo_words_ = 0;
  std::vector<Task> tasks_;
};

}  // namespace

Integer count_weighted_antichains(const Poset& p, std::span<const Integer> weights) {
  if (weights.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "count_weighted_antichains: " + std::to_string(weights.size()) +
                                              " numbers for a poset with " + std::to_string(p.size()) + " points");
  }
  if (p.size() > point_limit) {
    throw Error(Errc::too_large, "count_weighted_antichains: " + std::to_string(p.size()) +
                                     " points that do not decompose, at most " + std::to_string(point_limit));
  }
  if (p.empty()) return 1;
  return AntichainSum(p, weights).over_everything();
}

Integer balanced_product(std::vector<Integer> factors) {
  if (factors.empty()) return 1;
  while (factors.size() > 1) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i + 1 < factors.size(); i += 2) factors[kept++] = factors[i] * factors[i + 1];
    if (factors.size() % 2 == 1) factors[kept++] = std::move(factors.back());
    factors.resize(kept);
  }
  return std::move(factors.front());
}

}  // namespace tropiary::detail
