#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "operad/term_shape.hpp"
#include "order/block_counts.hpp"
#include "order/weighted_counts.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {

namespace {

/// For each node, whether its parent is a union too: such unions are one union with more parts.
std::vector<bool> unions_inside_unions(const Term& term) {
  std::vector<bool> inside(term.nodes().size(), false);
  for (const Term::Node& node : term.nodes()) {
    if (node.kind != Term::Kind::disjoint_union) continue;
    for (const std::size_t child : node.children) {
      inside[child] = term.nodes()[child].kind == Term::Kind::disjoint_union;
    }
  }
  return inside;
}

/// The parts of the union at `root`, those of the unions inside it included.
std::vector<std::size_t> flat_parts(const Term& term, std::size_t root) {
  std::vector<std::size_t> parts;
  std::vector<std::size_t> stack{root};
  while (!stack.empty()) {
    const std::size_t node = stack.back();
    stack.pop_back();
    for (const std::size_t child : term.nodes()[node].children) {
      (term.nodes()[child].kind == Term::Kind::disjoint_union ? stack : parts).push_back(child);
    }
  }
  return parts;
}

/// The modular decompositions of a term's outer posets, each made once: a poset as a leaf is an outer poset of points
/// and may well fall apart.
class Decompositions {
 public:
  explicit Decompositions(const Term& term) : term_(term), trees_(term.outers().size()) {}

  const ModularDecomposition& of(std::size_t outer) {
    if (!trees_[outer]) trees_[outer] = modular_decomposition(term_.outers()[outer].poset);
    return *trees_[outer];
  }

 private:
  const Term& term_;
  std::vector<std::optional<ModularDecomposition>> trees_;
};

constexpr std::size_t most_states = std::size_t{1} << 26;

/// e of an outer poset with chains for blocks.
Integer count_linear_extensions_with_chains(const Poset& outer, const std::vector<std::size_t>& lengths,
                                            Decompositions& decompositions, std::size_t position) {
  if (std::find(lengths.begin(), lengths.end(), 0U) == lengths.end()) {
    return detail::count_linear_extensions_of_blocks(decompositions.of(position), lengths, most_states);
  }
  std::vector<Element> kept;
  std::vector<std::size_t> kept_lengths;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] == 0) continue;
    kept.push_back(element(i));
    kept_lengths.push_back(lengths[i]);
  }
  return detail::count_linear_extensions_of_blocks(modular_decomposition(induced_subposet(outer, kept)), kept_lengths,
                                                   most_states);
}

}  // namespace

Integer count_up_sets(const Term& term) {
  Decompositions decompositions(term);
  const std::vector<bool> inside = unions_inside_unions(term);
  std::vector<Integer> counts(term.nodes().size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Term::Node& node = term.nodes()[i];
    switch (node.kind) {
      case Term::Kind::point:
        counts[i] = 2;
        break;
      case Term::Kind::disjoint_union: {
        if (inside[i]) break;
        std::vector<Integer> factors;
        for (const std::size_t part : flat_parts(term, i)) factors.push_back(std::move(counts[part]));
        counts[i] = detail::balanced_product(std::move(factors));
        break;
      }
      case Term::Kind::ordinal_sum: {
        Integer nonempty;
        for (const std::size_t child : node.children) nonempty += std::exchange(counts[child], 0) - 1;
        counts[i] = nonempty + 1;
        break;
      }
      case Term::Kind::compose: {
        std::vector<Integer> nonempty;
        for (const std::size_t child : node.children) nonempty.push_back(std::exchange(counts[child], 0) - 1);
        const Poset& outer = term.outers()[node.outer].poset;
        counts[i] = outer.size() > Poset::closure_limit  // beyond it not every poset decomposes
                        ? detail::count_weighted_antichains(outer, nonempty)
                        : detail::count_nonempty_up_sets_of_blocks(decompositions.of(node.outer), nonempty) + 1;
        break;
      }
    }
  }
  return std::move(counts.back());
}

Integer count_linear_extensions(const Term& term) {
  // e is a product over the nodes: an ordinal sum gives 1, a union the multinomial coefficient of its sizes, and a
  // composition e of its outer poset with chains for blocks, as the outside compares alike to a whole block.
  const std::vector<std::size_t> sizes = detail::node_sizes(term);
  Decompositions decompositions(term);
  std::vector<Integer> factors;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const Term::Node& node = term.nodes()[i];
    if (node.kind == Term::Kind::disjoint_union) {
      std::size_t placed = 0;
      for (const std::size_t child : node.children) {
        placed += sizes[child];
        if (sizes[child] == placed || sizes[child] == 0) continue;
        factors.push_back(binomial(placed, std::min(sizes[child], placed - sizes[child])));
      }
    } else if (node.kind == Term::Kind::compose) {
      std::vector<std::size_t> lengths;
      for (const std::size_t child : node.children) lengths.push_back(sizes[child]);
      factors.push_back(
          count_linear_extensions_with_chains(term.outers()[node.outer].poset, lengths, decompositions, node.outer));
    }
  }
  return detail::balanced_product(std::move(factors));
}

Integer count_covers(const Term& term) {
  struct Ends {
    Integer minimal;
    Integer maximal;
  };
  const std::vector<std::size_t> sizes = detail::node_sizes(term);
  std::vector<Ends> ends(sizes.size());
  Integer covers;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Term::Node& node = term.nodes()[i];
    const detail::NonemptyBlocks nonempty(term, node, sizes);
    const std::vector<std::size_t>& blocks = nonempty.children();
    switch (node.kind) {
      case Term::Kind::point:
        ends[i] = {1, 1};
        break;
      case Term::Kind::disjoint_union:
        for (const std::size_t block : blocks) {
          ends[i].minimal += ends[block].minimal;
          ends[i].maximal += ends[block].maximal;
        }
        break;
      case Term::Kind::ordinal_sum:
        for (std::size_t k = 0; k + 1 < blocks.size(); ++k) {
          covers += ends[blocks[k]].maximal * ends[blocks[k + 1]].minimal;
        }
        if (!blocks.empty()) ends[i] = {ends[blocks.front()].minimal, ends[blocks.back()].maximal};
        break;
      case Term::Kind::compose:
        for (std::size_t k = 0; k < blocks.size(); ++k) {
          for (const Element upper : nonempty.outer().upper_covers(element(k))) {
            covers += ends[blocks[k]].maximal * ends[blocks[index(upper)]].minimal;
          }
          if (nonempty.outer().lower_covers(element(k)).empty()) ends[i].minimal += ends[blocks[k]].minimal;
          if (nonempty.outer().upper_covers(element(k)).empty()) ends[i].maximal += ends[blocks[k]].maximal;
        }
        break;
    }
  }
  return covers;
}

}  // namespace tropiary
