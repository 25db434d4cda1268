#include "tropiary/polytope/order_polytope_faces.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>
#include <utility>

#include "tropiary/error.hpp"

namespace tropiary {

namespace detail {

CompatiblePartition::CompatiblePartition(const Poset& p) : up_(p.size() + 2), down_(p.size() + 2) {
  const std::size_t n = p.size();
  const std::uint64_t bottom = std::uint64_t{1} << n;
  const std::uint64_t top = bottom << 1U;
  for (std::size_t x = 0; x < n; ++x) {
    const std::uint64_t self = std::uint64_t{1} << x;
    up_[x] = p.above(element(x)).words()[0] | self | top;
    down_[x] = p.below(element(x)).words()[0] | self | bottom;
  }
  up_[n] = (top - 1) | top;
  down_[n] = bottom;
  up_[n + 1] = top;
  down_[n + 1] = up_[n];
}

void CompatiblePartition::contract(std::size_t x, std::size_t y) {
  // What is below y comes to be below everything above x.
  const std::uint64_t above = up_[x];
  const std::uint64_t below = down_[y];
  for (std::uint64_t rest = below; rest != 0; rest &= rest - 1) {
    up_[static_cast<std::size_t>(std::countr_zero(rest))] |= above;
  }
  for (std::uint64_t rest = above; rest != 0; rest &= rest - 1) {
    down_[static_cast<std::size_t>(std::countr_zero(rest))] |= below;
  }
}

std::size_t CompatiblePartition::count_blocks() const noexcept {
  std::size_t count = 0;
  for (std::size_t x = 0; x < points(); ++x) {
    count += static_cast<std::size_t>(std::countr_zero(block(x))) == x ? 1U : 0U;
  }
  return count;
}

}  // namespace detail

namespace {

using detail::CompatiblePartition;
using Cover = std::pair<std::size_t, std::size_t>;

/// The covers of P ∪ {0̂, 1̂}: for the empty poset 0̂ < 1̂, which no face makes tight.
std::vector<Cover> bounded_covers(const Poset& p) {
  std::vector<Cover> result;
  for (const Relation& cover : p.covers()) result.emplace_back(index(cover.lower), index(cover.upper));
  for (const Element e : p.minimal_elements()) result.emplace_back(p.size(), index(e));
  for (const Element e : p.maximal_elements()) result.emplace_back(index(e), p.size() + 1);
  return result;
}

void require_word(const Poset& p, const char* function) {
  if (p.size() <= 62) return;
  throw Error(Errc::too_large,
              std::string(function) + ": the poset has " + std::to_string(p.size()) + " points, at most 62");
}

/// The least point of the block of each point: equal for equal partitions only.
std::string key_of(const CompatiblePartition& partition) {
  std::string key(partition.points(), '\0');
  for (std::size_t x = 0; x < key.size(); ++x) key[x] = static_cast<char>(std::countr_zero(partition.block(x)));
  return key;
}

std::string label_of(const Poset& p, const OrderPolytopeFace& face) {
  const auto points = [&](const ElementSet& set) {
    std::string text;
    for (const Element e : set) text += (text.empty() ? "" : " ") + p.label(e);
    return text;
  };
  std::string label = "⊥" + (face.zero.empty() ? "" : " " + points(face.zero)) + " | ";
  for (const ElementSet& block : face.blocks) label += points(block) + " | ";
  return label + (face.one.empty() ? "" : points(face.one) + " ") + "⊤";
}

OrderPolytopeFace face_of(const CompatiblePartition& partition) {
  const std::size_t n = partition.points() - 2;
  const std::uint64_t all = (std::uint64_t{1} << n) - 1;
  OrderPolytopeFace face{
      ElementSet::from_word(n, partition.block(n) & all), ElementSet::from_word(n, partition.block(n + 1) & all), {}};
  for (std::size_t x = 0; x < n; ++x) {
    const std::uint64_t block = partition.block(x);
    if (static_cast<std::size_t>(std::countr_zero(block)) == x && (block & ~all) == 0) {
      face.blocks.push_back(ElementSet::from_word(n, block));
    }
  }
  return face;
}

}  // namespace

OrderPolytopeFaces::Iterator::Iterator(const Poset& poset) {
  require_word(poset, "order_polytope_faces");
  covers_ = bounded_covers(poset);
  stack_.push_back({CompatiblePartition(poset), 0});
  read();
}

void OrderPolytopeFaces::Iterator::read() { face_ = face_of(stack_.back().partition); }

// The faces below a frame make none of the covers before `next` tight that its own face does not make tight.
OrderPolytopeFaces::Iterator& OrderPolytopeFaces::Iterator::operator++() {
  while (!stack_.empty()) {
    Frame& frame = stack_.back();
    const CompatiblePartition& partition = frame.partition;
    const std::size_t top = partition.points() - 1;
    while (frame.next < covers_.size()) {
      const auto [x, y] = covers_[frame.next++];
      if (partition.same_block(x, y)) continue;
      const std::uint64_t merged = partition.between(x, y);
      if (((merged >> top) & (merged >> (top - 1)) & 1U) != 0) continue;  // 0̂ = 1̂ is the empty face
      const bool allowed = std::none_of(covers_.begin(), covers_.begin() + static_cast<std::ptrdiff_t>(frame.next) - 1,
                                        [&](const Cover& cover) {
                                          return ((merged >> cover.first) & (merged >> cover.second) & 1U) != 0 &&
                                                 !partition.same_block(cover.first, cover.second);
                                        });
      if (!allowed) continue;
      Frame smaller{partition, frame.next};
      smaller.partition.contract(x, y);
      stack_.push_back(std::move(smaller));
      read();
      return *this;
    }
    stack_.pop_back();
  }
  return *this;
}

Poset order_polytope_face_lattice(const Poset& p, std::size_t max_faces) {
  require_word(p, "order_polytope_face_lattice");
  Integer count = 2;
  for (const Integer& faces : order_polytope_f_vector(p)) count += faces;
  if (count > Integer(max_faces)) {
    throw Error(Errc::too_large, "order_polytope_face_lattice: the polytope has " + count.to_string() +
                                     " faces, more than " + std::to_string(max_faces));
  }
  struct Entry {
    CompatiblePartition partition;
    std::string label;
  };
  std::vector<std::vector<Entry>> levels(p.size() + 1);
  for (const OrderPolytopeFace& face : order_polytope_faces(p)) {
    CompatiblePartition partition(p);
    // The blocks are connected, so their covers make them.
    const auto join = [&](const ElementSet& set, bool with_bottom, bool with_top) {
      for (const Element e : set) {
        if (with_bottom && p.lower_covers(e).empty()) partition.contract(p.size(), index(e));
        if (with_top && p.upper_covers(e).empty()) partition.contract(index(e), p.size() + 1);
        for (const Element cover : p.upper_covers(e)) {
          if (set.contains(cover)) partition.contract(index(e), index(cover));
        }
      }
    };
    join(face.zero, true, false);
    join(face.one, false, true);
    for (const ElementSet& block : face.blocks) join(block, false, false);
    levels[face.blocks.size()].push_back({std::move(partition), label_of(p, face)});
  }
  const std::vector<Cover> covers = bounded_covers(p);
  std::vector<std::string> labels = {"∅"};
  std::vector<Relation> relations;
  std::unordered_map<std::string, std::size_t> below;
  for (const std::vector<Entry>& level : levels) {
    std::unordered_map<std::string, std::size_t> here;
    for (const Entry& entry : level) {
      const std::size_t place = labels.size();
      labels.push_back(entry.label);
      here.emplace(key_of(entry.partition), place);
      if (below.empty()) relations.push_back({element(0), element(place)});
      std::vector<std::size_t> facets;
      for (const auto& [x, y] : covers) {
        if (entry.partition.same_block(x, y)) continue;
        CompatiblePartition smaller = entry.partition;
        smaller.contract(x, y);
        const auto found = below.find(key_of(smaller));
        if (found != below.end()) facets.push_back(found->second);
      }
      std::sort(facets.begin(), facets.end());
      facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
      for (const std::size_t facet : facets) relations.push_back({element(facet), element(place)});
    }
    below = std::move(here);
  }
  const std::size_t size = labels.size();
  return detail::poset_from_covers_unchecked(size, std::move(relations), std::move(labels));
}

}  // namespace tropiary
