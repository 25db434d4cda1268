#include <algorithm>
#include <string>
#include <unordered_map>

#include "order/invariants/polynomials.hpp"
#include "polytope/posets/marked_poset.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

using detail::RegularMarkedPoset;
constexpr const char* name = "count_marked_order_polytope_lattice_points";

struct Removal {
  std::uint32_t from;
  std::uint32_t to;
};

/// The order-preserving maps of the free coordinates to integers within bounds, for several bounds on one poset.
class MapCounter {
 public:
  explicit MapCounter(const Poset& p) : size_(p.size()) {
    constexpr std::size_t limit = std::size_t{1} << 22U;
    if (const Integer count = count_up_sets(p); count > Integer(limit)) {
      throw Error(Errc::too_large, std::string(name) + ": the unmarked points have " + count.to_string() +
                                       " up-sets, at most " + std::to_string(limit));
    }
    std::unordered_map<ElementSet, std::uint32_t> place;
    for (const ElementSet& set : up_sets(p)) {
      place.emplace(set, static_cast<std::uint32_t>(sets_.size()));
      sets_.push_back(set);
    }
    empty_ = place.at(ElementSet(size_));
    full_ = place.at(ElementSet::full(size_));
    removals_.resize(size_);
    for (std::uint32_t i = 0; i < sets_.size(); ++i) {
      for (const Element x : minimal_elements(p, sets_[i])) {
        ElementSet smaller = sets_[i];
        smaller.erase(x);
        removals_[index(x)].push_back({i, place.at(smaller)});
        ++cost_;
      }
    }
    order_.assign(p.linear_extension().begin(), p.linear_extension().end());
  }

  /// `effort` loses the additions made.
  Integer count(const std::vector<Integer>& low, const std::vector<Integer>& high, std::uint64_t& effort) const {
    if (size_ == 0) return 1;
    const Integer first = *std::min_element(low.begin(), low.end());
    const Integer last = *std::max_element(high.begin(), high.end());
    if (first > last) return 0;
    if ((last - first + 1) * Integer(cost_) > Integer(effort)) {
      throw Error(Errc::too_large, std::string(name) + ": values from " + first.to_string() + " to " +
                                       last.to_string() + " on " + std::to_string(sets_.size()) +
                                       " up-sets exceed the effort");
    }
    // ways[U]: maps of the points outside U to values below t. The points of value t are taken out of U one after
    // another, the lowest first, so that each smaller up-set is met along one path.
    std::vector<Integer> ways(sets_.size());
    ways[full_] = 1;
    for (Integer t = first; t <= last; ++t) {
      effort -= cost_;
      for (const Element x : order_) {
        if (low[index(x)] <= t) {
          for (const auto& [from, to] : removals_[index(x)]) ways[to] += ways[from];
        }
        if (high[index(x)] != t) continue;
        for (std::size_t i = 0; i < sets_.size(); ++i) {
          if (sets_[i].contains(x)) ways[i] = 0;
        }
      }
    }
    return ways[empty_];
  }

 private:
  std::size_t size_;
  std::uint64_t cost_ = 0;
  std::uint32_t empty_ = 0;
  std::uint32_t full_ = 0;
  std::vector<Element> order_;
  std::vector<ElementSet> sets_;
  std::vector<std::vector<Removal>> removals_;
};

Poset free_part(const RegularMarkedPoset& regular) {
  std::vector<Element> points;
  for (std::size_t i = 0; i < regular.free_coordinates.size(); ++i) points.push_back(element(i));
  return induced_subposet(regular.poset, points);
}

Integer count_dilated(const RegularMarkedPoset& regular, const MapCounter& counter, const Rational& dilation,
                      std::uint64_t& effort) {
  std::vector<Integer> low;
  std::vector<Integer> high;
  for (const Rational& bound : regular.low) low.push_back(ceil(bound * dilation));
  for (const Rational& bound : regular.high) high.push_back(floor(bound * dilation));
  return counter.count(low, high, effort);
}

/// Of the polytope with marks times `factor`, which makes them integers.
std::vector<Rational> ehrhart_of_multiple(const RegularMarkedPoset& regular, const Integer& factor,
                                          std::uint64_t effort) {
  const MapCounter counter(free_part(regular));
  std::vector<Integer> differences;  // Newton's, at 0
  for (std::size_t t = 0; t <= regular.free_coordinates.size(); ++t) {
    differences.push_back(count_dilated(regular, counter, Rational(factor * Integer(t)), effort));
  }
  for (std::size_t k = 1; k < differences.size(); ++k) {
    for (std::size_t t = differences.size(); t-- > k;) differences[t] -= differences[t - 1];
  }
  return detail::from_binomial_basis(differences, 0);
}

}  // namespace

Integer count_marked_order_polytope_lattice_points(const MarkedPoset& marked, std::uint64_t effort) {
  const RegularMarkedPoset regular = detail::regular_form(marked);
  if (regular.empty) return 0;
  for (const std::size_t place : regular.fixed) {
    if (place != RegularMarkedPoset::free && !regular.constants[place].is_integer()) return 0;
  }
  return count_dilated(regular, MapCounter(free_part(regular)), 1, effort);
}

std::vector<Rational> marked_order_polytope_ehrhart_polynomial(const MarkedPoset& marked, std::uint64_t effort) {
  for (const auto& [e, mark] : marked.marks()) {
    if (mark.is_integer()) continue;
    throw Error(Errc::invalid_argument, "marked_order_polytope_ehrhart_polynomial: the mark " + mark.to_string() +
                                            " of the point " + marked.poset().label(e) +
                                            " is not an integer, and then the function is a quasi-polynomial");
  }
  const RegularMarkedPoset regular = detail::regular_form(marked);
  if (regular.empty) return {};
  return ehrhart_of_multiple(regular, 1, effort);
}

Rational marked_order_polytope_volume(const MarkedPoset& marked, std::uint64_t effort) {
  const RegularMarkedPoset regular = detail::regular_form(marked);
  if (regular.empty || regular.free_coordinates.size() < regular.coordinates.size()) return 0;
  Integer factor = 1;
  for (const auto& [e, mark] : marked.marks()) factor = lcm(factor, mark.denominator());
  Rational volume = ehrhart_of_multiple(regular, factor, effort).back();
  for (std::size_t i = 0; i < regular.coordinates.size(); ++i) volume /= Rational(factor);
  return volume;
}

}  // namespace tropiary
