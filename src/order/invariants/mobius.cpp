#include <string>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "order/word_order.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/order_complex.hpp"

namespace tropiary {

namespace {

/// μ(x, y) for one x and the y above it, given in the order of a linear extension. Elements with μ(x, ·) = 0 are passed
/// over in the sums.
class MobiusRow {
 public:
  explicit MobiusRow(const Poset& p) : poset_(p), nonzero_(p.size()) {}

  template <class Store>
  void compute(Element x, const ElementSet& wanted, Store store) {
    values_.assign(poset_.size(), Integer());
    nonzero_ = ElementSet(poset_.size());
    for (const Element y : poset_.linear_extension()) {
      if (!wanted.contains(y)) continue;
      Integer value = x == y ? 1 : 0;
      for (const Element z : nonzero_& poset_.below(y)) value -= values_[index(z)];
      if (!value.is_zero()) nonzero_.insert(y);
      store(y, value);
      values_[index(y)] = std::move(value);
    }
  }

 private:
  const Poset& poset_;
  ElementSet nonzero_;
  std::vector<Integer> values_;
};

/// The same in machine words: |μ(x, y)| is at most the number 2^k of sets of the k points in between.
std::vector<std::vector<Integer>> small_mobius_matrix(const Poset& p) {
  const detail::WordOrder order(p);
  const std::span<const Element> extension = p.linear_extension();
  std::vector<std::vector<Integer>> result(order.size, std::vector<Integer>(order.size));
  std::array<std::int64_t, 64> row;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
  for (std::size_t x = 0; x < order.size; ++x) {
    std::uint64_t nonzero = detail::WordOrder::bit(x);
    row[x] = 1;
    std::vector<Integer>& values = result[index(extension[x])];
    values[index(extension[x])] = 1;
    detail::for_each_member(order.above[x], [&](std::size_t y) {
      std::int64_t value = 0;
      detail::for_each_member(nonzero & order.below[y], [&](std::size_t z) { value -= row[z]; });
      if (value == 0) return;
      row[y] = value;
      nonzero |= detail::WordOrder::bit(y);
      values[index(extension[y])] = value;
    });
  }
  return result;
}

}  // namespace

Integer mobius(const Poset& p, Element x, Element y) {
  for (const Element e : {x, y}) {
    if (index(e) < p.size()) continue;
    throw Error(Errc::invalid_argument, "mobius: element " + std::to_string(index(e)) + " (0-based) of a poset with " +
                                            std::to_string(p.size()) + " elements");
  }
  if (x == y) return 1;
  if (!p.less(x, y)) return 0;
  ElementSet interval = p.above(x) & p.below(y);
  interval.insert(x);
  interval.insert(y);
  Integer result;
  MobiusRow(p).compute(x, interval, [&](Element z, const Integer& value) {
    if (z == y) result = value;
  });
  return result;
}

std::vector<std::vector<Integer>> mobius_matrix(const Poset& p) {
  constexpr std::size_t largest = 4096;
  if (p.size() > largest) {
    throw Error(Errc::too_large, "mobius_matrix: the poset has " + std::to_string(p.size()) + " points, at most " +
                                     std::to_string(largest) + " are supported");
  }
  if (p.size() <= 62) return small_mobius_matrix(p);
  std::vector<std::vector<Integer>> result(p.size(), std::vector<Integer>(p.size()));
  MobiusRow row(p);
  for (std::size_t x = 0; x < p.size(); ++x) {
    ElementSet up = p.above(element(x));
    up.insert(element(x));
    row.compute(element(x), up, [&](Element y, const Integer& value) { result[x][index(y)] = value; });
  }
  return result;
}

std::vector<Integer> characteristic_polynomial(const Poset& p) {
  detail::check_pairs(p, "characteristic_polynomial");
  if (p.minimal_elements().size() != 1 || !is_graded(p)) {
    throw Error(Errc::invalid_argument, std::string("characteristic_polynomial: the poset ") +
                                            (is_graded(p) ? "has no least element" : "is not graded"));
  }
  const std::vector<std::size_t> heights = detail::heights(p);
  const std::size_t height_of_p = height(p);
  std::vector<Integer> result(height_of_p);
  MobiusRow(p).compute(p.minimal_elements()[0], ElementSet::full(p.size()),
                       [&](Element x, const Integer& value) { result[height_of_p - heights[index(x)]] += value; });
  return result;
}

}  // namespace tropiary
