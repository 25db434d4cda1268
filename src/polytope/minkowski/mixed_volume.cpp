#include "tropiary/polytope/mixed_volume.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include "polytope/minkowski/cleared.hpp"
#include "polytope/minkowski/dual_cone.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

// Heights are tried until they are general, longer ones each time.
struct NotGeneral {};
std::size_t height_bits(std::uint64_t seed) { return std::min<std::size_t>(8 + 8 * seed, 56); }

template <class Number>
Number number_from(const Integer& x) {
  if constexpr (std::is_same_v<Number, Integer>) {
    return x;
  } else {
    return x.to_int64();
  }
}

// The mixed cells of a fine mixed subdivision: for each polytope an edge of its lower hull, such that one functional
// (w, t), t > 0, on lifted points is least on all these edges. The edges are chosen one polytope after the other, with
// the cone of all such functionals by the double description method: an empty choice is seen at once.
template <class Number, std::size_t W>
class MixedCells {
 public:
  MixedCells(const detail::ClearedSummands& polytopes, std::uint64_t seed, std::uint64_t effort)
      : n_(polytopes.scale.size()), effort_(effort) {
    std::mt19937_64 random(seed);
    for (const auto& vertices : polytopes.vertices) {
      Lifted& lifted = lifted_.emplace_back();
      for (const auto& vertex : vertices) {
        auto& row = lifted.points.emplace_back();
        for (const Integer& x : vertex) row.push_back(number_from<Number>(x));
        row.push_back(static_cast<std::int64_t>(random() % (std::uint64_t{1} << height_bits(seed))));
      }
      Cone upwards(n_ + 1);
      std::vector<Number> t(n_ + 1);
      t[n_] = 1;
      upwards.insert(t.data());
      for (std::size_t a = 0; a < vertices.size(); ++a) {
        for (std::size_t b = a + 1; b < vertices.size(); ++b) {
          if (has_height(with_edge(upwards, lifted, {a, b}))) lifted.edges.push_back({a, b});
        }
      }
    }
    // Few edges first.
    std::sort(lifted_.begin(), lifted_.end(),
              [](const Lifted& a, const Lifted& b) { return a.edges.size() < b.edges.size(); });
  }

  Integer volume() {
    Cone cone(n_ + 1);
    std::vector<Number> t(n_ + 1);
    t[n_] = 1;
    cone.insert(t.data());
    choose(cone);
    return total_;
  }

 private:
  using Cone = detail::DualCone<Number, W>;
  using Edge = std::pair<std::size_t, std::size_t>;
  struct Lifted {
    std::vector<std::vector<Number>> points;
    std::vector<Edge> edges;
  };

  // The functionals of a cone that are least on an edge.
  Cone with_edge(Cone cone, const Lifted& lifted, const Edge& edge) const {
    const auto& from = lifted.points[edge.first];
    std::vector<Number> row(n_ + 1);
    for (std::size_t j = 0; j <= n_; ++j) row[j] = lifted.points[edge.second][j] - from[j];
    cone.insert_equation(row.data());
    for (std::size_t i = 0; i < lifted.points.size(); ++i) {
      if (i == edge.first || i == edge.second) continue;
      for (std::size_t j = 0; j <= n_; ++j) row[j] = lifted.points[i][j] - from[j];
      cone.insert(row.data());
    }
    return cone;
  }

  [[nodiscard]] bool has_height(const Cone& cone) const {
    for (std::size_t i = 0; i < cone.ray_count(); ++i) {
      if (detail::RowNumbers<Number>::sign(cone.ray(i)[n_]) > 0) return true;
    }
    return false;
  }

  // The depth of the recursion is the number of polytopes, at most 64.
  void choose(const Cone& cone) {
    const std::size_t k = chosen_.size();
    if (k == n_) return add_cell(cone);
    for (const Edge& edge : lifted_[k].edges) {
      if (++steps_ > effort_) {
        throw Error(Errc::too_large, "mixed_volume: there are more than " + std::to_string(effort_) + " partial cells");
      }
      const Cone smaller = with_edge(cone, lifted_[k], edge);
      if (!has_height(smaller)) continue;
      chosen_.push_back(edge);
      choose(smaller);
      chosen_.pop_back();
    }
  }

  void add_cell(const Cone& cone) {
    RationalMatrix edges;
    for (std::size_t k = 0; k < n_; ++k) {
      RationalVector& row = edges.emplace_back();
      for (std::size_t j = 0; j < n_; ++j) {
        row.emplace_back(Integer(lifted_[k].points[chosen_[k].second][j]) -
                         Integer(lifted_[k].points[chosen_[k].first][j]));
      }
    }
    const Rational volume = abs(determinant(std::move(edges)));
    // A larger cell that is no sum of edges, but has a mixed volume, holds independent edges: one choice of them leads
    // here, and finds more points on its faces than their ends.
    if (!volume.is_zero() && cone.tight(0).count() != n_) throw NotGeneral{};
    total_ += volume.numerator();
  }

  std::size_t n_;
  std::uint64_t effort_;
  std::uint64_t steps_ = 0;
  std::vector<Lifted> lifted_;
  std::vector<Edge> chosen_;
  Integer total_;
};

template <class Number>
Integer volume_in(const detail::ClearedSummands& polytopes, std::uint64_t seed, std::uint64_t effort) {
  std::size_t conditions = 1;
  for (const auto& vertices : polytopes.vertices) conditions += vertices.size();
  if (conditions <= 64) return MixedCells<Number, 1>(polytopes, seed, effort).volume();
  if (conditions <= 256) return MixedCells<Number, 4>(polytopes, seed, effort).volume();
  if (conditions <= 2048) return MixedCells<Number, 32>(polytopes, seed, effort).volume();
  throw Error(Errc::too_large, "mixed_volume: the polytopes have more than 2047 vertices together");
}

}  // namespace

Rational mixed_volume(std::span<const Polytope> polytopes, std::uint64_t effort) {
  const std::size_t n = polytopes.size();
  for (std::size_t k = 0; k < n; ++k) {
    if (polytopes[k].ambient_dimension() == n) continue;
    throw Error(Errc::dimension_mismatch, "mixed_volume: " + std::to_string(n) + " polytopes, but polytope " +
                                              std::to_string(k) + " lies in R^" +
                                              std::to_string(polytopes[k].ambient_dimension()));
  }
  if (n == 0) throw Error(Errc::dimension_mismatch, "mixed_volume: at least one polytope is needed");
  if (n > 64) throw Error(Errc::too_large, "mixed_volume: " + std::to_string(n) + " polytopes; at most 64 are taken");
  for (const Polytope& k : polytopes) {
    if (k.dimension() < 1) return 0;
  }
  if (std::all_of(polytopes.begin(), polytopes.end(), [&](const Polytope& k) { return k == polytopes[0]; })) {
    return Rational(factorial(static_cast<std::uint32_t>(n))) * volume(polytopes[0]);  // MV(K, …, K) = n! vol K
  }
  const detail::ClearedSummands integers = detail::cleared(polytopes);
  Integer denominator = 1;
  for (const Integer& scale : integers.scale) denominator *= scale;
  using Words = detail::RowNumbers<std::int64_t>;
  bool too_long = n >= Words::max_length;
  for (std::uint64_t seed = 1;; ++seed) {
    const bool words = !too_long && std::max(integers.bits, height_bits(seed) + 1) <= Words::max_entry_bits;
    try {
      const Integer volume =
          words ? volume_in<std::int64_t>(integers, seed, effort) : volume_in<Integer>(integers, seed, effort);
      return {volume, denominator};
    } catch (const NotGeneral&) {
    } catch (const detail::WordOverflow&) {
      too_long = true;
    }
  }
}

}  // namespace tropiary
