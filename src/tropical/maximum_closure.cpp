#include <algorithm>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

namespace tropiary::detail {

/// A capacity of any size or ∞. Boost.Graph starts an augmenting path with numeric_limits<Capacity>::max(), which for
/// an unbounded number type is 0 by default and makes the flow wrong without a word; here it is ∞.
class Capacity {
 public:
  Capacity() = default;
  Capacity(Integer value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Capacity(int value) : value_(value) {}                 // NOLINT(google-explicit-constructor)
  static Capacity infinity() {
    Capacity result;
    result.infinite_ = true;
    return result;
  }

  explicit operator bool() const { return infinite_ || !value_.is_zero(); }
  Capacity& operator+=(const Capacity& other) {
    infinite_ = infinite_ || other.infinite_;
    value_ += other.value_;
    return *this;
  }
  Capacity& operator-=(const Capacity& other) {  // only finite flows are ever taken away
    value_ -= other.value_;
    return *this;
  }
  friend Capacity operator+(Capacity a, const Capacity& b) { return a += b; }
  friend Capacity operator-(Capacity a, const Capacity& b) { return a -= b; }
  friend bool operator==(const Capacity& a, const Capacity& b) {
    return a.infinite_ == b.infinite_ && (a.infinite_ || a.value_ == b.value_);
  }
  friend std::strong_ordering operator<=>(const Capacity& a, const Capacity& b) {
    if (a.infinite_ || b.infinite_) return a.infinite_ <=> b.infinite_;
    return a.value_ <=> b.value_;
  }

 private:
  Integer value_;
  bool infinite_ = false;
};

}  // namespace tropiary::detail

template <>
struct std::numeric_limits<tropiary::detail::Capacity> {
  static constexpr bool is_specialized = true;
  static constexpr bool is_integer = true;
  static constexpr bool is_signed = true;
  static tropiary::detail::Capacity(max)() { return tropiary::detail::Capacity::infinity(); }
};

namespace tropiary {

namespace {

/// The network of a closure problem: source → i with capacity w_i for w_i > 0, i → sink with −w_i for w_i < 0, and
/// i → j with capacity ∞ for every cover i ⋖ j. Every arc is followed by its reverse with capacity 0.
struct Arc {
  std::size_t from;
  std::size_t to;
  std::size_t position;  // 2k and 2k + 1 for the k-th arc and its reverse
};

template <class T>
ElementSet least_closure(const Poset& p, const std::vector<T>& weights, const T& infinity) {
  using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
  using Edge = boost::graph_traits<Graph>::edge_descriptor;

  const std::size_t n = p.size();
  const std::size_t source = n;
  const std::size_t sink = n + 1;
  std::vector<Arc> arcs;
  std::vector<T> capacities;
  const auto add = [&](std::size_t from, std::size_t to, const T& capacity) {
    arcs.push_back({from, to, arcs.size()});
    arcs.push_back({to, from, arcs.size()});
    capacities.push_back(capacity);
    capacities.push_back(T(0));
  };
  for (std::size_t i = 0; i < n; ++i) {
    if (weights[i] > T(0)) add(source, i, weights[i]);
    if (weights[i] < T(0)) add(i, sink, T(0) - weights[i]);
    for (const Element j : p.upper_covers(element(i))) add(i, index(j), infinity);
  }

  // The graph keeps its edges sorted by source: edge e is arcs[e], reverses and capacities follow.
  std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.from < b.from; });
  std::vector<std::size_t> edge_of(arcs.size());
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<T> capacity;
  ends.reserve(arcs.size());
  capacity.reserve(arcs.size());
  for (std::size_t e = 0; e < arcs.size(); ++e) {
    edge_of[arcs[e].position] = e;
    ends.emplace_back(arcs[e].from, arcs[e].to);
    capacity.push_back(std::move(capacities[arcs[e].position]));
  }
  const Graph graph(boost::edges_are_sorted, ends.begin(), ends.end(), n + 2);
  std::vector<Edge> edges(arcs.size());
  const auto edge_index = get(boost::edge_index, graph);
  for (auto [e, end] = boost::edges(graph); e != end; ++e) edges[get(edge_index, *e)] = *e;
  std::vector<Edge> reverse(arcs.size());
  for (std::size_t e = 0; e < arcs.size(); ++e) reverse[e] = edges[edge_of[arcs[e].position ^ 1U]];

  std::vector<T> residual = capacity;
  std::vector<Edge> predecessor(n + 2);
  std::vector<boost::default_color_type> colour(n + 2);
  std::vector<std::size_t> distance(n + 2);
  const auto vertex_index = get(boost::vertex_index, graph);
  boost::boykov_kolmogorov_max_flow(graph, boost::make_iterator_property_map(capacity.begin(), edge_index),
                                    boost::make_iterator_property_map(residual.begin(), edge_index),
                                    boost::make_iterator_property_map(reverse.begin(), edge_index),
                                    boost::make_iterator_property_map(predecessor.begin(), vertex_index),
                                    boost::make_iterator_property_map(colour.begin(), vertex_index),
                                    boost::make_iterator_property_map(distance.begin(), vertex_index), vertex_index,
                                    source, sink);

  // What the source still reaches is the smallest source side of a minimum cut, the least closure of largest weight.
  std::vector<bool> reached(n + 2, false);
  reached[source] = true;
  std::vector<std::size_t> stack{source};
  ElementSet result(n);
  while (!stack.empty()) {
    const std::size_t vertex = stack.back();
    stack.pop_back();
    if (vertex < n) result.insert(element(vertex));
    for (auto [e, end] = boost::out_edges(vertex, graph); e != end; ++e) {
      const std::size_t next = boost::target(*e, graph);
      if (reached[next] || !(residual[get(edge_index, *e)] > T(0))) continue;
      reached[next] = true;
      stack.push_back(next);
    }
  }
  return result;
}

}  // namespace

MaximumClosure maximum_closure(const Poset& p, std::span<const Rational> weights) {
  if (weights.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "maximum_closure: " + std::to_string(weights.size()) +
                                              " weights for a poset with " + std::to_string(p.size()) + " points");
  }
  // Scaled by the common denominator the weights are integers and the closure is the same.
  Integer scale = 1;
  for (const Rational& weight : weights) {
    if (!weight.is_integer()) scale = lcm(scale, weight.denominator());
  }
  std::vector<Integer> scaled;
  scaled.reserve(weights.size());
  Integer total;
  for (const Rational& weight : weights) {
    scaled.push_back(weight.numerator() * (scale / weight.denominator()));
    total += abs(scaled.back());
  }
  ElementSet closure;
  if (total.bit_length() <= 61) {  // no cut is larger than the total, and ∞ plus any flow fits in a word
    std::vector<std::int64_t> words;
    for (const Integer& weight : scaled) words.push_back(weight.to_int64());
    closure = least_closure<std::int64_t>(p, words, total.to_int64() + 1);
  } else {
    const std::vector<detail::Capacity> wide(scaled.begin(), scaled.end());
    closure = least_closure(p, wide, detail::Capacity::infinity());
  }
  Rational value;
  for (const Element e : closure) value += weights[index(e)];
  return {std::move(value), std::move(closure)};
}

}  // namespace tropiary
