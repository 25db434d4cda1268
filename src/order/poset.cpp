#include "tropiary/order/poset.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <unordered_set>
#include <utility>

#include "order/transitive_reduction.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

std::string default_label(std::size_t position) { return std::to_string(position + 1); }

/// "a < b < c < a"; of a long cycle the first sixteen elements.
std::string cycle_text(std::span<const Element> cycle, const Poset& names) {
  constexpr std::size_t shown = 16;
  std::string text;
  for (std::size_t i = 0; i < std::min(cycle.size(), shown); ++i) text += names.label(cycle[i]) + " < ";
  if (cycle.size() > shown) text += "... < ";
  return text + names.label(cycle[0]);
}

}  // namespace

Poset::Rows Poset::compress(std::size_t size, std::span<const Relation> relations, Element Relation::*from,
                            Element Relation::*to) {
  Rows rows;
  rows.starts.assign(size + 1, 0);
  for (const Relation& relation : relations) ++rows.starts[index(relation.*from) + 1];
  for (std::size_t i = 0; i < size; ++i) rows.starts[i + 1] += rows.starts[i];
  rows.targets.resize(relations.size());
  std::vector<std::size_t> next(rows.starts.begin(), rows.starts.end() - 1);
  for (const Relation& relation : relations) rows.targets[next[index(relation.*from)]++] = relation.*to;
  for (std::size_t i = 0; i < size; ++i) {
    std::sort(rows.targets.begin() + static_cast<std::ptrdiff_t>(rows.starts[i]),
              rows.targets.begin() + static_cast<std::ptrdiff_t>(rows.starts[i + 1]));
  }
  return rows;
}

void Poset::set_labels(std::vector<std::string> labels, const char* function) {
  if (labels.empty()) {
    labels_.clear();
    return;
  }
  if (labels.size() != size_) {
    throw Error(Errc::invalid_argument, std::string(function) + ": " + std::to_string(labels.size()) + " labels for " +
                                            std::to_string(size_) + " elements");
  }
  bool usual = true;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < size_; ++i) {
    if (!seen.insert(labels[i]).second) {
      throw Error(Errc::invalid_argument, std::string(function) + ": the label \"" + labels[i] + "\" is used twice");
    }
    usual = usual && labels[i] == default_label(i);
  }
  if (usual) labels.clear();
  labels_ = std::move(labels);
}

void Poset::sort_topologically(const Rows& successors) {
  std::vector<std::size_t> waiting_for(size_, 0);
  for (const Element e : successors.targets) ++waiting_for[index(e)];
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t i = 0; i < size_; ++i) {
    if (waiting_for[i] == 0) ready.push(i);
  }
  extension_.reserve(size_);
  ranks_.assign(size_, 0);
  while (!ready.empty()) {
    const std::size_t i = ready.top();
    ready.pop();
    ranks_[i] = static_cast<std::uint32_t>(extension_.size());
    extension_.push_back(element(i));
    for (const Element e : successors.row(i)) {
      if (--waiting_for[index(e)] == 0) ready.push(index(e));
    }
  }
  if (extension_.size() == size_) return;

  // Every element still waiting has a predecessor that still waits: walking down must come round.
  std::vector<std::size_t> waiting_predecessor(size_, size_);
  std::size_t start = size_;
  for (std::size_t i = 0; i < size_; ++i) {
    if (waiting_for[i] == 0) continue;
    if (start == size_) start = i;
    for (const Element e : successors.row(i)) waiting_predecessor[index(e)] = i;
  }
  std::vector<bool> visited(size_, false);
  std::size_t i = start;
  while (!visited[i]) {
    visited[i] = true;
    i = waiting_predecessor[i];
  }
  std::vector<Element> cycle{element(i)};
  for (std::size_t j = waiting_predecessor[i]; j != i; j = waiting_predecessor[j]) cycle.push_back(element(j));
  std::reverse(cycle.begin(), cycle.end());
  throw Error(Errc::cyclic_relations,
              "Poset::from_relations: the relations contain the cycle " + cycle_text(cycle, *this));
}

void Poset::close_transitively() {
  if (size_ > closure_limit) return;
  const std::size_t words = words_per_row();
  above_.assign(size_ * words, 0);
  below_.assign(size_ * words, 0);
  const auto include = [words](std::vector<std::uint64_t>& matrix, Element into, Element from) {
    const std::size_t a = index(into) * words;
    const std::size_t b = index(from) * words;
    for (std::size_t w = 0; w < words; ++w) matrix[a + w] |= matrix[b + w];
    matrix[a + index(from) / 64] |= std::uint64_t{1} << (index(from) % 64);
  };
  for (std::size_t k = size_; k-- > 0;) {
    for (const Element e : upper_covers(extension_[k])) include(above_, extension_[k], e);
  }
  for (const Element x : extension_) {
    for (const Element e : lower_covers(x)) include(below_, x, e);
  }
}

Poset Poset::from_relations(std::size_t size, std::span<const Relation> relations, std::vector<std::string> labels) {
  if (size > std::numeric_limits<std::uint32_t>::max() - 1) {
    throw Error(Errc::too_large, "Poset::from_relations: " + std::to_string(size) + " elements, at most 4294967294");
  }
  for (const Relation& relation : relations) {
    const std::size_t largest = std::max(index(relation.lower), index(relation.upper));
    if (largest >= size) {
      throw Error(Errc::invalid_argument, "Poset::from_relations: element " + std::to_string(largest) +
                                              " (0-based) of a poset with " + std::to_string(size) + " elements");
    }
  }
  Poset result;
  result.size_ = size;
  result.set_labels(std::move(labels), "Poset::from_relations");

  std::vector<Relation> edges(relations.begin(), relations.end());
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  result.sort_topologically(compress(size, edges, &Relation::lower, &Relation::upper));
  detail::remove_implied_relations(edges, result.extension_, result.ranks_);
  result.upper_ = compress(size, edges, &Relation::lower, &Relation::upper);
  result.lower_ = compress(size, edges, &Relation::upper, &Relation::lower);
  result.close_transitively();
  return result;
}

Poset detail::poset_from_covers_unchecked(std::size_t size, std::vector<Relation> covers,
                                          std::vector<std::string> labels) {
  Poset result;
  result.size_ = size;
  result.set_labels(std::move(labels), "poset_from_covers_unchecked");
  result.upper_ = Poset::compress(size, covers, &Relation::lower, &Relation::upper);
  result.lower_ = Poset::compress(size, covers, &Relation::upper, &Relation::lower);
  result.sort_topologically(result.upper_);
  result.close_transitively();
  return result;
}

std::vector<Relation> Poset::covers() const {
  std::vector<Relation> result;
  result.reserve(count_covers());
  for (std::size_t i = 0; i < size_; ++i) {
    for (const Element e : upper_covers(element(i))) result.push_back({element(i), e});
  }
  return result;
}

bool Poset::less(Element a, Element b) const {
  if (ranks_[index(a)] >= ranks_[index(b)]) return false;
  if (!above_.empty()) {
    return ((above_[index(a) * words_per_row() + index(b) / 64] >> (index(b) % 64)) & 1U) != 0;
  }
  // Beyond closure_limit: search upwards, never past the rank of b.
  std::vector<bool> seen(size_, false);
  std::vector<Element> stack{a};
  while (!stack.empty()) {
    const Element x = stack.back();
    stack.pop_back();
    for (const Element y : upper_covers(x)) {
      if (y == b) return true;
      if (ranks_[index(y)] >= ranks_[index(b)] || seen[index(y)]) continue;
      seen[index(y)] = true;
      stack.push_back(y);
    }
  }
  return false;
}

ElementSet Poset::reachable(Element e, const Rows& rows) const {
  ElementSet seen(size_);
  std::vector<Element> stack{e};
  while (!stack.empty()) {
    const Element x = stack.back();
    stack.pop_back();
    for (const Element y : rows.row(index(x))) {
      if (seen.contains(y)) continue;
      seen.insert(y);
      stack.push_back(y);
    }
  }
  return seen;
}

ElementSet Poset::above(Element e) const {
  if (above_.empty()) return reachable(e, upper_);
  ElementSet result(size_);
  std::copy_n(above_.begin() + static_cast<std::ptrdiff_t>(index(e) * words_per_row()), words_per_row(),
              result.words().begin());
  return result;
}

ElementSet Poset::below(Element e) const {
  if (below_.empty()) return reachable(e, lower_);
  ElementSet result(size_);
  std::copy_n(below_.begin() + static_cast<std::ptrdiff_t>(index(e) * words_per_row()), words_per_row(),
              result.words().begin());
  return result;
}

std::vector<Element> Poset::minimal_elements() const {
  std::vector<Element> result;
  for (std::size_t i = 0; i < size_; ++i) {
    if (lower_covers(element(i)).empty()) result.push_back(element(i));
  }
  return result;
}

std::vector<Element> Poset::maximal_elements() const {
  std::vector<Element> result;
  for (std::size_t i = 0; i < size_; ++i) {
    if (upper_covers(element(i)).empty()) result.push_back(element(i));
  }
  return result;
}

std::string Poset::label(Element e) const { return has_labels() ? labels_[index(e)] : default_label(index(e)); }

std::vector<std::string> Poset::labels() const {
  if (has_labels()) return labels_;
  std::vector<std::string> result;
  result.reserve(size_);
  for (std::size_t i = 0; i < size_; ++i) result.push_back(default_label(i));
  return result;
}

Poset Poset::with_labels(std::vector<std::string> labels) const {
  Poset result = *this;
  result.set_labels(std::move(labels), "Poset::with_labels");
  return result;
}

}  // namespace tropiary
