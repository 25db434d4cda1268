#include "tropiary/compile/lower.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "normal_term.hpp"
#include "prime_plan.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

using detail::NormalTerm;
using detail::PlanStep;
using detail::PrimePlan;
using Kind = NormalTerm::Kind;

constexpr std::size_t most_terms = std::size_t{1} << 26;  // summands in affine nodes

/// A block as a parent sees it.
struct Block {
  NodeId f{};  ///< its poset polynomial
  NodeId s{};  ///< the sum of its coordinates; made only where some parent may use it
  bool is_point = false;
};

class Lowering {
 public:
  explicit Lowering(const NormalTerm& term) : term_(term), builder_(term.size), blocks_(term.nodes.size()) {}

  TropicalNetwork run() && {
    if (term_.nodes.empty()) return std::move(builder_).build({builder_.affine({})});
    const std::vector<bool> needs_sum = sums_needed();
    for (std::size_t i = 0; i < term_.nodes.size(); ++i) {
      const NormalTerm::Node& node = term_.nodes[i];
      blocks_[i].f = value(node);
      if (node.kind == Kind::point) {
        blocks_[i].s = builder_.input(node.point);
        blocks_[i].is_point = true;
      } else if (needs_sum[i]) {
        std::vector<NodeId> sums;
        for (const std::uint32_t child : node.children) sums.push_back(blocks_[child].s);
        blocks_[i].s = sum(sums);
      }
    }
    return std::move(builder_).build({blocks_.back().f});
  }

 private:
  /// A part that lies above another needs its sum, and a sum is made of the sums of the parts: never of all points.
  [[nodiscard]] std::vector<bool> sums_needed() const {
    std::vector<bool> needs(term_.nodes.size(), false);
    for (std::size_t i = term_.nodes.size(); i-- > 0;) {
      const NormalTerm::Node& node = term_.nodes[i];
      for (std::size_t j = 0; j < node.children.size(); ++j) {
        const bool above = (node.kind == Kind::ordinal_sum && j > 0) || node.kind == Kind::prime;
        if (above || needs[i]) needs[node.children[j]] = true;
      }
    }
    return needs;
  }

  NodeId value(const NormalTerm::Node& node) {
    std::vector<Block> parts;
    parts.reserve(node.children.size());
    for (const std::uint32_t child : node.children) parts.push_back(blocks_[child]);
    switch (node.kind) {
      case Kind::point:
        return builder_.relu(builder_.input(node.point));
      case Kind::disjoint_union:
        return union_value(parts);
      case Kind::ordinal_sum:
        return ordinal_value(parts);
      case Kind::prime:
        return prime_value(node.quotient, parts);
    }
    return {};
  }

  NodeId sum(const std::vector<NodeId>& nodes) {
    terms_ += nodes.size();
    if (terms_ > most_terms) {
      throw Error(Errc::too_large, "lower: the network needs more than 2^26 summands in its affine nodes");
    }
    return builder_.sum(nodes);
  }

  NodeId union_value(const std::vector<Block>& parts) {
    std::vector<NodeId> values;
    values.reserve(parts.size());
    for (const Block& part : parts) values.push_back(part.f);
    return sum(values);
  }

  /// g if the node is relu(g), else the node: as a summand in max(f, s + ·) with f ≥ s both serve.
  [[nodiscard]] NodeId without_relu(NodeId node) const {
    const TropicalNetwork::Node& inner = builder_.nodes()[static_cast<std::size_t>(node)];
    const bool is_relu = inner.kind == TropicalNetwork::Kind::maximum && inner.arguments.size() == 1 &&
                         inner.has_constant && inner.constant.is_zero();
    return is_relu ? inner.arguments[0].node : node;
  }

  /// max(f_Q, s_Q + f_low) from the bottom up. The smaller up-set comes first: it wins ties.
  NodeId ordinal_value(const std::vector<Block>& parts) {
    NodeId low = parts[0].f;
    for (std::size_t j = 1; j < parts.size(); ++j) {
      const Block& part = parts[j];
      low = part.is_point ? builder_.relu(sum({part.s, low}))
                          : builder_.maximum({part.f, sum({part.s, without_relu(low)})});
    }
    return low;
  }

  const PrimePlan& plan(std::uint32_t quotient, const std::vector<Block>& parts) {
    const Poset& q = term_.quotients[quotient];
    std::vector<bool> is_point;
    for (const Block& part : parts) is_point.push_back(part.is_point);
    // A term repeats few quotients many times; they are small.
    std::vector<std::size_t> key{q.size()};
    for (const Relation& cover : q.covers()) key.push_back((index(cover.lower) << 32U) | index(cover.upper));
    key.push_back(~std::size_t{0});
    for (std::size_t i = 0; i < is_point.size(); ++i) {
      if (is_point[i]) key.push_back(i);
    }
    const auto place = plans_.find(key);
    if (place != plans_.end()) return place->second;
    return plans_.emplace(std::move(key), detail::plan_prime(q, is_point)).first->second;
  }

  NodeId prime_value(std::uint32_t quotient, const std::vector<Block>& parts) {
    const PrimePlan& prime = plan(quotient, parts);
    std::vector<NodeId> f(prime.steps.size());
    for (std::size_t i = 0; i < prime.steps.size(); ++i) f[i] = step_value(prime, i, parts, f);
    return f.back();
  }

  NodeId step_value(const PrimePlan& prime, std::size_t i, const std::vector<Block>& blocks,
                    const std::vector<NodeId>& f) {
    using Rule = PlanStep::Rule;
    const PlanStep& step = prime.steps[i];
    const auto part = [&](std::size_t k) { return f[step.parts[k]]; };
    // s of some blocks plus some values.
    const auto with_sums = [&](std::initializer_list<const ElementSet*> sets, std::vector<NodeId> nodes) {
      for (const ElementSet* set : sets) {
        for (const Element e : *set) nodes.push_back(blocks[index(e)].s);
      }
      return sum(nodes);
    };
    switch (step.rule) {
      case Rule::empty:
        return builder_.affine({});
      case Rule::block:
        return blocks[index(*step.alive.begin())].f;
      case Rule::sum:
      case Rule::ordinal: {
        std::vector<Block> parts;
        for (const std::uint32_t k : step.parts) {
          const ElementSet& alive = prime.steps[k].alive;
          const bool single = alive.count() == 1;
          const bool is_point = single && blocks[index(*alive.begin())].is_point;
          const bool above = step.rule == Rule::ordinal && !parts.empty();
          parts.push_back({f[k], above ? with_sums({&alive}, {}) : NodeId{}, is_point});
        }
        return step.rule == Rule::sum ? union_value(parts) : ordinal_value(parts);
      }
      case Rule::point:
        return builder_.maximum({part(0), with_sums({&step.above, &step.module}, {part(1)})});
      case Rule::low:
        return builder_.maximum({part(0), with_sums({&step.above}, {part(1), without_relu(part(2))})});
      case Rule::high:
        return builder_.maximum({sum({part(2), part(0)}), with_sums({&step.module}, {part(1)})});
      case Rule::middle:
        return builder_.maximum(
            {part(0), with_sums({&step.above}, {part(3), part(1)}), with_sums({&step.above, &step.module}, {part(2)})});
    }
    return {};
  }

  const NormalTerm& term_;
  TropicalNetwork::Builder builder_;
  std::vector<Block> blocks_;
  std::map<std::vector<std::size_t>, PrimePlan> plans_;
  std::size_t terms_ = 0;
};

}  // namespace

TropicalNetwork lower(const Term& term) { return Lowering(detail::normalise(term)).run(); }
TropicalNetwork lower(const Poset& p) { return Lowering(detail::normalise(p)).run(); }

TropicalNetwork lower_by_up_sets(const Poset& p, std::size_t max_up_sets) {
  TropicalNetwork::Builder builder(p.size());
  std::vector<NodeId> nodes;
  for (const ElementSet& up_set : up_sets(p)) {
    if (nodes.size() == max_up_sets) {
      throw Error(Errc::too_large,
                  "lower_by_up_sets: the poset has more than " + std::to_string(max_up_sets) + " up-sets");
    }
    std::vector<NodeId> points;
    for (const Element e : up_set) points.push_back(builder.input(index(e)));
    nodes.push_back(builder.sum(points));
  }
  // Smaller up-sets first: ties then go to the least maximiser.
  std::stable_sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
    const auto size = [&](NodeId node) {
      const auto& made = builder.nodes()[static_cast<std::size_t>(node)];
      return made.kind == TropicalNetwork::Kind::input ? std::size_t{1} : made.arguments.size();
    };
    return size(a) < size(b);
  });
  NodeId top = builder.maximum(std::move(nodes));
  return std::move(builder).build({top});
}

}  // namespace tropiary
