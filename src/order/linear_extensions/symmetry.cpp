#include "order/linear_extensions/symmetry.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace tropiary::detail {

namespace {

using Set = PointBits<1>;
using Map = std::vector<std::uint8_t>;
constexpr std::size_t group_limit = 5040;
constexpr std::size_t most_images = 64;        // compared for one representative; beyond, an orbit may have several
constexpr std::size_t search_limit = 100'000;  // points tried as images, for the whole group

/// Looks for automorphisms that prolong a given partial map, by backtracking.
class AutomorphismSearch {
 public:
  explicit AutomorphismSearch(const OrderBits<1>& order) : order_(order) {
    const std::size_t n = order.size();
    // Classes of points that no automorphism mixes: by the classes of the points above and below, a few times.
    std::vector<std::uint64_t> colours(n, 1);
    for (int round = 0; round < 3; ++round) {
      std::vector<std::uint64_t> next(n);
      for (std::size_t x = 0; x < n; ++x) {
        std::uint64_t up = 0;
        std::uint64_t down = 0;
        order.above[x].for_each([&](std::size_t y) { up += scrambled(colours[y]); });
        order.below[x].for_each([&](std::size_t y) { down += scrambled(colours[y]); });
        next[x] = scrambled(scrambled(colours[x]) + scrambled(up) * 3 + scrambled(down + 1) * 5);
      }
      colours = std::move(next);
    }
    for (std::size_t x = 0; x < n; ++x) {
      Set same;
      for (std::size_t y = 0; y < n; ++y) {
        if (colours[x] == colours[y]) same.insert(y);
      }
      classes_.push_back(same);
      Set incomparable = order.everything() - order.above_or_equal[x] - order.below[x];
      incomparable_.push_back(incomparable);
    }
  }

  [[nodiscard]] const Set& same_class(std::size_t x) const { return classes_[x]; }
  [[nodiscard]] bool gave_up() const { return tried_ > search_limit; }

  /// An automorphism with points[i] ↦ images[i], if there is one.
  std::optional<Map> prolong(std::vector<std::uint8_t> points, std::vector<std::uint8_t> images) {
    const std::size_t n = order_.size();
    const std::size_t given = points.size();
    Set placed;
    for (const std::uint8_t x : points) placed.insert(x);
    // The points with the fewest candidates come next, judged once.
    std::vector<std::uint8_t> rest;
    for (std::size_t x = 0; x < n; ++x) {
      if (!placed.contains(x)) rest.push_back(static_cast<std::uint8_t>(x));
    }
    std::stable_sort(rest.begin(), rest.end(),
                     [&](std::uint8_t x, std::uint8_t y) { return classes_[x].count() < classes_[y].count(); });
    for (std::size_t i = 0; i < given; ++i) {
      const std::vector<std::uint8_t> before(images.begin(), images.begin() + static_cast<std::ptrdiff_t>(i));
      if (!candidates(points, before, i).contains(images[i])) return std::nullopt;
    }
    points.insert(points.end(), rest.begin(), rest.end());
    std::vector<Set> open{};
    if (given < n) open.push_back(candidates(points, images, given));
    while (images.size() < n) {
      Set& choices = open.back();
      if (!choices.any()) {
        open.pop_back();
        if (open.empty()) return std::nullopt;
        images.pop_back();
        continue;
      }
      if (++tried_ > search_limit) return std::nullopt;
      const std::size_t y = choices.first();
      choices.erase(y);
      images.push_back(static_cast<std::uint8_t>(y));
      if (images.size() < n) open.push_back(candidates(points, images, images.size()));
    }
    Map map(n);
    for (std::size_t i = 0; i < n; ++i) map[points[i]] = images[i];
    return map;
  }

 private:
  static std::uint64_t scrambled(std::uint64_t x) {
    x = (x ^ (x >> 31U)) * 0xBF58476D1CE4E5B9U;
    return x ^ (x >> 29U);
  }

  /// The images of points[k] that fit those of the points before it.
  [[nodiscard]] Set candidates(const std::vector<std::uint8_t>& points, const std::vector<std::uint8_t>& images,
                               std::size_t k) const {
    const std::size_t x = points[k];
    Set result = classes_[x];
    for (std::size_t i = 0; i < k; ++i) {
      const std::size_t z = points[i];
      result = result & (order_.above[z].contains(x)   ? order_.above[images[i]]
                         : order_.below[z].contains(x) ? order_.below[images[i]]
                                                       : incomparable_[images[i]]);
    }
    return result;
  }

  const OrderBits<1>& order_;
  std::vector<Set> classes_;
  std::vector<Set> incomparable_;
  std::size_t tried_ = 0;
};

}  // namespace

// The stabiliser chain of a base b₁, b₂, …: for each i one automorphism for each image of b_i that fixes the base
// points before it. The products of one automorphism for each i are the group, each element once.
Symmetries::Symmetries(const OrderBits<1>& order) : above_(order.above), below_(order.below) {
  AutomorphismSearch search(order);
  std::vector<std::uint8_t> base;
  std::vector<std::vector<Map>> transversals;
  Map identity(order.size());
  std::iota(identity.begin(), identity.end(), std::uint8_t{0});
  for (;;) {
    // The next base point: of the smallest class that still moves. A class with a point fixed by hand does not count.
    std::vector<std::size_t> left(order.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    std::erase_if(left, [&](std::size_t x) {
      return search.same_class(x).count() == 1 || std::find(base.begin(), base.end(), x) != base.end();
    });
    std::stable_sort(left.begin(), left.end(), [&](std::size_t x, std::size_t y) {
      return search.same_class(x).count() < search.same_class(y).count();
    });
    bool found = false;
    for (const std::size_t x : left) {
      std::vector<std::uint8_t> points = base;
      points.push_back(static_cast<std::uint8_t>(x));
      std::vector<Map> transversal{identity};
      search.same_class(x).for_each([&](std::size_t y) {
        if (y == x || std::find(base.begin(), base.end(), y) != base.end()) return;
        std::vector<std::uint8_t> images = base;
        images.push_back(static_cast<std::uint8_t>(y));
        if (auto map = search.prolong(points, images)) transversal.push_back(std::move(*map));
      });
      if (search.gave_up()) break;
      if (transversal.size() == 1) continue;
      base = std::move(points);
      transversals.push_back(std::move(transversal));
      found = true;
      break;
    }
    if (search.gave_up()) {
      base.clear();
      transversals.clear();
      break;
    }
    if (!found) break;
  }
  // Only as much of the chain, from its end, as is small enough.
  std::size_t order_of_group = 1;
  std::size_t from = transversals.size();
  while (from > 0 && order_of_group * transversals[from - 1].size() <= group_limit) {
    order_of_group *= transversals[--from].size();
  }
  transversals.erase(transversals.begin(), transversals.begin() + static_cast<std::ptrdiff_t>(from));
  base.erase(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(from));
  elements_ = {identity};
  list_elements(transversals);
  build_tree(base);
}

void Symmetries::list_elements(const std::vector<std::vector<Map>>& transversals) {
  for (const std::vector<Map>& transversal : transversals) {
    std::vector<Map> products;
    for (const Map& outer : elements_) {
      for (const Map& inner : transversal) {
        Map product(inner.size());
        for (std::size_t x = 0; x < inner.size(); ++x) product[x] = outer[inner[x]];
        products.push_back(std::move(product));
      }
    }
    elements_ = std::move(products);
  }
}

// A tree with one leaf for each element g of the group: the way to it are the points that g takes to the base points.
void Symmetries::build_tree(const std::vector<std::uint8_t>& base) {
  const auto comes_to_base = [&](const Map& g) {
    std::vector<std::uint8_t> points;
    for (const std::uint8_t b : base) {
      points.push_back(static_cast<std::uint8_t>(std::find(g.begin(), g.end(), b) - g.begin()));
    }
    return points;
  };
  std::vector<std::pair<std::vector<std::uint8_t>, Map>> ways;
  for (Map& g : elements_) ways.emplace_back(comes_to_base(g), std::move(g));
  std::sort(ways.begin(), ways.end());
  for (std::size_t i = 0; i < ways.size(); ++i) elements_[i] = std::move(ways[i].second);
  depth_ = base.size();
  nodes_ = {{0, 0, 0}};
  std::vector<std::pair<std::size_t, std::size_t>> ranges{{0, ways.size()}};  // of the nodes of the last level
  std::size_t first_of_level = 0;
  for (std::size_t depth = 0; depth < depth_; ++depth) {
    std::vector<std::pair<std::size_t, std::size_t>> next;
    const std::size_t first_of_next = nodes_.size();
    for (std::size_t k = 0; k < ranges.size(); ++k) {
      nodes_[first_of_level + k].first_child = static_cast<std::uint32_t>(nodes_.size());
      for (std::size_t i = ranges[k].first; i < ranges[k].second;) {
        std::size_t stop = i;
        while (stop < ranges[k].second && ways[stop].first[depth] == ways[i].first[depth]) ++stop;
        nodes_.push_back({ways[i].first[depth], 0, 0});
        next.emplace_back(i, stop);
        ++nodes_[first_of_level + k].children;
        i = stop;
      }
    }
    ranges = std::move(next);
    first_of_level = first_of_next;
  }
  first_of_leaves_ = first_of_level;
}

// What a set looks like from a point: whether it contains it, and how many points above and below. Of all images of the
// set, those are kept whose looks from the base points are lexicographically largest; then the smallest word.
void Symmetries::take_to_representative(Set& set, Set& companion) const {
  thread_local std::vector<std::uint32_t> frontier;
  thread_local std::vector<std::uint32_t> next;
  frontier.assign(1, 0);
  for (std::size_t depth = 0; depth < depth_; ++depth) {
    next.clear();
    std::size_t best = 0;
    for (const std::uint32_t at : frontier) {
      for (std::uint32_t c = nodes_[at].first_child; c < nodes_[at].first_child + nodes_[at].children; ++c) {
        const std::size_t x = nodes_[c].point;
        const std::size_t look =
            1 + (std::size_t{set.contains(x)} << 14U) + ((set & above_[x]).count() << 7U) + (set & below_[x]).count();
        if (look < best) continue;
        if (look > best) next.clear();
        best = look;
        if (next.size() < most_images) next.push_back(c);
      }
    }
    frontier.swap(next);
  }
  const auto image = [](const Map& g, const Set& s) {
    Set result;
    s.for_each([&](std::size_t x) { result.insert(g[x]); });
    return result;
  };
  Set smallest;
  const Map* chosen = nullptr;
  for (const std::uint32_t leaf : frontier) {
    const Map& g = elements_[leaf - first_of_leaves_];
    const Set candidate = image(g, set);
    if (chosen != nullptr && !(candidate < smallest)) continue;
    smallest = candidate;
    chosen = &g;
  }
  set = smallest;
  companion = image(*chosen, companion);
}

}  // namespace tropiary::detail
