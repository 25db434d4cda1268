#include <algorithm>

#include "io/layered_graph.hpp"

namespace tropiary::io {
namespace {

struct Neighbour {
  std::size_t node;
  double weight;
};

/// The points nearest to the wishes, in weighted least squares, that are at least `room` apart: after subtracting the
/// room it is isotonic regression, done by pooling adjacent violators.
class Row {
 public:
  void clear() { blocks_.clear(); }
  void push(double wish, double weight) {
    blocks_.push_back({wish, weight, 1});
    while (blocks_.size() > 1) {
      Block& last = blocks_[blocks_.size() - 1];
      Block& before = blocks_[blocks_.size() - 2];
      if (before.value < last.value) break;
      const double total = before.weight + last.weight;
      before.value = (before.value * before.weight + last.value * last.weight) / total;
      before.weight = total;
      before.count += last.count;
      blocks_.pop_back();
    }
  }
  template <class Place>
  void for_each(Place place) const {
    std::size_t i = 0;
    for (const Block& block : blocks_)
      for (std::size_t k = 0; k < block.count; ++k) place(i++, block.value);
  }

 private:
  struct Block {
    double value;
    double weight;
    std::size_t count;
  };
  std::vector<Block> blocks_;
};

class Relaxation {
 public:
  Relaxation(const LayeredGraph& graph, double gap)
      : graph_(graph), x_(graph.size(), 0.0), room_(graph.size(), 0.0), near_(graph.size()) {
    for (const LayeredGraph::Edge& edge : graph.edges) {
      near_[edge.lower].push_back({edge.upper, edge.weight});
      near_[edge.upper].push_back({edge.lower, edge.weight});
    }
    for (const std::vector<std::size_t>& row : graph.order) {
      double place = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) place += (graph.width[row[i - 1]] + graph.width[row[i]]) / 2 + gap;
        room_[row[i]] = place;
      }
      for (const std::size_t v : row) x_[v] = room_[v] - place / 2;
    }
  }

  void sweep(bool upwards) {
    const std::size_t levels = graph_.order.size();
    for (std::size_t k = 0; k < levels; ++k) relax(graph_.order[upwards ? k : levels - 1 - k]);
  }
  [[nodiscard]] std::vector<double> result() && { return std::move(x_); }

 private:
  void relax(const std::vector<std::size_t>& row) {
    row_.clear();
    for (const std::size_t v : row) {
      double sum = 1e-9 * x_[v];
      double weight = 1e-9;
      for (const Neighbour& neighbour : near_[v]) {
        sum += neighbour.weight * x_[neighbour.node];
        weight += neighbour.weight;
      }
      row_.push(sum / weight - room_[v], weight);
    }
    row_.for_each([&](std::size_t i, double value) { x_[row[i]] = value + room_[row[i]]; });
  }

  const LayeredGraph& graph_;
  std::vector<double> x_;
  std::vector<double> room_;  // the least distance from the first node of the row
  std::vector<std::vector<Neighbour>> near_;
  Row row_;
};

}  // namespace

std::vector<double> place_rows(LayeredGraph& graph, double gap, const std::vector<double>& wishes) {
  std::vector<double> x(graph.size());
  Row placed;
  for (std::vector<std::size_t>& row : graph.order) {
    std::stable_sort(row.begin(), row.end(), [&](std::size_t u, std::size_t v) { return wishes[u] < wishes[v]; });
    std::vector<double> room;  // the least distance from the first node
    placed.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      room.push_back(i == 0 ? 0 : room.back() + (graph.width[row[i - 1]] + graph.width[row[i]]) / 2 + gap);
      placed.push(wishes[row[i]] - room.back(), 1);
    }
    placed.for_each([&](std::size_t i, double value) { x[row[i]] = value + room[i]; });
  }
  return x;
}

std::vector<double> horizontal_coordinates(const LayeredGraph& graph, double gap, std::size_t sweeps) {
  Relaxation relaxation(graph, gap);
  for (std::size_t i = 0; i < sweeps; ++i) relaxation.sweep(i % 2 == 0);
  return std::move(relaxation).result();
}

}  // namespace tropiary::io
