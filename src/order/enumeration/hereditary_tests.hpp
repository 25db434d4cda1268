#pragma once

#include <cstddef>
#include <vector>

#include "order/enumeration/small_poset_tests.hpp"

namespace tropiary::detail {

/// Cuts a search that adds maximal points one by one. What the down-sets of a poset inherit is tested at every point;
/// the rest when the last point comes, from what is known about the poset without it.
class HereditaryTests {
 public:
  enum class Search {
    levels,       ///< points come level by level
    any_numbers,  ///< by any linear extension
  };
  /// With `top`, one more point above all follows what the search makes.
  HereditaryTests(const EnumerationOptions& options, Search search, bool top);

  /// Whether these options need any tests; height is the level search's affair.
  static bool are_needed(const EnumerationOptions& options, Search search);

  /// Candidates for one more point over the first m points of p come next. In a search by levels the points from `base`
  /// on are of the new point's level, those from `last_base` to `base` of the level before. `left` points are to come,
  /// the new one among them. Returns whether all candidates, some, or none pass.
  enum class Verdict { all, some, none };
  Verdict look(const SmallPoset& p, std::size_t m, std::size_t base, std::size_t last_base, std::size_t left);
  [[nodiscard]] bool admit(PointMask down_set) const;
  /// Whether the points from `base` to m may be a whole level and not the last one. For searches by levels.
  [[nodiscard]] bool completes(const SmallPoset& p, std::size_t last_base, std::size_t base, std::size_t m) const;

 private:
  [[nodiscard]] bool admit_finally(PointMask down_set) const;
  [[nodiscard]] bool makes_prime(PointMask down_set) const;
  [[nodiscard]] bool can_reach_covers(std::size_t left) const;
  void find_components(const SmallPoset& p, std::size_t m);
  void find_modules();

  EnumerationOptions options_;
  bool by_levels_;
  bool top_;
  bool inside_;  // something is tested before the last point
  bool whole_;   // the definitions are tested on the whole poset at the end
  std::size_t max_width_;
  SmallPosetView view_;
  std::size_t covers_ = 0;
  bool is_last_ = false;
  PointMask last_level_ = 0;  // of what is under the new point's level
  PointMask uncovered_ = 0;   // points of it that no point of the new level covers
  bool has_width_ = false;
  std::vector<PointMask> components_;
  std::vector<PointMask> modules_;  // the least ones with two given points
};

}  // namespace tropiary::detail
