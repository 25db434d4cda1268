#pragma once

#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::testing {

using Images = std::vector<Element>;

inline Images identity_images(std::size_t n) {
  Images image;
  for (std::size_t x = 0; x < n; ++x) image.push_back(element(x));
  return image;
}

inline Images after(const Images& second, const Images& first) {
  Images image;
  for (const Element y : first) image.push_back(second[index(y)]);
  return image;
}

inline Images inverse(const Images& g) {
  Images image(g.size());
  for (std::size_t x = 0; x < g.size(); ++x) image[index(g[x])] = element(x);
  return image;
}

/// The order of the group on n points that these permutations generate, by the algorithm of Schreier and Sims as in a
/// textbook: a chain of stabilisers, each with a transversal; a Schreier generator that does not sift to the identity
/// becomes a generator of the level where it got stuck.
class StabiliserChain {
 public:
  StabiliserChain(std::size_t n, const std::vector<Images>& generators) : n_(n), levels_(n) {
    for (std::size_t i = 0; i < n; ++i) levels_[i].transversal.assign(n, {});
    for (const Images& g : generators) add(g);
  }
  [[nodiscard]] Integer order() const {
    Integer product = 1;
    for (const Level& level : levels_) {
      std::size_t orbit = 1;
      for (const Images& t : level.transversal) orbit += t.empty() ? 0U : 1U;
      product *= Integer(static_cast<std::uint64_t>(orbit));
    }
    return product;
  }

 private:
  struct Level {
    std::vector<Images> generators;   // of the stabiliser of 0, …, i − 1 as far as it is known
    std::vector<Images> transversal;  // at y ≠ i: takes i to y
  };

  [[nodiscard]] Images to(std::size_t i, std::size_t y) const {
    return y == i ? identity_images(n_) : levels_[i].transversal[y];
  }

  /// Adds g to the first level whose transversal does not reach where it takes the level's point.
  void add(Images g) {
    std::vector<Images> waiting{std::move(g)};
    while (!waiting.empty()) {
      Images h = std::move(waiting.back());
      waiting.pop_back();
      std::size_t i = 0;
      for (; i < n_; ++i) {
        const std::size_t y = index(h[i]);
        if (y != i && levels_[i].transversal[y].empty()) break;
        h = after(inverse(to(i, y)), h);
      }
      if (i == n_) continue;
      // h fixes 0, …, i − 1: it belongs to all levels up to i.
      for (std::size_t j = 0; j <= i; ++j) {
        levels_[j].generators.push_back(h);
        extend(j, waiting);
      }
    }
  }

  /// Completes the orbit of point i and queues the Schreier generators with the newest generator or the newest points.
  void extend(std::size_t i, std::vector<Images>& waiting) {
    Level& level = levels_[i];
    std::vector<std::size_t> orbit{i};
    for (std::size_t y = 0; y < n_; ++y) {
      if (!level.transversal[y].empty()) orbit.push_back(y);
    }
    const std::size_t old = orbit.size();
    for (std::size_t k = 0; k < orbit.size(); ++k) {
      const Images t = to(i, orbit[k]);
      const std::size_t first = k < old ? level.generators.size() - 1 : 0;
      for (std::size_t g = first; g < level.generators.size(); ++g) {
        const std::size_t y = index(level.generators[g][orbit[k]]);
        const Images moved = after(level.generators[g], t);
        if (y != i && level.transversal[y].empty()) {
          level.transversal[y] = moved;
          orbit.push_back(y);
        } else {
          Images schreier = after(inverse(to(i, y)), moved);
          if (schreier != identity_images(n_)) waiting.push_back(std::move(schreier));
        }
      }
    }
  }

  std::size_t n_;
  std::vector<Level> levels_;
};

}  // namespace tropiary::testing
