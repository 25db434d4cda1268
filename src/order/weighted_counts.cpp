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

void require_one_for_each(const char* function, const Poset& p, std::size_t given) {
  if (given != p.size()) {
    throw Error(Errc::dimension_mismatch, std::string(function) + ": " + std::to_string(given) +
                                              " numbers for a poset with " + std::to_string(p.size()) + " points");
  }
}

}  // namespace

Integer count_weighted_antichains(const Poset& p, std::span<const Integer> weights) {
  require_one_for_each("count_weighted_antichains", p, weights.size());
  if (p.size() > point_limit) {
    throw Error(Errc::too_large, "count_weighted_antichains: " + std::to_string(p.size()) +
                                     " points that do not decompose, at most " + std::to_string(point_limit));
  }
  if (p.empty()) return 1;
  return AntichainSum(p, weights).over_everything();
}

namespace {

/// A down-set of the sum of chains is a down-set D of p (the chains begun) with, for each maximal i of D, how many of
/// the 1..lengths[i] points of its chain are taken; the chains below are taken whole. The counts for one D lie in one
/// array, the first maximal element running fastest.
struct Layer {
  std::vector<Element> maximal;
  std::vector<Integer> counts;
};
using Layers = std::unordered_map<ElementSet, Layer>;

std::vector<Element> maximal_of(const Poset& p, const ElementSet& down_set) {
  std::vector<Element> result;
  for (const Element e : down_set) {
    const auto covers = p.upper_covers(e);
    if (std::none_of(covers.begin(), covers.end(), [&](Element c) { return down_set.contains(c); }))
      result.push_back(e);
  }
  return result;
}

/// Fills in layer.counts for the down-set D: the last point taken is the top of some maximal chain.
void count_orders(const ElementSet& down_set, Layer& layer, const Layers& previous,
                  std::span<const std::size_t> lengths) {
  const std::size_t width = layer.maximal.size();
  std::size_t states = 1;
  std::vector<std::size_t> strides;
  for (const Element e : layer.maximal) {
    strides.push_back(states);
    states *= lengths[index(e)];
  }
  // Where the states of D without the m-th maximal element lie, when its chain gives back its only taken point.
  struct Source {
    const Layer* layer;
    std::size_t offset;
    std::vector<std::size_t> strides;
  };
  std::vector<Source> sources;
  for (std::size_t m = 0; m < width; ++m) {
    ElementSet rest = down_set;
    rest.erase(layer.maximal[m]);
    const Layer& from = previous.at(rest);
    Source source{&from, 0, std::vector<std::size_t>(width, 0)};
    std::size_t stride = 1;
    for (const Element e : from.maximal) {
      const auto same = std::find(layer.maximal.begin(), layer.maximal.end(), e);
      if (same == layer.maximal.end()) {
        source.offset += stride * (lengths[index(e)] - 1);  // below the removed chain, hence whole
      } else {
        source.strides[static_cast<std::size_t>(same - layer.maximal.begin())] = stride;
      }
      stride *= lengths[index(e)];
    }
    sources.push_back(std::move(source));
  }
  layer.counts.assign(states, 0);
  std::vector<std::size_t> taken(width, 0);  // one less than the number of points taken
  for (std::size_t state = 0; state < states; ++state) {
    Integer& count = layer.counts[state];
    for (std::size_t m = 0; m < width; ++m) {
      if (taken[m] > 0) {
        count += layer.counts[state - strides[m]];
        continue;
      }
      std::size_t from = sources[m].offset;
      for (std::size_t k = 0; k < width; ++k) from += sources[m].strides[k] * taken[k];
      count += sources[m].layer->counts[from];
    }
    for (std::size_t m = 0; m < width && ++taken[m] == lengths[index(layer.maximal[m])]; ++m) taken[m] = 0;
  }
}

}  // namespace

Integer count_linear_extensions_of_chains(const Poset& p, std::span<const std::size_t> lengths, std::size_t limit) {
  require_one_for_each("count_linear_extensions_of_chains", p, lengths.size());
  std::vector<Element> kept;
  std::vector<std::size_t> kept_lengths;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] == 0) continue;
    kept.push_back(element(i));
    kept_lengths.push_back(lengths[i]);
  }
  if (kept.empty()) return 1;
  if (kept.size() < p.size()) {
    return count_linear_extensions_of_chains(induced_subposet(p, kept), kept_lengths, limit);
  }
  const Integer states = count_weighted_antichains(p, std::vector<Integer>(lengths.begin(), lengths.end()));
  if (states > Integer(limit)) {
    throw Error(Errc::too_large, "count_linear_extensions: a factor of the decomposition has " + states.to_string() +
                                     " up-sets to go through, at most " + std::to_string(limit));
  }

  Layers layer;
  layer[ElementSet(p.size())] = {{}, {1}};
  for (std::size_t size = 1; size <= p.size(); ++size) {
    Layers next;
    for (const auto& [down_set, unused] : layer) {
      for (std::size_t i = 0; i < p.size(); ++i) {
        const Element e = element(i);
        const auto covers = p.lower_covers(e);
        if (down_set.contains(e) ||
            !std::all_of(covers.begin(), covers.end(), [&](Element c) { return down_set.contains(c); })) {
          continue;
        }
        ElementSet larger = down_set;
        larger.insert(e);
        const auto [entry, is_new] = next.try_emplace(std::move(larger));
        if (is_new) entry->second.maximal = maximal_of(p, entry->first);
      }
    }
    for (auto& [down_set, entry] : next) count_orders(down_set, entry, layer, lengths);
    layer = std::move(next);
  }
  return layer.begin()->second.counts.back();
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
