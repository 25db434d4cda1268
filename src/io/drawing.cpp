#include "io/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <optional>

#include "io/layered_graph.hpp"

namespace tropiary::io {
namespace {

std::vector<std::vector<Element>> connected_components(const Poset& p) {
  std::vector<std::vector<Element>> components;
  std::vector<bool> seen(p.size(), false);
  for (std::size_t start = 0; start < p.size(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    std::vector<Element> component{element(start)};
    for (std::size_t i = 0; i < component.size(); ++i) {
      const auto visit = [&](std::span<const Element> covers) {
        for (const Element e : covers) {
          if (seen[index(e)]) continue;
          seen[index(e)] = true;
          component.push_back(e);
        }
      };
      const Element e = component[i];
      visit(p.upper_covers(e));
      visit(p.lower_covers(e));
    }
    std::sort(component.begin(), component.end());
    components.push_back(std::move(component));
  }
  return components;
}

/// Deterministic and the same everywhere.
class Shuffle {
 public:
  void operator()(std::vector<std::size_t>& row) {
    for (std::size_t i = row.size(); i > 1; --i) {
      state_ = state_ * 6364136223846793005U + 1442695040888963407U;
      std::swap(row[i - 1], row[(state_ >> 33U) % i]);
    }
  }

 private:
  std::uint64_t state_ = 1;
};

/// One component: x of every node of its layered graph, y upwards of every point, in levels.
class ComponentDrawing {
 public:
  ComponentDrawing(const Poset& p, std::vector<Element> points, std::span<const double> levels,
                   std::span<const double> width, const DrawingRoom& room)
      : points_(std::move(points)), room_(room) {
    // Equal room makes symmetric pictures; labels of very unequal length would waste it.
    double widest = 0;
    double narrowest = std::numeric_limits<double>::infinity();
    for (const Element e : points_) {
      widest = std::max(widest, width[index(e)]);
      narrowest = std::min(narrowest, width[index(e)]);
    }
    is_uniform_ = widest <= 2.2 * narrowest;
    unit_ = widest + room.gap;
    std::vector<double> widths(width.begin(), width.end());
    if (is_uniform_) std::fill(widths.begin(), widths.end(), widest);
    graph_ = make_layered_graph(p, points_, levels, widths, 4.0);
    for (const Element e : points_) level_.push_back(levels[index(e)]);
    const double lowest = *std::min_element(level_.begin(), level_.end());
    for (double& level : level_) level -= lowest;
    rows_.resize(graph_.order.size());
    for (std::size_t v = 0; v < graph_.points; ++v) rows_[graph_.level[v]].push_back(v);
    arrange();
  }

  [[nodiscard]] const std::vector<Element>& points() const { return points_; }
  [[nodiscard]] double x(std::size_t node) const { return x_[node]; }
  [[nodiscard]] double level(std::size_t point) const { return level_[point]; }

  struct Corner {
    double x;
    double level;
  };
  struct BentEdge {
    Element lower;
    Element upper;
    std::vector<Corner> via;
  };
  /// The edges whose straight line would run through a point, led around it.
  [[nodiscard]] std::vector<BentEdge> bent_edges() const {
    std::vector<BentEdge> result;
    for (const std::vector<std::size_t>& path : graph_.paths)
      if (count_obstacles(x_, path) > 0)
        result.push_back({points_[path.front()], points_[path.back()], lead_around(path)});
    return result;
  }

  [[nodiscard]] double steepness() const {
    double most = 0;
    for (const LayeredGraph::Edge& edge : graph_.edges)
      most = std::max(most, std::abs(x_[edge.lower] - x_[edge.upper]));
    return most;
  }

 private:
  void arrange() {
    const std::size_t work = graph_.size() + graph_.edges.size();
    const std::size_t starts = work <= 150 ? 40 : work <= 600 ? 10 : work <= 3000 ? 3 : 1;
    const std::size_t sweeps = std::clamp<std::size_t>(1000000 / (work + 1), 4, 24);
    const std::size_t relaxations = std::clamp<std::size_t>(4000000 / (work + 1), 16, 200);
    const std::vector<std::vector<std::size_t>> first = graph_.order;
    std::vector<std::vector<std::size_t>> best = first;
    double least = std::numeric_limits<double>::infinity();
    Shuffle shuffle;
    for (std::size_t start = 0; start < starts; ++start) {
      graph_.order = first;
      if (start > 0)
        for (std::vector<std::size_t>& row : graph_.order) shuffle(row);
      const std::uint64_t crossings = reduce_crossings(graph_, sweeps);
      std::vector<double> x = horizontal_coordinates(graph_, room_.gap, relaxations);
      if (is_uniform_ && graph_.points <= 200) {
        snap(x);
        if (starts > 3) improve(x);
      }
      const double cost = cost_of(x) + 3 * static_cast<double>(crossings);
      if (cost >= least - 1e-9) continue;
      least = cost;
      best = graph_.order;
      x_ = std::move(x);
    }
    graph_.order = std::move(best);
  }

  /// As few corners as do: one beside each point that is in the way, as long as there is one.
  [[nodiscard]] std::vector<Corner> lead_around(const std::vector<std::size_t>& path) const {
    std::vector<Corner> line{{x_[path.front()], level_[path.front()]}, {x_[path.back()], level_[path.back()]}};
    constexpr std::size_t most_corners = 12;
    for (std::size_t i = 0; i + 1 < line.size() && line.size() < most_corners;) {
      const std::optional<Corner> corner = corner_between(line[i], line[i + 1]);
      if (corner)
        line.insert(line.begin() + static_cast<std::ptrdiff_t>(i) + 1, *corner);
      else
        ++i;
    }
    return {line.begin() + 1, line.end() - 1};
  }

  /// Beside the point that is most in the way between two corners, on the side where the line passes.
  [[nodiscard]] std::optional<Corner> corner_between(const Corner& low, const Corner& high) const {
    std::optional<Corner> corner;
    double least = 5;
    const auto row = [](double level) { return static_cast<std::size_t>(std::max(0.0, std::floor(level))); };
    for (std::size_t level = row(low.level); level <= std::min(row(high.level) + 1, rows_.size() - 1); ++level) {
      for (const std::size_t v : rows_[level]) {
        if (level_[v] <= low.level || level_[v] >= high.level) continue;
        const double share = (level_[v] - low.level) / (high.level - low.level);
        const double line = low.x + share * (high.x - low.x);
        const double distance = std::abs(line - x_[v]) - graph_.width[v] / 2;
        if (distance >= least) continue;
        least = distance;
        const double aside = graph_.width[v] / 2 + room_.gap / 3;
        corner = {line < x_[v] ? x_[v] - aside : x_[v] + aside, level_[v]};
      }
    }
    return corner;
  }

  /// To multiples of half a unit, which keeps all distances of one unit and more.
  void snap(std::vector<double>& x) const {
    // The phase that most points have already.
    double sine = 0;
    double cosine = 0;
    for (std::size_t v = 0; v < graph_.points; ++v) {
      const double angle = 4 * std::numbers::pi * x[v] / unit_;
      sine += std::sin(angle);
      cosine += std::cos(angle);
    }
    const double phase = std::atan2(sine, cosine) / (4 * std::numbers::pi) * unit_;
    for (double& value : x) value = std::floor((value - phase) / unit_ * 2 + 0.5 + 1e-6) / 2 * unit_;
  }

  /// Moves single points by half a unit and more while the picture gets better.
  void improve(std::vector<double>& x) const {
    constexpr double steps[] = {-0.5, 0.5, -1, 1, -2, 2};
    double cost = cost_of(x);
    for (int round = 0; round < 4; ++round) {
      bool improved = false;
      for (std::size_t v = 0; v < graph_.points; ++v) {
        for (const double step : steps) {
          const double before = x[v];
          x[v] += step * unit_;
          const double moved = has_room(x, v) ? cost_of(x) : cost;
          if (moved < cost - 1e-6) {
            cost = moved;
            improved = true;
          } else {
            x[v] = before;
          }
        }
      }
      if (!improved) break;
    }
  }

  [[nodiscard]] bool has_room(const std::vector<double>& x, std::size_t v) const {
    bool is_right = false;
    for (const std::size_t u : graph_.order[graph_.level[v]]) {
      if (u == v) is_right = true;
      if (u == v || u >= graph_.points) continue;
      const double distance = is_right ? x[u] - x[v] : x[v] - x[u];
      if (distance < unit_ - 1e-6) return false;
    }
    return true;
  }

  /// Long slanted edges are bad, edges through points are worse.
  [[nodiscard]] double cost_of(const std::vector<double>& x) const {
    double cost = 0;
    for (const LayeredGraph::Edge& edge : graph_.edges) {
      if (edge.lower >= graph_.points || edge.upper >= graph_.points) continue;
      const double slant = (x[edge.lower] - x[edge.upper]) / unit_;
      cost += std::min(edge.weight, 3.0) * slant * slant;
    }
    for (const std::vector<std::size_t>& path : graph_.paths) {
      const double slant = (x[path.front()] - x[path.back()]) / unit_;
      cost += slant * slant / static_cast<double>(path.size() - 1) + 25 * static_cast<double>(count_obstacles(x, path));
    }
    return cost;
  }

  [[nodiscard]] std::size_t count_obstacles(const std::vector<double>& x, const std::vector<std::size_t>& path) const {
    const std::size_t low = path.front();
    const std::size_t high = path.back();
    std::size_t count = 0;
    for (std::size_t level = graph_.level[low]; level <= graph_.level[high]; ++level) {
      for (const std::size_t v : rows_[level]) {
        if (level_[v] <= level_[low] || level_[v] >= level_[high]) continue;
        const double share = (level_[v] - level_[low]) / (level_[high] - level_[low]);
        const double line = x[low] + share * (x[high] - x[low]);
        if (std::abs(line - x[v]) < graph_.width[v] / 2 + 5) ++count;
      }
    }
    return count;
  }

  std::vector<Element> points_;
  DrawingRoom room_;
  LayeredGraph graph_;
  std::vector<double> level_;
  std::vector<std::vector<std::size_t>> rows_;  // the points of each level
  std::vector<double> x_;
  double unit_ = 1;
  bool is_uniform_ = true;
};

/// Lays components on shelves from left to right, a new shelf below when the row gets wider than the widest allows.
class Shelves {
 public:
  Shelves(Drawing& drawing, const DrawingRoom& room, double width_limit)
      : drawing_(drawing), room_(room), width_limit_(width_limit) {}

  void place(const ComponentDrawing& component, std::span<const double> width, double level_gap) {
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    double top = 0;
    for (std::size_t i = 0; i < component.points().size(); ++i) {
      const double half = width[index(component.points()[i])] / 2;
      left = std::min(left, component.x(i) - half);
      right = std::max(right, component.x(i) + half);
      top = std::max(top, component.level(i) * level_gap);
    }
    const std::vector<ComponentDrawing::BentEdge> bent = component.bent_edges();
    for (const ComponentDrawing::BentEdge& edge : bent) {
      for (const ComponentDrawing::Corner& corner : edge.via) {
        left = std::min(left, corner.x);
        right = std::max(right, corner.x);
      }
    }
    if (shelf_width_ > 0 && shelf_width_ + right - left > width_limit_) finish_shelf();
    const double shift = shelf_width_ - left;
    const auto at = [&](double x, double level) { return DrawnPoint{x + shift, -level * level_gap}; };
    for (std::size_t i = 0; i < component.points().size(); ++i) {
      drawing_.points[index(component.points()[i])] = at(component.x(i), component.level(i));
      shelf_.push_back(component.points()[i]);
    }
    for (const ComponentDrawing::BentEdge& edge : bent) {
      shelf_edges_.push_back({edge.lower, edge.upper, {}});
      for (const ComponentDrawing::Corner& corner : edge.via)
        shelf_edges_.back().via.push_back(at(corner.x, corner.level));
    }
    shelf_width_ += right - left + room_.gap * 1.6;
    shelf_height_ = std::max(shelf_height_, top);
    drawing_.width = std::max(drawing_.width, shelf_width_ - room_.gap * 1.6);
  }

  void finish_shelf() {
    const double bottom = drawing_.height + shelf_height_ + room_.half_height;
    for (const Element e : shelf_) drawing_.points[index(e)].y += bottom;
    for (DrawnEdge& edge : shelf_edges_) {
      for (DrawnPoint& point : edge.via) point.y += bottom;
      drawing_.edges.push_back(std::move(edge));
    }
    drawing_.height = bottom + room_.half_height + room_.level_gap / 2;
    shelf_.clear();
    shelf_edges_.clear();
    shelf_width_ = 0;
    shelf_height_ = 0;
  }

 private:
  Drawing& drawing_;
  DrawingRoom room_;
  double width_limit_;
  std::vector<Element> shelf_;
  std::vector<DrawnEdge> shelf_edges_;
  double shelf_width_ = 0;
  double shelf_height_ = 0;
};

}  // namespace

Drawing draw_hasse_diagram(const Poset& p, std::span<const double> width, const DrawingRoom& room) {
  Drawing drawing;
  drawing.points.resize(p.size());
  if (p.empty()) return drawing;
  const std::vector<double> levels = levels_of(p);
  std::vector<ComponentDrawing> components;
  double steepest = 0;
  for (std::vector<Element>& points : connected_components(p)) {
    components.emplace_back(p, std::move(points), levels, width, room);
    steepest = std::max(steepest, components.back().steepness());
  }
  // Wide diagrams need height, or their edges lie flat.
  const double level_gap = std::clamp(0.24 * steepest, room.level_gap, 6 * room.level_gap);
  double area = 0;
  for (const double w : width) area += (w + room.gap) * level_gap;
  Shelves shelves(drawing, room, std::max(900.0, 1.5 * std::sqrt(area)));
  for (const ComponentDrawing& component : components) shelves.place(component, width, level_gap);
  shelves.finish_shelf();
  drawing.height -= room.level_gap / 2;

  std::vector<DrawnEdge> bent = std::move(drawing.edges);
  std::sort(bent.begin(), bent.end(), [](const DrawnEdge& a, const DrawnEdge& b) {
    return Relation{a.lower, a.upper} < Relation{b.lower, b.upper};
  });
  drawing.edges.clear();
  auto next = bent.begin();
  for (const Relation& cover : p.covers()) {
    if (next != bent.end() && next->lower == cover.lower && next->upper == cover.upper)
      drawing.edges.push_back(std::move(*next++));
    else
      drawing.edges.push_back({cover.lower, cover.upper, {}});
  }
  return drawing;
}

}  // namespace tropiary::io
