#include <algorithm>
#include <cmath>
#include <string>

#include "io/polytope_picture.hpp"
#include "polytope/faces/lattices.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/graphs.hpp"

namespace tropiary::io {
namespace {

using Vector = std::vector<double>;

double product(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add_multiple(Vector& to, double times, const Vector& vector) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += times * vector[i];
}

// Gram and Schmidt's basis of the span.
std::vector<Vector> orthonormal(std::vector<Vector> vectors) {
  std::vector<Vector> basis;
  for (Vector& vector : vectors) {
    for (const Vector& earlier : basis) add_multiple(vector, -product(vector, earlier), earlier);
    const double length = std::sqrt(product(vector, vector));
    for (double& x : vector) x /= length;
    basis.push_back(std::move(vector));
  }
  return basis;
}

Vector rounded(const RationalVector& x) {
  Vector result;
  for (const Rational& entry : x) result.push_back(to_double_for_display(entry));
  return result;
}

// The vertices from their mean, divided by the largest coordinate so that every size can be drawn.
std::vector<Vector> centred(const Polytope& k) {
  RationalVector centre(k.ambient_dimension());
  for (const RationalVector& v : k.vertices()) {
    for (std::size_t j = 0; j < v.size(); ++j) centre[j] += v[j];
  }
  for (Rational& x : centre) x /= k.vertices().size();
  std::vector<RationalVector> moved = k.vertices();
  Rational largest = 0;
  for (RationalVector& v : moved) {
    for (std::size_t j = 0; j < v.size(); ++j) {
      v[j] -= centre[j];
      largest = std::max(largest, abs(v[j]));
    }
  }
  std::vector<Vector> result;
  for (RationalVector& v : moved) {
    for (Rational& x : v) {
      if (!largest.is_zero()) x /= largest;
    }
    result.push_back(rounded(v));
  }
  return result;
}

// In orthonormal coordinates of the affine hull; its own when it is full-dimensional.
std::vector<Vector> in_affine_hull(const Polytope& k) {
  std::vector<Vector> points = centred(k);
  if (static_cast<std::size_t>(k.dimension()) == k.ambient_dimension()) return points;
  std::vector<Vector> directions;
  for (const RationalVector& direction : detail::affine_frame_of(k).directions) {
    const std::vector<Integer> whole = primitive(std::span<const Rational>(direction));
    directions.push_back(rounded(RationalVector(whole.begin(), whole.end())));
  }
  const std::vector<Vector> basis = orthonormal(std::move(directions));
  for (Vector& point : points) {
    Vector coordinates;
    for (const Vector& axis : basis) coordinates.push_back(product(point, axis));
    point = std::move(coordinates);
  }
  return points;
}

// The vertices of a polygon in the order in which they follow each other.
std::vector<std::size_t> cyclic(const std::vector<std::size_t>& vertices, const EdgeList& edges) {
  std::vector<std::size_t> result{vertices.front()};
  std::vector<bool> left(vertices.back() + 1);
  for (const std::size_t v : vertices) left[v] = true;
  left[result.front()] = false;
  bool extended = true;
  while (extended) {
    extended = false;
    for (const auto& [a, b] : edges) {
      const std::size_t last = result.back();
      if (a != last && b != last) continue;
      const std::size_t other = a == last ? b : a;
      if (other >= left.size() || !left[other]) continue;
      left[other] = false;
      result.push_back(other);
      extended = true;
      break;
    }
  }
  return result;
}

struct Hyperplane {
  Vector normal;  // of length one, outwards
  double height;  // normal · x = height on it
};

// Through the facet, from coordinates of a full-dimensional polytope around the origin.
Hyperplane hyperplane(const std::vector<Vector>& points, const std::vector<std::size_t>& facet) {
  // The longest one of what remains of the unit vectors off the facet's directions.
  std::vector<Vector> basis;
  for (const std::size_t v : facet) {
    Vector step = points[v];
    add_multiple(step, -1, points[facet[0]]);
    for (const Vector& earlier : basis) add_multiple(step, -product(step, earlier), earlier);
    const double length = std::sqrt(product(step, step));
    if (length < 1e-9 || basis.size() + 1 == step.size()) continue;
    for (double& x : step) x /= length;
    basis.push_back(std::move(step));
  }
  Vector best;
  for (std::size_t j = 0; j < points[0].size(); ++j) {
    Vector axis(points[0].size());
    axis[j] = 1;
    for (const Vector& earlier : basis) add_multiple(axis, -product(axis, earlier), earlier);
    if (best.empty() || product(axis, axis) > product(best, best)) best = std::move(axis);
  }
  const double length = std::sqrt(product(best, best));
  for (double& x : best) x /= length;
  double height = product(best, points[facet[0]]);
  if (height < 0) {
    height = -height;
    for (double& x : best) x = -x;
  }
  return {best, height};
}

// Schlegel's projection onto the hyperplane of the facet, from a point beyond this facet alone.
std::vector<Vector> schlegel(const Polytope& k, const std::vector<Vector>& points, std::size_t facet) {
  const std::vector<Face> facets = faces(k, k.dimension() - 1);
  const Face& outer = *std::ranges::find_if(facets, [&](const Face& face) { return face.facets[0] == facet; });
  const Hyperplane plane = hyperplane(points, outer.vertices);
  Vector centre(points[0].size());
  for (const std::size_t v : outer.vertices)
    add_multiple(centre, 1.0 / static_cast<double>(outer.vertices.size()), points[v]);
  double depth = 0;
  for (const Vector& point : points) depth = std::max(depth, plane.height - product(plane.normal, point));
  constexpr double share_of_depth = 0.8;
  constexpr double share_of_way = 0.85;  // to the next facet that would be seen
  double distance = share_of_depth * depth;
  for (const Face& other : facets) {
    if (other.facets[0] == facet) continue;
    const Hyperplane wall = hyperplane(points, other.vertices);
    const double slope = product(wall.normal, plane.normal);
    if (slope > 1e-9)
      distance = std::min(distance, share_of_way * (wall.height - product(wall.normal, centre)) / slope);
  }
  std::vector<Vector> axes{plane.normal};
  for (std::size_t j = 0; j < centre.size(); ++j) {
    if (axes.size() == centre.size()) break;
    Vector axis(centre.size());
    axis[j] = 1;
    for (const Vector& earlier : axes) add_multiple(axis, -product(axis, earlier), earlier);
    const double length = std::sqrt(product(axis, axis));
    if (length < 1e-6) continue;
    for (double& x : axis) x /= length;
    axes.push_back(std::move(axis));
  }
  std::vector<Vector> result;
  for (const Vector& point : points) {
    const double below = std::max(0.0, plane.height - product(plane.normal, point));
    Vector step = point;
    add_multiple(step, -1, centre);
    Vector place;
    for (std::size_t j = 1; j < axes.size(); ++j)
      place.push_back(product(step, axes[j]) * distance / (distance + below));
    result.push_back(std::move(place));
  }
  return result;
}

std::size_t chosen_facet(const Polytope& k, const std::vector<Face>& facets, const PolytopeDrawOptions& options) {
  if (options.facet) {
    if (*options.facet < k.facets().size()) return *options.facet;
    throw Error(Errc::invalid_argument, "to_svg: facet " + std::to_string(*options.facet) + " of a polytope with " +
                                            std::to_string(k.facets().size()) + " facets");
  }
  return std::ranges::max_element(facets, {}, [](const Face& face) { return face.vertices.size(); })->facets[0];
}

}  // namespace

PlacedPolytope place_polytope(const Polytope& k, const PolytopeDrawOptions& options) {
  constexpr std::size_t most_vertices = 1000;
  if (k.dimension() < 0 || k.dimension() > 4) {
    throw Error(Errc::invalid_argument,
                "to_svg: a polytope of dimension " + std::to_string(k.dimension()) + "; drawn are dimensions 0 to 4");
  }
  if (k.vertices().size() > most_vertices) {
    throw Error(Errc::too_large, "to_svg: " + std::to_string(k.vertices().size()) + " vertices; the limit is 1000");
  }
  PlacedPolytope placed;
  placed.dimension = static_cast<std::size_t>(k.dimension());
  placed.edges = vertex_graph(k);
  placed.is_outer.assign(k.vertices().size(), true);
  std::vector<Vector> points = in_affine_hull(k);
  if (placed.dimension == 2) placed.polygons.push_back(cyclic(faces(k, 2)[0].vertices, placed.edges));
  if (placed.dimension == 3) {
    for (const Face& face : faces(k, 2)) placed.polygons.push_back(cyclic(face.vertices, placed.edges));
  }
  if (placed.dimension == 4) {
    const std::vector<Face> facets = faces(k, 3);
    const std::size_t facet = chosen_facet(k, facets, options);
    points = schlegel(k, points, facet);
    for (const Face& face : facets) {
      if (face.facets[0] != facet) continue;
      placed.is_outer.assign(k.vertices().size(), false);
      for (const std::size_t v : face.vertices) placed.is_outer[v] = true;
    }
    for (const Face& face : faces(k, 2)) {
      if (std::ranges::find(face.facets, facet) != face.facets.end()) {
        placed.polygons.push_back(cyclic(face.vertices, placed.edges));
      }
    }
  }
  // Around the origin, at most 1 away.
  Vector centre(std::max<std::size_t>(points[0].size(), 1));
  double count = 0;
  for (std::size_t v = 0; v < points.size(); ++v) count += placed.is_outer[v] ? 1 : 0;
  for (std::size_t v = 0; v < points.size(); ++v) {
    points[v].resize(centre.size());
    if (placed.is_outer[v]) add_multiple(centre, 1 / count, points[v]);
  }
  double radius = 0;
  for (Vector& point : points) {
    add_multiple(point, -1, centre);
    radius = std::max(radius, std::sqrt(product(point, point)));
  }
  for (Vector& point : points) {
    point.resize(3);
    placed.points.push_back({});
    for (std::size_t j = 0; j < 3; ++j) placed.points.back()[j] = radius == 0 ? 0 : point[j] / radius;
  }
  return placed;
}

}  // namespace tropiary::io
