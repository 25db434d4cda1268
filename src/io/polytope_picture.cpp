#include "io/polytope_picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "tropiary/error.hpp"

namespace tropiary::io {
namespace {

double product(const Point3& a, const Point3& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

Point3 cross(const Point3& a, const Point3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Point3 unit(const Point3& a) {
  const double length = std::sqrt(product(a, a));
  return {a[0] / length, a[1] / length, a[2] / length};
}

/// Axes of the picture: to the right, upwards, towards the eye.
struct Camera {
  Point3 right, up, eye;
  explicit Camera(const Point3& direction) : eye(unit(direction)) {
    const bool vertical = std::abs(eye[0]) + std::abs(eye[1]) < 1e-9;
    right = vertical ? Point3{1, 0, 0} : unit({-eye[1], eye[0], 0});
    up = cross(eye, right);
  }
  [[nodiscard]] Point3 operator()(const Point3& p) const {
    return {product(p, right), product(p, up), product(p, eye)};
  }
};

double distance_to_segment(const Point3& p, const Point3& a, const Point3& b) {
  const double dx = b[0] - a[0];
  const double dy = b[1] - a[1];
  const double square = dx * dx + dy * dy;
  const double t = square < 1e-18 ? 0 : std::clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square, 0.0, 1.0);
  return std::hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

// How well vertices are told from each other and from edges that do not end in them.
double clarity(const PlacedPolytope& placed, const Camera& camera) {
  std::vector<Point3> seen;
  for (const Point3& p : placed.points) seen.push_back(camera(p));
  double vertices = 1;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      vertices = std::min(vertices, std::hypot(seen[i][0] - seen[j][0], seen[i][1] - seen[j][1]));
    }
  }
  double edges = 1;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (const auto& [a, b] : placed.edges) {
      if (a != i && b != i) edges = std::min(edges, distance_to_segment(seen[i], seen[a], seen[b]));
    }
  }
  return vertices + 2 * edges;
}

// Seen from the front and from above, somewhat from the side.
Camera best_camera(const PlacedPolytope& placed) {
  constexpr std::size_t most_judged = 130;
  Camera best({3.1, -7.3, 2.9});
  if (placed.points.size() > most_judged) return best;
  double most = -1;
  for (const double z : {2.3, 2.9, 3.7, 4.6}) {
    for (int side = 0; side < 24; ++side) {
      // Azimuths from straight ahead to straight from the right, without trigonometry.
      const double x = 0.35 + 0.26 * side;
      const double y = -7.3 + 0.21 * side;
      const Camera camera({x, y, z});
      const double found = clarity(placed, camera);
      if (found > most * 1.02 + 1e-9) {
        most = found;
        best = camera;
      }
    }
  }
  return best;
}

constexpr double size = 360;   // pixels of the larger side
constexpr double margin = 36;  // for the labels

PolytopePicture fitted(const std::vector<Point3>& seen) {
  PolytopePicture picture;
  Point3 low{1, 1, 0};
  Point3 high{-1, -1, 0};
  for (const Point3& p : seen) {
    for (std::size_t j = 0; j < 2; ++j) {
      low[j] = std::min(low[j], p[j]);
      high[j] = std::max(high[j], p[j]);
    }
  }
  const double extent = std::max({high[0] - low[0], high[1] - low[1], 1e-9});
  const double scale = seen.size() == 1 ? 0 : size / extent;
  picture.width = (high[0] - low[0]) * scale + 2 * margin;
  picture.height = (high[1] - low[1]) * scale + 2 * margin;
  for (const Point3& p : seen) {
    picture.places.push_back(
        {(p[0] - low[0]) * scale + margin, (high[1] - p[1]) * scale + margin, p[2], Visibility::front});
  }
  return picture;
}

}  // namespace

PolytopePicture project(const PlacedPolytope& placed, const PolytopeDrawOptions& options) {
  std::vector<Point3> seen;
  if (placed.dimension <= 2) {
    PolytopePicture picture = fitted(placed.points);
    for (const auto& [a, b] : placed.edges) picture.edges.push_back({a, b, Visibility::front});
    for (const auto& polygon : placed.polygons) picture.polygons.push_back({polygon, 0.7});
    return picture;
  }
  if (options.view) {
    const double squared = product(*options.view, *options.view);
    if (!(squared >= 1e-18 && squared <= 1e18)) {
      throw Error(Errc::invalid_argument, "to_svg: the view must have a length between 1e-9 and 1e9");
    }
  }
  const Camera camera = options.view ? Camera(*options.view) : best_camera(placed);
  for (const Point3& p : placed.points) seen.push_back(camera(p));
  PolytopePicture picture = fitted(seen);
  std::map<std::pair<std::size_t, std::size_t>, Visibility> of_edge;
  std::vector<bool> in_front(placed.points.size());
  const Point3 light = unit({-0.45, 0.65, 0.62});
  for (const std::vector<std::size_t>& polygon : placed.polygons) {
    // Newell's normal, turned outwards.
    Point3 normal{};
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const Point3 part = cross(seen[polygon[i]], seen[polygon[(i + 1) % polygon.size()]]);
      for (std::size_t j = 0; j < 3; ++j) normal[j] += part[j];
    }
    normal = unit(normal);
    if (product(normal, seen[polygon[0]]) < 0) normal = {-normal[0], -normal[1], -normal[2]};
    const bool front = normal[2] > 1e-9;
    if (front) picture.polygons.push_back({polygon, std::clamp(0.5 + 0.5 * product(normal, light), 0.0, 1.0)});
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const auto ends = std::minmax(polygon[i], polygon[(i + 1) % polygon.size()]);
      Visibility& edge = of_edge.try_emplace({ends.first, ends.second}, Visibility::back).first->second;
      if (front) edge = Visibility::front;
      if (front) in_front[polygon[i]] = true;
    }
  }
  for (std::size_t v = 0; v < in_front.size(); ++v) {
    picture.places[v].visibility = !placed.is_outer[v] ? Visibility::inside
                                   : in_front[v]       ? Visibility::front
                                                       : Visibility::back;
  }
  for (const auto& [a, b] : placed.edges) {
    const auto outer = of_edge.find({a, b});
    picture.edges.push_back({a, b, outer == of_edge.end() ? Visibility::inside : outer->second});
  }
  std::ranges::stable_sort(picture.edges, {}, [&](const PolytopePicture::Edge& edge) {
    const double depth = picture.places[edge.a].depth + picture.places[edge.b].depth;
    return edge.visibility == Visibility::back ? depth - 8 : edge.visibility == Visibility::inside ? depth : depth + 8;
  });
  return picture;
}

}  // namespace tropiary::io
