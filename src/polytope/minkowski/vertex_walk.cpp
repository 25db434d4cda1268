#include "polytope/minkowski/vertex_walk.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "polytope/affine_span.hpp"
#include "polytope/minkowski/cleared.hpp"
#include "polytope/minkowski/dual_cone.hpp"
#include "polytope/row_table.hpp"
#include "polytope/span.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/graphs.hpp"

namespace tropiary::detail {
namespace {

// Coordinates of vertices and facets, some 4 GB each.
constexpr std::size_t max_coordinates = std::size_t{1} << 27;

AffineSpan space_of(std::span<const Polytope> summands) {
  const std::size_t ambient = summands[0].ambient_dimension();
  RationalVector origin(ambient);
  RationalMatrix directions;
  for (const Polytope& summand : summands) {
    if (summand.dimension() == static_cast<int>(ambient)) {
      AffineSpan everything;
      everything.free.resize(ambient);
      std::iota(everything.free.begin(), everything.free.end(), std::size_t{0});
      return everything;
    }
    const auto& v = summand.vertices();
    for (std::size_t j = 0; j < ambient; ++j) origin[j] += v[0][j];
    Span span;  // of this summand: its dimension is known
    for (std::size_t i = 1; span.dimension() < static_cast<std::size_t>(summand.dimension()); ++i) {
      RationalVector direction = v[i];
      for (std::size_t j = 0; j < ambient; ++j) direction[j] -= v[0][j];
      if (span.insert(direction)) directions.push_back(std::move(direction));
    }
  }
  return affine_span("minkowski_sum", origin, std::move(directions));
}

template <class Number>
Number number_from(const Integer& x) {
  if constexpr (std::is_same_v<Number, Integer>) {
    return x;
  } else {
    return x.to_int64();
  }
}

// The edges at the vertices of one summand, each with the number of its direction.
struct DirectedEdges {
  struct End {
    std::uint32_t direction;
    std::uint32_t vertex;
  };
  std::vector<std::vector<End>> at;
  [[nodiscard]] std::size_t max_degree() const {
    std::size_t most = 0;
    for (const auto& ends : at) most = std::max(most, ends.size());
    return most;
  }
};

template <class Number>
struct Network {
  RowTable<Number> directions;  // primitive, in the free coordinates
  std::vector<DirectedEdges> summands;
};

template <class Number>
Network<Number> network_of(std::span<const Polytope> summands, const ClearedSummands& integers,
                           const std::vector<std::size_t>& free) {
  Network<Number> network{RowTable<Number>(free.size()), {}};
  std::vector<Number> row(free.size());
  std::vector<Integer> difference(free.size());
  for (std::size_t k = 0; k < summands.size(); ++k) {
    DirectedEdges& edges = network.summands.emplace_back();
    edges.at.resize(summands[k].vertices().size());
    for (const auto& [v, w] : vertex_graph(summands[k])) {
      for (std::size_t i = 0; i < free.size(); ++i) {
        difference[i] = integers.vertices[k][w][free[i]] - integers.vertices[k][v][free[i]];
      }
      difference = primitive(std::move(difference));
      for (std::size_t i = 0; i < free.size(); ++i) row[i] = number_from<Number>(difference[i]);
      edges.at[v].push_back(
          {static_cast<std::uint32_t>(network.directions.insert(row.data()).first), static_cast<std::uint32_t>(w)});
      for (Number& x : row) x = -x;
      edges.at[w].push_back(
          {static_cast<std::uint32_t>(network.directions.insert(row.data()).first), static_cast<std::uint32_t>(v)});
    }
  }
  return network;
}

template <class Number, std::size_t W>
class VertexWalk {
 public:
  VertexWalk(const Network<Number>& network, const ClearedSummands& integers, const AffineSpan& space)
      : network_(network),
        integers_(integers),
        space_(space),
        m_(network.summands.size()),
        d_(space.free.size()),
        vertices_(m_),
        facets_(d_),
        stamps_(network.directions.size()),
        moves_(network.directions.size()) {
    for (std::size_t k = 1; k < m_; ++k) {
      if (network.summands[k].max_degree() > network.summands[base_].max_degree()) base_ = k;
    }
    base_cones_.resize(network.summands[base_].at.size());
  }

  MinkowskiSum sum(const Progress& progress) {
    // The sum of the lexicographically least vertices is the least of all sums.
    tuple_.assign(m_, 0);
    vertices_.insert(tuple_.data());
    for (std::size_t v = 0; v < vertices_.size(); ++v) {
      if (progress.stop.stop_requested()) throw Interrupted("minkowski_sum: stopped on request");
      if (v % 64 == 63 && progress.report) progress.report(v + 1);
      visit(v);
    }
    return result();
  }

 private:
  using Cone = DualCone<Number, W>;
  struct BaseCone {
    std::vector<std::uint32_t> directions;
    std::vector<Cone> cone;  // one, or none yet
  };

  void visit(std::size_t v) {
    tuple_.assign(vertices_.row(v), vertices_.row(v) + m_);
    BaseCone& base = base_cones_[tuple_[base_]];
    if (base.cone.empty()) {
      base.cone.emplace_back(d_);
      for (const auto& end : network_.summands[base_].at[tuple_[base_]]) {
        base.directions.push_back(end.direction);
        base.cone[0].insert(network_.directions.row(end.direction));
      }
    }
    ++stamp_;
    directions_ = base.directions;
    for (const std::uint32_t direction : directions_) stamps_[direction] = stamp_;
    cone_ = base.cone[0];
    for (std::size_t k = 0; k < m_; ++k) {
      if (k == base_) continue;
      for (const auto& end : network_.summands[k].at[tuple_[k]]) {
        if (std::exchange(stamps_[end.direction], stamp_) == stamp_) continue;
        directions_.push_back(end.direction);
        cone_.insert(network_.directions.row(end.direction));
      }
    }
    for (std::size_t i = 0; i < cone_.ray_count(); ++i) {
      if (facets_.insert(cone_.ray(i)).second) add_constant();
    }
    move_along(cone_.irredundant());
  }

  // Each edge of the sum is a sum of parallel edges and vertices.
  void move_along(const std::vector<std::size_t>& edges) {
    neighbours_.clear();
    for (const std::uint32_t direction : directions_) moves_[direction] = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      moves_[directions_[edges[i]]] = static_cast<std::uint32_t>(i + 1);
      neighbours_.insert(neighbours_.end(), tuple_.begin(), tuple_.end());
    }
    for (std::size_t k = 0; k < m_; ++k) {
      for (const auto& end : network_.summands[k].at[tuple_[k]]) {
        if (const std::uint32_t move = moves_[end.direction]; move != 0) neighbours_[(move - 1) * m_ + k] = end.vertex;
      }
    }
    for (std::size_t i = 0; i < edges.size(); ++i) vertices_.insert(neighbours_.data() + i * m_);
    if (vertices_.size() * std::max(m_, integers_.scale.size()) > max_coordinates) too_many("vertices");
  }

  [[noreturn]] static void too_many(const char* what) {
    throw Error(Errc::too_large, std::string("minkowski_sum: the sum has more ") + what + " than can be stored");
  }

  [[nodiscard]] Integer coordinate(const std::uint32_t* tuple, std::size_t j) const {
    Integer x;
    for (std::size_t k = 0; k < m_; ++k) x += integers_.vertices[k][tuple[k]][j];
    return x;
  }

  // Of the facet last found, which holds the vertex at hand.
  void add_constant() {
    if (facets_.size() * integers_.scale.size() > max_coordinates) too_many("facets");
    const Number* normal = facets_.row(facets_.size() - 1);
    Integer constant;
    for (std::size_t i = 0; i < d_; ++i) constant -= Integer(normal[i]) * coordinate(tuple_.data(), space_.free[i]);
    constants_.push_back(std::move(constant));
  }

  MinkowskiSum result() {
    const std::size_t ambient = integers_.scale.size();
    std::vector<std::vector<Number>> points(vertices_.size());
    for (std::size_t v = 0; v < points.size(); ++v) {
      points[v].reserve(ambient);
      for (std::size_t j = 0; j < ambient; ++j)
        points[v].push_back(number_from<Number>(coordinate(vertices_.row(v), j)));
    }
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points[a] < points[b]; });
    MinkowskiSum sum;
    std::vector<RationalVector> vertices;
    vertices.reserve(order.size());
    sum.summand_vertices.reserve(order.size());
    for (const std::size_t v : order) {
      RationalVector& x = vertices.emplace_back();
      x.reserve(ambient);
      for (std::size_t j = 0; j < ambient; ++j) {
        if (integers_.scale[j].is_one()) {
          x.emplace_back(std::move(points[v][j]));
        } else {
          x.emplace_back(Integer(std::move(points[v][j])), integers_.scale[j]);
        }
      }
      sum.summand_vertices.emplace_back(vertices_.row(v), vertices_.row(v) + m_);
    }
    std::vector<AffineForm> facets;
    facets.reserve(facets_.size());
    for (std::size_t f = 0; f < facets_.size(); ++f) {
      AffineForm& facet = facets.emplace_back();
      facet.constant = std::move(constants_[f]);
      facet.normal.resize(ambient);
      for (std::size_t i = 0; i < d_; ++i) {
        facet.normal[space_.free[i]] = Integer(facets_.row(f)[i]) * integers_.scale[space_.free[i]];
      }
    }
    sum.polytope = Polytope::from_theorem(ambient, std::move(vertices), std::move(facets), space_.equations);
    return sum;
  }

  const Network<Number>& network_;
  const ClearedSummands& integers_;
  const AffineSpan& space_;
  std::size_t m_;
  std::size_t d_;
  std::size_t base_ = 0;  // the summand whose normal cones are kept, since each of them is met many times
  std::vector<BaseCone> base_cones_;
  RowTable<std::uint32_t> vertices_;  // the positions in the summands
  RowTable<Number> facets_;           // the normals in the free coordinates
  std::vector<Integer> constants_;
  // Scratch of the visit to one vertex.
  Cone cone_{0};
  std::vector<std::uint32_t> tuple_;
  std::vector<std::uint32_t> directions_;  // at this vertex, each once, in the order of insertion into the cone
  std::vector<std::uint32_t> neighbours_;
  std::vector<std::uint64_t> stamps_;  // by direction
  std::vector<std::uint32_t> moves_;   // by direction
  std::uint64_t stamp_ = 0;
};

template <class Number>
std::optional<MinkowskiSum> walk_in(std::span<const Polytope> summands, const ClearedSummands& integers,
                                    const AffineSpan& space, const Progress& progress) {
  const Network<Number> network = network_of<Number>(summands, integers, space.free);
  std::size_t degrees = 0;
  for (const DirectedEdges& edges : network.summands) degrees += edges.max_degree();
  if (degrees <= DualCone<Number, 1>::capacity) return VertexWalk<Number, 1>(network, integers, space).sum(progress);
  if (degrees <= DualCone<Number, 4>::capacity) return VertexWalk<Number, 4>(network, integers, space).sum(progress);
  if (degrees <= DualCone<Number, 32>::capacity) return VertexWalk<Number, 32>(network, integers, space).sum(progress);
  return std::nullopt;
}

}  // namespace

std::optional<MinkowskiSum> vertex_walk(std::span<const Polytope> summands, const Progress& progress) {
  const ClearedSummands integers = cleared(summands);
  const AffineSpan space = space_of(summands);
  using Words = RowNumbers<std::int64_t>;
  if (integers.bits <= Words::max_entry_bits && space.free.size() <= Words::max_length) {
    try {
      return walk_in<std::int64_t>(summands, integers, space, progress);
    } catch (const WordOverflow&) {  // a normal with longer entries: the slower way
    }
  }
  return walk_in<Integer>(summands, integers, space, progress);
}

}  // namespace tropiary::detail
