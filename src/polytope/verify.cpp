#include <algorithm>
#include <string>
#include <utility>

#include "polytope/faces/face_levels.hpp"
#include "polytope/faces/face_walk.hpp"
#include "polytope/faces/incidence.hpp"
#include "polytope/span.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {
namespace {

using detail::Bits;

class Verifier {
 public:
  explicit Verifier(const Polytope& polytope)
      : polytope_(polytope),
        dimension_(static_cast<std::size_t>(polytope.dimension())),
        incidence_(polytope.facets().size(), Bits(polytope.vertices().size())),
        tight_(polytope.vertices().size()) {}

  PolytopeReport run(std::size_t max_faces) {
    check_vertices_are_distinct();
    check_membership();
    check_affine_hull();
    check_facets();
    check_vertices();
    // The walk over the faces reads the incidences, which mean something only once the rest holds.
    if (report_.holds()) check_ridges(max_faces);
    if (report_.holds()) check_euler();
    return std::move(report_);
  }

 private:
  template <class... Parts>
  void fail(const Parts&... parts) {
    std::string sentence;
    ((sentence += parts), ...);
    report_.failures.push_back(std::move(sentence));
  }
  static std::string name(const char* kind, std::size_t position) { return kind + (" " + std::to_string(position)); }

  void check_vertices_are_distinct() {
    const auto& vertices = polytope_.vertices();
    for (std::size_t v = 1; v < vertices.size(); ++v) {
      if (vertices[v] == vertices[v - 1]) fail(name("vertices", v - 1), " and ", std::to_string(v), " are equal");
    }
  }

  void check_membership() {
    const detail::ClearedPoints points(polytope_.ambient_dimension(), polytope_.vertices());
    std::vector<std::int8_t> signs(tight_.size());
    for (std::size_t e = 0; e < polytope_.equations().size(); ++e) {
      points.signs(polytope_.equations()[e], signs);
      for (std::size_t v = 0; v < signs.size(); ++v) {
        if (signs[v] != 0) fail(name("vertex", v), " violates ", name("equation", e));
      }
    }
    for (std::size_t f = 0; f < incidence_.size(); ++f) {
      points.signs(polytope_.facets()[f], signs);
      for (std::size_t v = 0; v < signs.size(); ++v) {
        if (signs[v] < 0) fail(name("vertex", v), " violates ", name("facet", f));
        if (signs[v] != 0) continue;
        incidence_[f].set(v);
        tight_[v].push_back(f);
      }
    }
  }

  void check_affine_hull() {
    detail::Span span;
    for (const AffineForm& equation : polytope_.equations()) {
      span.insert(RationalVector(equation.normal.begin(), equation.normal.end()));
    }
    if (span.dimension() + dimension_ != polytope_.ambient_dimension()) {
      fail("the equations have rank ", std::to_string(span.dimension()),
           ", not ambient dimension - dimension = ", std::to_string(polytope_.ambient_dimension() - dimension_));
    }
    std::vector<std::size_t> all(tight_.size());
    for (std::size_t v = 0; v < all.size(); ++v) all[v] = v;
    if (!detail::spans_affinely(polytope_.vertices(), all, dimension_)) {
      fail("the vertices span less than dimension ", std::to_string(dimension_));
    }
  }

  void check_facets() {
    if (dimension_ == 0 && !incidence_.empty()) fail("a point has no facets, but ", name("facet", 0), " is given");
    if (dimension_ == 0) return;
    for (std::size_t f = 0; f < incidence_.size(); ++f) {
      const std::vector<std::size_t> vertices = detail::positions(incidence_[f]);
      if (vertices.size() == tight_.size() || !detail::spans_affinely(polytope_.vertices(), vertices, dimension_ - 1)) {
        fail(name("facet", f), " is not tight on an affinely independent set of ", std::to_string(dimension_),
             " vertices that span a proper face");
      }
    }
    std::vector<std::size_t> order(incidence_.size());
    for (std::size_t f = 0; f < order.size(); ++f) order[f] = f;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return incidence_[a] < incidence_[b]; });
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (incidence_[order[i]] != incidence_[order[i - 1]]) continue;
      fail(name("facets", std::min(order[i], order[i - 1])), " and ", std::to_string(std::max(order[i], order[i - 1])),
           " are tight on the same vertices");
    }
  }

  void check_vertices() {
    for (std::size_t v = 0; v < tight_.size(); ++v) {
      detail::Span span;
      for (auto it = tight_[v].begin(); span.dimension() < dimension_ && it != tight_[v].end(); ++it) {
        const std::vector<Integer>& normal = polytope_.facets()[*it].normal;
        span.insert(RationalVector(normal.begin(), normal.end()));
      }
      if (span.dimension() < dimension_) {
        fail(name("vertex", v), " lies on facets of rank ", std::to_string(span.dimension()), ", not ",
             std::to_string(dimension_));
      }
    }
  }

  void check_ridges(std::size_t max_faces) {
    if (const auto gap = detail::find_gap(incidence_, tight_.size(), dimension_, max_faces)) {
      std::string vertices;
      for (const std::size_t v : detail::positions(*gap))
        vertices += (vertices.empty() ? "" : ", ") + std::to_string(v);
      fail("a facet is missing: the face on vertices {", vertices,
           "} is not enclosed, one of its ridges does not lie in exactly two facets");
    }
  }

  // Follows from the rest; where the faces are few, they are counted all the same.
  void check_euler() {
    constexpr std::size_t few = 64;
    if (tight_.size() > few || incidence_.size() > few) return;
    detail::FaceLevels levels;
    try {
      levels = detail::face_levels(polytope_, few * few, "verify");
    } catch (const Error&) {  // they are not few
      return;
    }
    std::ptrdiff_t sum = 0;  // over the dimensions 0, …, d
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const auto count = static_cast<std::ptrdiff_t>(levels[i].size());
      sum += (dimension_ - i) % 2 == 0 ? count : -count;
    }
    if (sum != 1) fail("the alternating sum of the numbers of faces is ", std::to_string(sum), ", not 1");
  }

  const Polytope& polytope_;
  std::size_t dimension_;
  std::vector<Bits> incidence_;                  // facet → its vertices
  std::vector<std::vector<std::size_t>> tight_;  // vertex → its facets
  PolytopeReport report_;
};

}  // namespace

PolytopeReport verify(const Polytope& polytope, std::size_t max_faces) {
  if (polytope.empty()) return {};  // from_theorem admits one form only
  return Verifier(polytope).run(max_faces);
}

}  // namespace tropiary
