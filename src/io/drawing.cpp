#include "io/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "io/component_drawing.hpp"

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
