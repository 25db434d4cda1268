#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"
#include "tropiary/progress.hpp"

namespace tropiary {

/// A poset on at most 16 points in machine words: bit i of below[j] says i < j. An enumeration numbers the points along
/// a linear extension, unless the posets are labelled.
struct SmallPoset {
  static constexpr std::size_t max_size = 16;
  std::size_t size = 0;
  std::array<std::uint16_t, max_size> below{};
};

Poset to_poset(const SmallPoset& p);

/// The same poset as canonical_form gives for Poset, in a tenth of a microsecond for most.
SmallPoset canonical_form(const SmallPoset& p);

/// What counts as one poset on n points.
enum class PosetKind {
  unlabelled,          ///< an isomorphism class (OEIS A000112)
  naturally_labelled,  ///< a partial order on 0 … n − 1 in which i < j only when i comes before j (A006455)
  labelled,            ///< any partial order on 0 … n − 1 (A001035)
};

/// Which posets an enumeration shows: those with all the properties asked for. Every property cuts the search, except
/// that `connected` and `prime` are tests of the last point.
struct EnumerationOptions {
  PosetKind kind = PosetKind::unlabelled;
  bool connected = false;        ///< exactly one connected component
  bool series_parallel = false;  ///< made of points by disjoint unions and ordinal sums
  bool n_free = false;           ///< any two points have the same lower covers or none in common
  bool prime = false;            ///< at least three points and only trivial modules
  bool lattice = false;
  bool bounded = false;  ///< with a least and a greatest point
  bool graded = false;   ///< all maximal chains have the same length
  bool interval_order = false;
  bool semiorder = false;
  std::optional<std::size_t> height = {};     ///< points of a longest chain
  std::optional<std::size_t> width = {};      ///< points of a largest antichain
  std::optional<std::size_t> max_width = {};  ///< a largest antichain has at most so many points
  std::optional<std::size_t> covers = {};     ///< edges of the Hasse diagram

  /// Only part shard of the `shards` parts: 0 ≤ shard < shards. The parts are disjoint, their union is the whole, and
  /// they depend on the size, the kind, the properties and these two numbers alone.
  std::size_t shard = 0;
  std::size_t shards = 1;
  /// The search is a sequence of nodes; the first `first_node` of those of the part are left out.
  std::uint64_t first_node = 0;

  std::size_t threads = 1;  ///< what is shown and in which order does not depend on it
  Progress progress = {};   ///< reports the nodes of the part that are done, `first_node` included
};

/// Every poset on n points once, always in the same order, until the visitor returns false or a stop is requested.
/// Returns whether the end was reached. With several threads the visitor is called by any of them, one at a time.
/// Throws too_large for n > 16, invalid_argument unless shard < shards and the numbers asked for suit n.
///
/// Without labels, a poset is the part under its last level together with the multiset of the down-sets under the
/// points of that level, and two of them are isomorphic when an automorphism of the part takes one multiset to the
/// other. The search visits the least multiset of each orbit; it keeps no table of posets. Cost: some nanoseconds a
/// poset without properties (docs/enumeration.md). Compare [brinkmann2002], which adds single points and tests
/// canonical forms.
bool for_each_poset(std::size_t n, const EnumerationOptions& options,
                    const std::function<bool(const SmallPoset&)>& visitor);

/// How many posets `for_each_poset` visits. Throws like it; invalid_argument when a stop is requested. In parts and
/// without properties the counts of all parts add up to that, but one count is not what its part visits: the sum is
/// over smaller posets, and they are dealt out.
///
/// Without properties nothing is listed. Unlabelled: for each poset L on fewer points the last one or two levels are
/// counted by the lemma of Burnside over the automorphisms of L, so that n needs the posets on n − 2 points and some
/// microseconds for each; the connected ones follow by the inverse Euler transform, the series-parallel ones from their
/// generating function. Labelled: from the same posets L and the orders of their groups. Naturally labelled: from the
/// posets on n − 1 points, their linear extensions and down-sets.
Integer count_posets(std::size_t n, const EnumerationOptions& options = {});

namespace detail {
class PosetCursor;
}

/// The posets of `for_each_poset` as a lazy input range, made in one thread. Each `begin` starts anew.
class Posets {
 public:
  Posets(std::size_t n, EnumerationOptions options);  ///< Throws like for_each_poset

  class Iterator {
   public:
    using value_type = SmallPoset;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(std::size_t n, const EnumerationOptions& options);
    const SmallPoset& operator*() const noexcept { return *current_; }
    const SmallPoset* operator->() const noexcept { return current_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return current_ == nullptr; }

   private:
    std::shared_ptr<detail::PosetCursor> cursor_;
    const SmallPoset* current_ = nullptr;
  };
  [[nodiscard]] Iterator begin() const { return {n_, options_}; }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  std::size_t n_;
  EnumerationOptions options_;
};

inline Posets posets(std::size_t n, EnumerationOptions options = {}) { return {n, std::move(options)}; }

}  // namespace tropiary
