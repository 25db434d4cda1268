#include "polytope/faces/pairing.hpp"

#include <algorithm>
#include <bit>
#include <set>

#include "polytope/faces/incidence.hpp"
#include "polytope/faces/lattices.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

constexpr std::size_t most_incidences = std::size_t{1} << 24;

// By which the form of a facet is divided.
Rational unit_of(const AffineForm& facet, const ClearedPoints& points, const Frame& frame, Equivalence kind) {
  if (kind == Equivalence::unimodular) {
    Integer unit = 0;
    for (const RationalVector& direction : frame.directions) {
      Rational step = 0;
      for (std::size_t j = 0; j < direction.size(); ++j) step += Rational(facet.normal[j]) * direction[j];
      unit = gcd(unit, step.numerator());  // the directions are integer
    }
    return unit;
  }
  Rational largest = 0;
  for (std::size_t v = 0; v < points.size(); ++v) {
    largest = std::max(largest, Rational(points.integer(facet, v), points.denominator(v)));
  }
  return largest;
}

std::vector<std::vector<std::uint32_t>> sorted_rows(const Pairing& p, bool by_facet) {
  std::vector<std::vector<std::uint32_t>> rows(by_facet ? p.facets : p.vertices);
  for (std::size_t f = 0; f < p.facets; ++f) {
    for (std::size_t v = 0; v < p.vertices; ++v) rows[by_facet ? f : v].push_back(p.at(f, v));
  }
  for (auto& row : rows) std::ranges::sort(row);
  std::ranges::sort(rows);
  return rows;
}

// "4 of 3, 1 of 4": how many have how many zeros.
std::string zeros(const Pairing& p, bool by_facet) {
  std::map<std::size_t, std::size_t> counts;
  for (const auto& row : sorted_rows(p, by_facet)) ++counts[static_cast<std::size_t>(std::ranges::count(row, 0U))];
  std::string text;
  for (const auto& [size, count] : counts) {
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " of " + std::to_string(size);
  }
  return text;
}

}  // namespace

Pairing pairing(const Polytope& k, Equivalence kind, const char* function) {
  Pairing result;
  result.facets = k.facets().size();
  result.vertices = k.vertices().size();
  if (result.facets != 0 && result.vertices > most_incidences / result.facets) {
    throw Error(Errc::too_large, std::string(function) + ": more than 2^24 pairs of a vertex and a facet");
  }
  if (kind == Equivalence::combinatorial) {
    const Incidence incidence = detail::incidence(k);
    result.values = {0, 1};
    for (std::size_t f = 0; f < result.facets; ++f) {
      for (std::size_t v = 0; v < result.vertices; ++v) result.position.push_back(incidence.facets.test(f, v) ? 0 : 1);
    }
    return result;
  }
  const ClearedPoints points(k.ambient_dimension(), k.vertices());
  const Frame frame = kind == Equivalence::unimodular ? lattice_frame_of(k) : Frame{};
  std::map<Rational, std::uint32_t> met;  // numbered as they come
  for (const AffineForm& facet : k.facets()) {
    const Rational unit = unit_of(facet, points, frame, kind);
    for (std::size_t v = 0; v < result.vertices; ++v) {
      const Rational value = Rational(points.integer(facet, v), points.denominator(v)) / unit;
      result.position.push_back(met.try_emplace(value, static_cast<std::uint32_t>(met.size())).first->second);
    }
  }
  std::vector<std::uint32_t> ascending(met.size());
  for (const auto& [value, number] : met) {
    ascending[number] = static_cast<std::uint32_t>(result.values.size());
    result.values.push_back(value);
  }
  for (std::uint32_t& number : result.position) number = ascending[number];
  return result;
}

// The values are colours of the edges between all facets and all vertices. Each binary digit of the colours gets a
// layer: a copy of every facet and vertex, the copies of one thing joined in a path, with an edge where the digit is 1.
// The most frequent value is colour 0. With two values this is the graph of incidences or its complement.
CanonicalPairing canonical(const Pairing& pairing) {
  const std::size_t n = pairing.vertices;
  const std::size_t things = n + pairing.facets;
  std::vector<std::size_t> uses(pairing.values.size());
  for (const std::uint32_t value : pairing.position) ++uses[value];
  std::vector<std::uint32_t> by_use(uses.size());
  for (std::uint32_t i = 0; i < by_use.size(); ++i) by_use[i] = i;
  std::ranges::stable_sort(by_use, [&](std::uint32_t a, std::uint32_t b) { return uses[a] > uses[b]; });
  std::vector<std::uint32_t> colour(uses.size());
  for (std::uint32_t i = 0; i < by_use.size(); ++i) colour[by_use[i]] = i;
  const auto layers =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::bit_width(uses.empty() ? 0 : uses.size() - 1)));
  std::vector<std::vector<int>> neighbours(things * layers);
  const auto join = [&](std::size_t a, std::size_t b) {
    neighbours[a].push_back(static_cast<int>(b));
    neighbours[b].push_back(static_cast<int>(a));
  };
  std::vector<std::uint32_t> colours(neighbours.size());
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const std::size_t base = layer * things;
    for (std::size_t f = 0; f < pairing.facets; ++f) {
      for (std::size_t v = 0; v < n; ++v) {
        if (((colour[pairing.at(f, v)] >> layer) & 1U) != 0) join(base + v, base + n + f);
      }
    }
    for (std::size_t i = 0; i < things; ++i) {
      colours[base + i] = static_cast<std::uint32_t>(2 * layer + (i < n ? 0 : 1));
      if (layer > 0) join(base + i, base - things + i);
    }
  }
  const Labelling labelling = nauty_labelling(SparseGraph(neighbours), colours);
  CanonicalPairing result;
  for (std::size_t i = 0; i < things; ++i) {
    const auto thing = static_cast<std::size_t>(labelling.vertices[i]);
    if (i < n) {
      result.vertices.push_back(thing);
    } else {
      result.facets.push_back(thing - n);
    }
  }
  result.automorphisms = labelling.automorphisms;
  for (const std::vector<int>& image : labelling.generators) {
    result.generators.emplace_back(image.begin(), image.begin() + static_cast<std::ptrdiff_t>(n));
  }
  return result;
}

std::optional<std::string> difference(const Pairing& a, const Pairing& b, Equivalence kind) {
  const auto numbers = [](const char* what, std::size_t x, std::size_t y) {
    return std::string(what) + ": " + std::to_string(x) + " and " + std::to_string(y);
  };
  if (a.vertices != b.vertices) return numbers("numbers of vertices", a.vertices, b.vertices);
  if (a.facets != b.facets) return numbers("numbers of facets", a.facets, b.facets);
  if (zeros(a, true) != zeros(b, true)) return "vertices on the facets: " + zeros(a, true) + " and " + zeros(b, true);
  if (zeros(a, false) != zeros(b, false)) {
    return "facets through the vertices: " + zeros(a, false) + " and " + zeros(b, false);
  }
  const std::string distances = kind == Equivalence::affine ? "distances of the vertices from the facets, each facet's "
                                                              "largest being 1"
                                                            : "lattice distances of the vertices from the facets";
  if (a.values != b.values) {
    std::vector<Rational> only;
    std::ranges::set_symmetric_difference(a.values, b.values, std::back_inserter(only));
    return distances + ": only one has " + only.front().to_string();
  }
  for (const bool by_facet : {true, false}) {
    if (sorted_rows(a, by_facet) != sorted_rows(b, by_facet)) {
      return distances + ": the multisets at the " + (by_facet ? "facets" : "vertices");
    }
  }
  return std::nullopt;
}

}  // namespace tropiary::detail
