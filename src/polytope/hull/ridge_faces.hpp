#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "polytope/hull/point_bits.hpp"

namespace tropiary::detail {

/// A word of a set of points, and its place among the words.
struct PointWord {
  std::uint64_t bits;
  std::size_t at;
};

/// A (d−3)-face of a ridge: its words that are not 0, and the owner of the ridge.
struct RidgeFace {
  const PointWord* words;
  std::size_t width;
  std::uint64_t hash;
  std::uint32_t owner;
};

/// Finds the (d−3)-faces of ridges, one ridge after another. All that happens within a ridge happens in the few words
/// where it has points.
class RidgeFaces {
 public:
  void start(std::size_t dimension) {
    dimension_ = dimension;
    faces_.clear();
    used_blocks_ = 0;
    room_ = 0;
  }

  [[nodiscard]] const std::vector<RidgeFace>& faces() const { return faces_; }

  static bool is_same(const RidgeFace& a, const RidgeFace& b) {
    return a.hash == b.hash && a.width == b.width &&
           std::equal(a.words, a.words + a.width, b.words,
                      [](const PointWord& x, const PointWord& y) { return x.bits == y.bits && x.at == y.at; });
  }

  /// The ridge shared by two facets.
  void take_ridge(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
    ridge_.clear();
    ridge_size_ = 0;
    candidates_.clear();
    candidate_words_.clear();
    by_size_.clear();
    for (std::size_t w = 0; w < words; ++w) {
      const std::uint64_t common = a[w] & b[w];
      if (common == 0) continue;
      ridge_.push_back({common, w});
      ridge_size_ += count_ones(common);
    }
  }
  void copy_ridge_to(std::uint64_t* points) const {
    for (const PointWord& word : ridge_) points[word.at] = word.bits;
  }
  [[nodiscard]] bool is_simplex() const { return ridge_size_ + 1 == dimension_; }

  /// Every d − 2 of the d − 1 points.
  void add_faces_of_simplex(std::uint32_t owner) {
    for (PointWord& word : ridge_) {
      const std::uint64_t all = word.bits;
      for (std::uint64_t rest = all; rest != 0; rest &= rest - 1) {
        word.bits = all & ~(rest & (~rest + 1));
        add_face(ridge_.data(), owner);
      }
      word.bits = all;
    }
  }

  /// The faces are the maximal intersections of the ridge with the other neighbours of one of its facets.
  void add_candidate(const std::uint64_t* neighbour) {
    const std::size_t begin = candidate_words_.size();
    std::size_t size = 0;
    for (const PointWord& word : ridge_) {
      const std::uint64_t common = word.bits & neighbour[word.at];
      candidate_words_.push_back({common, word.at});
      size += count_ones(common);
    }
    if (size + 2 < dimension_) {
      candidate_words_.resize(begin);
      return;
    }
    if (by_size_.size() <= size) by_size_.resize(size + 1, none);
    candidates_.push_back({begin, by_size_[size]});  // a stack for each size
    by_size_[size] = static_cast<std::uint32_t>(candidates_.size() - 1);
  }

  /// From large to small: what is not maximal lies in a larger one that is.
  void add_maximal_candidates(std::uint32_t owner) {
    accepted_.clear();
    for (std::size_t size = by_size_.size(); size-- > 0;) {
      for (std::uint32_t i = by_size_[size]; i != none; i = candidates_[i].next_of_size) {
        const PointWord* words = candidate_words_.data() + candidates_[i].begin;
        const bool is_maximal = std::none_of(accepted_.begin(), accepted_.end(),
                                             [&](const PointWord* larger) { return is_subset(words, larger); });
        if (!is_maximal) continue;
        accepted_.push_back(words);
        add_face(words, owner);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = 0xffffffff;
  static constexpr std::size_t block_size = 4096;

  struct Candidate {
    std::size_t begin;  // in candidate_words_
    std::uint32_t next_of_size;
  };

  [[nodiscard]] bool is_subset(const PointWord* a, const PointWord* b) const {
    for (std::size_t w = 0; w < ridge_.size(); ++w) {
      if ((a[w].bits & ~b[w].bits) != 0) return false;
    }
    return true;
  }

  // Room for words that stays where it is.
  PointWord* take_words(std::size_t count) {
    if (count > room_) {
      if (used_blocks_ == blocks_.size()) blocks_.emplace_back();
      std::vector<PointWord>& block = blocks_[used_blocks_++];
      if (block.size() < std::max(count, block_size)) block.resize(std::max(count, block_size));
      free_ = block.data();
      room_ = block.size();
    }
    room_ -= count;
    free_ += count;
    return free_ - count;
  }

  // Of the ridge's words, those with points of the face.
  void add_face(const PointWord* words, std::uint32_t owner) {
    PointWord* kept = take_words(ridge_.size());
    RidgeFace face{kept, 0, 0, owner};
    for (std::size_t w = 0; w < ridge_.size(); ++w) {
      if (words[w].bits == 0) continue;
      kept[face.width++] = words[w];
      face.hash = (face.hash ^ (words[w].bits + words[w].at * 0x9e3779b97f4a7c15U)) * 0xff51afd7ed558ccdU;
      face.hash ^= face.hash >> 32;
    }
    faces_.push_back(face);
  }

  std::size_t dimension_ = 0;
  std::vector<RidgeFace> faces_;
  std::vector<std::vector<PointWord>> blocks_;
  std::size_t used_blocks_ = 0;
  PointWord* free_ = nullptr;
  std::size_t room_ = 0;

  // Of one ridge.
  std::vector<PointWord> ridge_;  // the words that are not 0
  std::size_t ridge_size_ = 0;
  std::vector<Candidate> candidates_;
  std::vector<PointWord> candidate_words_;
  std::vector<std::uint32_t> by_size_;
  std::vector<const PointWord*> accepted_;
};

}  // namespace tropiary::detail
