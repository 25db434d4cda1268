#include "io/drawing_symmetry.hpp"

#include <algorithm>
#include <map>

#include "order/mixed.hpp"

namespace tropiary::io {
namespace {

using Kind = PictureSymmetry::Kind;

std::uint64_t mixed(std::uint64_t x) { return detail::mixed(x + 0x9E3779B97F4A7C15U); }

/// The Hasse diagram of a component on 0 … n−1, and the same seen through the symmetry.
class Search {
 public:
  Search(const Poset& p, std::span<const Element> points, std::span<const double> levels, Kind kind, Shuffle& shuffle)
      : kind_(kind), shuffle_(shuffle), up_(points.size()), down_(points.size()) {
    std::vector<std::size_t> node(p.size());
    for (std::size_t i = 0; i < points.size(); ++i) node[index(points[i])] = i;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (const Element e : p.upper_covers(points[i])) up_[i].push_back(node[index(e)]);
      for (const Element e : p.lower_covers(points[i])) down_[i].push_back(node[index(e)]);
      std::sort(up_[i].begin(), up_[i].end());
      std::sort(down_[i].begin(), down_[i].end());
      level_.push_back(levels[index(points[i])]);
    }
    top_ = *std::max_element(level_.begin(), level_.end());
    const double bottom = *std::min_element(level_.begin(), level_.end());
    for (double& level : level_) level -= bottom;
    top_ -= bottom;
  }

  /// The images of the points, or nothing.
  std::vector<std::size_t> run() {
    const std::size_t n = up_.size();
    const std::vector<std::uint64_t> own = colours(false);
    const std::vector<std::uint64_t> seen = colours(kind_ != Kind::mirror);
    std::vector<std::vector<std::size_t>> candidates(n);
    std::vector<std::size_t> all(n);
    for (std::size_t i = 0; i < n; ++i) all[i] = i;
    shuffle_(all);
    std::size_t start = 0;
    for (std::size_t v = 0; v < n; ++v) {
      for (const std::size_t u : all) {
        if (own[v] == seen[u]) candidates[v].push_back(u);
      }
      if (candidates[v].empty()) return {};
      if (candidates[v].size() < candidates[start].size()) start = v;
    }
    const std::vector<std::size_t> order = breadth_first(start);
    image_.assign(n, n);
    fixed_.clear();
    struct Frame {
      std::size_t place;      // in `order`
      std::size_t candidate;  // the next to try
      bool is_set;
    };
    std::vector<Frame> stack{{0, 0, false}};
    for (std::size_t effort = 0; !stack.empty() && effort < 60 * n + 2000; ++effort) {
      Frame& frame = stack.back();
      const std::size_t v = order[frame.place];
      if (frame.is_set) {
        release(v);
        frame.is_set = false;
      }
      while (frame.candidate < candidates[v].size() && !assign(v, candidates[v][frame.candidate])) ++frame.candidate;
      if (frame.candidate == candidates[v].size()) {
        stack.pop_back();
        continue;
      }
      ++frame.candidate;
      frame.is_set = true;
      std::size_t next = frame.place + 1;
      while (next < n && image_[order[next]] != n) ++next;
      if (next == n) return image_;
      stack.push_back({next, 0, false});
    }
    return {};
  }

 private:
  /// Colours that symmetries keep: levels, refined by the colours above and below. Seen upside down if asked.
  [[nodiscard]] std::vector<std::uint64_t> colours(bool upside_down) const {
    const std::size_t n = up_.size();
    const auto& up = upside_down ? down_ : up_;
    const auto& down = upside_down ? up_ : down_;
    std::vector<std::uint64_t> colour(n);
    for (std::size_t v = 0; v < n; ++v)
      colour[v] = mixed(static_cast<std::uint64_t>(2 * (upside_down ? top_ - level_[v] : level_[v])));
    for (int round = 0; round < 6; ++round) {
      std::vector<std::uint64_t> finer(n);
      for (std::size_t v = 0; v < n; ++v) {
        std::uint64_t sum = mixed(colour[v]);
        for (const std::size_t u : up[v]) sum += mixed(colour[u] ^ 0x5555555555555555U);
        for (const std::size_t u : down[v]) sum += mixed(colour[u] ^ 0x3333333333333333U);
        finer[v] = sum;
      }
      colour = std::move(finer);
    }
    return colour;
  }

  [[nodiscard]] std::vector<std::size_t> breadth_first(std::size_t start) const {
    std::vector<std::size_t> order{start};
    std::vector<bool> seen(up_.size(), false);
    seen[start] = true;
    for (std::size_t k = 0; k < order.size(); ++k) {
      for (const auto* near : {&up_[order[k]], &down_[order[k]]}) {
        for (const std::size_t u : *near) {
          if (seen[u]) continue;
          seen[u] = true;
          order.push_back(u);
        }
      }
    }
    return order;
  }

  bool assign(std::size_t v, std::size_t u) {
    if (image_[u] != up_.size()) return false;
    const bool is_middle = 2 * level_[v] == top_;
    if (kind_ == Kind::flip && is_middle != (u == v)) return false;
    if (u == v && kind_ != Kind::flip) {
      if (kind_ == Kind::rotation && !is_middle) return false;
      if (std::find(fixed_.begin(), fixed_.end(), level_[v]) != fixed_.end()) return false;
    }
    image_[v] = u;
    image_[u] = v;
    if (agrees(v) && agrees(u)) {
      if (u == v) fixed_.push_back(level_[v]);
      return true;
    }
    image_[v] = image_[u] = up_.size();
    return false;
  }

  void release(std::size_t v) {
    if (image_[v] == v) fixed_.erase(std::find(fixed_.begin(), fixed_.end(), level_[v]));
    const std::size_t u = image_[v];
    image_[v] = image_[u] = up_.size();
  }

  /// Covers of v with known images go to covers of its image.
  [[nodiscard]] bool agrees(std::size_t v) const {
    const std::size_t u = image_[v];
    const auto go = [&](const std::vector<std::size_t>& near, const std::vector<std::size_t>& image_near) {
      return std::ranges::all_of(near, [&](std::size_t w) {
        return image_[w] == up_.size() || std::binary_search(image_near.begin(), image_near.end(), image_[w]);
      });
    };
    return kind_ == Kind::mirror ? go(up_[v], up_[u]) && go(down_[v], down_[u])
                                 : go(up_[v], down_[u]) && go(down_[v], up_[u]);
  }

  Kind kind_;
  Shuffle& shuffle_;
  std::vector<std::vector<std::size_t>> up_;
  std::vector<std::vector<std::size_t>> down_;
  std::vector<double> level_;
  double top_ = 0;
  std::vector<std::size_t> image_;
  std::vector<double> fixed_;  // levels with a point that stays
};

/// Takes the cuts of long edges along; false when a row has two nodes that stay, or levels do not correspond.
bool extend_to_cuts(PictureSymmetry& symmetry, const LayeredGraph& graph) {
  std::map<std::pair<std::size_t, std::size_t>, const std::vector<std::size_t>*> path_of;
  for (const std::vector<std::size_t>& path : graph.paths) path_of[{path.front(), path.back()}] = &path;
  symmetry.image.resize(graph.size());
  const bool is_mirror = symmetry.kind == Kind::mirror;
  for (const std::vector<std::size_t>& path : graph.paths) {
    std::size_t low = symmetry.image[path.front()];
    std::size_t high = symmetry.image[path.back()];
    if (!is_mirror) std::swap(low, high);
    const auto other = path_of.find({low, high});
    if (other == path_of.end() || other->second->size() != path.size()) return false;
    for (std::size_t k = 1; k + 1 < path.size(); ++k)
      symmetry.image[path[k]] = (*other->second)[is_mirror ? k : path.size() - 1 - k];
  }
  for (std::size_t row = 0; row < graph.order.size(); ++row) {
    std::size_t fixed = 0;
    for (const std::size_t v : graph.order[row]) {
      if (graph.level[symmetry.image[v]] != (is_mirror ? row : graph.order.size() - 1 - row)) return false;
      if (symmetry.image[v] == v && symmetry.kind != Kind::flip) ++fixed;
    }
    if (fixed > 1) return false;
  }
  return true;
}

}  // namespace

std::optional<PictureSymmetry> find_symmetry(const Poset& p, std::span<const Element> points,
                                             std::span<const double> levels, const LayeredGraph& graph, Kind kind,
                                             Shuffle& shuffle) {
  constexpr std::size_t largest = 200;
  if (points.size() > largest || points.size() < 2) return std::nullopt;
  PictureSymmetry symmetry{kind, Search(p, points, levels, kind, shuffle).run()};
  if (symmetry.image.empty() || !extend_to_cuts(symmetry, graph)) return std::nullopt;
  return symmetry;
}

void PictureSymmetry::symmetrise_order(LayeredGraph& graph) const {
  std::vector<double> place(graph.size());  // from the middle of the row
  for (const std::vector<std::size_t>& row : graph.order) {
    for (std::size_t i = 0; i < row.size(); ++i)
      place[row[i]] = 2 * static_cast<double>(i) - static_cast<double>(row.size() - 1);
  }
  std::vector<double> key(graph.size());
  for (std::size_t v = 0; v < graph.size(); ++v) key[v] = place[v] + direction() * place[image[v]];
  const auto before = [&](std::size_t v, std::size_t u) {
    return key[v] != key[u] ? key[v] < key[u] : place[v] != place[u] ? place[v] < place[u] : v < u;
  };
  const std::size_t rows = graph.order.size();
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<std::size_t>& row = graph.order[r];
    const std::size_t partner = kind == Kind::mirror ? r : rows - 1 - r;
    if (partner == r && kind == Kind::flip) continue;
    if (partner == r) {  // one of each pair on the right, the other at the same distance on the left
      std::vector<std::size_t> right;
      std::vector<std::size_t> middle;
      for (const std::size_t v : row) {
        if (image[v] == v)
          middle.push_back(v);
        else if (before(image[v], v))
          right.push_back(v);
      }
      std::sort(right.begin(), right.end(), before);
      std::vector<std::size_t> ordered;
      for (std::size_t i = right.size(); i-- > 0;) ordered.push_back(image[right[i]]);
      ordered.insert(ordered.end(), middle.begin(), middle.end());
      ordered.insert(ordered.end(), right.begin(), right.end());
      row = std::move(ordered);
    } else if (r < partner) {
      std::sort(row.begin(), row.end(), before);
      std::vector<std::size_t>& other = graph.order[partner];
      for (std::size_t i = 0; i < row.size(); ++i) other[kind == Kind::flip ? i : row.size() - 1 - i] = image[row[i]];
    }
  }
}

std::vector<double> PictureSymmetry::symmetrised(const std::vector<double>& x) const {
  double sum = 0;
  for (const double value : x) sum += value;
  const double axis = x.empty() ? 0 : sum / static_cast<double>(x.size());
  std::vector<double> result(x.size());
  for (std::size_t v = 0; v < x.size(); ++v) result[v] = (x[v] - axis) / 2 + direction() * (x[image[v]] - axis) / 2;
  return result;
}

}  // namespace tropiary::io
