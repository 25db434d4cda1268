#include <limits>
#include <vector>

#include "order/invariants/obstructions.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

/// A smallest cover of P by chains, as a maximum matching between two copies of P in which the left x is joined to
/// every right y > x [dilworth1950]; found by the method of Hopcroft and Karp [hopcroft1973]. The edges are not stored:
/// from a left x the walk goes to the right copies of its upper covers and from these further up, so that one phase
/// costs O(n + covers) besides the walks along the augmenting paths.
class ChainCover {
 public:
  explicit ChainCover(const Poset& p) : poset_(p), next_(p.size(), none), previous_(p.size(), none) {
    for (const Element x : p.linear_extension()) {  // a greedy start
      for (const Element y : p.upper_covers(x)) {
        if (previous_[index(y)] != none) continue;
        join(index(x), index(y));
        break;
      }
    }
    while (find_layers()) augment();
  }

  [[nodiscard]] std::size_t count_chains() const { return poset_.size() - matched_; }

  [[nodiscard]] std::vector<std::vector<Element>> chains() const {
    std::vector<std::vector<Element>> result;
    for (const Element bottom : poset_.linear_extension()) {
      if (previous_[index(bottom)] != none) continue;
      std::vector<Element>& chain = result.emplace_back(1, bottom);
      while (next_[index(chain.back())] != none) chain.push_back(element(next_[index(chain.back())]));
    }
    return result;
  }

  /// After the last phase the left vertices that the search did not reach and the right ones that it did cover all
  /// edges (Kőnig); what is in this vertex cover with neither copy is an antichain with one element in each chain.
  [[nodiscard]] std::vector<Element> antichain() const {
    std::vector<Element> result;
    for (std::size_t x = 0; x < poset_.size(); ++x) {
      const bool left_reached = previous_reached(x);
      if (left_reached && layer_[x] == none) result.push_back(element(x));
    }
    return result;
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  void join(std::size_t x, std::size_t y) {
    next_[x] = static_cast<std::uint32_t>(y);
    previous_[y] = static_cast<std::uint32_t>(x);
    ++matched_;
  }

  [[nodiscard]] bool previous_reached(std::size_t x) const { return next_[x] == none || layer_[next_[x]] != none; }

  /// layer_[y]: the number of matched edges on a shortest alternating walk from a free left vertex to the right y. If y
  /// has a layer, everything above y has one that is no greater. Returns whether a free right vertex was reached; then
  /// later layers are left out.
  bool find_layers() {
    layer_.assign(poset_.size(), none);
    std::vector<std::uint32_t> current;
    for (std::size_t x = 0; x < poset_.size(); ++x) {
      if (next_[x] == none) current.push_back(static_cast<std::uint32_t>(x));
    }
    bool found = false;
    std::vector<std::uint32_t> following;
    std::vector<std::uint32_t> walk;
    for (std::uint32_t depth = 0; !current.empty() && !found; ++depth) {
      following.clear();
      walk = current;
      while (!walk.empty()) {
        const Element x = element(walk.back());
        walk.pop_back();
        for (const Element y : poset_.upper_covers(x)) {
          if (layer_[index(y)] != none) continue;
          layer_[index(y)] = depth;
          walk.push_back(static_cast<std::uint32_t>(index(y)));
          if (previous_[index(y)] == none) {
            found = true;
          } else {
            following.push_back(previous_[index(y)]);
          }
        }
      }
      std::swap(current, following);
    }
    return found;
  }

  /// Disjoint shortest augmenting walks, as many as there are, depth first. A step is a vertex of either copy with the
  /// place where its search goes on; a right vertex may be walked through again until all that lies above is spent.
  void augment() {
    std::vector<std::uint32_t> left_place(poset_.size(), 0);
    std::vector<std::uint32_t> right_place(poset_.size(), 0);  // 0: the vertex itself, i + 1: its i-th upper cover
    struct Step {
      std::uint32_t vertex;
      bool right;
      std::uint32_t depth;
    };
    std::vector<Step> walk;
    for (std::size_t start = 0; start < poset_.size(); ++start) {
      if (next_[start] != none) continue;
      walk.assign(1, {static_cast<std::uint32_t>(start), false, 0});
      bool reached = false;
      while (!walk.empty() && !reached) {
        const Step step = walk.back();
        std::uint32_t& place = step.right ? right_place[step.vertex] : left_place[step.vertex];
        if (step.right && place == 0) {
          place = 1;
          if (previous_[step.vertex] == none) {
            reached = true;
          } else {
            walk.push_back({previous_[step.vertex], false, step.depth + 1});
          }
          continue;
        }
        const std::span<const Element> covers = poset_.upper_covers(element(step.vertex));
        const std::uint32_t skipped = step.right ? 1 : 0;
        bool descended = false;
        while (place - skipped < covers.size() && !descended) {
          const auto y = static_cast<std::uint32_t>(index(covers[place - skipped]));
          if (layer_[y] == step.depth && !spent(y, right_place)) {
            walk.push_back({y, true, step.depth});
            descended = true;
          } else {
            ++place;
          }
        }
        if (!descended) walk.pop_back();
      }
      if (reached) flip(walk);
    }
  }

  [[nodiscard]] bool spent(std::uint32_t y, const std::vector<std::uint32_t>& right_place) const {
    return right_place[y] > poset_.upper_covers(element(y)).size();
  }

  template <class Walk>
  void flip(const Walk& walk) {
    // … left x, right, right, …, right y, left next x, …: x is joined to the last right vertex before the next left
    // one.
    std::uint32_t x = walk[0].vertex;
    for (std::size_t i = 1; i < walk.size(); ++i) {
      const bool last = i + 1 == walk.size() || !walk[i + 1].right;
      if (!walk[i].right) {
        x = walk[i].vertex;
      } else if (last) {
        next_[x] = walk[i].vertex;
        previous_[walk[i].vertex] = x;
      }
    }
    ++matched_;
  }

  const Poset& poset_;
  std::vector<std::uint32_t> next_;      // of a left vertex: its partner, the next element of its chain
  std::vector<std::uint32_t> previous_;  // of a right vertex
  std::vector<std::uint32_t> layer_;
  std::size_t matched_ = 0;
};

}  // namespace

std::size_t width(const Poset& p) { return ChainCover(p).count_chains(); }

std::vector<Element> maximum_antichain(const Poset& p) { return ChainCover(p).antichain(); }

std::vector<std::vector<Element>> minimum_chain_decomposition(const Poset& p) { return ChainCover(p).chains(); }

std::vector<std::vector<Element>> minimum_antichain_decomposition(const Poset& p) {
  const std::vector<std::size_t> heights = detail::heights(p);
  std::vector<std::vector<Element>> levels(height(p));
  for (std::size_t x = 0; x < p.size(); ++x) levels[heights[x] - 1].push_back(element(x));
  return levels;
}

}  // namespace tropiary
