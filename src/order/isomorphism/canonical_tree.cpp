#include "order/isomorphism/canonical_tree.hpp"

#include <algorithm>
#include <numeric>

#include "order/coarse_decomposition.hpp"
#include "order/disjoint_sets.hpp"

namespace tropiary::detail {

using Kind = ModularDecomposition::Kind;

CanonicalTree::CanonicalTree(const Poset& p) : tree_(coarse_modular_decomposition(p)) {
  const std::size_t count = tree_.nodes.size();
  sizes_.resize(count);
  for (std::size_t x = 0; x < count; ++x) {
    sizes_[x] = tree_.nodes[x].kind == Kind::point ? 1 : 0;
    for (const std::size_t child : tree_.nodes[x].children) sizes_[x] += sizes_[child];
  }
  std::vector<std::size_t> by_size(count);
  std::iota(by_size.begin(), by_size.end(), std::size_t{0});
  std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t x, std::size_t y) { return sizes_[x] < sizes_[y]; });
  ranks_.assign(count, 0);
  symmetries_.resize(count);
  std::uint32_t next_rank = 0;
  for (std::size_t start = 0; start < count;) {
    std::vector<std::pair<Key, std::size_t>> keyed;
    for (; start < count && (keyed.empty() || sizes_[by_size[start]] == sizes_[keyed[0].second]); ++start) {
      keyed.emplace_back(put_in_order(by_size[start]), by_size[start]);
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      if (i > 0 && keyed[i].first != keyed[i - 1].first) ++next_rank;
      ranks_[keyed[i].second] = next_rank;
    }
    ++next_rank;
  }
}

/// Orders the children of the node and returns its key; equal keys mean isomorphic nodes among those of one size.
CanonicalTree::Key CanonicalTree::put_in_order(std::size_t x) {
  auto& node = tree_.nodes[x];
  Key key{static_cast<std::uint32_t>(node.kind)};
  if (node.kind == Kind::prime) return put_prime_in_order(x, std::move(key));
  if (node.kind == Kind::disjoint_union) {
    std::stable_sort(node.children.begin(), node.children.end(),
                     [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
    for (std::size_t i = 0; i < node.children.size();) {
      std::size_t stop = i;
      while (stop < node.children.size() && ranks_[node.children[stop]] == ranks_[node.children[i]]) ++stop;
      factors_.push_back(factorial(static_cast<std::uint32_t>(stop - i)));
      i = stop;
    }
  }
  for (const std::size_t child : node.children) key.push_back(ranks_[child]);
  return key;
}

CanonicalTree::Key CanonicalTree::put_prime_in_order(std::size_t x, Key key) {
  auto& node = tree_.nodes[x];
  const std::size_t k = node.children.size();
  Key ranks;
  for (const std::size_t child : node.children) ranks.push_back(ranks_[child]);
  const CanonicalNumbering canonical = canonical_prime(node.quotient, ranks);
  factors_.push_back(canonical.automorphisms);
  const std::vector<std::size_t> children = node.children;
  Key position(k);
  for (std::size_t i = 0; i < k; ++i) {
    node.children[i] = children[canonical.vertices[i]];
    ranks[i] = ranks_[node.children[i]];
    position[canonical.vertices[i]] = static_cast<std::uint32_t>(i);
  }
  for (Moves moves : canonical.generators) {
    for (auto& [from, to] : moves) {
      from = position[from];
      to = position[to];
    }
    symmetries_[x].push_back(std::move(moves));
  }
  key.push_back(static_cast<std::uint32_t>(k));
  for (const std::uint32_t vertex : canonical.vertices) {
    Key above;
    for (const Element y : node.quotient.upper_covers(element(vertex))) above.push_back(position[index(y)]);
    std::sort(above.begin(), above.end());
    key.push_back(static_cast<std::uint32_t>(above.size()));
    key.insert(key.end(), above.begin(), above.end());
  }
  key.insert(key.end(), ranks.begin(), ranks.end());
  return key;
}

std::vector<Element> CanonicalTree::leaves() const {
  std::vector<Element> result;
  std::vector<std::size_t> stack;
  if (!tree_.nodes.empty()) stack.push_back(tree_.root());
  while (!stack.empty()) {
    const auto& node = tree_.nodes[stack.back()];
    stack.pop_back();
    if (node.kind == Kind::point) result.push_back(node.point);
    stack.insert(stack.end(), node.children.rbegin(), node.children.rend());
  }
  return result;
}

std::vector<Element> CanonicalTree::positions() const {
  const std::vector<Element> at = leaves();
  std::vector<Element> result(at.size());
  for (std::size_t i = 0; i < at.size(); ++i) result[index(at[i])] = element(i);
  return result;
}

std::vector<CanonicalTree::Block> CanonicalTree::blocks_of(const Block& block) const {
  std::vector<Block> blocks;
  std::size_t leaf = block.first_leaf;
  for (const std::size_t child : tree_.nodes[block.node].children) {
    blocks.push_back({child, leaf});
    leaf += sizes_[child];
  }
  return blocks;
}

void CanonicalTree::for_each_generator(const std::function<void(const std::vector<Move>&)>& visit) const {
  if (tree_.nodes.empty()) return;
  const std::vector<Element> at = leaves();
  std::vector<Move> moves;
  // Canonical orders of isomorphic blocks correspond leaf by leaf.
  const auto move = [&](const Block& from, const Block& to) {
    for (std::size_t i = 0; i < sizes_[from.node]; ++i) {
      moves.push_back({at[from.first_leaf + i], at[to.first_leaf + i]});
    }
  };
  const auto show = [&] {
    visit(moves);
    moves.clear();
  };
  std::vector<Block> stack{{tree_.root(), 0}};
  while (!stack.empty()) {
    const Block block = stack.back();
    stack.pop_back();
    const auto& node = tree_.nodes[block.node];
    const std::vector<Block> blocks = blocks_of(block);
    if (node.kind == Kind::ordinal_sum) stack.insert(stack.end(), blocks.begin(), blocks.end());
    if (node.kind == Kind::disjoint_union) {
      for (std::size_t i = 0; i < blocks.size();) {
        std::size_t stop = i;
        while (stop < blocks.size() && ranks_[blocks[stop].node] == ranks_[blocks[i].node]) ++stop;
        // The symmetric group: a swap and a cycle.
        if (stop - i > 1) {
          move(blocks[i], blocks[i + 1]);
          move(blocks[i + 1], blocks[i]);
          show();
        }
        if (stop - i > 2) {
          for (std::size_t j = i; j + 1 < stop; ++j) move(blocks[j], blocks[j + 1]);
          move(blocks[stop - 1], blocks[i]);
          show();
        }
        stack.push_back(blocks[i]);
        i = stop;
      }
    }
    if (node.kind == Kind::prime) {
      DisjointSets orbits(blocks.size());
      for (const Moves& symmetry : symmetries_[block.node]) {
        for (const auto& [from, to] : symmetry) {
          move(blocks[from], blocks[to]);
          orbits.join(from, to);
        }
        show();
      }
      for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (orbits.find(i) == i) stack.push_back(blocks[i]);
      }
    }
  }
}

}  // namespace tropiary::detail
