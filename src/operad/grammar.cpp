#include "tropiary/operad/grammar.hpp"

#include <set>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

class Grammar {
 public:
  Grammar(std::span<const Block> blocks, std::size_t max_points, std::size_t max_compositions)
      : blocks_(blocks), max_compositions_(max_compositions), terms_(max_points + 1) {}

  std::vector<Term> run() && {
    if (terms_.size() > 1) terms_[1].push_back(Term::point());
    for (std::size_t size = 2; size < terms_.size(); ++size) {
      check_compositions(size);
      seen_.clear();
      for (const Block& block : blocks_) {
        if (block.poset.size() < 2 || block.poset.size() > size) continue;
        block_ = &block;
        chosen_.clear();
        choose(size, size);
      }
    }
    std::vector<Term> result;
    for (std::vector<Term>& of_size : terms_) {
      for (Term& term : of_size) result.push_back(std::move(term));
    }
    return result;
  }

 private:
  // The points of the block take terms of at least one point each; `left` points remain for them. Depth: the block's.
  void choose(std::size_t size, std::size_t left) {
    const std::size_t missing = block_->poset.size() - chosen_.size();
    if (missing == 0) return add(size);
    const std::size_t most = left - (missing - 1);
    for (std::size_t part = missing == 1 ? left : 1; part <= most; ++part) {
      for (std::size_t i = 0; i < terms_[part].size(); ++i) {
        chosen_.emplace_back(part, i);
        choose(size, left - part);
        chosen_.pop_back();
      }
    }
  }

  /// Counts the compositions of this size before any is made: the smaller terms are known.
  void check_compositions(std::size_t size) {
    for (const Block& block : blocks_) {
      if (block.poset.size() < 2 || block.poset.size() > size) continue;
      std::vector<Integer> ways(size + 1);  // by the points of the parts so far
      ways[0] = 1;
      for (std::size_t k = 0; k < block.poset.size(); ++k) {
        std::vector<Integer> next(size + 1);
        for (std::size_t points = 0; points < size; ++points) {
          for (std::size_t part = 1; part <= size - points; ++part) {
            next[points + part] += ways[points] * Integer(terms_[part].size());
          }
        }
        ways = std::move(next);
      }
      compositions_ += ways[size];
    }
    if (compositions_ <= Integer(max_compositions_)) return;
    throw Error(Errc::too_large, "terms_over: " + compositions_.to_string() + " compositions on at most " +
                                     std::to_string(size) + " points, more than " + std::to_string(max_compositions_) +
                                     "; fewer blocks or points are needed");
  }

  void add(std::size_t size) {
    std::vector<Term> parts;
    for (const auto& [part, i] : chosen_) parts.push_back(terms_[part][i]);
    Term term = composed(std::move(parts));
    if (seen_.insert(canonical_form(expand(term, false)).covers()).second) terms_[size].push_back(std::move(term));
  }

  [[nodiscard]] Term composed(std::vector<Term> parts) const {
    const Poset& p = block_->poset;
    if (p.count_covers() == 0) return Term::disjoint_union(std::move(parts));
    // A chain, bottom to top; its points may be numbered otherwise.
    if (p.count_covers() == p.size() - 1 && p.less(p.linear_extension().front(), p.linear_extension().back())) {
      bool is_chain = true;
      for (std::size_t i = 0; i < p.size(); ++i) is_chain = is_chain && p.upper_covers(element(i)).size() <= 1;
      for (std::size_t i = 0; i < p.size(); ++i) is_chain = is_chain && p.lower_covers(element(i)).size() <= 1;
      if (is_chain) {
        std::vector<Term> ordered;
        for (const Element e : p.linear_extension()) ordered.push_back(std::move(parts[index(e)]));
        return Term::ordinal_sum(std::move(ordered));
      }
    }
    return Term::compose(p, std::move(parts), block_->name);
  }

  std::span<const Block> blocks_;
  std::size_t max_compositions_;
  std::vector<std::vector<Term>> terms_;  // by size
  std::set<std::vector<Relation>> seen_;  // canonical forms of the size under way
  const Block* block_ = nullptr;
  std::vector<std::pair<std::size_t, std::size_t>> chosen_;  // size and position of each part
  Integer compositions_ = 0;
};

}  // namespace

std::vector<Term> terms_over(std::span<const Block> blocks, std::size_t max_points, std::size_t max_compositions) {
  constexpr std::size_t most_points = 64;
  if (max_points > most_points) {
    throw Error(Errc::too_large, "terms_over: terms of " + std::to_string(max_points) + " points, at most " +
                                     std::to_string(most_points));
  }
  return Grammar(blocks, max_points, max_compositions).run();
}

}  // namespace tropiary
