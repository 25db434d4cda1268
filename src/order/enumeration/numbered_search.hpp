#pragma once

#include <array>
#include <memory>
#include <vector>

#include "order/enumeration/hereditary_tests.hpp"
#include "order/enumeration/poset_search.hpp"

namespace tropiary::detail {

/// Partial orders on 0 … n − 1 in which i < j only when i comes before j: each point lies above a down-set of those
/// before it, and any will do.
class NaturallyLabelledSearch final : public PosetSearch {
 public:
  NaturallyLabelledSearch(std::size_t n, bool top, std::unique_ptr<HereditaryTests> tests, NodeGate& gate);
  bool next(PosetBlock& block) override;

 private:
  struct Place {
    std::vector<PointMask> down_sets;  // of the points before
    std::vector<PointMask> choices;    // those that pass the tests
    std::size_t i = 0;
  };
  bool open(std::size_t point);

  std::size_t n_;
  std::unique_ptr<HereditaryTests> tests_;
  NodeGate& gate_;
  SmallPoset poset_;
  int point_ = -1;
  bool started_ = false;
  std::array<Place, SmallPoset::max_size> places_;
};

/// All partial orders on 0 … n − 1: each point lies above a down-set D of those before it and under an up-set U of them
/// all of which is above D. So the order without the last point makes each order once.
class LabelledSearch final : public PosetSearch {
 public:
  LabelledSearch(std::size_t n, const EnumerationOptions& options, NodeGate& gate);
  bool next(PosetBlock& block) override;

 private:
  struct Place {
    SmallPoset poset;                  // on the points before
    std::vector<PointMask> down_sets;  // of it
    std::size_t upper = 0;             // U is the complement of this one
    SmallPoset with_upper;             // the new point is under U
    std::vector<PointMask> choices;    // for D
    std::size_t i = 0;
  };
  bool choose_upper(Place& place, std::size_t point);
  void go_on(std::size_t point);

  std::size_t n_;
  EnumerationOptions inherited_;  // by all subsets
  bool is_filtered_ = false;
  bool inherits_ = false;
  EnumerationOptions options_;
  NodeGate& gate_;
  int point_ = -1;
  bool started_ = false;
  std::array<Place, SmallPoset::max_size> places_;
};

}  // namespace tropiary::detail
