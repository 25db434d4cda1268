#include "polytope/posets/marked_poset.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {

MarkedPoset::MarkedPoset(Poset poset, std::vector<std::pair<Element, Rational>> marks)
    : poset_(std::move(poset)), marks_(std::move(marks)) {
  const auto refuse = [](const std::string& what) { throw Error(Errc::invalid_argument, "MarkedPoset: " + what); };
  std::sort(marks_.begin(), marks_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<bool> is_marked(poset_.size());
  for (const auto& [e, mark] : marks_) {
    if (index(e) >= poset_.size()) {
      refuse("a mark for the point at position " + std::to_string(index(e)) + ", the poset has " +
             std::to_string(poset_.size()) + " points");
    }
    if (is_marked[index(e)]) refuse("two marks for the point " + poset_.label(e));
    is_marked[index(e)] = true;
  }
  for (std::size_t i = 0; i < poset_.size(); ++i) {
    const Element e = element(i);
    if (is_marked[i]) continue;
    unmarked_.push_back(e);
    if (poset_.lower_covers(e).empty()) refuse("the minimal point " + poset_.label(e) + " has no mark");
    if (poset_.upper_covers(e).empty()) refuse("the maximal point " + poset_.label(e) + " has no mark");
  }
}

MarkedPoset marked_bounds(const Poset& p) {
  return {with_bounds(p), {{element(p.size()), Rational(0)}, {element(p.size() + 1), Rational(1)}}};
}

MarkedPoset gelfand_tsetlin_poset(std::span<const Rational> lambda) {
  const std::size_t n = lambda.size();
  for (std::size_t j = 1; j < n; ++j) {
    if (lambda[j - 1] < lambda[j]) {
      throw Error(Errc::invalid_argument, "gelfand_tsetlin_poset: the parts " + lambda[j - 1].to_string() + ", " +
                                              lambda[j].to_string() + " ascend");
    }
  }
  if (n > 1024) {
    throw Error(Errc::too_large, "gelfand_tsetlin_poset: " + std::to_string(n) + " parts, at most 1024");
  }
  std::vector<std::string> labels;
  std::vector<std::pair<Element, Rational>> marks;
  std::vector<Relation> covers;
  std::size_t above = 0;  // the first point of the row above
  for (std::size_t k = n; k > 0; --k) {
    const std::size_t first = labels.size();
    for (std::size_t j = 0; j < k; ++j) {
      labels.push_back(std::to_string(k) + "." + std::to_string(j + 1));
      if (k == n) {
        marks.emplace_back(element(j), lambda[j]);
        continue;
      }
      covers.push_back({element(first + j), element(above + j)});
      covers.push_back({element(above + j + 1), element(first + j)});
    }
    above = first;
  }
  const std::size_t size = labels.size();
  return {Poset::from_relations(size, covers, std::move(labels)), std::move(marks)};
}

namespace detail {

RegularMarkedPoset regular_form(const MarkedPoset& marked) {
  const Poset& p = marked.poset();
  RegularMarkedPoset result;
  result.coordinates = marked.unmarked();
  std::vector<std::optional<Rational>> mark(p.size());
  for (const auto& [e, value] : marked.marks()) mark[index(e)] = value;
  // The greatest mark below or at each point, the least above or at it.
  std::vector<std::optional<Rational>> low = mark;
  std::vector<std::optional<Rational>> high = mark;
  const auto extension = p.linear_extension();
  for (const Element e : extension) {
    for (const Element q : p.lower_covers(e)) {
      auto& here = low[index(e)];
      if (!here || *here < *low[index(q)]) here = low[index(q)];
    }
    if (mark[index(e)] && *mark[index(e)] < *low[index(e)]) result.empty = true;
  }
  if (result.empty) return result;
  for (auto it = extension.rbegin(); it != extension.rend(); ++it) {
    for (const Element q : p.upper_covers(*it)) {
      auto& here = high[index(*it)];
      if (!here || *here > *high[index(q)]) here = high[index(q)];
    }
  }
  for (const auto& [e, value] : marked.marks()) result.constants.push_back(value);
  std::sort(result.constants.begin(), result.constants.end());
  result.constants.erase(std::unique(result.constants.begin(), result.constants.end()), result.constants.end());
  const auto place = [&](const Rational& value) {
    return static_cast<std::size_t>(std::lower_bound(result.constants.begin(), result.constants.end(), value) -
                                    result.constants.begin());
  };
  std::vector<std::size_t> number(p.size());  // in the regular poset
  result.fixed.assign(result.coordinates.size(), RegularMarkedPoset::free);
  for (std::size_t i = 0; i < result.coordinates.size(); ++i) {
    const std::size_t e = index(result.coordinates[i]);
    if (*low[e] == *high[e]) {
      result.fixed[i] = place(*low[e]);
      continue;
    }
    number[e] = result.free_coordinates.size();
    result.free_coordinates.push_back(i);
    result.low.push_back(*low[e]);
    result.high.push_back(*high[e]);
  }
  const std::size_t free = result.free_coordinates.size();
  for (std::size_t e = 0; e < p.size(); ++e) {
    if (*low[e] == *high[e]) number[e] = free + place(*low[e]);
  }
  std::vector<Relation> relations;
  for (const Relation& cover : p.covers()) {
    const std::size_t lower = number[index(cover.lower)];
    const std::size_t upper = number[index(cover.upper)];
    if (lower != upper) relations.push_back({element(lower), element(upper)});
  }
  for (std::size_t c = 1; c < result.constants.size(); ++c) {
    relations.push_back({element(free + c - 1), element(free + c)});
  }
  result.poset = Poset::from_relations(free + result.constants.size(), relations);
  return result;
}

}  // namespace detail

}  // namespace tropiary
