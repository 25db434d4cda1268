#include "polytope/faces/face_walk.hpp"

#include <algorithm>
#include <boost/functional/hash.hpp>
#include <string>
#include <unordered_map>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary::detail {
namespace {

struct BitsHash {
  std::size_t operator()(const Bits& bits) const { return hash_value(bits); }
};

// The faces that are claimed to have one dimension, each with the positions of its facets in the level below.
struct Level {
  std::vector<Bits> faces;
  std::vector<std::vector<std::size_t>> facets_of;
  std::vector<bool> open;  // not yet known to be enclosed by its facets
};

bool is_simplex(const Bits& face, const std::vector<Bits>& facets, std::size_t dimension) {
  return face.count() == dimension + 1 && facets.size() == dimension + 1 &&
         std::all_of(facets.begin(), facets.end(), [&](const Bits& facet) { return facet.count() == dimension; });
}

// Each vertex on exactly `dimension` of the facets, which meet in that vertex alone while all but one of them meet in
// an edge with a second vertex. Then the facets' inequalities have no other vertices: their graph is connected.
bool is_simple(const Bits& face, const std::vector<Bits>& facets, std::size_t dimension) {
  for (std::size_t v = face.find_first(); v != Bits::npos; v = face.find_next(v)) {
    std::vector<std::size_t> around;
    for (std::size_t f = 0; f < facets.size(); ++f) {
      if (!facets[f].test(v)) continue;
      if (around.size() == dimension) return false;
      around.push_back(f);
    }
    if (around.size() != dimension) return false;
    // suffix[i] = the intersection of the facets from the i-th on; `prefix` that of those before it.
    std::vector<Bits> suffix(dimension + 1, face);
    for (std::size_t i = dimension; i-- > 0;) suffix[i] = suffix[i + 1] & facets[around[i]];
    if (suffix[0].count() != 1) return false;
    Bits prefix = face;
    for (std::size_t i = 0; i < dimension; ++i) {
      if ((prefix & suffix[i + 1]).count() != 2) return false;
      prefix &= facets[around[i]];
    }
  }
  return true;
}

// Whether each facet of a facet of the face lies in exactly two of the face's facets.
bool is_closed(const std::vector<std::size_t>& facets, const Level& below) {
  std::unordered_map<std::size_t, std::size_t> uses;
  for (const std::size_t f : facets) {
    for (const std::size_t ridge : below.facets_of[f]) ++uses[ridge];
  }
  return !uses.empty() && std::all_of(uses.begin(), uses.end(), [](const auto& use) { return use.second == 2; });
}

}  // namespace

std::vector<std::size_t> positions(const Bits& bits) {
  std::vector<std::size_t> result;
  for (std::size_t i = bits.find_first(); i != Bits::npos; i = bits.find_next(i)) result.push_back(i);
  return result;
}

std::vector<Bits> maximal_intersections(const Bits& face, const std::vector<Bits>& facets) {
  std::vector<std::pair<std::size_t, Bits>> candidates;
  for (const Bits& facet : facets) {
    Bits common = face & facet;
    if (common.any() && common != face) candidates.emplace_back(common.count(), std::move(common));
  }
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a > b; });
  std::vector<Bits> result;
  for (auto& [size, candidate] : candidates) {
    const bool covered =
        std::any_of(result.begin(), result.end(), [&](const Bits& larger) { return candidate.is_subset_of(larger); });
    if (!covered) result.push_back(std::move(candidate));
  }
  return result;
}

namespace {

// The ridges of a simplex are known: each must be in one other.
std::optional<Bits> find_gap_of_simplices(const std::vector<Bits>& facets) {
  std::unordered_map<Bits, std::size_t, BitsHash> times;
  times.reserve(2 * facets.size());
  Bits ridge;
  for (const Bits& facet : facets) {
    ridge = facet;
    for (std::size_t v = facet.find_first(); v != Bits::npos; v = facet.find_next(v)) {
      ridge.reset(v);
      ++times[ridge];
      ridge.set(v);
    }
  }
  const auto gap = std::find_if(times.begin(), times.end(), [](const auto& entry) { return entry.second != 2; });
  if (gap == times.end()) return std::nullopt;
  return gap->first;
}

}  // namespace

std::optional<Bits> find_gap(const std::vector<Bits>& facets, std::size_t vertices, std::size_t dimension,
                             std::size_t max_faces) {
  if (dimension == 0) return std::nullopt;
  if (std::all_of(facets.begin(), facets.end(), [&](const Bits& facet) { return facet.count() == dimension; })) {
    return find_gap_of_simplices(facets);
  }
  std::size_t stored = 0;
  // Lists the facets of every face of the level and gathers them in the level below.
  const auto descend = [&](Level& level, std::size_t level_dimension) {
    Level below;
    std::unordered_map<Bits, std::size_t, BitsHash> position;
    level.facets_of.resize(level.faces.size());
    for (std::size_t i = 0; i < level.faces.size(); ++i) {
      if (!level.open[i]) continue;  // only faces of enclosed faces; nobody will ask
      const std::vector<Bits> own = maximal_intersections(level.faces[i], facets);
      const bool open =
          !is_simplex(level.faces[i], own, level_dimension) && !is_simple(level.faces[i], own, level_dimension);
      level.open[i] = open;
      for (const Bits& facet : own) {
        const auto [it, is_new] = position.try_emplace(facet, below.faces.size());
        if (is_new) {
          if (++stored > max_faces) {
            throw Error(Errc::too_large, "verify: more than max_faces = " + std::to_string(max_faces) +
                                             " faces have to be walked to show that no facet is missing");
          }
          below.faces.push_back(facet);
          below.open.push_back(false);
        }
        level.facets_of[i].push_back(it->second);
        if (open) below.open[it->second] = true;
      }
    }
    return below;
  };

  Level level{{Bits(vertices).set()}, {}, {true}};
  Level below = descend(level, dimension);
  for (std::size_t k = dimension; std::find(level.open.begin(), level.open.end(), true) != level.open.end(); --k) {
    if (k == 1) {  // a segment is a simplex; what is still open here is none
      const auto open = std::find(level.open.begin(), level.open.end(), true);
      return level.faces[static_cast<std::size_t>(open - level.open.begin())];
    }
    Level bottom = descend(below, k - 1);
    for (std::size_t i = 0; i < level.faces.size(); ++i) {
      if (level.open[i] && !is_closed(level.facets_of[i], below)) return level.faces[i];
    }
    level = std::move(below);
    below = std::move(bottom);
  }
  return std::nullopt;
}

}  // namespace tropiary::detail
