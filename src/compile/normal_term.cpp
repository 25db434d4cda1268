#include "normal_term.hpp"

#include <algorithm>
#include <optional>

#include "tropiary/order/constructions.hpp"

namespace tropiary::detail {

namespace {

using Kind = NormalTerm::Kind;
constexpr std::uint32_t nothing = 0xffffffffU;  // an empty poset

/// A tree whose unions and ordinal sums may still be nested; no empty parts, no single ones.
struct Draft {
  NormalTerm tree;
  std::uint32_t root = nothing;

  std::uint32_t add(NormalTerm::Node node) {
    tree.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(tree.nodes.size() - 1);
  }
  std::uint32_t add(Kind kind, std::vector<std::uint32_t> parts, std::uint32_t quotient = 0) {
    std::erase(parts, nothing);
    if (parts.empty()) return nothing;
    if (parts.size() == 1) return parts[0];
    return add({kind, 0, std::move(parts), quotient});
  }
  std::uint32_t add_quotient(Poset quotient) {
    tree.quotients.push_back(std::move(quotient));
    return static_cast<std::uint32_t>(tree.quotients.size() - 1);
  }
};

/// A modular decomposition with the positions of its quotients in a draft.
struct Pattern {
  ModularDecomposition tree;
  std::vector<std::uint32_t> quotients;
};

Pattern pattern_of(const Poset& p, Draft& draft) {
  Pattern pattern{modular_decomposition(p), {}};
  pattern.quotients.resize(pattern.tree.nodes.size());
  for (std::size_t i = 0; i < pattern.tree.nodes.size(); ++i) {
    ModularDecomposition::Node& node = pattern.tree.nodes[i];
    if (node.kind == Kind::prime) pattern.quotients[i] = draft.add_quotient(std::move(node.quotient));
  }
  return pattern;
}

/// The pattern with its points replaced by blocks.
std::uint32_t substitute(const Pattern& pattern, std::span<const std::uint32_t> blocks, Draft& draft) {
  std::vector<std::uint32_t> image(pattern.tree.nodes.size());
  for (std::size_t i = 0; i < image.size(); ++i) {
    const ModularDecomposition::Node& node = pattern.tree.nodes[i];
    if (node.kind == Kind::point) {
      image[i] = blocks[index(node.point)];
      continue;
    }
    std::vector<std::uint32_t> parts;
    parts.reserve(node.children.size());
    for (const std::size_t child : node.children) parts.push_back(image[child]);
    image[i] = draft.add(node.kind, std::move(parts), pattern.quotients[i]);
  }
  return image.empty() ? nothing : image.back();
}

std::uint32_t substitute_non_empty(const Poset& outer, std::span<const std::uint32_t> blocks, Draft& draft) {
  std::vector<Element> kept;
  std::vector<std::uint32_t> kept_blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i] == nothing) continue;
    kept.push_back(element(i));
    kept_blocks.push_back(blocks[i]);
  }
  if (kept.empty()) return nothing;
  return substitute(pattern_of(induced_subposet(outer, kept), draft), kept_blocks, draft);
}

/// Dissolves unions in unions and ordinal sums in ordinal sums.
NormalTerm flatten(Draft draft) {
  std::vector<NormalTerm::Node>& nodes = draft.tree.nodes;
  NormalTerm result;
  result.size = draft.tree.size;
  result.quotients = std::move(draft.tree.quotients);
  if (draft.root == nothing) return result;
  std::vector<bool> dissolved(nodes.size(), false);
  std::vector<bool> used(nodes.size(), false);
  used[draft.root] = true;
  const auto is_sum = [](Kind kind) { return kind == Kind::disjoint_union || kind == Kind::ordinal_sum; };
  for (std::size_t i = draft.root + std::size_t{1}; i-- > 0;) {
    if (!used[i]) continue;
    for (const std::uint32_t child : nodes[i].children) {
      used[child] = true;
      dissolved[child] = is_sum(nodes[i].kind) && nodes[child].kind == nodes[i].kind;
    }
  }
  std::vector<std::uint32_t> image(nodes.size());
  std::vector<std::uint32_t> stack;
  for (std::size_t i = 0; i <= draft.root; ++i) {
    if (!used[i] || dissolved[i]) continue;
    NormalTerm::Node node{nodes[i].kind, nodes[i].point, {}, nodes[i].quotient};
    stack.assign(nodes[i].children.rbegin(), nodes[i].children.rend());
    while (!stack.empty()) {
      const std::uint32_t part = stack.back();
      stack.pop_back();
      if (dissolved[part]) {
        stack.insert(stack.end(), nodes[part].children.rbegin(), nodes[part].children.rend());
      } else {
        node.children.push_back(image[part]);
      }
    }
    image[i] = static_cast<std::uint32_t>(result.nodes.size());
    result.nodes.push_back(std::move(node));
  }
  return result;
}

}  // namespace

NormalTerm normalise(const Term& term) {
  Draft draft;
  draft.tree.size = term.size();
  std::vector<std::uint32_t> image(term.nodes().size());
  std::vector<std::optional<Pattern>> patterns(term.outers().size());
  std::vector<std::uint32_t> blocks;
  // Points are numbered from left to right, which need not be the order of the array.
  std::vector<std::size_t> stack;
  std::vector<std::size_t> number(term.nodes().size(), 0);
  if (!term.nodes().empty()) stack.push_back(term.root());
  for (std::size_t points = 0; !stack.empty();) {
    const std::size_t i = stack.back();
    stack.pop_back();
    const Term::Node& node = term.nodes()[i];
    if (node.kind == Term::Kind::point) number[i] = points++;
    stack.insert(stack.end(), node.children.rbegin(), node.children.rend());
  }
  for (std::size_t i = 0; i < term.nodes().size(); ++i) {
    const Term::Node& node = term.nodes()[i];
    blocks.clear();
    for (const std::size_t child : node.children) blocks.push_back(image[child]);
    switch (node.kind) {
      case Term::Kind::point:
        image[i] = draft.add({Kind::point, number[i], {}, 0});
        break;
      case Term::Kind::disjoint_union:
        image[i] = draft.add(Kind::disjoint_union, blocks);
        break;
      case Term::Kind::ordinal_sum:
        image[i] = draft.add(Kind::ordinal_sum, blocks);
        break;
      case Term::Kind::compose: {
        const Poset& outer = term.outers()[node.outer].poset;
        if (std::find(blocks.begin(), blocks.end(), nothing) != blocks.end()) {
          image[i] = substitute_non_empty(outer, blocks, draft);
          break;
        }
        std::optional<Pattern>& pattern = patterns[node.outer];
        if (!pattern) pattern = pattern_of(outer, draft);
        image[i] = substitute(*pattern, blocks, draft);
        break;
      }
    }
  }
  if (!image.empty()) draft.root = image.back();
  return flatten(std::move(draft));
}

NormalTerm normalise(const Poset& p) {
  Draft draft;
  draft.tree.size = p.size();
  const Pattern pattern = pattern_of(p, draft);
  std::vector<std::uint32_t> points(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) points[i] = draft.add({Kind::point, i, {}, 0});
  draft.root = substitute(pattern, points, draft);
  return flatten(std::move(draft));
}

}  // namespace tropiary::detail
