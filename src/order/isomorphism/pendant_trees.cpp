#include "order/isomorphism/pendant_trees.hpp"

#include <algorithm>

namespace tropiary::detail {

PendantTrees::Key PendantTrees::key(std::uint32_t x, std::span<const std::uint32_t> colours) const {
  Key result{colours[x]};
  for (const std::uint32_t child : children_[x]) result.push_back(rank_[child]);
  return result;
}

PendantTrees::PendantTrees(const Poset& p, std::span<const std::uint32_t> colours)
    : children_(p.size()), rank_(p.size()), size_(p.size(), 1) {
  const std::size_t n = p.size();
  std::vector<std::size_t> degree(n);
  std::vector<bool> off(n);
  std::vector<std::uint32_t> layer;
  for (std::uint32_t x = 0; x < n; ++x) {
    degree[x] = p.lower_covers(element(x)).size() + p.upper_covers(element(x)).size();
    if (degree[x] <= 1) layer.push_back(x);
  }
  const auto sort_children = [&](std::uint32_t x) {
    std::ranges::sort(children_[x], {}, [&](std::uint32_t child) { return rank_[child]; });
  };
  std::uint32_t next_rank = 0;
  for (std::size_t left = n; !layer.empty() && layer.size() < left;) {
    std::vector<std::pair<Key, std::uint32_t>> keyed;
    for (const std::uint32_t x : layer) {
      sort_children(x);
      keyed.emplace_back(key(x, colours), x);
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      if (i > 0 && keyed[i].first != keyed[i - 1].first) ++next_rank;
      rank_[keyed[i].second] = next_rank;
      off[keyed[i].second] = true;
    }
    ++next_rank;
    std::vector<std::uint32_t> next;
    for (const std::uint32_t x : layer) {
      for (const auto& neighbours : {p.lower_covers(element(x)), p.upper_covers(element(x))}) {
        for (const Element y : neighbours) {
          const auto parent = static_cast<std::uint32_t>(index(y));
          if (off[parent]) continue;
          children_[parent].push_back(x);
          size_[parent] += size_[x];
          if (--degree[parent] == 1) next.push_back(parent);
        }
      }
    }
    left -= layer.size();
    layer.swap(next);
  }
  std::vector<std::pair<Key, std::uint32_t>> keyed;
  for (std::uint32_t x = 0; x < n; ++x) {
    if (off[x]) continue;
    sort_children(x);
    core_.push_back(x);
    keyed.emplace_back(key(x, colours), static_cast<std::uint32_t>(core_.size() - 1));
  }
  std::sort(keyed.begin(), keyed.end());
  core_colours_.resize(core_.size());
  std::uint32_t colour = 0;
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    if (i > 0 && keyed[i].first != keyed[i - 1].first) ++colour;
    core_colours_[keyed[i].second] = colour;
  }
}

template <class F>
void PendantTrees::for_each_run(F&& f) const {
  for (const auto& children : children_) {
    for (std::size_t i = 0; i < children.size();) {
      std::size_t stop = i;
      while (stop < children.size() && rank_[children[stop]] == rank_[children[i]]) ++stop;
      if (stop - i > 1) f(std::span(children).subspan(i, stop - i));
      i = stop;
    }
  }
}

std::vector<Integer> PendantTrees::factors() const {
  std::vector<Integer> result;
  for_each_run(
      [&](std::span<const std::uint32_t> run) { result.push_back(factorial(static_cast<std::uint32_t>(run.size()))); });
  return result;
}

void PendantTrees::put_in_sequence(std::span<const std::uint32_t> core_order) {
  place_.resize(children_.size());
  sequence_.clear();
  std::vector<std::uint32_t> stack(core_order.rbegin(), core_order.rend());
  while (!stack.empty()) {
    const std::uint32_t x = stack.back();
    stack.pop_back();
    place_[x] = static_cast<std::uint32_t>(sequence_.size());
    sequence_.push_back(x);
    stack.insert(stack.end(), children_[x].rbegin(), children_[x].rend());
  }
}

void PendantTrees::move(std::uint32_t x, std::uint32_t y, Moves& moves) const {
  for (std::uint32_t i = 0; i < size_[x]; ++i) moves.emplace_back(sequence_[place_[x] + i], sequence_[place_[y] + i]);
}

std::vector<Moves> PendantTrees::generators() const {
  std::vector<Moves> result;
  for_each_run([&](std::span<const std::uint32_t> run) {
    Moves swap;
    move(run[0], run[1], swap);
    move(run[1], run[0], swap);
    result.push_back(std::move(swap));
    if (run.size() == 2) return;
    Moves cycle;
    for (std::size_t i = 0; i < run.size(); ++i) move(run[i], run[(i + 1) % run.size()], cycle);
    result.push_back(std::move(cycle));
  });
  return result;
}

}  // namespace tropiary::detail
